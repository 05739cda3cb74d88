//! The members whose form depends on the sender, for serde.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// `timestamp`: digits in a string, or a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub(super) millis: u64,
    pub(super) is_text: bool,
}

/// `msgType` or `type`: a text, or a code.
#[derive(Debug)]
pub(super) enum Type {
    Text(String),
    Code(u64),
}

/// The same, borrowed.
#[derive(Debug)]
pub(super) enum TypeRef<'a> {
    Text(Text<'a>),
    Code(u64),
}

/// A text, borrowed where there are no escapes in it.
#[derive(Debug)]
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

/// The text of a JSON string that was checked but not read: borrowed where there are no escapes in it.
pub(super) fn text_of<'a>(
    json: &'a str,
    unescape: impl Fn(&'a str) -> Option<String>,
) -> Option<Cow<'a, str>> {
    let inner = json.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') { unescape(json).map(Cow::Owned) } else { Some(Cow::Borrowed(inner)) }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        from.deserialize_str(Reader)
    }
}

impl<'de> Deserialize<'de> for TypeRef<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = TypeRef<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text or the code of a kind")
            }

            fn visit_u64<E: Error>(self, code: u64) -> Result<TypeRef<'de>, E> {
                Ok(TypeRef::Code(code))
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<TypeRef<'de>, E> {
                Ok(TypeRef::Text(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<TypeRef<'de>, E> {
                Ok(TypeRef::Text(Text(Cow::Owned(text.to_owned()))))
            }
        }

        from.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Time;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("milliseconds, as a number or as text")
            }

            fn visit_u64<E: Error>(self, millis: u64) -> Result<Time, E> {
                Ok(Time { millis, is_text: false })
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Time, E> {
                let millis = text.parse().map_err(E::custom)?;
                Ok(Time { millis, is_text: true })
            }
        }

        from.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Type {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Type;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text or the code of a kind")
            }

            fn visit_u64<E: Error>(self, code: u64) -> Result<Type, E> {
                Ok(Type::Code(code))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Type, E> {
                Ok(Type::Text(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Type, E> {
                Ok(Type::Text(text))
            }
        }

        from.deserialize_any(Reader)
    }
}
