//! One message, and how the messages of each corpus are made.

use std::borrow::Cow;

use super::body::{SORTS, Sort, said};
use super::dialect::{self, Dialect, MANUAL_V1};
use super::draft::{Oddities, write};
use super::text::{Script, Spelling, text};
use crate::dice::Dice;

/// A message as it arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// The type that travelled beside it; empty where none did.
    pub biz_type: Cow<'static, str>,
}

impl Message {
    pub(super) const fn new(bytes: Vec<u8>, biz_type: String) -> Self {
        Self { bytes: Cow::Owned(bytes), biz_type: Cow::Owned(biz_type) }
    }

    /// The same messages, one behind the other in one buffer, as they arrive: looked for all over the memory they would
    /// cost more to find than to read. The buffer stays until the program ends.
    pub(super) fn in_a_row(messages: &[Self]) -> Vec<Self> {
        let texts = messages.iter().map(|message| String::from_utf8_lossy(&message.bytes));
        let all: String =
            texts.zip(messages).flat_map(|(text, it)| [text, it.biz_type.clone()]).collect();
        let mut rest: &'static str = all.leak();
        let mut next = |length| {
            let (text, after) = rest.split_at(length);
            rest = after;
            text
        };
        let mut again = |message: &Self| Self {
            bytes: Cow::Borrowed(next(message.bytes.len()).as_bytes()),
            biz_type: Cow::Borrowed(next(message.biz_type.len())),
        };
        messages.iter().map(&mut again).collect()
    }
}

/// How the messages of this corpus are made.
pub(super) fn maker(corpus: &str) -> Option<fn(&mut Dice) -> Message> {
    Some(match corpus {
        "mixed" => mixed,
        "manual" => |dice| any(dice, MANUAL_V1),
        "plain-dialects" => |dice| bodied(dice, false),
        "base64-dialects" => |dice| bodied(dice, true),
        "example" => |_| example(),
        "ping" => |dice| plain(dice, Sort::Ping),
        "text-ascii" => |dice| written(dice, Script::Ascii, 60, Spelling::Minimal),
        "text-cjk" => |dice| written(dice, Script::Cjk, 60, Spelling::Minimal),
        "text-1k" => |dice| written(dice, Script::Cjk, 1024, Spelling::Minimal),
        "text-escapes" => |dice| written(dice, Script::Odd, 60, Spelling::Slashes),
        "text-unicode" => |dice| written(dice, Script::Cjk, 60, Spelling::Ascii),
        "file" => |dice| plain(dice, Sort::File),
        "receipt" => |dice| {
            let sort = dice.weighted(&[(1, Sort::Recall), (3, Sort::Read)]);
            plain(dice, sort)
        },
        "friend" => |dice| {
            let sort = dice.one(&[Sort::FriendRequest, Sort::FriendResponse]);
            plain(dice, sort)
        },
        "custom" => |dice| plain(dice, Sort::Custom),
        _ => return None,
    })
}

/// Any kind in any dialect. Of what fits several dialects that disagree on the body, a quarter stays: about
/// 1.5 % of all.
pub(super) fn mixed(dice: &mut Dice) -> Message {
    let dialect = dice.weighted(&dialect::ALL);
    any(dice, dialect)
}

/// As [`mixed`], of the dialects whose bodies are base64, or of the others.
fn bodied(dice: &mut Dice, base64: bool) -> Message {
    let dialect = loop {
        let dialect = dice.weighted(&dialect::ALL);
        if dialect.base64 == base64 {
            break dialect;
        }
    };
    any(dice, dialect)
}

fn any(dice: &mut Dice, dialect: Dialect) -> Message {
    let odd = Oddities::roll(dice);
    let doubt = dice.percent(25);
    let sort = loop {
        let sort = dice.weighted(&SORTS);
        let receipt = matches!(sort, Sort::Recall | Sort::Read | Sort::FriendResponse);
        let bodiless = matches!(sort, Sort::Ping | Sort::Pong | Sort::FriendRequest);
        let fits = !(dialect.base64 && dialect.needs_body() && bodiless);
        if fits && (!dialect.doubtful() || doubt || receipt) {
            break sort;
        }
    };
    let body = sort.body(dice, dialect, odd.spelling);
    write(dice, dialect, body, odd)
}

/// Nothing odd about it, in manual-v1.
fn plain(dice: &mut Dice, sort: Sort) -> Message {
    let body = sort.body(dice, MANUAL_V1, Spelling::Minimal);
    write(dice, MANUAL_V1, body, Oddities::NONE)
}

/// A text of half to one and a half times so many bytes.
fn written(dice: &mut Dice, script: Script, bytes: usize, spelling: Spelling) -> Message {
    let bytes = if bytes < 1024 { dice.between(bytes / 2, bytes * 3 / 2) } else { bytes };
    let body = said("TEXT", &text(dice, script, bytes), spelling);
    write(dice, MANUAL_V1, body, Oddities { spelling, ..Oddities::NONE })
}

/// The manual's own example.
fn example() -> Message {
    let bytes = r#"{"version":0,"msgId":"TEXT_12345","msgType":"TEXT","timestamp":"1516763973000","payload":"Hi, 你好！"}"#;
    Message::new(bytes.as_bytes().to_vec(), String::new())
}

/// A text of manual-v1 with so many bytes, ASCII and CJK by turns.
pub(super) fn text_of(dice: &mut Dice, bytes: usize) -> Message {
    let mut long = String::new();
    while long.len() < bytes {
        let script = dice.one(&[Script::Ascii, Script::Cjk]);
        long.push_str(&text(dice, script, 40));
    }
    let mut end = bytes;
    while !long.is_char_boundary(end) {
        end -= 1;
    }
    long.truncate(end);
    long.extend((end..bytes).map(|_| '.'));
    write(dice, MANUAL_V1, said("TEXT", &long, Spelling::Minimal), Oddities::NONE)
}
