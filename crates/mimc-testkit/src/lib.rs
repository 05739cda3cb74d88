//! What the tests of several crates share: makers of messages, of requests and of conversations, and readers of the vectors.
//!
//! ```
//! use mimc_api::{Endpoint, server};
//! use mimc_testkit::api::{Law, Tape, choices, for_each, make};
//!
//! /// What the client writes, the server reads.
//! struct RequestsArrive;
//!
//! impl Law for RequestsArrive {
//!     fn holds<E: Endpoint>(&mut self, tape: Tape) {
//!         let Some(made) = make::<E>(tape) else { return };
//!         let incoming = server::request::<E>(&made.request).expect(E::NAME);
//!         assert_eq!(incoming.input, made.input);
//!     }
//! }
//!
//! for_each(&choices(7), RequestsArrive);
//! ```

#![allow(clippy::panic, reason = "a test that cannot go on panics")]
#![allow(
    clippy::exhaustive_structs,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::format_collect,
    reason = "for tests alone"
)]

mod answerer;
pub mod api;
#[cfg(feature = "cli")]
pub mod cli;
pub mod conversation;
pub mod cost;
pub mod message;
mod pointers;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "scrub")]
pub mod scrub;
pub mod tables;
pub mod vectors;

pub use answerer::answerer;
pub use pointers::pointers;
