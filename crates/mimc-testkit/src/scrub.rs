//! Laws about scrubbing: each panics where it does not hold.

mod api;
mod holder;
mod left;
mod verdict;

use mimc_scrub::{Key, Scrub};

pub use api::ApiVerdictsStay;
pub use holder::{held, secret};
pub use left::{nothing_is_left, words_of};
pub use verdict::{the_diagnosis_stays, the_verdict_stays};

/// A scrubber with a key of this byte.
pub fn scrubber(key: u8) -> Scrub {
    Scrub::new(Key::new(&[key; 32]).expect("a key of 32 bytes"))
}
