//! What MIMC's recalls, read notices, pings and friend requests mean: the same on every device.
//!
//! The manual says what these messages do, but devices see messages twice, late and out of order, and anybody can write a
//! recall of anybody's message. A [`Conversation`] takes [`Event`]s as they come and keeps the state that follows from them:
//!
//! * the messages in order, each with what became of it ([`Message`], [`Status`]);
//! * what the app should do about an event ([`Action`]);
//! * what has no effect, and why ([`Problem`]);
//! * pings without an answer ([`PendingPing`]) and friend requests ([`FriendRequest`]).
//!
//! # What it promises
//!
//! The state is a set of facts, and everything that it tells follows from the set. So any order of the same events, any
//! repetition and any split among devices whose states are [merged](Conversation::merge) give equal states, as long as
//! nothing was dropped ([`Conversation::losses`]). Only the author of a message recalls it, and only somebody else marks it as
//! read. Memory is bounded by [`Limits`], whatever is sent. It can be stored ([`State`]). No I/O, no clock, no panic.
//!
//! The rules are in `docs/conversation.md` of the repository.

#![forbid(unsafe_code)]

/// The example of the README, compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod action;
mod address;
mod content;
mod conversation;
mod event;
mod fact;
mod limits;
mod message;
mod messages;
mod outcome;
mod position;
mod problem;
mod receipts;
mod refused;
mod sightings;
mod signals;
mod state;
mod tally;

pub use action::Action;
pub use address::Address;
pub use conversation::Conversation;
pub use event::Event;
pub use fact::Fact;
pub use limits::Limits;
pub use message::{Mark, Message, Status};
pub use outcome::{DropReason, Dropped, Losses, Outcome};
pub use position::Position;
pub use problem::{Problem, ProblemKind};
pub use refused::Refused;
pub use signals::{FriendAnswer, FriendRequest, PendingPing};
pub use state::{InvalidState, State, StateFault};
