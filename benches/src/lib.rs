//! What the codec is measured with: corpora, the work that is done on them, and the peers that do the same.
//!
//! * [`corpus`]: messages, made by a seed;
//! * [`ours`] and [`peer`]: one way each to read a message, all giving out the same [`facts`](Facts);
//! * [`limit`]: what the machine can do with the same bytes;
//! * [`group`]: the candidates for one sort of work;
//! * [`measure`]: candidates in turns, as ratios to each other;
//! * [`instructions`], and the [`budgets`] that they are held to;
//! * [`program`]: `mimc` itself, against other programs;
//! * [`report`]: all of it, as a page with plots.

#![forbid(unsafe_code)]

pub mod budgets;
pub mod candidate;
pub mod corpus;
mod dice;
mod facts;
mod faults;
pub mod group;
pub mod instructions;
pub mod limit;
pub mod measure;
pub mod ours;
pub mod peer;
pub mod program;
pub mod report;
mod tool;

pub use dice::Dice;
pub use facts::{Facts, Said};
