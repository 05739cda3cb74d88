//! The name of a group: `topicName`, and `name` in 2017 (EVIDENCE B.3). Written as `topicName`.

use serde::Deserializer;

use super::marker;

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    marker::read(marker::TOPIC_NAME, from)
}
