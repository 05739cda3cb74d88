//! What the lines of an input are, slowly and obviously, and that the reader of lines finds them.

use mimc_cli::Chunks;

use super::Pieces;

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A line's number, and its bytes unless it is above the limit.
pub type Expected<'b> = (u64, Option<&'b [u8]>);

/// Whether the input begins with a byte order mark, and its lines that are not blank.
pub fn expected(input: &[u8], limit: usize) -> (bool, Vec<Expected<'_>>) {
    let bare = input.strip_prefix(MARK).unwrap_or(input);
    let mut lines: Vec<&[u8]> = bare.split(|&byte| byte == b'\n').collect();
    // Behind the last line feed, nothing is no line.
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let numbered =
        (1..).zip(lines.into_iter().map(|line| line.strip_suffix(b"\r").unwrap_or(line)));
    let found = numbered.filter_map(|(number, line)| match line {
        long if long.len() > limit => Some((number, None)),
        blank if blank.trim_ascii().is_empty() => None,
        line => Some((number, Some(line))),
    });
    (bare.len() < input.len(), found.collect())
}

/// However the bytes arrive, and however many are read at once, the lines are those of the input; and what is held is a
/// chunk, or a line at the limit with its end, and a chunk that was given back.
pub fn lines_are_those_of_the_input(input: &[u8], limit: usize, pieces: &[u8]) {
    for size in [0, limit, 16, 1 << 18] {
        lines_of_chunks(input, limit, pieces, size);
    }
}

fn lines_of_chunks(input: &[u8], limit: usize, pieces: &[u8], size: usize) {
    let mut chunks = Chunks::new(Pieces::new(input, pieces), limit, size);
    let mut found = Vec::new();
    let mut next = 1;
    while let Some(chunk) = chunks.advance().expect("a reader that does not fail") {
        let mut lines = chunk.lines(next);
        for line in &mut lines {
            found.push((line.number, line.text.ok().map(<[u8]>::to_vec)));
        }
        assert_eq!(lines.next_number(), next + chunk.count());
        next = lines.next_number();
        chunks.reuse(chunk);
        // Room for the mark, at least.
        let size = size.max(MARK.len());
        let most = size.max(limit + 2) + size;
        assert!(chunks.allocated() <= most, "{} bytes above {most}", chunks.allocated());
    }
    let (marked, expected) = expected(input, limit);
    assert_eq!(chunks.marked(), marked);
    let found: Vec<_> = found.iter().map(|(number, text)| (*number, text.as_deref())).collect();
    assert_eq!(found, expected, "limit {limit}, pieces {pieces:?}, chunks of {size}");
}
