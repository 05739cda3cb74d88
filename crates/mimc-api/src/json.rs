//! Reading JSON bodies: mimc-msg checks the syntax, then serde reads the types.
//!
//! The deserializer is our own because it must tell what serde_json's does not: the member and the byte
//! of a fault, and what was odd about a body that is read all the same. It prints no value of a body.

mod cursor;
mod fault;
mod items;
mod locate;
mod reader;

use mimc_msg::{Limits, Place, RawEnvelope, RawJson, RawMember, pointer_to};
use serde::de::DeserializeOwned;

use crate::check::Check;
use crate::note::{Note, Notes};
use cursor::Cursor;
use fault::Fault;
use locate::locate;
use reader::Reader;

pub use fault::Malformed;
pub(crate) use locate::name_of;

/// A value of a body, which was checked within the limits.
pub(crate) fn checked(json: &str) -> Option<RawJson<'_>> {
    RawJson::parse_within(json, Limits::MAX).ok()
}

/// A body that is JSON, each object of it without a name that stands twice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body<'b> {
    text: &'b str,
    /// How many bytes stand in front of `text` in what the caller handed in.
    before: usize,
}

impl<'b> Body<'b> {
    /// Checks the syntax, within limits. A byte order mark in front is skipped and noted.
    pub(crate) fn parse(
        bytes: &'b [u8],
        limits: Limits,
        notes: &mut Notes,
    ) -> Result<Self, Malformed> {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        let (before, json) = match bytes.strip_prefix(MARK) {
            Some(json) => (MARK.len(), json),
            None => (0, bytes),
        };
        let text = match std::str::from_utf8(json) {
            Ok(text) => RawJson::parse_within(text, limits).map(|_| text),
            // Always the error, with the place of the fault.
            Err(_) => RawJson::from_slice_within(json, limits).map(|_| ""),
        };
        let text = text.map_err(|invalid| Malformed::syntax(invalid, before))?;
        if before > 0 {
            notes.add(Note::ByteOrderMark, Place::new("", 0));
        }
        Ok(Self { text, before })
    }

    /// A text that was written by this crate.
    pub(crate) fn of_own(text: &'b str) -> Self {
        Self { text, before: 0 }
    }

    /// Reads the whole as one type.
    pub(crate) fn read<T: DeserializeOwned>(
        self,
        context: &mut Context<'_>,
    ) -> Result<T, Malformed> {
        self.read_at(self.start(), context)
    }

    /// Reads the value that begins at this byte.
    pub(crate) fn read_at<T: DeserializeOwned>(
        self,
        start: usize,
        context: &mut Context<'_>,
    ) -> Result<T, Malformed> {
        let mut reader = Reader::new(self, start, context);
        T::deserialize(&mut reader).map_err(|fault| Malformed::new(self, fault.at(start)))
    }

    /// Where the value begins.
    pub(crate) fn start(self) -> usize {
        let mut cursor = Cursor::new(self.text, 0);
        cursor.skip_space();
        cursor.pos
    }

    /// As [`Self::parse`], of an object, with [its members](Self::members): one look at the text is enough for both.
    pub(crate) fn parse_object(
        bytes: &'b [u8],
        limits: Limits,
        notes: &mut Notes,
    ) -> Result<(Self, Vec<(String, usize)>), Malformed> {
        // A message may have a NUL byte behind it, which is nothing but a fault here.
        let raw = match bytes {
            [.., 0] => None,
            _ => RawEnvelope::parse_within(bytes, limits).ok(),
        };
        let (Some(raw), Ok(text)) = (raw, std::str::from_utf8(bytes)) else {
            let body = Self::parse(bytes, limits, notes)?;
            return Ok((body, body.members()?));
        };
        let member = |member: RawMember<'_>| (member.name.into_owned(), member.value_span.start);
        Ok((Self { text, before: 0 }, raw.members_in_order().map(member).collect()))
    }

    /// The members of the outermost object: each name, and where its value begins.
    fn members(self) -> Result<Vec<(String, usize)>, Malformed> {
        let mut cursor = Cursor::new(self.text, self.start());
        if cursor.peek() != Some(b'{') {
            let fault = Fault::WrongType { expected: "an object".into(), found: cursor.found() };
            return Err(Malformed::new(self, fault.at(cursor.pos)));
        }
        let mut members = Vec::new();
        while let Some(name) = cursor.next_name(members.is_empty()) {
            members.push((name.into_owned(), cursor.pos));
            cursor.skip_value();
        }
        Ok(members)
    }

    /// Whether the value that begins at this byte is null.
    pub(crate) fn is_null(self, start: usize) -> bool {
        Cursor::new(self.text, start).peek() == Some(b'n')
    }

    /// The JSON text of the value that begins at this byte.
    pub(crate) fn slice(self, start: usize) -> &'b str {
        let mut cursor = Cursor::new(self.text, start);
        cursor.skip_value();
        &self.text[start..cursor.pos]
    }

    /// The fault of an object that lacks a member.
    pub(crate) fn missing(self, object: usize, name: &'static str) -> Malformed {
        Malformed::new(self, Fault::Missing(name).at(object))
    }

    /// The place of the value at a JSON pointer, or of what of it is there.
    pub(crate) fn place(self, pointer: &str) -> Place {
        let range = locate(self.text, pointer);
        let mut place = Place::new(pointer.to_owned(), self.before + range.start);
        place.length = range.len();
        place
    }

    /// The place of the value that begins at this byte.
    pub(crate) fn place_at(self, start: usize) -> Place {
        let pointer = pointer_to(self.text.as_bytes(), start);
        let mut place = Place::new(pointer, self.before + start);
        place.length = self.slice(start).len();
        place
    }

    /// Takes over the notes of a check, whose pointers are relative to the value at `base`.
    pub(crate) fn tell(self, check: Check, base: &str, notes: &mut Notes) {
        for (pointer, note) in check.notes {
            notes.add(note, self.place(&format!("{base}{pointer}")));
        }
    }
}

/// Who wrote what is read: the forms that are odd differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writer {
    /// A client. Ids as numbers and as strings are both documented.
    Client,
    /// The server. It writes ids as strings.
    Server,
    /// The server, in a callback: nobody has seen the JSON types.
    Callback,
}

/// What a reading knows and collects.
#[derive(Debug)]
pub(crate) struct Context<'n> {
    pub(crate) writer: Writer,
    pub(crate) notes: &'n mut Notes,
    /// Members of the outermost object that are read by somebody else.
    pub(crate) elsewhere: &'static [&'static str],
}

impl<'n> Context<'n> {
    pub(crate) fn new(writer: Writer, notes: &'n mut Notes) -> Self {
        Self { writer, notes, elsewhere: &[] }
    }
}
