//! Numbers in the place of a kind.

use std::borrow::Cow;
use std::fmt;

use super::Kind;

/// A number that stands for a kind nobody told us of, such as 199; kept as text, however large.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KindCode<'a>(Cow<'a, str>);

impl<'a> KindCode<'a> {
    /// Reads an integer as the kind of its code: `103` and `0103` are [`Kind::Text`]; an integer
    /// that names no kind is kept.
    ///
    /// None where the text is not an optional minus sign and digits.
    ///
    /// ```
    /// use mimc_msg::{Kind, KindCode};
    ///
    /// assert_eq!(KindCode::parse("0103"), Some(Kind::Text));
    /// assert_eq!(KindCode::parse("199").unwrap().to_string(), "199");
    /// assert_eq!(KindCode::parse("TEXT"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Kind<'a>> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if !is_digits(digits) {
            return None;
        }
        let canonical = match digits.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        if digits.len() < text.len() {
            let code = if canonical.len() == digits.len() {
                Cow::Borrowed(text)
            } else {
                Cow::Owned(format!("-{canonical}"))
            };
            return Some(Kind::Code(Self(code)));
        }
        let kind = canonical.parse().ok().and_then(Kind::from_code);
        Some(kind.unwrap_or(Kind::Code(Self(Cow::Borrowed(canonical)))))
    }

    /// The code as a decimal integer, without leading zeros.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same code, owning its text.
    #[must_use]
    pub fn into_owned(self) -> KindCode<'static> {
        KindCode(Cow::Owned(self.0.into_owned()))
    }
}

impl fmt::Display for KindCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text is a non-empty run of ASCII digits: such a text is read as a code.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
