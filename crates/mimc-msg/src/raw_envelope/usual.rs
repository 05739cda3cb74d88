//! The first pass over a message that is written as usual: members of known names, in the order in which nearly
//! every sender writes them, without white space.

use super::{Member, RawEnvelope, Slot};
use crate::json::plain::{digits, plain_prefix};
use crate::json::scan::Cursor;
use crate::json::string::Span;
use crate::json::value::{Form, Value};

impl RawEnvelope<'_> {
    /// Reads the members at the start of the text, from the brace on, as far as they are as usual, and says how many
    /// they are. The cursor stands behind the last of them, or where it stood.
    ///
    /// Each is one comparison with bytes that are known beforehand, and a search for the end of its value.
    pub(super) fn usual_start(&mut self, cursor: &mut Cursor<'_>) -> usize {
        if cursor.limits().members < Slot::COUNT {
            return 0;
        }
        let mut count = 0;
        self.straight = true;
        let mut usual = |slot, start: &[u8]| {
            let is = self.usual(cursor, slot, start);
            count += usize::from(is);
            is
        };
        if usual(Slot::Version, br#"{"version":"#) {
            usual(Slot::MsgId, br#","msgId":"#);
            let _ = usual(Slot::MsgType, br#","msgType":"#) || usual(Slot::Type, br#","type":"#);
            usual(Slot::Timestamp, br#","timestamp":"#);
            let _ =
                usual(Slot::Payload, br#","payload":"#) || usual(Slot::Content, br#","content":"#);
        }
        count
    }

    /// Reads the member that begins in these bytes. Stays before it where there is something wrong with it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the name is to be compared as a constant")]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "texts above 2^32 - 1 bytes are refused before"
    )]
    fn usual(&mut self, cursor: &mut Cursor<'_>, slot: Slot, start: &[u8]) -> bool {
        let Some(text) = cursor.bytes[cursor.pos..].strip_prefix(start) else {
            return false;
        };
        let at = cursor.pos as u32 + start.len() as u32;
        if let Some((form, length)) = plain(text) {
            let end = at + length as u32;
            let value = Value { start: at, end, form, depth: 0, escaped: false };
            let name = Span { start: cursor.pos as u32 + 2, end: at - 2, escaped: false };
            self.known[slot as usize] = Some(Member { name, value });
            cursor.pos = end as usize;
            return true;
        }
        self.other(cursor, at, slot)
    }

    /// Reads a value that is no string, or one with escapes; the name stands at the cursor.
    #[inline(never)]
    #[allow(clippy::cast_possible_truncation, reason = "as above")]
    fn other(&mut self, cursor: &mut Cursor<'_>, at: u32, slot: Slot) -> bool {
        let name = Span { start: cursor.pos as u32 + 2, end: at - 2, escaped: false };
        let mut ahead = cursor.clone();
        ahead.pos = at as usize;
        ahead.skip_space();
        let body = matches!(slot, Slot::Payload | Slot::Content);
        let value = match body.then(|| one_text(&ahead)).flatten() {
            Some(end) => {
                let start = ahead.pos as u32;
                ahead.pos = end as usize;
                Some(Value { start, end, form: Form::Object, depth: 1, escaped: false })
            }
            None => ahead.value(self.text, 1).ok().filter(|_| ahead.peek().is_some()),
        };
        let Some(value) = value else {
            self.straight = false;
            return false;
        };
        self.straight &= body && value.form == Form::Object;
        self.known[slot as usize] = Some(Member { name, value });
        *cursor = ahead;
        true
    }
}

/// The end of the object at the cursor, where its one member is a string, as in receipts, and it is written as usual:
/// less than half of the instructions that any object takes.
fn one_text(cursor: &Cursor<'_>) -> Option<u32> {
    let name = cursor.bytes.get(cursor.pos..)?.strip_prefix(br#"{""#)?;
    let value = name.get(plain_prefix(name)..)?.strip_prefix(br#"":""#)?;
    let after = value.get(plain_prefix(value)..)?.strip_prefix(br#""}"#)?;
    let may = cursor.limits().depth > 1 && !after.is_empty();
    u32::try_from(cursor.bytes.len() - after.len()).ok().filter(|_| may)
}

/// The form and the length of the value at the start of a text, where it is a string without escapes, or an integer.
#[inline(always)]
#[allow(clippy::inline_always, reason = "a call costs as much as a short string")]
fn plain(text: &[u8]) -> Option<(Form, usize)> {
    match text {
        [b'"', rest @ ..] => {
            let length = plain_prefix(rest);
            (rest.get(length) == Some(&b'"')).then_some((Form::String, length + 2))
        }
        [b'0', b',', ..] => Some((Form::Integer, 1)),
        [b'1'..=b'9', ..] => {
            let length = digits(text);
            matches!(text.get(length), Some(b',' | b'}')).then_some((Form::Integer, length))
        }
        _ => None,
    }
}
