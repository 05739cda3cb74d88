//! Texts that every JSON parser reads alike.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The value of a text, or nothing where parsers differ: no JSON, a byte order mark, a name that stands twice, a lone
/// surrogate, a number that is an integer in some languages only or fits no double, more than 100 levels.
pub(crate) fn parse(text: &[u8]) -> Option<Value> {
    let Portable(value) = serde_json::from_slice(text).ok()?;
    (depth(&value) <= 100).then_some(value)
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

struct Portable(Value);

impl<'de> Deserialize<'de> for Portable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any).map(Self)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON that every parser reads alike")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value > 1 << 53 { Err(E::custom("no double is exact")) } else { Ok(value.into()) }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value < -(1 << 53) { Err(E::custom("no double is exact")) } else { Ok(value.into()) }
    }

    /// `1.0`, `1e2` and `-0` come here, and integers of more than 64 bits.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        if value.fract() == 0.0 { Err(E::custom("an integer?")) } else { Ok(value.into()) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Portable(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(all.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some((name, Portable(value))) = members.next_entry::<String, Portable>()? {
            if all.insert(name, value).is_some() {
                return Err(A::Error::custom("a name that stands twice"));
            }
        }
        Ok(all.into())
    }
}

#[test]
fn what_parsers_read_differently_is_left_out() {
    for text in [
        "",
        "{",
        "\u{feff}{}",
        "{}\0",
        r#"{"a":1,"a":1}"#,
        r#"[{"a":1,"\u0061":1}]"#,
        r#"["\ud800"]"#,
        "1.0",
        "[1e2]",
        "-0",
        "9007199254740993",
        "-9007199254740993",
        "18446744073709551616",
        "1e999",
    ] {
        assert_eq!(parse(text.as_bytes()), None, "{text}");
    }
    assert_eq!(parse(b"\"\xff\""), None);
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert_eq!(parse(nested(101).as_bytes()), None);
    assert!(parse(nested(100).as_bytes()).is_some());
    for text in [r#"{"a":{"a":[0,-1,9007199254740992,39.99,"\ud83d\ude00"]},"b":null}"#, "true"] {
        assert_eq!(parse(text.as_bytes()), serde_json::from_str(text).ok(), "{text}");
    }
}
