//! The schemas against the decoders: the same documents, the same verdicts.
//!
//! A message or document is made, edited at one to three places, and shown to both. Where they may differ is a closed
//! list, and each entry has a test of its own. `PROPTEST_CASES` sets how many: CI runs 100,000 messages and 2,000
//! documents of each request and answer.
#![allow(clippy::panic, reason = "tests")]

mod api;
mod api_exceptions;
mod examples;
mod message_exceptions;
mod messages;
