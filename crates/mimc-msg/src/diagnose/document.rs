//! A JSON document around messages, which somebody else reads.

use std::ops::Range;

use super::diagnosis::{Diagnosis, Gathering, Told};
use super::finding::{Problem, Severity};
use super::inside::{Inside, payloads};
use super::mend::{Flaw, Mended};
use super::remark::{Remark, Remarks};
use crate::error::{DecodeError, Place};
use crate::json::fault::SyntaxFault;
use crate::json::raw::RawJson;
use crate::limits::Limits;

/// What is tried in the place of a value that is at fault.
const TRIED: [&str; 8] = ["\"1\"", "1", "[]", "{}", "true", "\"TEXT\"", "\"YQ==\"", "null"];

/// How many bytes may be read for trying, however large the document is.
const TRIAL_BYTES: usize = 1 << 27;

impl Diagnosis {
    /// Everything that there is to say about a JSON document that `read` reads, and about the messages inside it.
    ///
    /// `read` is asked about the document, and then about copies in which what it complained of is put right. There is
    /// an error exactly when it refuses the document, and the first one is the one that it gives; what is wrong with a
    /// message inside is a warning, since the document is read all the same.
    ///
    /// ```
    /// use mimc_msg::{Diagnosis, Limits, Place, RawEnvelope, Remark, Severity};
    ///
    /// // A reader that wants a number under `n`.
    /// let read = |text: &[u8]| {
    ///     let error = |code, why, place| Remark::new(code, why, Severity::Error, place);
    ///     let raw = RawEnvelope::parse(text).map_err(|it| error(it.code(), "no JSON", it.place().unwrap().clone()))?;
    ///     match raw.get("n") {
    ///         Some(n) if n.value.as_str().parse::<u32>().is_ok() => Ok(Vec::new()),
    ///         Some(n) => Err(error("wrong-type", "no number", Place::new("/n", n.value_span.start))),
    ///         None => Err(error("missing-member", "no `n`", Place::new("/n", 0))),
    ///     }
    /// };
    /// let diagnosis = Diagnosis::of_document(br#"{"a":01,"b":nul}"#, Limits::new(), 100, read, &[]);
    /// let codes: Vec<_> = diagnosis.findings().iter().map(|it| it.code()).collect();
    /// assert_eq!(codes, ["invalid-number", "missing-member", "unexpected-byte"]);
    /// ```
    #[must_use]
    pub fn of_document(
        bytes: &[u8],
        limits: Limits,
        most: usize,
        read: impl Fn(&[u8]) -> Remarks,
        inside: &[Inside<'_>],
    ) -> Self {
        let mut document = Document {
            bytes,
            before: 0,
            mended: Mended::default(),
            all: Gathering::new(bytes, most),
            trials: (TRIAL_BYTES / bytes.len().max(1)).clamp(8, 512),
        };
        let first = read(bytes);
        document.first(&first, limits);
        if document.mended.text().is_empty() {
            return document.all.finish();
        }
        document.meaning(&read);
        let Document { mended, before, mut all, .. } = document;
        all.cap = Some(Severity::Warning);
        payloads(&mended, before, inside, &mut all);
        all.finish()
    }
}

struct Document<'d> {
    bytes: &'d [u8],
    /// How long the byte order mark before the text is.
    before: usize,
    mended: Mended,
    all: Gathering,
    /// How often the reader may still be asked.
    trials: usize,
}

impl Document<'_> {
    /// Tells what the reader says first, and all faults of syntax.
    fn first(&mut self, first: &Remarks, limits: Limits) {
        let text = self.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(self.bytes);
        self.before = self.bytes.len() - text.len();
        let fault = RawJson::from_slice_within(text, limits).err();
        let fault_at = fault.as_ref().map(|it| it.place.offset);
        self.mended = match &fault {
            Some(invalid) if matches!(invalid.fault, SyntaxFault::TooLong { .. }) => {
                Mended::default()
            }
            Some(_) => {
                let text = text.strip_suffix(&[0]).unwrap_or(text);
                Mended::of(text, limits, self.all.most.saturating_add(1))
            }
            None => std::str::from_utf8(text).map(Mended::sound).unwrap_or_default(),
        };
        let flaws = std::mem::take(&mut self.mended.flaws);
        let same = |flaw: &Flaw| {
            fault_at.is_some_and(|at| {
                flaw.place.offset <= at && at <= flaw.place.offset + flaw.place.length
            })
        };
        let mut same = flaws.iter().position(same);
        if let Err(remark) = first {
            let Place { offset, length, .. } = remark.place;
            let mut inner = offset..(offset + length).min(self.bytes.len());
            let flaw = same.and_then(|at| flaws.get(at)).filter(|_| fault.is_some());
            if let Some(flaw) = flaw {
                let end = self.before + flaw.place.offset + flaw.place.length;
                inner.end = inner.end.max(end);
            }
            self.tell(remark, inner, flaw.and_then(|flaw| flaw.help));
        } else {
            same = None;
        }
        for (nth, Flaw { fault, place, help }) in flaws.into_iter().enumerate() {
            if Some(nth) == same {
                continue;
            }
            let start = self.before + place.offset;
            let told = Told {
                severity: Severity::Error,
                pointer: place.pointer.to_string(),
                inner: start..start + place.length,
                problem: Problem::Error(DecodeError::Syntax { fault, place }),
                help,
            };
            self.all.tell(0, told);
        }
        self.all.omitted += self.mended.omitted;
    }

    fn tell(&mut self, remark: &Remark, inner: Range<usize>, help: Option<super::Help>) {
        let problem = Problem::Document { code: remark.code, reason: remark.reason.clone() };
        let pointer = remark.place.pointer.to_string();
        let told = Told { problem, severity: remark.severity, pointer, inner, help };
        self.all.tell(0, told);
    }

    /// Tells a remark about the mended text, if it is about something that the text says.
    fn further(&mut self, remark: &Remark) {
        let span = self.span(remark);
        if remark.code == "byte-order-mark" {
            self.tell(remark, 0..self.before, None);
            return;
        }
        let inner = self.mended.source(span.clone());
        let cut =
            self.mended.cut && (inner.is_empty() || inner.end + self.before >= self.bytes.len());
        if !self.mended.is_invented(span.start) && !cut {
            self.tell(remark, self.before + inner.start..self.before + inner.end, None);
        }
    }

    /// What the reader says of a mended text, behind the byte order mark that stood before it; places are those in the
    /// mended text, and that of the mark itself is empty.
    fn ask(&self, mended: &Mended, read: &impl Fn(&[u8]) -> Remarks) -> Remarks {
        if self.before == 0 {
            return read(mended.text().as_bytes());
        }
        let placed = |mut remark: Remark| {
            remark.place.offset = remark.place.offset.saturating_sub(self.before);
            remark
        };
        let text = format!("\u{feff}{}", mended.text());
        let remarks = read(text.as_bytes());
        remarks.map(|all| all.into_iter().map(placed).collect()).map_err(placed)
    }

    fn span(&self, remark: &Remark) -> Range<usize> {
        let length = self.mended.text().len();
        let start = remark.place.offset.min(length);
        start..(start + remark.place.length).min(length)
    }

    /// Asks the reader again and again, with what it complained of put right.
    fn meaning(&mut self, read: &impl Fn(&[u8]) -> Remarks) {
        loop {
            match self.ask(&self.mended, read) {
                Ok(remarks) => {
                    for remark in &remarks {
                        self.further(remark);
                    }
                    return;
                }
                Err(remark) => {
                    self.further(&remark);
                    let Some(mended) = self.repaired(&remark, read) else { return };
                    self.mended = mended;
                }
            }
        }
    }

    /// The text with something in the place of what is at fault with which reading comes further.
    fn repaired(&mut self, remark: &Remark, read: &impl Fn(&[u8]) -> Remarks) -> Option<Mended> {
        let span = self.span(remark);
        let text = self.mended.text();
        let name = remark.place.pointer.rsplit('/').next().unwrap_or_default();
        let missing = remark.code == "missing-member";
        if !missing && span.is_empty() || self.mended.is_invented(span.start) {
            return None;
        }
        let object = text.get(span.start..).filter(|text| text.starts_with('{'));
        let range = if missing { span.start + 1..span.start + 1 } else { span };
        let comma = match object {
            Some(object) if object[1..].trim_start().starts_with('}') => "",
            None if missing => return None,
            _ => ",",
        };
        for value in TRIED {
            self.trials = self.trials.checked_sub(1)?;
            let new = if missing { format!("\"{name}\":{value}{comma}") } else { value.to_owned() };
            let mut mended = self.mended.clone();
            mended.splice(range.clone(), &new);
            let further = match self.ask(&mended, read) {
                Ok(_) => true,
                Err(next) => {
                    let same =
                        next.code == remark.code && next.place.pointer == remark.place.pointer;
                    !same && !mended.is_invented(next.place.offset)
                }
            };
            if further {
                return Some(mended);
            }
        }
        None
    }
}
