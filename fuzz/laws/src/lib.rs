//! The fuzz targets as plain functions: each takes bytes, makes of them what it is about, and panics where a law
//! does not hold.
//!
//! libFuzzer calls them (`fuzz_targets/`), and so does the test `replay` with the corpora and the seeds. The laws
//! themselves stand in `mimc-testkit`, where the property tests use them too. [`TARGETS`] lists the functions.

#![allow(clippy::missing_panics_doc, reason = "panicking is what a law does")]

#[cfg(feature = "api")]
mod api;
mod bytes;
#[cfg(feature = "cli")]
mod cli;
mod conversation;
mod make;
mod message;
#[cfg(feature = "schema")]
mod schema;
mod scrub;
mod seeds;

#[cfg(feature = "api")]
pub use api::{answers, history_callback, requests, targets};
#[cfg(feature = "cli")]
pub use cli::cli_lines;
pub use conversation::conversation;
pub use message::{base64, diagnose, encode_decode, envelope, syntax, transcode};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use scrub::scrub;
pub use seeds::seeds;

/// The first byte from which on a document stands there as it is, not as edits of one that is made.
const RAW: usize = 128;

/// A target: its name, which is that of its function, of its file and of its corpus; and the function.
pub type Target = (&'static str, fn(&[u8]));

/// Every target that the features have.
pub const TARGETS: &[Target] = &[
    ("envelope", envelope),
    ("syntax", syntax),
    ("encode_decode", encode_decode),
    ("transcode", transcode),
    ("base64", base64),
    ("scrub", scrub),
    ("conversation", conversation),
    ("diagnose", diagnose),
    #[cfg(feature = "api")]
    ("history_callback", history_callback),
    #[cfg(feature = "api")]
    ("requests", requests),
    #[cfg(feature = "api")]
    ("answers", answers),
    #[cfg(feature = "api")]
    ("targets", targets),
    #[cfg(feature = "schema")]
    ("schema", schema),
    #[cfg(feature = "cli")]
    ("cli_lines", cli_lines),
];
