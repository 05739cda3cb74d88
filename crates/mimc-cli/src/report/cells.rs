//! A line of text as cells of a terminal, cut where it is long.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

use super::mask::Hidden;
use crate::show::is_unsafe;

/// What stands for what was cut off.
const CUT: &str = "...";

/// A piece of a line as it is shown, and where the marks below it begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    pub(crate) marks: Range<usize>,
}

/// One character, or a byte that is none, as it is shown.
struct Cell {
    text: String,
    columns: usize,
    bytes: Range<usize>,
}

/// Shows a line around `span`, in at most so many columns.
pub(crate) fn show(
    text: &[u8],
    line: Range<usize>,
    span: &Range<usize>,
    hidden: &Hidden,
    columns: usize,
) -> Shown {
    let room = columns.saturating_sub(2 * CUT.len()).max(8);
    let start = span.start.clamp(line.start, line.end);
    let end = span.end.clamp(start, line.end);
    // The marks first, then what stands before, then what follows: each as far as there is room.
    let (marked, marks_whole) = forward(text, start..end, hidden, room);
    let used: usize = marked.iter().map(|cell| cell.columns).sum();
    let left = room - used.min(room);
    let after_all = forward(text, end..line.end, hidden, left);
    let before_room = left - width(&after_all.0).min(left / 2).min(left);
    let (before, before_whole) = backward(text, line.start..start, hidden, before_room);
    let (after, after_whole) = if marks_whole {
        forward(text, end..line.end, hidden, left - width(&before).min(left))
    } else {
        (Vec::new(), true)
    };
    let mut shown = String::new();
    let mut column = 0;
    let mut marks = 0..0;
    if !before_whole {
        shown += CUT;
        column += CUT.len();
    }
    for (nth, cells) in [before, marked, after].into_iter().enumerate() {
        if nth == 1 {
            marks.start = column;
        }
        for cell in cells {
            shown += &cell.text;
            column += cell.columns;
        }
        if nth == 1 {
            marks.end = column.max(marks.start + 1);
        }
    }
    if !marks_whole || !after_whole {
        shown += CUT;
    }
    Shown { text: shown, marks }
}

fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.columns).sum()
}

/// The cells at the start of some bytes, and whether they are all.
fn forward(text: &[u8], bytes: Range<usize>, hidden: &Hidden, columns: usize) -> (Vec<Cell>, bool) {
    let (mut cells, mut used, mut at) = (Vec::new(), 0, bytes.start);
    while at < bytes.end {
        let cell = cell(text, at, bytes.end, hidden);
        used += cell.columns;
        if used > columns {
            return (cells, false);
        }
        at = cell.bytes.end;
        cells.push(cell);
    }
    (cells, true)
}

/// The cells at the end of some bytes, and whether they are all.
fn backward(
    text: &[u8],
    bytes: Range<usize>,
    hidden: &Hidden,
    columns: usize,
) -> (Vec<Cell>, bool) {
    // No cell has fewer columns than a quarter of its bytes; some have none.
    let mut start = bytes.end.saturating_sub(columns * 4 + 4).max(bytes.start);
    while start > bytes.start && text.get(start).is_some_and(|byte| byte & 0xc0 == 0x80) {
        start -= 1;
    }
    let (mut cells, _) = forward(text, start..bytes.end, hidden, usize::MAX);
    let mut used = width(&cells);
    let mut dropped = 0;
    for cell in &cells {
        if used <= columns {
            break;
        }
        used -= cell.columns;
        dropped += 1;
    }
    cells.drain(..dropped);
    (cells, start == bytes.start && dropped == 0)
}

/// The character at a byte.
fn cell(text: &[u8], at: usize, end: usize, hidden: &Hidden) -> Cell {
    let rest = &text[at..end.min(at + 4)];
    let valid = match std::str::from_utf8(rest) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default(),
    };
    let Some(c) = valid.chars().next() else {
        let text = format!("\\x{:02x}", rest.first().copied().unwrap_or_default());
        return Cell { columns: text.len(), text, bytes: at..at + 1 };
    };
    let bytes = at..at + c.len_utf8();
    if hidden.hides(at) && c.is_alphanumeric() {
        return Cell { text: "*".to_owned(), columns: 1, bytes };
    }
    if is_unsafe(c) {
        let text: String = c.escape_default().collect();
        return Cell { columns: text.len(), text, bytes };
    }
    Cell { text: c.to_string(), columns: c.width().unwrap_or_default(), bytes }
}
