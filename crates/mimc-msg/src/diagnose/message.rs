//! One message: its first error by the decoder itself, the rest from the text as it was probably meant.

use std::ops::Range;

use super::advice;
use super::diagnosis::{Gathering, Told};
use super::finding::{Problem, Severity};
use super::help::Help;
use super::mend::{Flaw, Mended};
use super::repair::{Fix, Repairs};
use crate::decode::Codec;
use crate::error::{DecodeError, Place};
use crate::json::fault::SyntaxFault;
use crate::json::pointer::token;
use crate::limits::Limits;
use crate::report::Note;

/// More repairs than a message can need: each member, and each of a body's, in every way.
const MOST_REPAIRS: usize = 64;

/// One message that is looked at.
pub(super) struct Exam<'e> {
    pub(super) bytes: &'e [u8],
    /// The layer that the message is.
    pub(super) layer: usize,
    pub(super) mended: Mended,
    /// What deviations count as.
    pub(super) deviations: Severity,
    pub(super) all: &'e mut Gathering,
    /// The layer of the body, once it was needed.
    pub(super) body: Option<usize>,
}

/// Tells all that there is to say about the message in a layer.
pub(crate) fn examine(codec: Codec<'_>, bytes: &[u8], layer: usize, all: &mut Gathering) {
    let first = codec.decode(bytes).err();
    let most = all.most;
    let sound = || std::str::from_utf8(bytes).map(Mended::sound).unwrap_or_default();
    let mended = match &first {
        Some(
            DecodeError::Syntax { fault: SyntaxFault::TooLong { .. }, .. }
            | DecodeError::NotAnEnvelope { object: false },
        ) => Mended::default(),
        Some(DecodeError::Syntax { .. }) => Mended::of(bytes, codec.limits, most.saturating_add(1)),
        _ => sound(),
    };
    let deviations = if codec.strict { Severity::Error } else { Severity::Warning };
    let mut exam = Exam { bytes, layer, mended, deviations, all, body: None };
    if let Some(error) = &first {
        exam.first(error, &codec);
    }
    exam.flaws(first.as_ref());
    if !exam.mended.text().is_empty() {
        exam.meaning(codec);
    }
}

impl Exam<'_> {
    /// Tells the error that decoding gives.
    fn first(&mut self, error: &DecodeError, codec: &Codec<'_>) {
        let mut inner = span_of(error);
        let mut help = advice::first(error, self.bytes, codec);
        if let DecodeError::Syntax { .. } = error {
            if let Some(flaw) = self.mended.flaws.iter().find(|flaw| is_same(flaw, error)) {
                inner.end = inner.end.max(flaw.place.offset + flaw.place.length);
                help = flaw.help.or(help);
            }
        }
        if let Some((layer, inner)) = self.not_utf8(error, codec) {
            self.tell_in(
                layer,
                Problem::Error(error.clone()),
                Severity::Error,
                error.pointer(),
                inner,
                help,
            );
            return;
        }
        match help {
            Some(Help::DropBefore) => inner = 0..advice::before(self.bytes),
            // The caller has had the base64 around decoded already.
            Some(Help::Base64OfMessage) if self.layer > 0 => help = Some(Help::Base64Twice),
            _ => {}
        }
        let inner = self.widened(error, inner);
        self.base64(error, inner, Problem::Error(error.clone()), help);
    }

    /// A place whose length the decoder does not tell has one character at least, where something stands there.
    fn widened(&self, error: &DecodeError, span: Range<usize>) -> Range<usize> {
        let nothing =
            matches!(error, DecodeError::MissingMember { .. } | DecodeError::NotAnEnvelope { .. })
                || error.place().is_none();
        if nothing || !span.is_empty() {
            return span;
        }
        let rest = self.bytes.get(span.start..).unwrap_or_default();
        let some = &rest[..rest.len().min(4)];
        let text = match std::str::from_utf8(some) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&some[..error.valid_up_to()]).unwrap_or_default(),
        };
        let length = text.chars().next().map_or(some.len().min(1), char::len_utf8);
        span.start..span.start + length
    }

    /// Tells the faults of syntax, but for the one that was told.
    fn flaws(&mut self, first: Option<&DecodeError>) {
        let mut first = first;
        for Flaw { fault, place, help } in std::mem::take(&mut self.mended.flaws) {
            let flaw = Flaw { fault, place, help };
            if first.is_some_and(|error| is_same(&flaw, error)) {
                first = None;
                continue;
            }
            let Flaw { fault, place, help } = flaw;
            let inner = place.offset..place.offset + place.length;
            let help =
                help.or_else(|| (fault == SyntaxFault::InvalidUtf8).then_some(Help::NotUtf8));
            let pointer = place.pointer.to_string();
            let error = DecodeError::Syntax { fault, place };
            self.tell(Problem::Error(error), Severity::Error, &pointer, inner, help);
        }
        self.all.omitted += self.mended.omitted;
    }

    /// Asks the decoder again and again, with what it complained of put right.
    fn meaning(&mut self, codec: Codec<'_>) {
        let mut codec = Codec { strict: false, limits: Limits::MAX, ..codec };
        let mut repairs = Repairs::default();
        for _ in 0..MOST_REPAIRS {
            let Some(error) = codec.decode(self.mended.text().as_bytes()).err() else {
                self.oddities(codec);
                return;
            };
            self.further(&error, &codec);
            match repairs.repair(&error, &mut self.mended) {
                Some(Fix::Mended) => {}
                Some(Fix::Unpin) if codec.dialect.is_some() => codec.dialect = None,
                Some(Fix::Unpin) | None => return,
                Some(Fix::Renamed(places)) => {
                    for (source, name) in places {
                        self.misspelled(source, name);
                    }
                }
            }
        }
    }

    /// Tells that a member has no known name, but nearly one.
    fn misspelled(&mut self, source: Range<usize>, name: &'static str) {
        let pointer = format!("/{}", token(&self.text_at(source.clone())));
        let (problem, help) = (Problem::Note(Note::MembersUnknown), Some(Help::DidYouMean(name)));
        self.tell(problem, Severity::Note, &pointer, source, help);
    }

    fn text_at(&self, span: Range<usize>) -> String {
        String::from_utf8_lossy(self.bytes.get(span).unwrap_or_default()).into_owned()
    }

    /// Tells an error of the mended text.
    fn further(&mut self, error: &DecodeError, codec: &Codec<'_>) {
        let span = span_of(error);
        let inner = self.mended.source(span.clone());
        let missing =
            matches!(error, DecodeError::MissingMember { .. } | DecodeError::NotAnEnvelope { .. });
        let at_cut = missing || inner.end >= self.bytes.len();
        if self.mended.is_invented(span.start) || self.mended.cut && at_cut {
            return;
        }
        let help = advice::of_error(error, self.mended.text(), codec);
        let problem = Problem::Error(placed(error.clone(), &inner));
        if let Some((layer, inner)) = self.not_utf8(error, codec) {
            self.tell_in(layer, problem, Severity::Error, error.pointer(), inner, help);
            return;
        }
        let inner = self.widened(error, inner);
        self.base64(error, inner, problem, help);
    }

    pub(super) fn tell(
        &mut self,
        problem: Problem,
        severity: Severity,
        pointer: &str,
        inner: Range<usize>,
        help: Option<Help>,
    ) {
        self.tell_in(self.layer, problem, severity, pointer, inner, help);
    }

    pub(super) fn tell_in(
        &mut self,
        layer: usize,
        problem: Problem,
        severity: Severity,
        pointer: &str,
        inner: Range<usize>,
        help: Option<Help>,
    ) {
        let pointer = pointer.to_owned();
        self.all.tell(layer, Told { problem, severity, pointer, inner, help });
    }
}

/// The bytes that an error is about.
fn span_of(error: &DecodeError) -> Range<usize> {
    let length = error.place().map_or(0, |place| place.length);
    error.offset()..error.offset() + length
}

/// The error with its place in the text that was handed in.
fn placed(error: DecodeError, span: &Range<usize>) -> DecodeError {
    error.placed(|_| span.clone())
}

/// Whether the flaw is what decoding stopped at.
fn is_same(flaw: &Flaw, error: &DecodeError) -> bool {
    let DecodeError::Syntax { fault, place } = error else { return false };
    let Place { offset, length, .. } = flaw.place;
    let there = offset <= place.offset && place.offset <= offset + length;
    // What is told of the whole text is told by its own code; else the first flaw is the one.
    match fault {
        SyntaxFault::InvalidUtf8 | SyntaxFault::DuplicateMember => {
            there && flaw.fault.code() == fault.code()
        }
        _ => there,
    }
}
