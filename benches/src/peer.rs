//! Other ways to do the same work: what people write with the libraries that there are.
//!
//! Each reads all eleven dialects and gives out the same facts as the codec. None of them says which dialect
//! it read, reports deviations or notes, or refuses a duplicate name at any depth; what else one does not do is
//! told where it is defined.

pub mod base64;
mod borrowed;
pub mod dom;
pub mod encode;
pub mod flat;
pub mod history;
mod known;
mod members;
mod owned;
pub mod serde_visitor;
pub mod simd;
pub mod sonic;
pub mod tagged;
mod visitor;
mod wire;
