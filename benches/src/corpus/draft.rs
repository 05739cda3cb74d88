//! A message before it is written: its members, in the order in which they will stand.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::body::Body;
use super::custom;
use super::dialect::{Dialect, Place};
use super::message::Message;
use super::text::{Spelling, letters, quoted};
use crate::dice::Dice;

/// What is told of a message beside its body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Oddities {
    pub(super) spelling: Spelling,
    pub(super) shuffled: bool,
    pub(super) unknown: bool,
}

impl Oddities {
    pub(super) const NONE: Self =
        Self { spelling: Spelling::Minimal, shuffled: false, unknown: false };

    /// Members in any order 8 %, unknown members 8 %, other spellings 4 % each.
    pub(super) fn roll(dice: &mut Dice) -> Self {
        let spelling =
            dice.weighted(&[(92, Spelling::Minimal), (4, Spelling::Slashes), (4, Spelling::Ascii)]);
        Self { spelling, shuffled: dice.percent(8), unknown: dice.percent(8) }
    }
}

/// Writes a message.
pub(super) fn write(dice: &mut Dice, dialect: Dialect, body: Body, odd: Oddities) -> Message {
    let version = ("version", "0".to_owned());
    let id = ("msgId", quoted(&id(dice, dialect, &body.kind), odd.spelling));
    let millis = dice.between(1_516_763_973_000, 1_700_000_000_000).to_string();
    let time = if dialect.time_is_text { format!("\"{millis}\"") } else { millis };
    let time = ("timestamp", time);
    let mut biz_type = String::new();
    let kind = match dialect.place {
        Place::MsgType => Some(("msgType", format!("\"{}\"", body.kind))),
        Place::Type => Some(("type", format!("\"{}\"", body.kind))),
        Place::MsgTypeCode => Some(("msgType", code(&body.kind).to_owned())),
        Place::Beside => {
            biz_type = body.kind;
            None
        }
        Place::BesideCode => {
            code(&body.kind).clone_into(&mut biz_type);
            None
        }
    };
    let said = if dialect.base64 {
        body.bytes.map(|bytes| format!("\"{}\"", BASE64_STANDARD.encode(bytes)))
    } else {
        Some(body.plain)
    };
    let said = said.map(|json| (dialect.body, json));
    let mut members: Vec<(&str, String)> = if dialect.alphabetical {
        said.into_iter().chain([id]).chain(kind).chain([time, version]).collect()
    } else {
        [version, id].into_iter().chain(kind).chain([time]).chain(said).collect()
    };
    if odd.unknown {
        members.extend(custom::members(dice, odd.spelling));
    }
    if odd.shuffled {
        dice.shuffle(&mut members);
    }
    let members: Vec<_> =
        members.into_iter().map(|(name, json)| format!("\"{name}\":{json}")).collect();
    Message::new(format!("{{{}}}", members.join(",")).into_bytes(), biz_type)
}

/// The manual's ids begin with the kind, those of the SDKs are five letters and a number.
fn id(dice: &mut Dice, dialect: Dialect, kind: &str) -> String {
    if dialect.base64 {
        format!("{}-{}", letters(dice, 5), dice.below(100_000))
    } else {
        format!("{kind}_{}", letters(dice, 12))
    }
}

/// The code of a kind; what has none here is a code already.
fn code(kind: &str) -> &str {
    match kind {
        "PING" => "101",
        "PONG" => "102",
        "TEXT" => "103",
        "PIC_FILE" => "104",
        "TEXT_READ" => "105",
        "TEXT_RECALL" => "106",
        "ADD_FRIEND_REQUEST" => "107",
        "ADD_FRIEND_RESPONSE" => "108",
        other => other,
    }
}
