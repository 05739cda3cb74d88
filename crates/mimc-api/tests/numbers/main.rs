//! Numbers at every edge: ids, sequences, times, counts and codes, in answers, requests, callbacks, paths, headers and
//! queries. Each is what an exact reading of its digits gives, or an error names its place.
#![allow(clippy::panic, reason = "tests")]

mod answers;
mod beside;
mod inputs;
mod laws;
mod members;
mod packets;
mod read;
mod requests;
