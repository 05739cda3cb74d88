//! The verdict on a document, for machines.

use super::item::Checked;
use super::place::{characters, position};
use crate::json;
use crate::lang::Lang;

/// Writes the verdict on one document, as a JSON object on a line.
pub(crate) fn write_verdict(
    out: &mut Vec<u8>,
    line: u64,
    text: &[u8],
    checked: &Checked,
    lang: Lang,
) {
    json::put(out, "{\"line\":");
    json::number(out, line);
    let ok = checked.is_ok();
    json::put(out, if ok { ",\"ok\":true,\"faults\":[" } else { ",\"ok\":false,\"faults\":[" });
    for (number, item) in checked.items.iter().enumerate() {
        json::member(out, if number == 0 { "{\"code\":" } else { ",{\"code\":" }, item.code);
        json::member(out, ",\"severity\":", item.severity.name());
        json::member(out, ",\"pointer\":", &item.pointer);
        json::put(out, ",\"offset\":");
        json::number(out, item.span.start as u64);
        json::put(out, ",\"length\":");
        json::number(out, item.span.len() as u64);
        json::member(out, ",\"message\":", &item.words(lang));
        let place = position(text, item.span.start, line);
        json::put(out, ",\"at\":{\"line\":");
        json::number(out, place.line);
        json::put(out, ",\"column\":");
        json::number(out, place.column as u64);
        json::put(out, ",\"characters\":");
        let bytes = text.get(item.span.clone()).unwrap_or_default();
        json::number(out, characters(bytes) as u64);
        json::put(out, "}");
        if item.path.len() > 1 {
            json::put(out, ",\"path\":[");
            for (nth, pointer) in item.path.iter().enumerate() {
                json::member(out, if nth == 0 { "" } else { "," }, pointer);
            }
            json::put(out, "]");
        }
        if let Some(help) = item.help {
            json::member(out, ",\"help\":", &lang.help(help));
        }
        if let Some(rule) = item.rule {
            json::member(out, ",\"rule\":", rule);
        }
        json::put(out, "}");
    }
    json::put(out, "]");
    if checked.omitted > 0 {
        json::put(out, ",\"omitted\":");
        json::number(out, checked.omitted as u64);
    }
    json::put(out, "}\n");
}
