//! Recalls and reads in the manual's dialects: an object, or what else names a target (RULES 6).

use std::borrow::Cow;

use super::body::{inner_place, missing_inner};
use super::detect::BodyFound;
use super::reader::{Reader, at, wrong_type};
use crate::body::Receipt;
use crate::error::DecodeError;
use crate::extra::Extra;
use crate::id::MsgId;
use crate::json::escape::unescape;
use crate::json::object::members;
use crate::json::raw::RawJson;
use crate::json::scan::Cursor;
use crate::json::value::{Form, Value};
use crate::kind::Content;
use crate::report::Deviation;

/// The name of what a recall takes back.
pub(super) const RECALLED: &str = "recall_msgId";
/// The name of what has been read.
pub(super) const READ: &str = "read_msgId";
/// The names of a target: of a recall and of a read.
pub(crate) const TARGETS: [&str; 2] = [RECALLED, READ];

/// What an object says as the payload of a receipt.
struct Members<'t> {
    target: Option<(Cow<'t, str>, Value)>,
    /// A target that is no string.
    wrong: Option<Value>,
    /// The target of the other kind of receipt is there too.
    both: bool,
    extra: Extra<'t>,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn plain_receipt(
        &mut self,
        content: Content<'a>,
        wanted: &'static str,
        body: BodyFound<'_>,
    ) -> Result<Receipt<'a>, DecodeError> {
        let value = body.value;
        let place = || at(body.slot.pointer(), value);
        if value.form == Form::Object {
            let found = read(self.raw.text, value.start, wanted);
            let (target, extra) = self.target(wanted, body, found)?;
            return Ok(Receipt { content, target, extra });
        }
        let Some(text) = self.string(value) else {
            return Err(wrong_type(place, value, "an object that names the target"));
        };
        if is_bare_id(&text) {
            self.deviate(Deviation::ReceiptBare, place)?;
            let target = MsgId::new(text).map_err(|_| missing_inner(body, wanted))?;
            return Ok(Receipt::new(content, target));
        }
        let Some(start) = object_in(&text) else {
            return Err(DecodeError::InvalidValue {
                place: place(),
                expected: "an object that names the target",
                found: "a string that holds neither such an object nor a bare id",
            });
        };
        self.deviate(Deviation::ReceiptJsonText, place)?;
        let (target, extra) = self.target(wanted, body, read(&text, start, wanted))?;
        Ok(Receipt { content, target: target.into_owned(), extra: extra.into_owned() })
    }

    /// The target that the members name, and the rest of them.
    fn target<'t>(
        &mut self,
        wanted: &'static str,
        body: BodyFound<'_>,
        found: Members<'t>,
    ) -> Result<(MsgId<'t>, Extra<'t>), DecodeError> {
        const EXPECTED: &str = "the id of a message as a string that is not empty";
        let inner = |value: &Value| {
            let inside = if body.value.form == Form::Object { value } else { body.value };
            inner_place(body.slot, wanted, inside)
        };
        if let Some(value) = found.wrong {
            return Err(wrong_type(|| inner(&value), &value, EXPECTED));
        }
        let Some((target, value)) = found.target else {
            return Err(missing_inner(body, wanted));
        };
        let target = MsgId::new(target).map_err(|_| DecodeError::InvalidValue {
            place: inner(&value),
            expected: EXPECTED,
            found: "an empty one",
        })?;
        if found.both {
            self.deviate(Deviation::ReceiptBoth, || at(body.slot.pointer(), body.value))?;
        }
        Ok((target, found.extra))
    }
}

fn read<'t>(text: &'t str, start: u32, wanted: &str) -> Members<'t> {
    let mut found = Members { target: None, wrong: None, both: false, extra: Extra::new() };
    for (name, value) in members(text, start) {
        let name = unescape(name.of(text), name.escaped);
        if name == wanted {
            match value.string(text) {
                Some(target) => found.target = Some((target, value)),
                None => found.wrong = Some(value),
            }
        } else if TARGETS.contains(&&*name) {
            found.both = true;
        } else {
            found.extra.push(name, RawJson::from_value(text, &value));
        }
    }
    found
}

/// `[A-Za-z0-9_.:-]{1,128}`
fn is_bare_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b))
}

/// Where in the text the JSON object begins that it holds, and nothing else.
fn object_in(text: &str) -> Option<u32> {
    let mut cursor = Cursor::new(text.as_bytes());
    cursor.skip_space();
    if cursor.peek() != Some(b'{') {
        return None;
    }
    // It may go where it stands: one level down.
    let object = cursor.value(text, 1).ok()?;
    cursor.skip_space();
    cursor.peek().is_none().then_some(object.start)
}
