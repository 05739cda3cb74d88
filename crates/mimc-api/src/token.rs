//! Tokens: what a user's client proves itself with (the manual, 安全认证).

mod data;
mod fetch;
mod pass_on;

pub use data::TokenData;
pub use fetch::FetchToken;
pub use pass_on::{pass_on, pass_on_within};
