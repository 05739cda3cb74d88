//! One thing that was found, whoever found it.

use std::ops::Range;

use mimc_api::Noted;
use mimc_msg::{Diagnosis, Help, LayerForm, Problem, Severity};

use crate::fault::Fault;
use crate::lang::Lang;

/// What was found, before it is put into words.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    Problem(Problem),
    /// Words of the program's own.
    Words(String),
}

/// Something that was found about a document.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) told: Told,
    pub(crate) pointer: String,
    /// The pointers from the outermost text inwards.
    pub(crate) path: Vec<String>,
    /// The bytes of the line or document.
    pub(crate) span: Range<usize>,
    pub(crate) help: Option<Help>,
    pub(crate) rule: Option<&'static str>,
    /// The text inside that it is about, as an index into [`Checked::texts`], and the bytes there.
    pub(crate) inner: Option<(usize, Range<usize>)>,
}

/// A text inside a document.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) form: LayerForm,
    pub(crate) bytes: Vec<u8>,
    pub(crate) pointer: String,
}

/// What was found about a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checked {
    pub(crate) items: Vec<Item>,
    pub(crate) texts: Vec<Text>,
    pub(crate) omitted: usize,
}

impl Item {
    /// The message in words.
    pub(crate) fn words(&self, lang: Lang) -> String {
        lang.words(self)
    }

    fn of_fault(severity: Severity, fault: Fault) -> Self {
        let Fault { code, pointer, offset, length, message } = fault;
        Self {
            severity,
            code,
            told: Told::Words(message),
            path: Some(pointer.clone()).filter(|it| !it.is_empty()).into_iter().collect(),
            pointer,
            span: offset..offset + length,
            help: None,
            rule: None,
            inner: None,
        }
    }
}

impl Checked {
    pub(crate) fn is_ok(&self) -> bool {
        self.items.iter().all(|item| item.severity != Severity::Error)
    }

    pub(crate) fn error(fault: Fault) -> Self {
        Self { items: vec![Item::of_fault(Severity::Error, fault)], ..Self::default() }
    }

    /// The notes of a document that could be read; with `strict`, deviations are errors.
    pub(crate) fn notes(notes: Vec<Noted>, strict: bool) -> Self {
        let item = |noted: Noted| {
            let severity = match noted.note.is_deviation() {
                true if strict => Severity::Error,
                true => Severity::Warning,
                false => Severity::Note,
            };
            Item::of_fault(severity, Fault::from(noted))
        };
        Self { items: notes.into_iter().map(item).collect(), ..Self::default() }
    }

    /// What a diagnosis found; `place` finds the bytes of the document that its text was taken from.
    pub(crate) fn diagnosis(
        diagnosis: &Diagnosis,
        place: impl Fn(Range<usize>) -> Range<usize>,
        framed: bool,
    ) -> Self {
        let items = diagnosis.findings().iter().map(|finding| {
            let outermost = finding.layer == 0 && !framed;
            Item {
                severity: finding.severity,
                code: finding.code(),
                told: Told::Problem(finding.problem.clone()),
                pointer: finding.pointer.to_string(),
                path: diagnosis.path(finding).into_iter().map(str::to_owned).collect(),
                span: place(finding.span.clone()),
                help: finding.help,
                rule: Some(finding.rule()),
                inner: (!outermost).then(|| (finding.layer, finding.inner.clone())),
            }
        });
        let texts = diagnosis.layers().iter().map(|layer| Text {
            form: layer.form(),
            bytes: layer.text().to_vec(),
            pointer: layer.pointer().to_owned(),
        });
        Self { items: items.collect(), texts: texts.collect(), omitted: diagnosis.omitted() }
    }
}
