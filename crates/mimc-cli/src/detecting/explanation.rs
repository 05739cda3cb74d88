//! The evidence for people.

use mimc_msg::{Dialect, Evidence, Flag as _, Objection, Question, RuledOut};

use super::excerpt;
use crate::show::{columns, safe};

/// What was found, what deviates, and what speaks against the others: lines, of which the last has no end.
pub(crate) fn explain(evidence: &Evidence, text: &[u8]) -> String {
    let names: Vec<_> = evidence.fits.iter().map(Dialect::name).collect();
    let name = evidence.dialect.map_or_else(|| names.join(", "), |dialect| dialect.name().into());
    let mut lines = vec![format!("{name} ({})", evidence.confidence.describe())];
    let mut shown = None;
    let rows: Vec<[String; 3]> = evidence
        .answers
        .iter()
        .map(|answer| {
            // Two answers in a row are read from the body.
            let place = answer.place.as_ref().filter(|place| shown.replace(*place) != Some(*place));
            let place = place.map_or_else(String::new, |place| {
                let text = safe(&excerpt(text, place));
                format!("{text}  (`{}`, byte {})", safe(&place.pointer), place.offset)
            });
            [format!("  {}", answer.question.code()), answer.found.to_owned(), place]
        })
        .collect();
    let rows: Vec<[&str; 3]> = rows.iter().map(|[a, b, c]| [&**a, &**b, &**c]).collect();
    lines.extend(columns(&rows));
    for (deviation, place) in &evidence.deviations {
        let (code, told) = (deviation.code(), deviation.describe());
        lines.push(format!("  deviates: {code} at {}: {told}", safe(&place.to_string())));
    }
    let (near, far): (Vec<_>, Vec<_>) =
        evidence.ruled_out.iter().partition(|other| other.objections.len() == 1);
    lines.extend(near.into_iter().map(not));
    let far: Vec<_> = far.iter().map(|other| other.dialect.name()).collect();
    if !far.is_empty() {
        lines.push(format!("  not {}: more than one thing differs", far.join(", ")));
    }
    lines.join("\n")
}

/// Why a dialect that nearly fits does not.
fn not(RuledOut { dialect, objections, .. }: &RuledOut) -> String {
    let why: Vec<_> = objections.iter().map(would).collect();
    format!("  not {}: {}", dialect.name(), why.join("; "))
}

/// What would have to be otherwise.
fn would(objection: &Objection) -> String {
    let expected = objection.expected;
    match objection.question {
        Question::Type => format!("the type would be {expected}"),
        Question::Beside => format!("`bizType` beside it would be {expected}"),
        Question::Timestamp => format!("`timestamp` would be {expected}"),
        Question::Body | Question::Encoding => format!("the body would be {expected}"),
        Question::Order => format!("the order would be {expected}"),
        _ => format!("it would be {expected}"),
    }
}
