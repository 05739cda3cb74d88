//! What the codec is measured with: corpora, the work that is done on them, and the peers that do the same.
//!
//! * [`corpus`]: messages, made by a seed;
//! * [`ours`] and [`peer`]: one way each to read a message, all giving out the same [`facts`](Facts);
//! * [`limit`]: what the machine can do with the same bytes;
//! * [`group`]: the candidates for one sort of work;
//! * [`measure`]: candidates in turns, as ratios to the first.

#![forbid(unsafe_code)]

pub mod candidate;
pub mod corpus;
mod dice;
mod facts;
pub mod group;
pub mod limit;
pub mod measure;
pub mod ours;
pub mod peer;

pub use dice::Dice;
pub use facts::{Facts, Said};
