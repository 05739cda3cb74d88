//! Words, ids and URLs as people and programs write them, and the ways to spell them in JSON.

use std::fmt::Write as _;

use crate::dice::Dice;

const WORDS: [&str; 24] = [
    "the", "meeting", "is", "at", "three", "see", "you", "there", "can", "we", "move", "it", "to",
    "Friday", "thanks", "ok", "sounds", "good", "please", "call", "me", "back", "when", "free",
];
const PHRASES: [&str; 16] = [
    "你好",
    "明天下午三点开会",
    "我已经到了",
    "请把文件发给我",
    "收到，谢谢",
    "在吗？",
    "周末一起吃饭吧",
    "这个价格可以再便宜一点吗",
    "好的",
    "稍等一下",
    "订单已经发货",
    "请问什么时候能到",
    "哈哈哈",
    "没问题！",
    "我在路上，堵车了",
    "今天的天气真不错",
];
const EMOJI: [&str; 6] = ["😀", "👍", "🎉", "❤️", "😂", "🙏"];
const ODD: [&str; 6] = ["\n", "\t", "\"quoted\"", "C:\\temp\\a.txt", "</p>", "\r\n"];

/// What a text is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Script {
    Ascii,
    Cjk,
    /// ASCII in which characters stand that JSON must escape.
    Odd,
}

/// How strings are spelled in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As short as it may be.
    Minimal,
    /// `\/` for every slash, as PHP writes.
    Slashes,
    /// `\uXXXX` for whatever is not ASCII, as Python writes.
    Ascii,
}

/// A text of at least so many bytes.
pub(super) fn text(dice: &mut Dice, script: Script, bytes: usize) -> String {
    let mut text = String::new();
    while text.len() < bytes {
        match script {
            Script::Ascii | Script::Odd => {
                if !text.is_empty() {
                    text.push(' ');
                }
                let odd = matches!(script, Script::Odd) && dice.percent(25);
                text.push_str(if odd { dice.one(&ODD) } else { dice.one(&WORDS) });
            }
            Script::Cjk => {
                text.push_str(dice.one(&PHRASES));
                if dice.percent(12) {
                    text.push_str(dice.one(&EMOJI));
                }
            }
        }
    }
    text
}

/// Letters and digits.
pub(super) fn letters(dice: &mut Dice, length: usize) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (0..length).map(|_| char::from(dice.one(ALPHABET))).collect()
}

/// An account: never a text that would also be base64.
pub(super) fn account(dice: &mut Dice) -> String {
    format!("user_{}", dice.between(1000, 99_999_999))
}

/// Where a file of this medium can be fetched.
pub(super) fn url(dice: &mut Dice, medium: &str) -> String {
    let path = letters(dice, 20);
    let suffix = match medium {
        "PIC" => "jpg",
        "AUDIO" => "amr",
        "VIDEO" => "mp4",
        _ => "zip",
    };
    let mut url = format!("https://files.example.com/im/2018/02/{path}.{suffix}");
    if dice.percent(50) {
        let key = letters(dice, 24);
        let _ =
            write!(url, "?Expires={}&Signature={key}", dice.between(1_517_000_000, 1_600_000_000));
    }
    url
}

/// The text as a JSON string.
pub(super) fn quoted(text: &str, spelling: Spelling) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '/' if spelling == Spelling::Slashes => json.push_str("\\/"),
            c if spelling == Spelling::Ascii && !c.is_ascii() => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(json, "\\u{unit:04x}");
                }
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}
