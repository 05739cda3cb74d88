//! The windows that cover any range of time.

use std::iter::FusedIterator;
use std::ops::Range;

use mimc_msg::Timestamp;
use serde::{Deserialize, Serialize};

use crate::history::clipped::Clipped;
use crate::history::retention::Retention;
use crate::history::stored;
use crate::history::window::Window;
use crate::invalid::Invalid;

/// The windows that cover a range of time of any length, one query each (the manual, 消息漫游): adjacent, and
/// as long as a window may be but for the last.
///
/// A plan is what is left to ask for. Serialized after a window has succeeded, it goes on from there:
///
/// ```
/// # use mimc_api::history::{HistoryPage, QueryP2pHistory};
/// # use mimc_api::{Account, AppId};
/// use mimc_api::history::{Plan, Retention, Timeline};
/// use mimc_msg::Timestamp;
/// # fn ask(_: &QueryP2pHistory) -> Result<HistoryPage<'static>, std::convert::Infallible> {
/// #     Ok(HistoryPage::new(AppId::new(1), Vec::new()))
/// # }
/// # let (ada, bo) = (Account::new("ada"), Account::new("bo"));
///
/// let from = Timestamp::from_millis(1_516_763_973_000)?;
/// let now = Timestamp::from_millis(1_517_023_173_000)?;
/// let mut plan = Plan::new(from..now)?.newest_first().keep_within(Retention::TIME, now);
/// for clipped in plan.clipped() {
///     eprintln!("{clipped}");
/// }
/// assert_eq!(plan.windows_left(), 3);
///
/// let mut timeline = Timeline::new();
/// while let Some(window) = plan.peek() {
///     let page = ask(&QueryP2pHistory::new(ada.clone(), bo.clone(), window))?;
///     let added = timeline.add(page);
///     assert!(added.conflicts.is_empty() && !added.row_differs());
///     plan.next();
///     let _store = serde_json::to_string(&plan)?;
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Newest first, the windows are cut from the end: they are not those of oldest first in reverse, unless the
/// range is a whole number of days long. That is why it cannot be taken from both ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[must_use]
pub struct Plan {
    /// Never reversed.
    #[serde(with = "stored::range")]
    remaining: Range<Timestamp>,
    newest_first: bool,
    #[serde(default, with = "stored::clipped", skip_serializing_if = "Vec::is_empty")]
    clipped: Vec<Clipped<Timestamp>>,
}

impl Plan {
    /// The windows of a range, oldest first; none where it is empty.
    ///
    /// # Errors
    /// Where the range is reversed.
    pub fn new(range: Range<Timestamp>) -> Result<Self, Invalid> {
        if range.end < range.start {
            return Err(Invalid::new("utcToTime", "it is before utcFromTime"));
        }
        Ok(Self { remaining: range, newest_first: false, clipped: Vec::new() })
    }

    /// The same range from its end.
    pub const fn newest_first(mut self) -> Self {
        self.newest_first = true;
        self
    }

    /// Only what is kept now; [`clipped`](Self::clipped) tells what that cut off.
    ///
    /// A plan that was stored is best clipped again when it goes on. The end stays, even after `now`: the
    /// server's clock may be ahead.
    pub fn keep_within(mut self, retention: Retention, now: Timestamp) -> Self {
        if let Some(clipped) = Clipped::cut(&self.remaining, retention.begin(now)) {
            self.remaining = clipped.kept.clone();
            self.clipped.push(clipped);
        }
        self
    }

    /// Warnings: each time that [`keep_within`](Self::keep_within) cut something off.
    #[must_use]
    pub fn clipped(&self) -> &[Clipped<Timestamp>] {
        &self.clipped
    }

    /// What is left to ask for.
    #[must_use]
    pub const fn remaining(&self) -> Range<Timestamp> {
        self.remaining.start..self.remaining.end
    }

    /// How many windows are left. Not `len`: it may be more than a `usize` holds.
    #[must_use]
    pub const fn windows_left(&self) -> u64 {
        let millis = self.remaining.end.as_millis() - self.remaining.start.as_millis();
        millis.div_ceil(Window::LONGEST)
    }

    /// The next window, which stays in the plan until [`next`](Iterator::next) takes it.
    #[must_use]
    pub fn peek(&self) -> Option<Window> {
        let Range { start, end } = self.remaining();
        let (from, to) = if self.newest_first {
            let day_before =
                Timestamp::from_millis(end.as_millis().saturating_sub(Window::LONGEST));
            (day_before.map_or(start, |time| time.max(start)), end)
        } else {
            let day_after = Timestamp::from_millis(start.as_millis() + Window::LONGEST);
            (start, day_after.map_or(end, |time| time.min(end)))
        };
        Window::new(from, to).ok()
    }
}

impl Iterator for Plan {
    type Item = Window;

    fn next(&mut self) -> Option<Window> {
        let window = self.peek()?;
        if self.newest_first {
            self.remaining.end = window.from();
        } else {
            self.remaining.start = window.to();
        }
        Some(window)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.windows_left());
        (left.unwrap_or(usize::MAX), left.ok())
    }
}

impl FusedIterator for Plan {}
