//! The body of a message, and what stands behind its base64.

use std::ops::Range;

use super::finding::{Problem, Severity};
use super::help::Help;
use super::layer::{Layer, Way};
use super::message::Exam;
use super::repair::top;
use super::runs::{Runs, loose};
use crate::cesu8;
use crate::decode::Codec;
use crate::error::{DecodeError, Place};
use crate::json::escape::lengths;
use crate::limits::Limits;
use crate::raw_envelope::{RawEnvelope, RawMember};

impl Exam<'_> {
    /// Where the bytes behind a base64 body stop being text, for an error that says that they do.
    pub(super) fn not_utf8(
        &mut self,
        error: &DecodeError,
        codec: &Codec<'_>,
    ) -> Option<(usize, Range<usize>)> {
        let DecodeError::BodyNotUtf8 { .. } = error else { return None };
        let text = self.mended.text().to_owned();
        let raw = RawEnvelope::parse_within(text.as_bytes(), Limits::MAX).ok()?;
        let layer = self.body_layer(&raw, codec)?;
        let bytes = self.all.layers.get(layer)?.text();
        let fault = std::str::from_utf8(bytes).err()?;
        let utf8 = fault.valid_up_to();
        // As the decoder has it: what is sound as CESU-8 is not at fault.
        let start = cesu8::decode(bytes).map_or_else(|at| at.max(utf8), |_| utf8);
        let length =
            if start == utf8 { fault.error_len().unwrap_or(bytes.len() - utf8) } else { 1 };
        Some((layer, start..(start + length).min(bytes.len())))
    }

    /// Where in the text that was handed in each byte of a member's string comes from, and at last its closing quote.
    pub(super) fn bytes_of(&self, member: &RawMember<'_>) -> Vec<usize> {
        let inside = member.value.as_str().strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        let written = inside.unwrap_or_default();
        let mut at = member.value_span.start + 1;
        let mut places = Vec::with_capacity(written.len() + 1);
        for (length, meant) in lengths(written) {
            places.extend((0..meant).map(|_| self.mended.source(at..at + 1).start));
            at += length;
        }
        places.push(self.mended.source(at..at + 1).start);
        places
    }

    /// The layer of the text behind the base64 of the body.
    pub(super) fn body_layer(&mut self, raw: &RawEnvelope<'_>, codec: &Codec<'_>) -> Option<usize> {
        if self.body.is_some() {
            return self.body;
        }
        let (pointer, member) = body(raw)?;
        let bytes = codec.base64.decode(member.text()?.as_bytes()).ok()?;
        let text = member.text()?.into_owned().into_bytes();
        let places = self.bytes_of(&member);
        let end = places.last().copied().unwrap_or_default();
        let in_forms = Runs::counted(&text, codec.base64);
        let runs = Runs::at(in_forms.filter_map(|nth| places.get(nth).copied()), end);
        let layer = Layer::inside(self.layer, pointer, bytes, Way::Base64(runs));
        self.body = Some(self.all.layer(layer));
        self.body
    }

    /// Tells an error; of base64, each run of characters that are none.
    pub(super) fn base64(
        &mut self,
        error: &DecodeError,
        at: Range<usize>,
        problem: Problem,
        help: Option<Help>,
    ) {
        let DecodeError::InvalidBase64 { why, .. } = error else {
            self.tell(problem, Severity::Error, error.pointer(), at, help);
            return;
        };
        let mut strange = self.strange(error.pointer());
        strange.retain(|span| span.end > at.start);
        let here = strange.iter().find(|span| span.start <= at.start).map_or(at.end, |it| it.end);
        // Behind padding that stands too early nothing can be right.
        let next = strange.iter().find(|span| span.start == at.end).map_or(here, |it| it.end);
        let mut inner = at.start..at.end.max(next);
        if why.contains("padding stands inside") {
            let rest = self.bytes.get(inner.end..).unwrap_or_default();
            inner.end += rest.iter().position(|byte| *byte == b'"').unwrap_or_default();
        }
        self.tell(problem, Severity::Error, error.pointer(), inner.clone(), help);
        for span in strange.into_iter().filter(|span| span.start >= inner.end) {
            let place = Place::new(error.pointer().to_owned(), span.start);
            let why = "a character is not of the alphabet";
            let problem = Problem::Error(DecodeError::InvalidBase64 { place, why });
            self.tell(problem, Severity::Error, error.pointer(), span, None);
        }
    }

    /// The runs of characters in the string of a member that are none of base64, if the better part of it is.
    pub(super) fn strange(&self, pointer: &str) -> Vec<Range<usize>> {
        let raw = RawEnvelope::parse_within(self.mended.text().as_bytes(), Limits::MAX).ok();
        let Some(member) = raw.as_ref().and_then(|raw| raw.get(top(pointer))) else {
            return Vec::new();
        };
        let text = member.text().unwrap_or_default();
        let Some(loose) = loose(text.as_bytes()) else { return Vec::new() };
        let places = self.bytes_of(&member);
        let runs = loose.strange.into_iter().filter_map(|run| {
            let (start, end) = (*places.get(run.start)?, *places.get(run.end)?);
            Some(start..end.max(start))
        });
        runs.collect()
    }
}

/// The body's pointer and member.
pub(super) fn body<'a>(raw: &RawEnvelope<'a>) -> Option<(&'static str, RawMember<'a>)> {
    let named = |name: &str, pointer| raw.get(name).map(|member| (pointer, member));
    named("payload", "/payload").or_else(|| named("content", "/content"))
}
