//! Diagnosing: what it says is what decoding says, and more.

mod cost;
mod faults;
#[allow(dead_code, reason = "read by every way in elsewhere")]
#[path = "../support/hostile.rs"]
mod hostile;
mod many;
mod outline;
mod tie;
