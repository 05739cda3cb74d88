//! Text behind base64: standard or URL-safe, padded or not, in lines, cut off.

use mimc_msg::Base64Forms;

use crate::bytes::StandIns;
use crate::script::Class;
use crate::sight::{begins_json, begun};
use crate::words::begins_literal;

/// A text behind base64.
#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) text: String,
    cesu8: bool,
    /// Bytes that are no text: in JSON, or of a character that was cut off.
    stand_ins: StandIns,
    /// The last bits, which are no whole byte; and how many they are.
    bits: u8,
    left: u32,
    /// How many symbols there are.
    symbols: usize,
    url_safe: bool,
    padded: bool,
}

impl Layer {
    /// The text that a text is base64 of, where it is one that people could have written.
    pub(crate) fn read(spelled: &str) -> Option<Self> {
        let (mut symbols, mut padded) = (Vec::with_capacity(spelled.len()), false);
        let (mut standard, mut url_safe) = (false, false);
        for byte in spelled.bytes() {
            match byte {
                b'=' => padded = true,
                b'\r' | b'\n' => {}
                _ => {
                    standard |= matches!(byte, b'+' | b'/');
                    url_safe |= matches!(byte, b'-' | b'_');
                    symbols.push(value(byte).filter(|_| !padded)?);
                }
            }
        }
        if symbols.len() < 2 || standard && url_safe {
            return None;
        }
        let (bytes, bits, left) = decode(&symbols);
        let cut = std::str::from_utf8(&bytes).err().is_none_or(|error| error.error_len().is_none());
        let cesu8 = mimc_msg::cesu8_to_text(&bytes).filter(|_| !cut);
        let is_cesu8 = cesu8.is_some();
        // JSON may have bytes in it that are no text.
        let start = bytes.trim_ascii_start();
        let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start).trim_ascii_start();
        if !cut && !is_cesu8 && !start.starts_with(b"{") {
            return None;
        }
        let (text, stand_ins) = match cesu8 {
            Some(text) => (text, StandIns::text(&[]).1),
            None => StandIns::text(&bytes),
        };
        // Of words that are no base64, some could be.
        let is_object = begun(&text).starts_with('{');
        let sound = (is_object || !stand_ins.stand())
            && Base64Forms::CANONICAL.mime().accepts(spelled.as_bytes());
        let likely = is_object || !text.contains(is_odd);
        if text.is_empty() || !(sound || likely && text.chars().count() >= 6) {
            return None;
        }
        let symbols = symbols.len();
        Some(Self { text, cesu8: is_cesu8, stand_ins, bits, left, symbols, url_safe, padded })
    }

    /// Whether nobody can have written the text, or nothing of it would be replaced: then it may well be a word that
    /// could be base64. A word has no padding.
    pub(crate) fn is_odd(&self) -> bool {
        !begins_json(&self.text)
            && (self.text.contains(is_odd)
                || !self.padded && self.text.chars().all(|c| Class::of(c).is_none()))
    }

    /// Where the rest begins of a text that begins like JSON and goes on like none: a word may be base64 of one. It is none
    /// that is padded, closed, or longer than what four letters stand for and without a word.
    pub(crate) fn doubtful(&self) -> Option<usize> {
        const BLANKS: [char; 5] = ['\0', ' ', '\t', '\r', '\n'];
        let rest = begun(&self.text).strip_prefix(['{', '['])?;
        let mut words = rest.split(|c: char| !c.is_alphabetic());
        let mut marks = || !self.stand_ins.stand() && words.all(begins_literal);
        let inner = rest.trim_matches(BLANKS);
        let json = self.padded
            || inner.is_empty()
            || inner.starts_with(['"', '{', '}', '[', ']', '\\'])
            || inner.ends_with(['}', ']'])
            || self.text.len() > 3 && marks();
        (!json).then_some(self.text.len() - rest.len())
    }

    /// The base64 of another text, spelled as this one was.
    pub(crate) fn write(&self, spelled: &str, text: &str) -> String {
        let mut bytes = Vec::with_capacity(text.len());
        if self.cesu8 {
            text.chars().for_each(|c| put_cesu8(c, &mut bytes));
        } else {
            self.stand_ins.bytes(text, &mut bytes);
        }
        let symbols = self.encode(&bytes);
        let same = symbols.len() == self.symbols;
        // Another length takes other padding, where there was any or none was needed.
        let padded = !same && (spelled.contains('=') || self.symbols % 4 == 0);
        let padding = if padded { symbols.len().next_multiple_of(4) - symbols.len() } else { 0 };
        let mut symbols = symbols.into_iter();
        let mut written = String::with_capacity(spelled.len());
        for c in spelled.chars() {
            match c {
                '=' if same => written.push('='),
                '=' => {}
                '\r' | '\n' => written.push(c),
                _ => written.extend(symbols.next()),
            }
        }
        written.extend(symbols);
        written.extend(std::iter::repeat_n('=', padding));
        written
    }

    /// The symbols of bytes, of which the last one may have bits that are no byte's.
    fn encode(&self, bytes: &[u8]) -> Vec<char> {
        let text = Base64Forms::encode(bytes);
        let mut symbols: Vec<char> = text.trim_end_matches('=').chars().collect();
        if self.left == 6 {
            symbols.push(symbol(self.bits));
        } else if let Some(last) = symbols.last_mut().filter(|_| bytes.len() % 3 > 0) {
            let value = u8::try_from(*last).ok().and_then(value).unwrap_or_default();
            *last = symbol(value | self.bits);
        }
        if self.url_safe {
            for c in &mut symbols {
                *c = match *c {
                    '+' => '-',
                    '/' => '_',
                    other => other,
                };
            }
        }
        symbols
    }
}

/// Appends a character as CESU-8 has it: two of three bytes for one of four.
fn put_cesu8(c: char, bytes: &mut Vec<u8>) {
    if c.len_utf16() == 1 {
        return bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        let three = [0xe0 | *unit >> 12, 0x80 | *unit >> 6 & 0x3f, 0x80 | *unit & 0x3f];
        bytes.extend(three.map(|byte| byte.to_le_bytes()[0]));
    }
}

fn is_odd(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// The whole bytes of six bits each, and the bits that are left, with their number.
fn decode(symbols: &[u8]) -> (Vec<u8>, u8, u32) {
    let (mut bytes, mut held, mut count) = (Vec::with_capacity(symbols.len()), 0_u32, 0_u32);
    for symbol in symbols {
        held = held << 6 | u32::from(*symbol);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend((held >> count).to_le_bytes().first());
            held &= (1 << count) - 1;
        }
    }
    (bytes, u8::try_from(held).unwrap_or(0), count)
}

fn value(symbol: u8) -> Option<u8> {
    Some(match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

fn symbol(value: u8) -> char {
    char::from(match value {
        0..=25 => b'A' + value,
        26..=51 => b'a' + value - 26,
        52..=61 => b'0' + value - 52,
        62 => b'+',
        _ => b'/',
    })
}
