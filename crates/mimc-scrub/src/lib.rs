//! Replaces names, ids, texts and secrets in MIMC traffic, so that it can be shown in a bug report.
//!
//! What is wrong with a message can rarely be told from a description, and the message itself has other people's words
//! in it. [`Scrub`] replaces these and leaves all else: the dialect, the structure, the faults, the white space, the
//! spelling of numbers and escapes, the layers of base64. A document need not be valid for it, nor JSON at all.
//!
//! ```
//! use mimc_scrub::{Key, Scrub};
//!
//! let scrub = Scrub::new(Key::new(b"a key for this example")?);
//! let message = br#"{"version":0,"msgId":"AF7T1-2","msgType":103,"timestamp":1531738530000,"content":"5L2g5aW9"}"#;
//! let replaced = scrub.document(message);
//!
//! // The Android demo's form is as it was: id and text are others, behind the base64.
//! let (before, after) = (mimc_msg::decode(message)?, mimc_msg::decode(&replaced)?);
//! assert_eq!(before.dialect, after.dialect);
//! assert_eq!(before.envelope.timestamp, after.envelope.timestamp);
//! assert_ne!(before.envelope.id, after.envelope.id);
//! assert_ne!(before.envelope.body, after.envelope.body);
//! assert_eq!(message.len(), replaced.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A value has the same replacement wherever it stands, in whatever document, as long as the key is the same: a receipt
//! still names its message, and who wrote what can be followed. Different values of the same form have different
//! replacements. `docs/scrub.md` in the repository lists what is replaced, what is kept, and what cannot be promised.

#![forbid(unsafe_code)]

/// The example of the README, compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod bare;
mod bytes;
mod digits;
mod json;
mod key;
mod layer;
mod object;
mod permute;
mod script;
mod scrub;
mod sight;
mod text;
mod units;
mod words;

pub use key::{Key, ShortKey};
pub use scrub::Scrub;
