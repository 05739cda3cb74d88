//! What the codes stand for.

use std::borrow::Cow;

/// The kind of a code; None where it is unknown.
pub(super) const fn of_code(code: u64) -> Option<&'static str> {
    Some(match code {
        101 => "PING",
        102 => "PONG",
        103 => "TEXT",
        104 => "PIC_FILE",
        105 => "TEXT_READ",
        106 => "TEXT_RECALL",
        107 => "ADD_FRIEND_REQUEST",
        108 => "ADD_FRIEND_RESPONSE",
        _ => return None,
    })
}

/// The kind that a `bizType` names: digits are a code.
pub(super) fn of_biz_type(text: &str) -> Cow<'_, str> {
    match text.parse::<u64>() {
        Ok(code) => of_code(code).map_or_else(|| code.to_string().into(), Cow::Borrowed),
        Err(_) => Cow::Borrowed(text),
    }
}

/// `TEXT`, or a file of any sort.
pub(super) fn is_content(kind: &str) -> bool {
    kind == "TEXT" || kind.ends_with("_FILE")
}

/// Whether the kind's plain body is an object that its base64 is not: then a text in base64 beside which no type
/// stands, and whose time is a text, means the same in all dialects that write so (RULES 5).
pub(super) fn has_object(kind: &str) -> bool {
    let about = kind.strip_suffix("_READ").or_else(|| kind.strip_suffix("_RECALL"));
    kind == "ADD_FRIEND_RESPONSE" || about.is_some_and(is_content)
}
