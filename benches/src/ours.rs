//! The codec under test, through what is public of it.

pub mod base64;
pub mod decode;
pub mod encode;
pub mod history;
