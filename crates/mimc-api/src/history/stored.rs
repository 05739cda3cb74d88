//! A plan as it is stored: ranges of milliseconds since 1970.

use std::ops::Range;

use mimc_msg::Timestamp;
use serde::{Deserialize, Serialize};

/// A range of time, which is not reversed.
pub(super) mod range {
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    use super::{Deserialize, Range, Serialize, Timestamp};

    pub(crate) fn serialize<S: Serializer>(
        Range { start, end }: &Range<Timestamp>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        (start.as_millis()..end.as_millis()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Range<Timestamp>, D::Error> {
        let Range { start, end } = Range::deserialize(from)?;
        if end < start {
            return Err(D::Error::custom("the range is reversed"));
        }
        let time = |millis| Timestamp::from_millis(millis).map_err(D::Error::custom);
        Ok(time(start)?..time(end)?)
    }
}

/// The warnings of a plan.
pub(super) mod clipped {
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    use super::{Deserialize, Range, Serialize, Timestamp, range};
    use crate::history::clipped::Clipped;

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Ranges {
        #[serde(with = "range")]
        asked: Range<Timestamp>,
        #[serde(with = "range")]
        kept: Range<Timestamp>,
    }

    pub(crate) fn serialize<S: Serializer>(
        list: &[Clipped<Timestamp>],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(list.iter().cloned().map(|Clipped { asked, kept }| Ranges { asked, kept }))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Clipped<Timestamp>>, D::Error> {
        let list = Vec::<Ranges>::deserialize(from)?.into_iter();
        list.map(|Ranges { asked, kept }| {
            Clipped::cut(&asked, kept.start)
                .filter(|clipped| clipped.kept == kept)
                .ok_or_else(|| D::Error::custom("what is kept is not the end of what was asked"))
        })
        .collect()
    }
}
