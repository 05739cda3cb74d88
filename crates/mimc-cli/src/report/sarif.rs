//! SARIF 2.1.0, which code hosts and editors show.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Mutex;

use mimc_msg::Severity;
use serde_json::{Value, json};

use super::item::Checked;
use super::place::position;
use crate::explain;
use crate::lang::Lang;

/// The findings of a run, gathered by any thread; each with the number of its document and of itself.
#[derive(Debug, Default)]
pub(crate) struct Results(Mutex<Vec<(u64, usize, Value)>>);

impl Results {
    /// Takes what was found about a document.
    pub(crate) fn take(&self, file: &str, line: u64, text: &[u8], checked: &Checked, lang: Lang) {
        let Ok(mut all) = self.0.lock() else { return };
        for (nth, item) in checked.items.iter().enumerate() {
            let start = position(text, item.span.start, line);
            let end = position(text, item.span.end, line);
            let level = match item.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "note",
            };
            let help = item.help.map(|help| format!("\n{}", lang.help(help))).unwrap_or_default();
            let mut location = json!({
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(file) },
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                },
            });
            if !item.path.is_empty() {
                let name = item.path.join(" > ");
                location["logicalLocations"] =
                    json!([{ "fullyQualifiedName": name, "kind": "member" }]);
            }
            let result = json!({
                "ruleId": item.code,
                "level": level,
                "message": { "text": format!("{}{help}", item.words(lang)) },
                "locations": [location],
            });
            all.push((line, nth, result));
        }
    }
}

/// Writes the log of a run.
pub(crate) fn write(results: Results, lang: Lang) -> Vec<u8> {
    let mut results = results.0.into_inner().unwrap_or_default();
    results.sort_by_key(|(line, nth, _)| (*line, *nth));
    let codes: BTreeSet<&str> =
        results.iter().filter_map(|(_, _, result)| result["ruleId"].as_str()).collect();
    let rules = codes.iter().map(|code| {
        let explained = explain::of(code, lang);
        let (what, why, cure) =
            explained.map_or((*code, *code, *code), |it| (it.what, it.why, it.cure));
        json!({
            "id": code,
            "shortDescription": { "text": what },
            "fullDescription": { "text": why },
            "help": { "text": cure },
        })
    });
    let rules: Vec<Value> = rules.collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "mimc", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results.into_iter().map(|(_, _, result)| result).collect::<Vec<_>>(),
        }],
    });
    let mut out = Vec::new();
    crate::json::raw(&mut out, &log.to_string());
    out.push(b'\n');
    out
}

/// The name of a file as a reference that SARIF takes.
fn uri(file: &str) -> String {
    if file == "-" {
        return "stdin".to_owned();
    }
    let mut uri = String::new();
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
