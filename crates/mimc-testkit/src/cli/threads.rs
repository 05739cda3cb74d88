//! That several threads give what one gives.

use super::Pieces;
use super::commands::{CHECK, DECODE, ENCODE, JSON, Reader, TABLE, TALK, WRITE};
use super::runs::transcript;

/// However the input arrives, and however much of it is read at once, several threads give what one gives: the same output and
/// diagnostics in the same order, and the same exit status.
pub fn threads_change_nothing(input: &[u8], pieces: &[u8], chunk: usize) {
    for Reader { args, alone, shared, .. } in
        [&*JSON, &*DECODE, &*CHECK, &*TABLE, &*WRITE, &*ENCODE, &*TALK].into_iter().flatten()
    {
        let expected = transcript(alone, Pieces::new(input, &[]), None);
        let shown = [
            transcript(alone, Pieces::new(input, pieces), Some(chunk)),
            transcript(shared, Pieces::new(input, pieces), Some(chunk)),
        ];
        for (code, text) in
            shown.map(|(text, code)| (code, String::from_utf8_lossy(&text).into_owned()))
        {
            assert_eq!(text, String::from_utf8_lossy(&expected.0), "{args}, chunks of {chunk}");
            assert_eq!(code, expected.1, "{args}, chunks of {chunk}");
        }
    }
}
