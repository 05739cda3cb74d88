//! The outline of what is read, where that is asked for.

use std::ops::Range;

use super::Mender;
use crate::diagnose::outline::{Part, PartForm};

impl Mender<'_> {
    /// The outline of the first text, and where that ends.
    pub(in crate::diagnose) fn outline(mut self) -> (Vec<Part>, usize) {
        self.parts = Some(Vec::new());
        self.run();
        (self.parts.unwrap_or_default(), self.pos)
    }

    /// Takes a name or value into the outline, where that is asked for.
    pub(super) fn outlined(&mut self, form: PartForm, span: Range<usize>, whole: Range<usize>) {
        let Some(parts) = &mut self.parts else { return };
        let name = if form.is_name() {
            if let Some(level) = self.levels.last_mut() {
                level.name_part = Some(parts.len());
            }
            None
        } else {
            self.levels.iter().rev().find(|level| level.object).and_then(|level| level.name_part)
        };
        parts.push(Part { form, span, whole, name });
    }

    /// Takes the string that was written from `start` on and that stands at `at` into the outline.
    pub(super) fn string_outlined(&mut self, form: PartForm, start: usize, at: usize) {
        let Range { start, end } = self.out.pieces.source(start + 1..self.out.text.len() - 1);
        // Where nothing is left before a comma, the quote that closes it was read behind that.
        self.outlined(form, start.min(self.pos)..end.min(self.pos), at..self.pos);
    }
}
