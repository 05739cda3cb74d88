//! Times in milliseconds since 1970: as text (Android, C#, Flutter, the contact list) or as a number
//! (history, WeChat). Both are read wherever a time stands.

use mimc_msg::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};

use super::marker;

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    let millis: u64 = super::number::read(marker::MILLIS, deserializer)?;
    Timestamp::from_millis(millis).map_err(D::Error::custom)
}

/// A time, for members that may be missing.
pub(crate) struct Millis(pub(crate) Timestamp);

impl<'de> Deserialize<'de> for Millis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer).map(Self)
    }
}

/// Written as text.
pub(crate) mod text {
    use mimc_msg::Timestamp;
    use serde::{Deserializer, Serializer};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        super::read(from)
    }

    pub(crate) fn serialize<S: Serializer>(time: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(time)
    }

    /// The same for a member that may be missing or null.
    pub(crate) mod option {
        use mimc_msg::Timestamp;
        use serde::{Deserialize, Deserializer, Serializer};

        use super::super::Millis;

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
            from: D,
        ) -> Result<Option<Timestamp>, D::Error> {
            Ok(Option::deserialize(from)?.map(|Millis(time)| time))
        }

        pub(crate) fn serialize<S: Serializer>(
            time: &Option<Timestamp>,
            to: S,
        ) -> Result<S::Ok, S::Error> {
            match time {
                Some(time) => to.collect_str(time),
                None => to.serialize_none(),
            }
        }
    }
}

/// Written as a number.
pub(crate) mod number {
    use mimc_msg::Timestamp;
    use serde::{Deserializer, Serializer};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        super::read(from)
    }

    pub(crate) fn serialize<S: Serializer>(time: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(time.as_millis())
    }

    /// The same for a member that may be missing or null.
    pub(crate) mod option {
        use mimc_msg::Timestamp;
        use serde::{Deserializer, Serialize, Serializer};

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
            from: D,
        ) -> Result<Option<Timestamp>, D::Error> {
            super::super::text::option::deserialize(from)
        }

        pub(crate) fn serialize<S: Serializer>(
            time: &Option<Timestamp>,
            to: S,
        ) -> Result<S::Ok, S::Error> {
            time.map(Timestamp::as_millis).serialize(to)
        }
    }
}
