//! `code` of an answer: a 32-bit integer, or its decimal text, as proxies write it (EVIDENCE B).

use serde::{Deserialize, Deserializer};

use super::{marker, number};

pub(crate) struct Code(pub(crate) i32);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        number::read(marker::CODE, from).map(Self)
    }
}
