//! What has to hold for every report.

use jsonschema::Validator;
use mimc_schema_gate::{Change, Contract, Finding, Report, Verdict, close, compare};
use serde_json::Value;

use super::edit::{Files, fixtures, read};

/// What is expected of a change, shortly: `r` and `w` for readers and writers, `?` for undecided,
/// `ok` for compatible, `same` for no change at all.
pub(crate) fn verdicts(change: Option<&Change>) -> String {
    let Some(change) = change else { return "same".into() };
    let has = |verdict| change.findings.iter().any(|finding| finding.verdict == verdict);
    let marks = [
        (Verdict::BreakingForReaders, "r"),
        (Verdict::BreakingForWriters, "w"),
        (Verdict::Undecided, "?"),
    ];
    let marks: String = marks.into_iter().filter(|(v, _)| has(*v)).map(|(_, mark)| mark).collect();
    if marks.is_empty() { "ok".into() } else { marks }
}

/// Compares the fixtures with an edited version.
pub(crate) fn compared(new: &Files) -> Report {
    compare(&read(&fixtures()), &read(new))
}

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(schema).unwrap()
}

/// Every example is taken by one version and refused by the other, in the direction of its verdict.
#[track_caller]
pub(crate) fn examples_separate(
    old: &Value,
    new: &Value,
    contract: Contract,
    findings: &[Finding],
) {
    let [old_takes, new_takes] = [old, new].map(validator);
    for finding in findings {
        let Some(example) = &finding.example else { continue };
        let by = (old_takes.is_valid(example), new_takes.is_valid(example));
        let wanted = match (finding.verdict, contract) {
            (Verdict::BreakingForWriters, _) | (Verdict::BreakingForReaders, Contract::Codegen) => {
                (true, false)
            }
            _ => (false, true),
        };
        assert_eq!(by, wanted, "{} does not show: {}", example, finding.why);
        let later = finding.why.contains("later writers");
        let of = if wanted.0 { old } else { new };
        if contract != Contract::Write && !later {
            assert!(
                validator(&close(of)).is_valid(example),
                "{example} has members without a name"
            );
        }
        assert!(finding.refused_at.is_some(), "where is {example} refused?");
    }
}
