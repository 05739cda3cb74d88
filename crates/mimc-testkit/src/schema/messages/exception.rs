//! Where a message's schema and decoder may differ: what JSON Schema cannot say.

use mimc_msg::MsgId;
use serde_json::Value;

/// Something about a message that the decoder refuses and JSON Schema cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Exception {
    /// A time above 2^63 - 1: a text has no order.
    TimeTooLarge,
    /// An id of more than 15 KiB: `maxLength` counts characters.
    IdTooLong,
    /// `0.0` or `1e2`: to JSON Schema they are integers.
    IntegerWithFraction,
}

impl Exception {
    /// The first one that a message has.
    pub fn of(message: &Value) -> Option<Self> {
        let time = &message["timestamp"];
        let digits = time.as_str().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        if digits.is_some_and(|digits| !digits.is_empty() && digits.parse::<i64>().is_err())
            || time.as_u64() > Some((1 << 53) - 1)
        {
            return Some(Self::TimeTooLarge);
        }
        if message["msgId"].as_str().is_some_and(|id| id.len() > MsgId::MAX_LEN) {
            return Some(Self::IdTooLong);
        }
        let integers = ["version", "timestamp", "msgType"];
        integers.into_iter().any(|name| message[name].is_f64()).then_some(Self::IntegerWithFraction)
    }
}
