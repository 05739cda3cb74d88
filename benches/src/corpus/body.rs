//! What messages say: the kinds, how often each is met, and their bodies.

use std::fmt::Write as _;

use super::custom;
use super::dialect::Dialect;
use super::text::{Script, Spelling, account, letters, quoted, text, url};
use crate::dice::Dice;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Ping,
    Pong,
    Text,
    File,
    Recall,
    Read,
    FriendRequest,
    FriendResponse,
    Custom,
}

/// Each sort with the cases of a hundred in which it is met.
pub(super) const SORTS: [(usize, Sort); 9] = [
    (4, Sort::Ping),
    (3, Sort::Pong),
    (48, Sort::Text),
    (15, Sort::File),
    (4, Sort::Recall),
    (12, Sort::Read),
    (2, Sort::FriendRequest),
    (2, Sort::FriendResponse),
    (10, Sort::Custom),
];

/// A kind and what it says, before a dialect spells it.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) kind: String,
    /// In JSON, as the plain dialects have it.
    pub(super) plain: String,
    /// The bytes that the dialects of base64 have; None where they have no body.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Sort {
    /// A body of this sort that the dialect can carry.
    pub(super) fn body(self, dice: &mut Dice, dialect: Dialect, spelling: Spelling) -> Body {
        let coded = dialect.coded();
        match self {
            Self::Ping => bodiless("PING", quoted(&account(dice), spelling)),
            Self::Pong => bodiless("PONG", quoted(&account(dice), spelling)),
            Self::Text => said("TEXT", &chat(dice), spelling),
            Self::File => {
                let medium = medium(dice, coded);
                said(&format!("{medium}_FILE"), &url(dice, medium), spelling)
            }
            Self::Recall => receipt(dice, coded, "RECALL", "recall_msgId", spelling),
            Self::Read => receipt(dice, coded, "READ", "read_msgId", spelling),
            Self::FriendRequest => {
                let who = quoted(&account(dice), spelling);
                let more = more(dice, spelling);
                bodiless("ADD_FRIEND_REQUEST", format!(r#"{{"add_requester":{who}{more}}}"#))
            }
            Self::FriendResponse => {
                let who = quoted(&account(dice), spelling);
                let accepted = dice.percent(80);
                Body {
                    kind: "ADD_FRIEND_RESPONSE".to_owned(),
                    plain: format!(r#"{{"add_responser":{who},"accepted":{accepted}}}"#),
                    bytes: Some(accepted.to_string().into_bytes()),
                }
            }
            Self::Custom => own(dice, dialect, spelling),
        }
    }
}

/// Text in both forms.
pub(super) fn said(kind: &str, text: &str, spelling: Spelling) -> Body {
    Body {
        kind: kind.to_owned(),
        plain: quoted(text, spelling),
        bytes: Some(text.as_bytes().to_vec()),
    }
}

fn bodiless(kind: &str, plain: String) -> Body {
    Body { kind: kind.to_owned(), plain, bytes: None }
}

/// A text as people send it: mostly short, half of them Chinese.
fn chat(dice: &mut Dice) -> String {
    let script = dice.weighted(&[(52, Script::Cjk), (40, Script::Ascii), (8, Script::Odd)]);
    let bytes = match dice.below(100) {
        0..48 => dice.between(4, 60),
        48..78 => dice.between(60, 200),
        78..97 => dice.between(200, 600),
        _ => 1024,
    };
    text(dice, script, bytes)
}

fn medium(dice: &mut Dice, coded: bool) -> &'static str {
    if coded {
        "PIC"
    } else {
        dice.weighted(&[(60, "PIC"), (25, "AUDIO"), (10, "BIN"), (5, "VIDEO")])
    }
}

fn receipt(dice: &mut Dice, coded: bool, about: &str, key: &str, spelling: Spelling) -> Body {
    let content =
        if coded || dice.percent(75) { "TEXT" } else { dice.one(&["PIC_FILE", "AUDIO_FILE"]) };
    let target = format!("{content}_{}", letters(dice, 12));
    let more = more(dice, spelling);
    Body {
        kind: format!("{content}_{about}"),
        plain: format!(r#"{{"{key}":{}{more}}}"#, quoted(&target, spelling)),
        bytes: Some(target.into_bytes()),
    }
}

/// Members of a payload that no manual names: few have any.
fn more(dice: &mut Dice, spelling: Spelling) -> String {
    if !dice.percent(8) {
        return String::new();
    }
    custom::members(dice, spelling).into_iter().fold(String::new(), |mut more, (name, value)| {
        let _ = write!(more, r#","{name}":{value}"#);
        more
    })
}

/// A kind that the application made up.
fn own(dice: &mut Dice, dialect: Dialect, spelling: Spelling) -> Body {
    let kind = if dialect.coded() {
        dice.between(199, 230).to_string()
    } else {
        dice.one(&custom::KINDS).to_owned()
    };
    let plain = custom::payload(dice, spelling, dialect.takes_lists());
    // In base64 the JSON text, and now and then bytes that are no text.
    let bytes = if dice.percent(5) {
        let mut bytes = vec![0xff];
        bytes.extend((0..48).map(|_| dice.roll().to_le_bytes()[0]));
        bytes
    } else {
        plain.clone().into_bytes()
    };
    Body { kind, plain, bytes: Some(bytes) }
}
