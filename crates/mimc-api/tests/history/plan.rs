//! Plans: the windows that cover a range.

use std::ops::Range;
use std::time::Duration;

use mimc_api::history::{Plan, QueryP2pHistory, Retention, Window};
use mimc_api::{Account, Base, Credentials, Token, client};
use mimc_msg::Timestamp;
use proptest::prelude::*;

use super::{DAY, MAX, any_range, any_time, cases, retention, short_range, time, times};

pub(crate) fn plan(range: &Range<Timestamp>, newest_first: bool) -> Plan {
    let plan = Plan::new(range.clone()).expect("not reversed");
    if newest_first { plan.newest_first() } else { plan }
}

/// The windows by time, whatever the order in which the plan gave them.
fn ascending(plan: Plan, newest_first: bool) -> Vec<Window> {
    let mut windows: Vec<_> = plan.collect();
    if newest_first {
        windows.reverse();
    }
    windows
}

proptest! {
    #![proptest_config(cases())]

    /// The windows are legal, adjacent, in order, and cover exactly the range.
    #[test]
    fn windows_cover_the_range(range in short_range(), newest_first: bool) {
        let plan = plan(&range, newest_first);
        let left = plan.windows_left();
        let windows = ascending(plan, newest_first);
        prop_assert_eq!(u64::try_from(windows.len()), Ok(left));
        let mut at = range.start;
        for window in windows {
            prop_assert_eq!(window.from(), at);
            prop_assert_eq!(Window::new(window.from(), window.to()), Ok(window));
            at = window.to();
        }
        prop_assert_eq!(at, if range.is_empty() { range.start } else { range.end });
    }

    /// There are as few windows as can be: all but the last are 24 hours long.
    #[test]
    fn all_but_the_last_are_a_day_long(range in short_range(), newest_first: bool) {
        let windows: Vec<_> = plan(&range, newest_first).collect();
        if let Some((_, all_but_last)) = windows.split_last() {
            for window in all_but_last {
                prop_assert_eq!(window.to().as_millis() - window.from().as_millis(), DAY);
            }
        }
    }

    /// Newest first gives as many windows; they are the same where the range is of whole days.
    #[test]
    fn the_other_order_has_as_many(range in short_range()) {
        let oldest = ascending(plan(&range, false), false);
        let newest = ascending(plan(&range, true), true);
        prop_assert_eq!(oldest.len(), newest.len());
        let whole = (range.end.as_millis() - range.start.as_millis()) % DAY == 0;
        prop_assert_eq!(oldest == newest, whole || oldest.len() < 2);
    }

    /// What remains is what the windows to come cover, and each makes one less.
    #[test]
    fn what_remains_is_told(range in any_range(), newest_first: bool, taken in 0..50usize) {
        let mut plan = plan(&range, newest_first);
        for _ in 0..taken {
            let (before, left) = (plan.remaining(), plan.windows_left());
            let Some(window) = plan.next() else {
                prop_assert!(before.is_empty() && left == 0);
                break;
            };
            prop_assert_eq!(plan.windows_left(), left - 1);
            let after = plan.remaining();
            if newest_first {
                prop_assert_eq!((after.start, after.end, window.to()), (before.start, window.from(), before.end));
            } else {
                prop_assert_eq!((window.from(), window.to(), after.end), (before.start, after.start, before.end));
            }
        }
    }

    /// Clipping lets no window begin before what is kept, loses nothing of what is, and tells what it cut.
    #[test]
    fn clipping_keeps_what_is_kept(
        range in any_range(), newest_first: bool, keep in retention(), now in any_time(),
    ) {
        let begin = keep.begin(now);
        prop_assert!(begin <= now);
        let plan = plan(&range, newest_first).keep_within(keep, now);
        let remaining = plan.remaining();
        prop_assert!(remaining.is_empty() || remaining.start == range.start.max(begin));
        prop_assert_eq!(remaining.end, range.end);
        prop_assert_eq!(remaining.is_empty(), range.is_empty() || range.end <= begin);
        match plan.clipped() {
            [] => prop_assert_eq!(&remaining, &range),
            [clipped] => {
                prop_assert_eq!(&clipped.asked, &range);
                prop_assert_eq!(&clipped.kept, &remaining);
                prop_assert_eq!(clipped.lost(), range.start..remaining.start);
                prop_assert!(!clipped.lost().is_empty() && clipped.lost().end <= begin);
            }
            more => prop_assert!(false, "{more:?}"),
        }
        prop_assert!(plan.clone().take(50).all(|window| begin <= window.from()));
        // Once is enough.
        prop_assert_eq!(plan.clone().keep_within(keep, now), plan);
    }

    /// While time goes on, each clipping is told, and what is neither asked for nor told stays in the plan.
    #[test]
    fn clipping_again_loses_nothing_untold(
        range in short_range(), newest_first: bool, steps in prop::collection::vec((0..3usize, 0..10 * DAY), 0..6),
    ) {
        let mut now = range.start.as_millis();
        let mut plan = plan(&range, newest_first);
        let mut spans: Vec<(Timestamp, Timestamp)> = Vec::new();
        for (taken, later) in steps {
            spans.extend(plan.by_ref().take(taken).map(|window| (window.from(), window.to())));
            now = (now + later).min(MAX);
            plan = plan.keep_within(Retention::SEQUENCE, time(now));
        }
        spans.extend(plan.clipped().iter().map(|clipped| (clipped.lost().start, clipped.lost().end)));
        spans.extend(plan.map(|window| (window.from(), window.to())));
        spans.sort_unstable();
        let mut at = range.start;
        for (from, to) in spans {
            prop_assert_eq!(from, at);
            at = to;
        }
        prop_assert_eq!(at, range.end);
    }
}

#[test]
fn a_reversed_range_is_an_error_and_an_empty_one_has_no_windows() {
    let error = Plan::new(time(2)..time(1)).expect_err("reversed");
    assert_eq!(error.to_string(), "`utcToTime`: it is before utcFromTime");
    assert_eq!(Plan::new(Timestamp::MAX..time(0)).expect_err("reversed"), error);
    for at in [0, 1, MAX] {
        let mut plan = Plan::new(times(at..at)).expect("a plan");
        assert_eq!(
            (plan.windows_left(), plan.peek(), plan.next(), plan.next()),
            (0, None, None, None)
        );
        assert_eq!(plan.remaining(), times(at..at));
    }
}

#[test]
fn all_of_time_is_a_plan() {
    let plan = Plan::new(times(0..MAX)).expect("a plan");
    assert_eq!(plan.windows_left(), 106_751_991_168);
    let left = usize::try_from(plan.windows_left());
    assert_eq!(plan.size_hint(), (left.unwrap_or(usize::MAX), left.ok()));
    let first = plan.clone().next().expect("a window");
    assert_eq!((first.from(), first.to()), (time(0), time(DAY)));
    let last = plan.clone().newest_first().next().expect("a window");
    assert_eq!((last.from(), last.to()), (time(MAX - DAY), Timestamp::MAX));

    let now = time(1_600_000_000_000);
    let kept = plan.keep_within(Retention::TIME, now);
    assert_eq!(kept.remaining(), time(1_600_000_000_000 - 184 * DAY)..Timestamp::MAX);
    let [clipped] = kept.clipped() else { panic!("one warning") };
    let told = "from 0 to before 1584102400000 the server keeps no messages any more";
    assert_eq!(clipped.to_string(), told);
}

#[test]
fn a_plan_wholly_before_what_is_kept_is_empty() {
    let plan = Plan::new(times(5..9)).expect("a plan");
    let mut plan = plan.keep_within(Retention::new(Duration::ZERO), Timestamp::MAX);
    assert_eq!((plan.peek(), plan.next(), plan.windows_left()), (None, None, 0));
    let [clipped] = plan.clipped() else { panic!("one warning") };
    assert_eq!((clipped.lost(), clipped.kept.is_empty()), (times(5..9), true));
}

#[test]
fn retention_reaches_any_length() {
    assert_eq!(Retention::TIME.as_duration().as_secs(), 184 * 86_400);
    assert_eq!(Retention::SEQUENCE.as_duration().as_secs(), 7 * 86_400);
    let begin = |kept, now| Retention::new(kept).begin(time(now)).as_millis();
    assert_eq!(begin(Duration::MAX, MAX), 0);
    assert_eq!(begin(Duration::ZERO, MAX), MAX);
    assert_eq!(begin(Duration::from_millis(10), 3), 0);
    assert_eq!(begin(Duration::from_millis(u64::MAX), MAX), 0);
    // Part of a millisecond counts as a whole one: rather one too many than one too few.
    assert_eq!(begin(Duration::from_nanos(1), 3), 2);
}

#[test]
fn every_window_is_a_request_that_can_be_sent() {
    let credentials = Credentials::from(Token::new("FQw1yQZ").expect("a token"));
    for window in Plan::new(times(0..9 * DAY + 1)).expect("a plan").newest_first() {
        let query = QueryP2pHistory::new(Account::new("ada"), Account::new("bo"), window);
        client::request(&Base::mimc(), &credentials, &(), &query).expect("a request");
    }
}
