//! A fact as it is stored.

use mimc_msg::{Account, Envelope, Extra, MsgId, RawJson, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::body::Stored;
use crate::content::Content;
use crate::sightings::Sightings;

/// A message and how it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Record {
    sender: String,
    msg_id: String,
    timestamp: Decimal,
    #[serde(default)]
    version: u32,
    body: Stored,
    #[serde(default)]
    extra: Members,
    #[serde(default)]
    disputed: bool,
    #[serde(default)]
    received: bool,
    #[serde(default)]
    seen: Vec<Seen>,
}

/// Unknown members, each a name and JSON text.
pub(super) type Members = Vec<(String, String)>;

/// One way by which a message was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    #[serde(default)]
    sequence: Option<Decimal>,
    #[serde(default)]
    packet: Option<String>,
}

impl Record {
    pub(super) fn new(content: &Content, sightings: Option<&Sightings>) -> Self {
        let Content { sender, envelope, disputed } = content;
        let seen = sightings.into_iter().flat_map(Sightings::each);
        let seen = seen.filter(|(sequence, packet)| sequence.is_some() || packet.is_some());
        Self {
            sender: sender.as_str().to_owned(),
            msg_id: envelope.id.as_str().to_owned(),
            timestamp: Decimal(envelope.timestamp.as_millis()),
            version: envelope.version,
            body: Stored::new(&envelope.body),
            extra: members(&envelope.extra),
            disputed: *disputed,
            received: sightings.is_some_and(|sightings| sightings.received),
            seen: seen
                .map(|(sequence, packet)| Seen {
                    sequence: sequence.map(Decimal),
                    packet: packet.map(str::to_owned),
                })
                .collect(),
        }
    }

    /// None where it is no message.
    pub(super) fn read(self) -> Option<(Content, Sightings)> {
        let id = MsgId::new(self.msg_id).ok()?;
        let timestamp = Timestamp::from_millis(self.timestamp.0).ok()?;
        let mut envelope = Envelope::new(id, timestamp, self.body.read()?);
        envelope.version = self.version;
        envelope.extra = extra(self.extra)?;
        let content = Content::new(Account::new(self.sender), envelope, self.disputed)?;
        let mut sightings = Sightings::default();
        sightings.add(None, None, self.received);
        for Seen { sequence, packet } in self.seen {
            let packet = packet.filter(|packet| !packet.is_empty());
            sightings.add(sequence.map(|Decimal(number)| number), packet.as_deref(), self.received);
        }
        Some((content, sightings))
    }
}

pub(super) fn members(extra: &Extra<'_>) -> Members {
    extra.iter().map(|(name, value)| (name.to_owned(), value.as_str().to_owned())).collect()
}

/// None where one of them is no JSON.
pub(super) fn extra(members: Members) -> Option<Extra<'static>> {
    let member = |(name, text): (String, String)| {
        Some((name.into(), RawJson::parse(&text).ok()?.into_owned()))
    };
    members.into_iter().map(member).collect()
}

/// A number of 64 bits, as text: many readers of JSON hold 53 bits of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal(pub(super) u64);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map(Self).map_err(de::Error::custom)
    }
}
