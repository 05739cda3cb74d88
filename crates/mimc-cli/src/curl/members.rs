//! The members of an endpoint's input: asked of its type, which is the only one that knows.

use std::fmt;

use mimc_api::{Endpoint, Malformed, server};
use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A member of an input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    /// The name on the wire.
    pub(super) name: &'static str,
    pub(super) form: Form,
    pub(super) required: bool,
}

/// What JSON a member takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A string.
    Text,
    /// A string of several texts with commas between.
    Commas,
    /// A string of digits; the number itself does as well.
    Number,
    /// `true` or `false`.
    Flag,
    /// An array, of strings as far as there are any.
    List,
    /// Something else.
    Json,
}

/// The members of an input, in their order.
pub(super) fn of<E: Endpoint>() -> Vec<Member> {
    let member = |name: &&'static str| Member { name, form: form::<E>(name), required: false };
    let mut members: Vec<Member> = names::<E>().iter().map(member).collect();
    // The type names one missing member at a time.
    while let Some(missing) = missing::<E>(&members) {
        match members.iter_mut().find(|member| member.name == missing) {
            Some(member) if !member.required => member.required = true,
            _ => break,
        }
    }
    members
}

/// What a member takes: whatever the type does not refuse.
fn form<E: Endpoint>(name: &str) -> Form {
    let takes = |sample: &str| {
        let json = format!("{{\"{name}\":{sample}}}");
        match server::input::<E>(json.as_bytes()) {
            Err(malformed) => malformed.code() == "missing-member" || first(&malformed) != name,
            Ok(_) => true,
        }
    };
    // The empty text is one of a closed set of words, where another is none.
    let samples = [
        (Form::Text, "\"x\""),
        (Form::Number, "\"1\""),
        (Form::Text, "\"\""),
        (Form::Flag, "true"),
        (Form::List, "[\"1\"]"),
    ];
    match samples.iter().find(|(_, sample)| takes(sample)) {
        Some((Form::Text, _)) if takes("\"x,y\"") && !takes("\"x,,y\"") => Form::Commas,
        Some((form, _)) => *form,
        None => Form::Json,
    }
}

/// The member that is missing where those that are known to be required are there.
fn missing<E: Endpoint>(members: &[Member]) -> Option<String> {
    let sample = |member: &Member| {
        let value = match member.form {
            Form::Text | Form::Commas | Form::Number => "\"1\"",
            Form::Flag => "true",
            Form::List => "[\"1\"]",
            Form::Json => "{}",
        };
        format!("\"{}\":{value}", member.name)
    };
    let there = members.iter().filter(|member| member.required).map(sample);
    let json = format!("{{{}}}", there.collect::<Vec<_>>().join(","));
    let malformed = server::input::<E>(json.as_bytes()).err()?;
    (malformed.code() == "missing-member").then(|| first(&malformed).to_owned())
}

/// The member that a fault is in.
pub(super) fn first(malformed: &Malformed) -> &str {
    malformed.place().pointer.split('/').nth(1).unwrap_or_default()
}

/// The names of the members of an input.
pub(super) fn names<E: Endpoint>() -> &'static [&'static str] {
    match E::deserialize(Asked) {
        Err(Names(names)) => names,
        Ok(_) => &[],
    }
}

/// A deserializer that has nothing to give: it only hears what it is asked for.
struct Asked;

/// The names that a type asked for, on their way out as an error.
#[derive(Debug)]
struct Names(&'static [&'static str]);

impl<'de> Deserializer<'de> for Asked {
    type Error = Names;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Names> {
        Err(Names(fields))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Names> {
        Err(Names(&[]))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for Names {}

impl serde::de::Error for Names {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}
