//! JSON as it was probably meant: a text with faults is read to its end, and each fault is told.
//!
//! Reading recovers where nothing is guessed about values: at commas, closers, quotes. What it writes is one JSON
//! text by the rules for messages, with the way back from each of its bytes.

mod due;
mod look;
mod name;
mod out;
mod outlined;
mod pieces;
mod scalar;
mod skip;
mod string;
mod structure;

use std::collections::HashSet;
use std::ops::Range;

use super::help::Help;
use super::outline::Part;
use crate::error::Place;
use crate::json::fault::SyntaxFault;
use crate::json::pointer::token;
use crate::limits::Limits;
use out::Out;

pub(crate) use pieces::Pieces;

/// A pointer is cut where it would grow beyond this.
const LONGEST_POINTER: usize = 512;

/// A fault of syntax, where, and what to do about it.
#[derive(Clone, Debug)]
pub(crate) struct Flaw {
    pub(crate) fault: SyntaxFault,
    pub(crate) place: Place,
    pub(crate) help: Option<Help>,
}

/// A text that was mended.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mended {
    out: Out,
    /// What was wrong, in the order in which it was found.
    pub(crate) flaws: Vec<Flaw>,
    /// How many flaws were found beyond those.
    pub(crate) omitted: usize,
    /// The text ends too early: what is missing may have been cut off.
    pub(crate) cut: bool,
}

impl Mended {
    /// Reads a text, of which at most so many flaws are kept.
    pub(crate) fn of(bytes: &[u8], limits: Limits, most: usize) -> Self {
        let mut mender = Mender::new(bytes, limits, most);
        mender.run();
        mender.mended()
    }

    /// A text that has nothing wrong with it.
    pub(crate) fn sound(text: &str) -> Self {
        let mut out = Out::default();
        out.copy(text, 0);
        Self { out, ..Self::default() }
    }

    pub(crate) fn text(&self) -> &str {
        &self.out.text
    }

    /// The bytes of the source that these come from.
    pub(crate) fn source(&self, range: Range<usize>) -> Range<usize> {
        self.out.pieces.source(range)
    }

    /// Whether the source says nothing of the sort that stands at this byte.
    pub(crate) fn is_invented(&self, byte: usize) -> bool {
        self.out.pieces.is_invented(byte)
    }

    /// Puts something that the source does not say in the place of these bytes.
    pub(crate) fn splice(&mut self, range: Range<usize>, text: &str) {
        self.out.splice(range, text);
    }
}

/// An object or array that is open.
#[derive(Debug)]
struct Level {
    object: bool,
    names: HashSet<String>,
    /// The name of the member that is read.
    name: Option<String>,
    /// And which part of the outline that is.
    name_part: Option<usize>,
    /// Which item is read.
    index: usize,
    count: usize,
}

/// What should stand next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// A member's name; at first, also the end of the object.
    Name {
        first: bool,
    },
    Colon,
    Value {
        first: bool,
    },
    /// A comma or the end of the object or array.
    After,
}

pub(super) struct Mender<'t> {
    bytes: &'t [u8],
    pos: usize,
    limits: Limits,
    most: usize,
    out: Out,
    levels: Vec<Level>,
    due: Due,
    /// A comma that was read and is written before what follows it.
    comma: Option<Range<usize>>,
    /// The value before the cursor is a string.
    after_text: bool,
    invented_names: usize,
    flaws: Vec<Flaw>,
    omitted: usize,
    cut: bool,
    /// A NUL byte follows the text.
    nul: bool,
    /// The outline, where that is asked for.
    parts: Option<Vec<Part>>,
}

impl<'t> Mender<'t> {
    pub(super) fn new(bytes: &'t [u8], limits: Limits, most: usize) -> Self {
        // One NUL byte behind the text is no flaw of syntax.
        let text = bytes.strip_suffix(&[0]).unwrap_or(bytes);
        Self {
            bytes: text,
            pos: 0,
            limits,
            most,
            out: Out::default(),
            levels: Vec::new(),
            due: Due::Value { first: false },
            comma: None,
            after_text: false,
            invented_names: 0,
            flaws: Vec::new(),
            omitted: 0,
            cut: false,
            nul: text.len() < bytes.len(),
            parts: None,
        }
    }

    fn mended(self) -> Mended {
        let Self { out, flaws, omitted, cut, .. } = self;
        Mended { out, flaws, omitted, cut }
    }

    /// What should stand at the cursor.
    fn wanted(&self) -> &'static str {
        match self.due {
            Due::Name { .. } => "a member name in double quotes",
            Due::Colon => "`:`",
            Due::Value { .. } => "a JSON value",
            Due::After if self.levels.last().is_some_and(|level| level.object) => "`,` or `}`",
            Due::After => "`,` or `]`",
        }
    }

    /// Tells that something else should stand in these bytes.
    fn unexpected(&mut self, span: Range<usize>, help: impl Into<Option<Help>>) {
        let fault = if self.due == Due::After && self.levels.is_empty() {
            SyntaxFault::TrailingData
        } else {
            SyntaxFault::Expected(self.wanted())
        };
        self.fault(fault, span, help);
    }

    fn fault(&mut self, fault: SyntaxFault, span: Range<usize>, help: impl Into<Option<Help>>) {
        let again = self.flaws.last().is_some_and(|flaw| {
            let Place { offset, length, .. } = flaw.place;
            offset == span.start
                || flaw.fault == fault
                    && offset + length == span.start
                    && length > 0
                    && matches!(fault, SyntaxFault::ControlInString | SyntaxFault::InvalidUtf8)
        });
        if again {
            if let Some(last) = self.flaws.last_mut() {
                last.place.length = last.place.length.max(span.end - last.place.offset);
            }
            return;
        }
        if self.flaws.len() >= self.most {
            self.omitted += 1;
            return;
        }
        let mut place = Place::new(self.pointer(), span.start);
        place.length = span.len();
        self.flaws.push(Flaw { fault, place, help: help.into() });
    }

    /// The text ends inside a value.
    fn cut_off(&mut self) {
        self.cut = true;
        self.pos = self.bytes.len();
        self.fault(SyntaxFault::UnexpectedEnd, self.pos..self.pos, None);
    }

    /// JSON pointer to the member or item that is read.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for level in &self.levels {
            let token = match (&level.name, level.object) {
                (Some(name), true) => token(name),
                (None, true) => break,
                (_, false) => level.index.to_string(),
            };
            if pointer.len() + token.len() >= LONGEST_POINTER {
                break;
            }
            pointer.push('/');
            pointer.push_str(&token);
        }
        pointer
    }
}
