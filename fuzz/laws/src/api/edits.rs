//! Small changes to the bytes of a document.

/// Makes the edits: four bytes each, place (two of them), sort and new byte.
pub(super) fn edited(mut document: Vec<u8>, edits: &[u8]) -> Vec<u8> {
    for edit in edits.chunks_exact(4) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]]));
        let at = place % (document.len() + 1);
        let byte = edit[3];
        match edit[2] % 6 {
            0 => document.truncate(at),
            1 if at < document.len() => document[at] = byte,
            2 if at < document.len() => drop(document.remove(at)),
            3 => drop(document.splice(at..at, WORDS[usize::from(byte) % WORDS.len()].bytes())),
            _ => document.insert(at, byte),
        }
    }
    document
}

/// What may stand in a document.
const WORDS: [&str; 12] = [
    "null",
    "0",
    "-1",
    "1.5",
    "1e2",
    "\"\"",
    "\"7\"",
    "[]",
    "{}",
    "{\"a\":1}",
    "\"a\":1,",
    "\\u0000",
];
