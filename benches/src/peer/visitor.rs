//! A visitor written by hand, for any deserializer of serde that can keep JSON unread: with serde_json what
//! performance needs and no parser of one's own.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::borrowed::{Members, Object};
use super::wire::{Text, Time};

/// The members of a message, as they came.
#[derive(Debug)]
pub(super) struct Envelope<'a, J> {
    pub(super) version: u32,
    pub(super) id: Text<'a>,
    pub(super) time: Time,
    pub(super) members: Members<'a, J>,
    pub(super) extra: Vec<(Text<'a>, J)>,
}

/// Sets a member that must not be there yet.
fn once<T, E: Error>(slot: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    if slot.replace(value).is_some() { Err(E::duplicate_field(name)) } else { Ok(()) }
}

/// Adds an unknown member, whose name must not be there yet.
fn add<'a, J, E: Error>(extra: &mut Vec<(Text<'a>, J)>, name: Text<'a>, value: J) -> Result<(), E> {
    if extra.iter().any(|(other, _)| other.0 == name.0) {
        return Err(E::custom("a name stands there twice"));
    }
    extra.push((name, value));
    Ok(())
}

impl<'de, J: Deserialize<'de>> Deserialize<'de> for Envelope<'de, J> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Message(PhantomData))
    }
}

struct Message<J>(PhantomData<J>);

impl<'de, J: Deserialize<'de>> Visitor<'de> for Message<J> {
    type Value = Envelope<'de, J>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut version, mut id, mut time) = (None, None, None);
        let mut members = Members { msg_type: None, r#type: None, payload: None, content: None };
        let mut extra = Vec::new();
        while let Some(name) = map.next_key::<Text<'de>>()? {
            match &*name.0 {
                "version" => once(&mut version, "version", map.next_value()?)?,
                "msgId" => once(&mut id, "msgId", map.next_value()?)?,
                "msgType" => once(&mut members.msg_type, "msgType", map.next_value()?)?,
                "type" => once(&mut members.r#type, "type", map.next_value()?)?,
                "timestamp" => once(&mut time, "timestamp", map.next_value()?)?,
                "payload" => once(&mut members.payload, "payload", map.next_value()?)?,
                "content" => once(&mut members.content, "content", map.next_value()?)?,
                _ => add(&mut extra, name, map.next_value()?)?,
            }
        }
        Ok(Envelope {
            version: version.ok_or_else(|| Error::missing_field("version"))?,
            id: id.ok_or_else(|| Error::missing_field("msgId"))?,
            time: time.ok_or_else(|| Error::missing_field("timestamp"))?,
            members,
            extra,
        })
    }
}

impl<'de, J: Deserialize<'de>> Deserialize<'de> for Object<'de, J> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Payload(PhantomData))
    }
}

struct Payload<J>(PhantomData<J>);

impl<'de, J: Deserialize<'de>> Visitor<'de> for Payload<J> {
    type Value = Object<'de, J>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a receipt or a friend message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut recall, mut read) = (None, None);
        let (mut requester, mut responder, mut accepted) = (None, None, None);
        let mut extra = Vec::new();
        while let Some(name) = map.next_key::<Text<'de>>()? {
            match &*name.0 {
                "recall_msgId" => once(&mut recall, "recall_msgId", map.next_value()?)?,
                "read_msgId" => once(&mut read, "read_msgId", map.next_value()?)?,
                "add_requester" => once(&mut requester, "add_requester", map.next_value()?)?,
                "add_responser" => once(&mut responder, "add_responser", map.next_value()?)?,
                "accepted" => once(&mut accepted, "accepted", map.next_value()?)?,
                _ => add(&mut extra, name, map.next_value()?)?,
            }
        }
        Ok(Object { recall, read, requester, responder, accepted, extra })
    }
}
