//! The first pass: the members of a message and where they are, before anything is interpreted.

mod member;
mod slot;
mod usual;

use smallvec::SmallVec;

use crate::error::DecodeError;
use crate::extra::Extra;
use crate::json::escape::unescape;
use crate::json::fault::{FaultAt, SyntaxFault};
use crate::json::names::twice;
use crate::json::raw::{RawJson, not_too_long};
use crate::json::scan::Cursor;
use crate::json::string::Span;
use crate::json::value::{Form, Value};
use crate::limits::Limits;
use member::Member;

pub use member::RawMember;
pub(crate) use slot::Slot;

/// A JSON object as it came: every member with its span, nothing interpreted.
///
/// This is what stays readable when the body of a message is bad:
///
/// ```
/// use mimc_msg::{Codec, RawEnvelope};
///
/// let bytes = br#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":5}"#;
/// assert!(Codec::new().decode(bytes).is_err());
///
/// let raw = RawEnvelope::parse(bytes)?;
/// let header = raw.header(None);
/// assert_eq!(header.id.unwrap().as_str(), "TEXT_1");
/// assert_eq!(raw.payload().unwrap().as_str(), "5");
/// # Ok::<(), mimc_msg::DecodeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct RawEnvelope<'a> {
    pub(crate) text: &'a str,
    known: [Option<Member>; 7],
    unknown: SmallVec<[Member; 4]>,
    /// One NUL byte follows the text.
    pub(crate) trailing_nul: bool,
    /// The text was read to its end; else there may be members that were not reached.
    complete: bool,
    /// It has only the usual members, in the usual order, and each is a string without escapes, an integer or, for the
    /// body, an object.
    pub(crate) straight: bool,
}

/// What is to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given<'a> {
    /// Nobody knows yet whether it is UTF-8.
    Bytes(&'a [u8]),
    /// Its type says that it is UTF-8.
    Text(&'a str),
}

impl<'a> Given<'a> {
    pub(crate) fn bytes(self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
        }
    }
}

impl<'a> RawEnvelope<'a> {
    /// Checks that the bytes are one JSON object and finds its members.
    ///
    /// # Errors
    /// [`DecodeError::Syntax`], or [`DecodeError::NotAnEnvelope`] where the text does not begin
    /// with `{`.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        Self::parse_within(bytes, Limits::new())
    }

    /// As [`Self::parse`], within other limits than the default.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parse_within(bytes: &'a [u8], limits: Limits) -> Result<Self, DecodeError> {
        let mut raw = Self::empty();
        raw.fill(Given::Bytes(bytes), limits)?;
        Ok(raw)
    }

    /// Reads a text into an empty one: where it lies, so that its 300 bytes are not moved about.
    pub(crate) fn fill(&mut self, given: Given<'a>, limits: Limits) -> Result<(), DecodeError> {
        if !begins_as_object(given.bytes())? {
            return Err(DecodeError::NotAnEnvelope { object: false });
        }
        let (bytes, trailing_nul) = cut_nul(given.bytes());
        not_too_long(bytes, limits).map_err(|at| DecodeError::syntax(bytes, &at))?;
        self.text = match given {
            Given::Bytes(_) => {
                simdutf8::basic::from_utf8(bytes).map_err(|_| invalid_utf8(bytes))?
            }
            Given::Text(text) => &text[..bytes.len()],
        };
        self.trailing_nul = trailing_nul;
        self.read(limits).map_err(|at| DecodeError::syntax(bytes, &at))?;
        self.complete = true;
        Ok(())
    }

    /// The members before the first fault, where [`Self::parse`] fails: what is left of a message that
    /// was cut off, or is not UTF-8 further on. A number at the very end, which may have been cut, is
    /// none; nor is a known member that stands there twice.
    ///
    /// None where the text does not begin with `{`.
    ///
    /// ```
    /// let cut = br#"{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payl"#;
    /// let raw = mimc_msg::RawEnvelope::recover(cut).unwrap();
    /// assert_eq!(raw.header(None).id.unwrap().as_str(), "TEXT_1");
    /// ```
    #[must_use]
    pub fn recover(bytes: &'a [u8]) -> Option<Self> {
        Self::recover_within(bytes, Limits::new())
    }

    /// As [`Self::recover`], within other limits than the default: what passes one is a fault like others.
    #[must_use]
    pub fn recover_within(bytes: &'a [u8], limits: Limits) -> Option<Self> {
        if !begins_as_object(bytes).ok()? {
            return None;
        }
        let (bytes, trailing_nul) = cut_nul(bytes);
        let bytes = &bytes[..bytes.len().min(limits.bytes as usize)];
        let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let mut raw = Self::empty();
        raw.text = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
        raw.trailing_nul = trailing_nul;
        // The members that were found before the fault stay.
        let _ = raw.read(limits);
        Some(raw)
    }

    pub(crate) fn empty() -> Self {
        Self {
            text: "",
            known: [None; 7],
            unknown: SmallVec::new(),
            trailing_nul: false,
            complete: false,
            straight: false,
        }
    }

    fn read(&mut self, limits: Limits) -> Result<(), FaultAt> {
        let mut cursor = Cursor::within(self.text.as_bytes(), limits);
        cursor.skip_space();
        cursor.may_open()?;
        // Of a text that is recovered, a limit may have left nothing.
        if cursor.peek().is_none() {
            return Err(cursor.fault(SyntaxFault::UnexpectedEnd));
        }
        let before = self.usual_start(&mut cursor);
        if before > 0 {
            if cursor.another_member()? {
                self.straight = false;
                self.members(&mut cursor, before)?;
            }
        } else {
            self.straight = false;
            cursor.pos += 1;
            cursor.skip_space();
            if cursor.peek() == Some(b'}') {
                cursor.pos += 1;
            } else {
                self.members(&mut cursor, 0)?;
            }
        }
        cursor.skip_space();
        if cursor.pos < cursor.bytes.len() {
            return Err(cursor.fault(SyntaxFault::TrailingData));
        }
        if self.unknown.len() > 1 {
            let mut names: SmallVec<[Span; 8]> = self.unknown.iter().map(|m| m.name).collect();
            if let Some(second) = twice(&mut names, self.text) {
                return Err(duplicate(second));
            }
        }
        Ok(())
    }

    /// Reads the members, of which so many came before, up to and with the closing brace.
    fn members(&mut self, cursor: &mut Cursor<'_>, before: usize) -> Result<(), FaultAt> {
        for before in before.. {
            let name = cursor.name()?;
            cursor.may_have(name, before)?;
            let value = cursor.value(self.text, 1)?;
            let slot = Slot::of(&unescape(name.of(self.text), name.escaped));
            self.keep(cursor, slot, Member { name, value })?;
            if !cursor.another_member()? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Keeps a member, behind which the cursor stands.
    fn keep(
        &mut self,
        cursor: &Cursor<'_>,
        slot: Option<Slot>,
        member: Member,
    ) -> Result<(), FaultAt> {
        if let (Form::Integer | Form::Float, None) = (member.value.form, cursor.peek()) {
            // Its digits may go on where the text was cut off.
            return Err(cursor.fault(SyntaxFault::UnexpectedEnd));
        }
        let Some(slot) = slot else {
            self.unknown.push(member);
            return Ok(());
        };
        let known = &mut self.known[slot as usize];
        if known.is_some() {
            *known = None;
            return Err(duplicate(member.name));
        }
        *known = Some(member);
        Ok(())
    }

    #[inline]
    pub(crate) fn value(&self, slot: Slot) -> Option<&Value> {
        self.known[slot as usize].as_ref().map(|member| &member.value)
    }

    /// Whether a member that is not there is missing: else it may stand behind the first fault.
    pub(crate) fn lacks(&self, slot: Slot) -> bool {
        self.complete && self.known[slot as usize].is_none()
    }

    /// Where a member begins in the text, if it is there.
    pub(crate) fn position(&self, slot: Slot) -> Option<u32> {
        self.known[slot as usize].map(|member| member.name.start)
    }

    /// The unknown members, in order.
    #[inline]
    pub(crate) fn extra(&self) -> Extra<'a> {
        if self.unknown.is_empty() {
            return Extra::new();
        }
        let mut extra = Extra::with_capacity(self.unknown.len());
        for Member { name, value } in &self.unknown {
            let name = unescape(name.of(self.text), name.escaped);
            extra.push(name, RawJson::from_value(self.text, value));
        }
        extra
    }

    /// Every member in the order of the text.
    pub fn members_in_order(&self) -> impl Iterator<Item = RawMember<'a>> + '_ {
        let mut members: Vec<Member> =
            self.known.iter().flatten().chain(&self.unknown).copied().collect();
        members.sort_unstable_by_key(|member| member.name.start);
        members.into_iter().map(|member| RawMember::new(self.text, member))
    }

    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<RawMember<'a>> {
        let member = match Slot::of(name) {
            Some(slot) => self.known[slot as usize],
            None => self
                .unknown
                .iter()
                .find(|member| unescape(member.name.of(self.text), member.name.escaped) == name)
                .copied(),
        };
        member.map(|member| RawMember::new(self.text, member))
    }

    /// The raw body: `payload`, else `content`.
    #[must_use]
    pub fn payload(&self) -> Option<RawJson<'a>> {
        let value = self.value(Slot::Payload).or_else(|| self.value(Slot::Content))?;
        Some(RawJson::from_value(self.text, value))
    }
}

/// Cuts one trailing NUL byte, and says whether there was one.
fn cut_nul(bytes: &[u8]) -> (&[u8], bool) {
    match bytes {
        [text @ .., 0] => (text, true),
        text => (text, false),
    }
}

/// Whether the first byte that is not white space is `{`. A byte order mark before it is a fault.
fn begins_as_object(bytes: &[u8]) -> Result<bool, DecodeError> {
    let mut cursor = Cursor::new(bytes);
    cursor.skip_space();
    if cursor.peek() == Some(b'{') {
        return Ok(true);
    }
    let offset = cursor.pos;
    if bytes[offset..].starts_with("\u{feff}".as_bytes()) {
        cursor.pos += 3;
        cursor.skip_space();
        if cursor.peek() == Some(b'{') {
            let fault = SyntaxFault::ByteOrderMark;
            return Err(DecodeError::syntax(bytes, &FaultAt::new(fault, offset)));
        }
    }
    Ok(false)
}

#[cold]
fn invalid_utf8(bytes: &[u8]) -> DecodeError {
    let offset = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    DecodeError::syntax(bytes, &FaultAt::new(SyntaxFault::InvalidUtf8, offset))
}

#[cold]
fn duplicate(name: Span) -> FaultAt {
    FaultAt::new(SyntaxFault::DuplicateMember, name.start as usize - 1)
}
