//! What a reader may see of a text without understanding it: a replacement must look the same.

use mimc_msg::{Base64Forms, cesu8_to_text};

use crate::digits;
use crate::layer::Layer;
use crate::words::{is_word, kind_prefix};

/// The longest id that a receipt may be without an object around it (RULES 6).
const LONGEST_BARE_ID: usize = 128;

/// How a text is replaced; by the text alone, so that a value has one replacement everywhere.
#[derive(Debug)]
pub(crate) enum Manner {
    /// Not at all: a word of ours, nothing, a short number.
    Stays,
    /// An integer.
    Integer,
    /// JSON text: token by token.
    Json,
    /// A URL: part by part.
    Url,
    /// Base64: what is behind it.
    Base64(Layer),
    /// Values with commas between them.
    List,
    /// An id with its kind in front, `TEXT_12345`; where the rest begins.
    Id(usize),
    /// All of it at once.
    Whole,
}

impl Manner {
    pub(crate) fn of(text: &str) -> Self {
        if text.is_empty() || is_word(text) {
            return Self::Stays;
        }
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return if digits::stays(text) { Self::Stays } else { Self::Integer };
        }
        if begins_json(text) {
            return Self::Json;
        }
        if has_scheme(text) {
            return Self::Url;
        }
        if let Some(layer) = Layer::read(text) {
            return Self::Base64(layer);
        }
        if let Some(rest) = kind_prefix(text) {
            return Self::Id(rest);
        }
        if text.contains(',') && !text.contains(char::is_whitespace) && text.split(',').all(is_item)
        {
            return Self::List;
        }
        Self::Whole
    }
}

/// The text from where it begins to readers of JSON: behind blanks and a byte order mark.
pub(crate) fn begun(text: &str) -> &str {
    let text = text.trim_start();
    text.strip_prefix('\u{feff}').map_or(text, str::trim_start)
}

/// Whether a text begins as JSON that is replaced token by token.
pub(crate) fn begins_json(text: &str) -> bool {
    begun(text).starts_with(['{', '[', '"'])
}

/// Whether a text is one word to who mends JSON, where its quotes are missing.
pub(crate) fn is_one_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_$-+.".contains(c))
}

/// Whether an item of a list can be replaced alone.
fn is_item(item: &str) -> bool {
    item.is_empty() || !(item.bytes().all(|byte| byte.is_ascii_digit()) && digits::stays(item))
}

/// Whether a text begins as a URL does that has a host.
fn has_scheme(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
    })
}

/// What readers of messages tell texts apart by (RULES 3, 5 and 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Sight {
    word: bool,
    prefix: Option<usize>,
    number: bool,
    bare_id: bool,
    one_word: bool,
    http: bool,
    /// What is behind it, where it is canonical base64, in one line or more.
    behind: Option<Behind>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    Word,
    Text,
    Cesu8,
    Bytes,
}

impl Sight {
    pub(crate) fn of(text: &str) -> Self {
        let starts = |scheme: &str| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        let behind = Base64Forms::CANONICAL.mime().decode(text.as_bytes()).ok();
        Self {
            word: is_word(text),
            prefix: kind_prefix(text),
            number: text.bytes().all(|byte| byte.is_ascii_digit()),
            bare_id: text.len() <= LONGEST_BARE_ID
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b)),
            one_word: is_one_word(text),
            http: starts("http://") || starts("https://"),
            behind: behind.map(|bytes| Behind::of(&bytes)),
        }
    }
}

impl Behind {
    fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) if is_word(text) => Self::Word,
            Ok(_) => Self::Text,
            Err(_) if cesu8_to_text(bytes).is_some() => Self::Cesu8,
            Err(_) => Self::Bytes,
        }
    }
}
