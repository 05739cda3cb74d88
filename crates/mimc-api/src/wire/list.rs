//! Lists that are null where they are empty.

use serde::de::{Deserialize, Deserializer};

use super::marker;

/// A list; null is the empty one.
pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    Ok(marker::read::<Option<_>, D>(marker::LIST, from)?.unwrap_or_default())
}

/// The messages of a history page; null is the empty list.
pub(crate) fn messages<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    Ok(marker::read::<Option<_>, D>(marker::MESSAGES, from)?.unwrap_or_default())
}
