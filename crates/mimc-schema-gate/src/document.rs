//! The two versions of one document.

use serde_json::Value;

use crate::difference::{Difference, Of, Question, Side, Witness, difference};
use crate::keyword::{is_annotation, is_unasserted, without};
use crate::pointer::differing;
use crate::{Change, Contract, Document, Finding, Verdict};

use Verdict::{BreakingForReaders, BreakingForWriters, Compatible, Undecided};

/// What changed in a document, if anything did.
pub(crate) fn compare(old: &Document, new: &Document) -> Option<Change> {
    if old.entry == new.entry && old.schema == new.schema {
        return None;
    }
    let mut findings = entry(old, new);
    let mut pointers = Vec::new();
    if old.schema != new.schema {
        let bare = [&old.schema, &new.schema].map(|schema| without(schema, is_annotation));
        pointers = differing(&bare[0], &bare[1]);
        if pointers.is_empty() {
            pointers = differing(&old.schema, &new.schema);
            if old.id == new.id {
                findings.push(Finding::new(Compatible, "only the wording changed"));
            }
        } else {
            findings.extend(schema(old, new, &bare, &pointers));
        }
    }
    if findings.is_empty() {
        findings.push(Finding::new(Compatible, "only its entry in index.json changed"));
    }
    Some(Change { name: new.name.clone(), file: new.path.clone(), pointers, findings })
}

/// A document that only one version has.
pub(crate) fn alone(document: &Document, gone: bool) -> Change {
    let findings = if gone {
        [BreakingForReaders, BreakingForWriters].map(|v| Finding::new(v, "it is gone")).into()
    } else {
        vec![Finding::new(Compatible, "it is new")]
    };
    let (name, file) = (document.name.clone(), document.path.clone());
    Change { name, file, pointers: Vec::new(), findings }
}

fn entry(old: &Document, new: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    if old.id != new.id {
        let why = format!("its $id was `{}`: who refers to that does not find it", old.id);
        findings.push(Finding::new(BreakingForReaders, why));
    }
    if old.path != new.path {
        let why = format!("its file was `{}`: who reads that does not find it", old.path);
        findings.push(Finding::new(BreakingForReaders, why));
    }
    if old.contract != new.contract {
        let why = format!("its contract was `{}` and is `{}`", old.contract, new.contract);
        for verdict in [BreakingForReaders, BreakingForWriters] {
            findings.push(Finding::new(verdict, why.clone()));
        }
    }
    findings
}

fn schema(old: &Document, new: &Document, bare: &[Value; 2], pointers: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let asserted = [&bare[0], &bare[1]].map(|schema| without(schema, is_unasserted));
    // Pointers that go when the unasserted keywords do.
    let told = differing(&asserted[0], &asserted[1]);
    if pointers.iter().any(|pointer| !told.contains(pointer)) {
        let why = "what no validator looks at changed, such as contentEncoding";
        findings.push(Finding::new(Undecided, why));
    }
    if asserted[0] == asserted[1] {
        return findings;
    }
    let (old_side, new_side) = (Side::of(&old.schema), Side::of(&new.schema));
    match old.contract {
        Contract::Read => read(&old_side, &new_side, &mut findings),
        Contract::Write => {
            let lost = difference(&old_side, &new_side, Of::All);
            findings.extend(lost_to_writers(lost));
        }
        Contract::Codegen => codegen(&old_side, &new_side, &mut findings),
    }
    if findings.is_empty() {
        let why = if old_side.plain == new_side.plain {
            "it says the same in another form"
        } else if old.contract == Contract::Write {
            "every document of the old version is one of the new version"
        } else {
            "either version takes what the other one describes"
        };
        findings.push(Finding::new(Compatible, why));
    }
    findings
}

fn read(old: &Side<'_>, new: &Side<'_>, findings: &mut Vec<Finding>) {
    let lost = Question::new(old, new, Of::Closed);
    let more = Question::new(new, old, Of::Closed);
    findings.extend(lost_to_writers(lost.difference()));
    findings.extend(match more.difference() {
        Difference::Nothing => None,
        Difference::Document(witness) => Some(with(
            BreakingForReaders,
            "the new version has a document that the old one refuses",
            witness,
        )),
        Difference::Unknown => Some(Finding::new(
            Undecided,
            "cannot tell whether the old version takes all that the new one describes",
        )),
    });
    let shut = "an object is closed now: the members of later writers are refused";
    later(&lost, BreakingForWriters, shut, findings);
    let opened = "an object is open now: the old version refuses the members of later writers";
    later(&more, BreakingForReaders, opened, findings);
}

/// Whether objects were closed or opened, which no document of the present members shows.
fn later(question: &Question<'_>, verdict: Verdict, why: &str, findings: &mut Vec<Finding>) {
    match question.later_member() {
        Difference::Nothing => {}
        Difference::Document(witness) => findings.push(with(verdict, why, witness)),
        // It breaks in any case.
        Difference::Unknown if findings.iter().any(|it| it.verdict == verdict) => {}
        Difference::Unknown => {
            let why = "cannot tell whether an object was opened or closed";
            findings.push(Finding::new(Undecided, why));
        }
    }
}

fn codegen(old: &Side<'_>, new: &Side<'_>, findings: &mut Vec<Finding>) {
    match difference(old, new, Of::Closed) {
        Difference::Nothing => {}
        Difference::Document(Witness { document, refused }) => {
            for verdict in [BreakingForReaders, BreakingForWriters] {
                let why = "the old version has a document that the new one refuses";
                let witness = Witness { document: document.clone(), refused: refused.clone() };
                findings.push(with(verdict, why, witness));
            }
        }
        Difference::Unknown => findings.push(Finding::new(Undecided, UNSURE)),
    }
    let why = "there is more than before: an exhaustive switch needs a default branch";
    match difference(new, old, Of::Closed) {
        Difference::Nothing => {}
        Difference::Document(witness) => findings.push(with(Compatible, why, witness)),
        Difference::Unknown => {
            let why = "there may be more than before: an exhaustive switch needs a default branch";
            findings.push(Finding::new(Compatible, why));
        }
    }
}

const UNSURE: &str = "cannot tell whether the new version takes all that the old one describes";

fn lost_to_writers(lost: Difference) -> Option<Finding> {
    let why = "the old version has a document that the new one refuses";
    match lost {
        Difference::Nothing => None,
        Difference::Document(witness) => Some(with(BreakingForWriters, why, witness)),
        Difference::Unknown => Some(Finding::new(Undecided, UNSURE)),
    }
}

fn with(verdict: Verdict, why: &str, witness: Witness) -> Finding {
    let mut finding = Finding::new(verdict, why);
    finding.example = Some(witness.document);
    if let Some((pointer, said)) = witness.refused {
        finding.refused_at = Some(format!("{pointer}: {said}"));
    }
    finding
}
