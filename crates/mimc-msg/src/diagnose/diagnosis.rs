//! All that there is to say about a text.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::finding::{Finding, Problem, Severity};
use super::help::Help;
use super::layer::Layer;

/// All that there is to say about a text.
///
/// The first error is the one that decoding gives; the rest follow by their place in the text. It holds copies of the
/// text and of what is inside, which are not wiped: where that is a secret, diagnose when somebody asks, and drop it.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    findings: Vec<Finding>,
    layers: Vec<Layer>,
    omitted: usize,
}

impl Diagnosis {
    /// What was found.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The text that was handed in, and the texts inside it that were looked at.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// How many findings were left out, since there were more than were asked for.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// Whether there is no error: then decoding with the same options succeeds.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }

    /// The bytes of the text that was handed in from which these bytes of a layer come.
    #[must_use]
    pub fn outermost(&self, layer: usize, range: Range<usize>) -> Range<usize> {
        outermost(&self.layers, layer, range)
    }

    /// The JSON pointers that lead to a finding, from the outermost text inwards: one for each JSON text on the way.
    #[must_use]
    pub fn path<'d>(&'d self, finding: &'d Finding) -> Vec<&'d str> {
        let mut path = Vec::new();
        let mut next = self.layers.get(finding.layer);
        while let Some(layer) = next {
            path.push(layer.pointer());
            next = layer.parent().and_then(|parent| self.layers.get(parent));
        }
        path.reverse();
        path.push(&*finding.pointer);
        path.retain(|pointer| !pointer.is_empty());
        path.dedup();
        path
    }
}

/// The bytes of the outermost text from which these bytes of a layer come.
pub(crate) fn outermost(layers: &[Layer], layer: usize, mut range: Range<usize>) -> Range<usize> {
    let mut next = layers.get(layer);
    while let Some(layer) = next {
        range = layer.in_parent(range);
        next = layer.parent().and_then(|parent| layers.get(parent));
    }
    range
}

/// Gathers findings.
#[derive(Debug)]
pub(crate) struct Gathering {
    findings: Vec<Finding>,
    pub(crate) layers: Vec<Layer>,
    /// Code, place and pointer of what was told.
    told: HashSet<(&'static str, usize, Cow<'static, str>)>,
    pub(crate) most: usize,
    pub(crate) omitted: usize,
    /// What findings count as at most.
    pub(crate) cap: Option<Severity>,
}

impl Gathering {
    pub(crate) fn new(text: &[u8], most: usize) -> Self {
        Self {
            findings: Vec::new(),
            layers: vec![Layer::input(text)],
            told: HashSet::new(),
            most: most.max(1),
            omitted: 0,
            cap: None,
        }
    }

    /// Adds a layer, and gives its index.
    pub(crate) fn layer(&mut self, layer: Layer) -> usize {
        self.layers.push(layer);
        self.layers.len() - 1
    }

    /// How many findings there are, those included that are left out.
    pub(crate) fn found(&self) -> usize {
        self.findings.len() + self.omitted
    }

    /// Adds a finding about these bytes of a layer, unless it is there.
    pub(crate) fn tell(&mut self, layer: usize, told: Told) {
        let Told { problem, severity, pointer, inner, help } = told;
        let span = outermost(&self.layers, layer, inner.clone());
        let pointer: Cow<'static, str> = pointer.into();
        let severity = self.cap.map_or(severity, |cap| severity.max(cap));
        let finding = Finding { problem, severity, layer, pointer, span, inner, help };
        let key = (finding.code(), finding.span.start, finding.pointer.clone());
        if self.told.contains(&key) {
            return;
        }
        if self.findings.len() >= self.most {
            self.omitted += 1;
            return;
        }
        self.told.insert(key);
        self.findings.push(finding);
    }

    pub(crate) fn finish(self) -> Diagnosis {
        let Self { mut findings, layers, omitted, .. } = self;
        let first = findings.iter().position(|finding| finding.severity == Severity::Error);
        let first = first.map(|at| findings.remove(at));
        findings.sort_by_key(|finding| finding.span.start);
        if let Some(first) = first {
            findings.insert(0, first);
        }
        Diagnosis { findings, layers, omitted }
    }
}

/// A finding before its place in the outermost text is known.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) problem: Problem,
    pub(crate) severity: Severity,
    pub(crate) pointer: String,
    pub(crate) inner: Range<usize>,
    pub(crate) help: Option<Help>,
}
