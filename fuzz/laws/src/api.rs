//! Targets about the HTTP API.

mod answers;
mod edits;
mod history;
mod requests;
mod targets;

pub use answers::answers;
pub use history::history_callback;
pub use requests::requests;
pub use targets::targets;

/// The choices of a tape: one for each byte.
fn choices(bytes: &[u8]) -> Vec<u32> {
    bytes.iter().map(|&byte| byte.into()).collect()
}

/// The bytes of a tape and those of the edits; the tape has as many as are asked for, if there are.
fn tape_and_edits(length: usize, rest: &[u8]) -> (Vec<u32>, &[u8]) {
    let (tape, edits) = rest.split_at(length.min(rest.len()));
    (choices(tape), edits)
}
