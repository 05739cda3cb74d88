//! A text inside a text, and the way out of it.

use std::fmt;
use std::ops::Range;

use super::mend::Pieces;
use super::runs::Runs;

/// What a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LayerForm {
    /// What the caller handed in.
    Input,
    /// What base64 stands for.
    Base64,
    /// What a JSON string means.
    String,
}

/// A text inside a text.
#[derive(Clone)]
pub struct Layer {
    form: LayerForm,
    parent: Option<usize>,
    pointer: String,
    text: Vec<u8>,
    way: Way,
}

/// The way from the bytes of a layer to those of its parent.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    Same,
    Base64(Runs),
    String(Pieces),
}

/// Without the text: it may be a secret.
impl fmt::Debug for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Layer");
        shown.field("form", &self.form).field("parent", &self.parent);
        shown.field("pointer", &self.pointer).field("length", &self.text.len());
        shown.finish_non_exhaustive()
    }
}

impl Layer {
    pub(crate) fn input(text: &[u8]) -> Self {
        Self {
            form: LayerForm::Input,
            parent: None,
            pointer: String::new(),
            text: text.to_vec(),
            way: Way::Same,
        }
    }

    pub(crate) fn inside(parent: usize, pointer: &str, text: Vec<u8>, way: Way) -> Self {
        let form = match way {
            Way::Same => LayerForm::Input,
            Way::Base64(_) => LayerForm::Base64,
            Way::String(_) => LayerForm::String,
        };
        Self { form, parent: Some(parent), pointer: pointer.to_owned(), text, way }
    }

    /// What it is.
    #[must_use]
    pub const fn form(&self) -> LayerForm {
        self.form
    }

    /// The layer that it stands in, as an index; None for what the caller handed in.
    #[must_use]
    pub const fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// JSON pointer to the value of the innermost JSON text around it that holds it; empty for a whole text.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Its bytes.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The bytes of the parent that these bytes come from.
    #[must_use]
    pub fn in_parent(&self, range: Range<usize>) -> Range<usize> {
        match &self.way {
            Way::Same => range,
            Way::Base64(runs) => runs.span(range),
            Way::String(pieces) => pieces.source(range),
        }
    }
}
