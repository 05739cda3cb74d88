//! The words that stay: names of members, kinds, dialects, and what URLs and requests are made of.

mod lists;

use mimc_msg::{Dialect, Kind, nearest_member};

use lists::{COUNTS, KINDS, LISTS, MEMBERS, REQUESTS};

/// What the name of a member says about its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing: it is replaced.
    #[default]
    Value,
    /// It is a kind or a type, which stays.
    Kind,
    /// It was probably meant as one: it stays where it can be nothing else.
    LikelyKind,
    /// It is a list with commas, each item a value.
    List,
    /// It is a time, a version, a code, a count or a place in an order: digits stay.
    Count,
}

impl Role {
    /// Whether a value of this role is a kind, which stays.
    pub(crate) fn is_kind(self, text: &str) -> bool {
        match self {
            Self::Kind => is_kind_word(text),
            Self::LikelyKind => is_kind_word(text) && Kind::parse(text).is_known(),
            _ => false,
        }
    }
}

/// The role of the value of the member of this name, or of the one that was probably meant.
pub(crate) fn role(name: &str) -> Role {
    match (role_of(name), nearest_member(name).map(role_of)) {
        (Role::Value, Some(Role::Kind)) => Role::LikelyKind,
        (Role::Value, Some(role)) | (role, _) => role,
    }
}

fn role_of(name: &str) -> Role {
    if KINDS.contains(&name) {
        Role::Kind
    } else if COUNTS.contains(&name) {
        Role::Count
    } else if LISTS.contains(&name) {
        Role::List
    } else {
        Role::Value
    }
}

/// Whether a member of this name is documented, or the name is nearly one that makes a message: then the slip is a fault.
pub(crate) fn is_member(name: &str) -> bool {
    role_of(name) != Role::Value
        || MEMBERS.binary_search(&name).is_ok()
        || nearest_member(name).is_some()
}

/// Whether a text is a word that says nothing of anybody.
pub(crate) fn is_word(text: &str) -> bool {
    matches!(text, "true" | "false" | "success" | "success！")
        || Kind::parse(text).is_documented()
        || text.parse::<Dialect>().is_ok()
}

/// Whether a text is what `true`, `false` and `null` begin with: a document may be cut off there.
pub(crate) fn begins_literal(text: &str) -> bool {
    ["true", "false", "null"].iter().any(|literal| literal.starts_with(text))
}

/// Whether a word outside of strings is one of requests or URLs. Headers are written in any case.
pub(crate) fn is_of_requests(word: &str) -> bool {
    let is = |name: &&str| name.eq_ignore_ascii_case(word);
    [MEMBERS, COUNTS, KINDS].iter().any(|names| names.iter().any(is))
        || REQUESTS.binary_search_by(|known| known.cmp(&&*word.to_ascii_lowercase())).is_ok()
}

/// A kind of any sender: one word of ASCII.
pub(crate) fn is_kind_word(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

/// Whether a text is a number as counts and times are: of at most 20 digits, as 64 bits have.
pub(crate) fn is_count(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.trim_start_matches('0').len() <= 20
}

/// Where the rest begins of an id of the manual's form, `TEXT_12345`.
pub(crate) fn kind_prefix(text: &str) -> Option<usize> {
    let end = text.rfind('_')?;
    Kind::parse(text.get(..end)?).is_documented().then_some(end + 1)
}
