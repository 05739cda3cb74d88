//! The cursor: white space, literals and numbers. Strings are in `string`, nesting in `value`.

use super::fault::{FaultAt, SyntaxFault};
use super::plain::digits;
use crate::limits::Limits;

/// A place in a text that is known to be UTF-8.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) pos: usize,
    pub(super) limits: Limits,
}

impl<'a> Cursor<'a> {
    /// For a text that was checked before, or of which not every value is read.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self::within(bytes, Limits::MAX)
    }

    /// For a text that nobody has looked at; its length has been.
    pub(crate) fn within(bytes: &'a [u8], limits: Limits) -> Self {
        Self { bytes, pos: 0, limits }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.pos).copied()
    }

    #[inline]
    pub(crate) fn skip_space(&mut self) {
        if let Some(..=b' ') = self.peek() {
            self.skip_some_space();
        }
    }

    /// Official senders write none, so this stays out of the way.
    #[cold]
    fn skip_some_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.pos += 1;
        }
    }

    /// Steps over `byte`, or says what should have stood here.
    #[inline]
    pub(crate) fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), FaultAt> {
        if self.peek() == Some(byte) {
            self.pos += 1;
            return Ok(());
        }
        Err(self.unexpected(what))
    }

    /// The fault of finding anything but `what` here.
    #[cold]
    pub(crate) fn unexpected(&self, what: &'static str) -> FaultAt {
        let fault = match self.peek() {
            None => SyntaxFault::UnexpectedEnd,
            Some(_) => SyntaxFault::Expected(what),
        };
        self.fault(fault)
    }

    #[cold]
    pub(crate) fn fault(&self, fault: SyntaxFault) -> FaultAt {
        FaultAt::new(fault, self.pos)
    }

    pub(crate) fn word(&mut self, word: &'static str) -> Result<(), FaultAt> {
        for byte in word.bytes() {
            self.expect(byte, "a JSON value")?;
        }
        Ok(())
    }

    /// Steps over a number; says whether it is an integer: without fraction and exponent.
    pub(crate) fn number(&mut self) -> Result<bool, FaultAt> {
        if self.peek() == Some(b'-') {
            self.pos += 1;
        }
        match self.peek() {
            Some(b'0') => self.pos += 1,
            Some(b'1'..=b'9') => self.digits(),
            _ => return Err(self.invalid_number()),
        }
        if let Some(b'0'..=b'9') = self.peek() {
            return Err(self.fault(SyntaxFault::InvalidNumber));
        }
        let mut integer = true;
        if self.peek() == Some(b'.') {
            integer = false;
            self.pos += 1;
            self.some_digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            integer = false;
            self.pos += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.pos += 1;
            }
            self.some_digits()?;
        }
        Ok(integer)
    }

    #[inline]
    fn digits(&mut self) {
        self.pos += digits(&self.bytes[self.pos..]);
    }

    fn some_digits(&mut self) -> Result<(), FaultAt> {
        let start = self.pos;
        self.digits();
        if self.pos == start { Err(self.invalid_number()) } else { Ok(()) }
    }

    #[cold]
    fn invalid_number(&self) -> FaultAt {
        self.fault(match self.peek() {
            None => SyntaxFault::UnexpectedEnd,
            Some(_) => SyntaxFault::InvalidNumber,
        })
    }
}
