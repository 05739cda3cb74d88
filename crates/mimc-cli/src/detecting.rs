//! Why messages are of their dialects: for people and for machines.

mod explanation;
mod table;

use mimc_msg::{Dialect, Evidence, Flag as _, Place};

use crate::json;

pub(crate) use explanation::explain;
pub(crate) use table::Table;

/// Writes the evidence as one JSON object.
pub(crate) fn write_evidence(
    out: &mut Vec<u8>,
    line: u64,
    kind: &str,
    evidence: &Evidence,
    text: &[u8],
) {
    json::put(out, "{\"line\":");
    json::number(out, line);
    json::put(out, ",\"ok\":true,\"dialect\":");
    match evidence.dialect {
        Some(dialect) => json::member(out, "", dialect.name()),
        None => json::put(out, "null"),
    }
    json::put(out, ",\"fits\":");
    json::names(out, evidence.fits.iter().map(Dialect::name));
    json::member(out, ",\"confidence\":", evidence.confidence.code());
    json::member(out, ",\"kind\":", kind);
    let mut before = ",\"answers\":[";
    for answer in &evidence.answers {
        json::member(out, &format!("{before}{{\"question\":"), answer.question.code());
        json::member(out, ",\"found\":", answer.found);
        if let Some(place) = &answer.place {
            write_place(out, place);
            json::member(out, ",\"text\":", &excerpt(text, place));
        }
        json::put(out, "}");
        before = ",";
    }
    json::put(out, "],\"deviations\":[");
    before = "";
    for (deviation, place) in &evidence.deviations {
        json::member(out, &format!("{before}{{\"code\":"), deviation.code());
        write_place(out, place);
        json::put(out, "}");
        before = ",";
    }
    json::put(out, "],\"ruledOut\":[");
    before = "";
    for other in &evidence.ruled_out {
        json::member(out, &format!("{before}{{\"dialect\":"), other.dialect.name());
        let mut first = ",\"objections\":[";
        for objection in &other.objections {
            json::member(out, &format!("{first}{{\"question\":"), objection.question.code());
            json::member(out, ",\"expected\":", objection.expected);
            json::put(out, "}");
            first = ",";
        }
        json::put(out, if first == "," { "]}" } else { ",\"objections\":[]}" });
        before = ",";
    }
    json::put(out, "]}\n");
}

fn write_place(out: &mut Vec<u8>, place: &Place) {
    json::member(out, ",\"pointer\":", &place.pointer);
    json::put(out, ",\"offset\":");
    json::number(out, place.offset as u64);
    json::put(out, ",\"length\":");
    json::number(out, place.length as u64);
}

/// The text at a place, cut where it is long.
fn excerpt(text: &[u8], place: &Place) -> String {
    const LONGEST: usize = 48;
    let end = place.offset.saturating_add(place.length).min(text.len());
    let found = String::from_utf8_lossy(text.get(place.offset..end).unwrap_or_default());
    match found.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}...", found.get(..cut).unwrap_or_default()),
        None => found.into_owned(),
    }
}
