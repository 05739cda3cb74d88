//! A finding with the text that it is about, as compilers show it.

use std::fmt::Write as _;

use mimc_msg::{LayerForm, Severity};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::cells::show;
use super::item::{Checked, Item, Text};
use super::mask::Hidden;
use super::place::{Position, position};
use crate::lang::Lang;
use crate::show::safe;

/// What all findings of a run are shown with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'p> {
    pub(crate) file: &'p str,
    pub(crate) width: usize,
    pub(crate) lang: Lang,
}

/// Shows all that was found about a document whose first line has this number.
pub(crate) fn full(
    page: Page<'_>,
    checked: &Checked,
    text: &[u8],
    first: u64,
    hidden: &Hidden,
) -> String {
    let mut out = String::new();
    let mut folded: Vec<bool> = vec![false; checked.items.len()];
    for (at, item) in checked.items.iter().enumerate() {
        if folded.get(at).copied().unwrap_or_default() {
            continue;
        }
        let line = position(text, item.span.start, first).line;
        let mut columns = Vec::new();
        for (later, other) in checked.items.iter().enumerate().skip(at + 1) {
            let place = || position(text, other.span.start, first);
            if is_same(item, other) && place().line == line {
                columns.push(place().column);
                if let Some(folded) = folded.get_mut(later) {
                    *folded = true;
                }
            }
        }
        one(&mut out, page, checked, item, text, first, hidden);
        if !columns.is_empty() {
            let (word, columns) = page.lang.also(&columns);
            note(&mut out, &" ".repeat(line.to_string().len()), word, &columns, page.width);
        }
        out.push('\n');
    }
    if checked.omitted > 0 {
        let more = page.lang.more(checked.omitted);
        let _ = writeln!(out, "{}:{first}: {more}\n", page.file);
    }
    out
}

fn one(
    out: &mut String,
    page: Page<'_>,
    checked: &Checked,
    item: &Item,
    text: &[u8],
    first: u64,
    hidden: &Hidden,
) {
    let Page { file, width, lang } = page;
    let place = position(text, item.span.start, first);
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    let title = format!("{}[{}]: ", lang.severity(item.severity), item.code);
    let words = safe(&item.words(lang));
    wrapped(out, &title, &words, 0, width);
    let at = format!("{margin}--> {file}:{}:{}", place.line, place.column);
    let pointer = tail(&safe(&item.path.join(" > ")), width.saturating_sub(at.width() + 2));
    let _ = writeln!(out, "{at}{}{pointer}", if pointer.is_empty() { "" } else { "  " });
    if !text.is_empty() {
        let label = lang.label(item).filter(|_| item.inner.is_none()).unwrap_or_default();
        let gutter = Gutter { margin: &margin, number: &number, width };
        gutter.snippet(out, text, &place, &item.span, item.severity, &safe(&label), hidden);
    }
    let unhidden = Hidden::nothing();
    if let Some((index, inner)) = &item.inner {
        if let Some(Text { form, bytes, pointer }) = checked.texts.get(*index) {
            let where_ = match form {
                LayerForm::Base64 => lang.frame().behind_base64,
                _ => lang.frame().inside_string,
            };
            let of =
                if pointer.is_empty() { String::new() } else { format!(" ({})", safe(pointer)) };
            let _ = writeln!(out, "{margin} = {where_}{of}:");
            let place = position(bytes, inner.start, 1);
            let gutter = Gutter { margin: &margin, number: &margin, width };
            let label = safe(&lang.label(item).unwrap_or_default());
            gutter.snippet(out, bytes, &place, inner, item.severity, &label, &unhidden);
        }
    }
    if let Some(help) = item.help {
        note(out, &margin, lang.frame().help, &safe(&lang.help(help)), width);
    }
    if let Some(rule) = item.rule {
        note(out, &margin, lang.frame().rule, rule, width);
    }
}

/// The end of a text, of so many columns at most but some at least.
fn tail(text: &str, columns: usize) -> String {
    if text.width() <= columns.max(20) {
        return text.to_owned();
    }
    let mut left = columns.max(20) - 3;
    let kept = text.char_indices().rev().take_while(|(_, c)| {
        let columns = c.width().unwrap_or_default();
        let fits = columns <= left;
        left = left.saturating_sub(columns);
        fits
    });
    let start = kept.last().map_or(text.len(), |(at, _)| at);
    format!("...{}", &text[start..])
}

/// Whether two findings are one slip that was made throughout a text: another sort of quotes, names without quotes.
fn is_same(one: &Item, other: &Item) -> bool {
    one.code == "unexpected-byte"
        && other.code == one.code
        && one.help.is_some()
        && one.help == other.help
}

fn note(out: &mut String, margin: &str, word: &str, text: &str, width: usize) {
    let start = format!("{margin} = {word}: ");
    let indent = margin.len() + 5 + word.len();
    wrapped(out, &start, text, indent.min(12), width);
}

/// Writes text behind a start, in lines of at most so many columns where there are spaces to break at.
fn wrapped(out: &mut String, start: &str, text: &str, indent: usize, width: usize) {
    let mut column = start.width();
    out.push_str(start);
    for (nth, word) in text.split(' ').enumerate() {
        let columns = word.width();
        if nth > 0 {
            if column + 1 + columns > width && column > indent {
                out.push('\n');
                out.push_str(&" ".repeat(indent));
                column = indent;
            } else {
                out.push(' ');
                column += 1;
            }
        }
        for c in word.chars() {
            let columns = c.width().unwrap_or_default();
            // Chinese has no spaces, and breaks anywhere but before marks of punctuation.
            if column + columns > width
                && columns == 2
                && !"\u{ff0c}\u{3002}\u{3001}\u{ff1a}\u{ff1b}\u{ff09}\u{201d}\u{300b}\u{ff1f}"
                    .contains(c)
            {
                out.push('\n');
                out.push_str(&" ".repeat(indent));
                column = indent;
            }
            out.push(c);
            column += columns;
        }
    }
    out.push('\n');
}

/// The column of line numbers.
struct Gutter<'g> {
    margin: &'g str,
    number: &'g str,
    width: usize,
}

impl Gutter<'_> {
    #[allow(clippy::too_many_arguments, reason = "what a snippet is made of")]
    fn snippet(
        &self,
        out: &mut String,
        text: &[u8],
        place: &Position,
        span: &std::ops::Range<usize>,
        severity: Severity,
        label: &str,
        hidden: &Hidden,
    ) {
        let Self { margin, number, width } = self;
        let columns = width.saturating_sub(margin.len() + 3);
        let shown = show(text, place.of.clone(), span, hidden, columns);
        let mark = if severity == Severity::Error { "^" } else { "-" };
        let marks = mark.repeat(shown.marks.len());
        let space = " ".repeat(shown.marks.start);
        let _ = writeln!(out, "{margin} |");
        let _ = writeln!(out, "{number} | {}", shown.text);
        let line = format!("{margin} | {space}{marks}");
        let after = columns.saturating_sub(shown.marks.end + 1);
        let _ = if label.is_empty() {
            writeln!(out, "{line}")
        } else if label.width() <= after {
            writeln!(out, "{line} {label}")
        } else {
            // Below the marks, as far to the left as it must.
            let left = shown.marks.start.min(columns.saturating_sub(label.width()));
            writeln!(out, "{line}\n{margin} | {}{label}", " ".repeat(left))
        };
    }
}
