//! The schemas against the decoders: the same documents, the same verdicts. Feature `schema`.

mod documents;
mod edit;
pub mod messages;

pub use documents::{accepts, members};
pub use edit::{edited, edits};
