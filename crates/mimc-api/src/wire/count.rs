//! A number of messages, at least 1: a JSON integer (Flutter, WeChat) or its decimal text (Android: `"20"`).

use std::num::NonZeroU32;

use serde::Deserializer;
use serde::de::Error as _;

use super::number;

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NonZeroU32, D::Error> {
    let count: u32 = number::deserialize(from)?;
    NonZeroU32::new(count).ok_or_else(|| D::Error::custom("it must be at least 1"))
}
