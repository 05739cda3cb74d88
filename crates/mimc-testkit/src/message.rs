//! What proptest makes of messages: envelopes, texts with oddities, JSON.

mod body;
mod envelope;
mod json;
pub mod law;
mod odd;
mod parts;
mod rough;

pub use envelope::{dialect, envelope};
pub use json::json_text;
pub use odd::odd_message;
pub use rough::rough_json;
