//! Findings in one line each.

use std::fmt::Write as _;

use super::item::Checked;
use super::layout::Page;
use super::place::position;
use crate::show::safe;

/// One line a finding: place, severity, code, member, words.
pub(crate) fn short(page: Page<'_>, checked: &Checked, text: &[u8], first: u64) -> String {
    let Page { file, lang, .. } = page;
    let mut out = String::new();
    for item in &checked.items {
        let place = position(text, item.span.start, first);
        let pointer = safe(&item.path.join(" > "));
        let pointer = if pointer.is_empty() { pointer } else { format!("`{pointer}`: ") };
        let (severity, words) = (lang.severity(item.severity), safe(&item.words(lang)));
        let help = item.help.map(|help| format!(" ({})", safe(&lang.help(help))));
        let _ = writeln!(
            out,
            "{file}:{}:{}: {severity}[{}]: {pointer}{words}{}",
            place.line,
            place.column,
            item.code,
            help.unwrap_or_default(),
        );
    }
    if checked.omitted > 0 {
        let _ = writeln!(out, "{file}:{first}: {}", lang.more(checked.omitted));
    }
    out
}
