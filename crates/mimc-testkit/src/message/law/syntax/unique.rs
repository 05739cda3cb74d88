//! Whether a text has two members of one name, as serde_json sees its names.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Whether an object of the text, at any depth, has two members of the same name.
pub(super) fn has_duplicates(text: &[u8]) -> bool {
    serde_json::from_slice::<Unique>(text).expect("serde_json has read it").twice
}

struct Unique {
    twice: bool,
}

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Walk)
    }
}

struct Walk;

/// Scalars have no names.
macro_rules! scalars {
    ($($visit:ident: $of:ty),*) => {
        $(fn $visit<E>(self, _: $of) -> Result<Unique, E> {
            Ok(Unique { twice: false })
        })*
    };
}

impl<'de> Visitor<'de> for Walk {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E>(self) -> Result<Unique, E> {
        Ok(Unique { twice: false })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unique, A::Error> {
        let mut twice = false;
        while let Some(item) = items.next_element::<Unique>()? {
            twice |= item.twice;
        }
        Ok(Unique { twice })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Unique, A::Error> {
        let mut names = HashSet::new();
        let mut twice = false;
        while let Some(name) = members.next_key::<String>()? {
            twice |= !names.insert(name);
            twice |= members.next_value::<Unique>()?.twice;
        }
        Ok(Unique { twice })
    }
}
