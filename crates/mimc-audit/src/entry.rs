//! Which lines of a public API are entry points: what takes text, bytes or a document, or can fail.

use std::collections::BTreeSet;

/// Types that hold what came from outside, as they stand in the arguments of a function.
const OUTSIDE: [&str; 13] = [
    "[u8]",
    "str",
    "alloc::string::String",
    "alloc::vec::Vec<u8>",
    "char",
    "std::path::Path",
    "serde_json::value::Value",
    "http::request::Request",
    "http::response::Response",
    "http::request::Parts",
    "http::uri::Uri",
    "http::header::map::HeaderMap",
    "http::header::value::HeaderValue",
];

/// Traits whose implementation reads something into the type.
const READING: [&str; 4] = ["FromStr", "TryFrom", "From", "Deserialize"];

/// The entry points among the lines of a public API, each by its name: `mimc_msg::Codec::decode` for a function,
/// `mimc_msg::Dialect: FromStr` for the implementation of a trait.
///
/// A function is one when an argument is of a type that holds text, bytes or a document, or when it gives a `Result`:
/// what reads later what was taken before can fail. Text that is `'static` was written by a programmer.
#[must_use]
pub fn entry_points(api: &str) -> BTreeSet<String> {
    api.lines().filter_map(|line| function(line).or_else(|| implementation(line))).collect()
}

fn function(line: &str) -> Option<String> {
    let (_, after) = line.strip_prefix("pub ")?.split_once("fn ")?;
    let open = end_of_name(after)?;
    let (name, signature) = after.split_at(open);
    let close = closing(signature)?;
    let (arguments, answer) = signature.split_at(close);
    let takes = split(arguments.trim_start_matches('(')).into_iter().any(is_outside);
    let fails = answer.contains("-> core::result::Result<")
        || answer.contains("-> std::io::error::Result<");
    (takes || fails).then(|| without_generics(name))
}

fn implementation(line: &str) -> Option<String> {
    let (of, kind) = line.strip_prefix("impl")?.split_once(" for ")?;
    let of = if of.starts_with('<') { of.split_once("> ")?.1 } else { of.trim_start() };
    let (path, argument) = of.split_once('<').unwrap_or((of, ""));
    let name = path.rsplit("::").next()?;
    let argument = argument.trim_end_matches('>');
    if !READING.contains(&name) || (name == "From" && !is_outside(argument)) {
        return None;
    }
    let kind = without_generics(kind.split(" where ").next()?);
    Some(match name {
        "From" | "TryFrom" => format!("{kind}: {name}<{}>", short(argument)),
        _ => format!("{kind}: {name}"),
    })
}

/// Where the arguments begin: the first round bracket that no angle bracket holds.
fn end_of_name(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            '(' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })
}

/// Where the bracket is closed that `text` begins with.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
        None
    })
}

/// The arguments, apart.
fn split(arguments: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let separator = |c| {
        depth += i32::from(matches!(c, '<' | '(' | '[')) - i32::from(matches!(c, '>' | ')' | ']'));
        c == ',' && depth == 0
    };
    arguments.split(separator).map(str::trim).collect()
}

fn is_outside(argument: &str) -> bool {
    let written_here = argument.contains("&'static ") || argument.starts_with("&mut ");
    !written_here && OUTSIDE.iter().any(|name| holds(argument, name))
}

/// Whether a type's name stands in `text` as a whole.
fn holds(text: &str, name: &str) -> bool {
    let within = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
    text.match_indices(name).any(|(at, _)| {
        let begins = name.starts_with('[') || !within(text[..at].chars().next_back());
        begins && !within(text[at + name.len()..].chars().next())
    })
}

fn without_generics(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|c| {
            depth += u32::from(*c == '<');
            let keep = depth == 0;
            depth -= u32::from(*c == '>');
            keep
        })
        .collect()
}

/// `&str` for `&'a str`, `String` for its path.
fn short(argument: &str) -> String {
    let argument = argument.replace("'a ", "");
    let last = argument.rsplit("::").next().unwrap_or(&argument);
    last.to_owned()
}

#[cfg(test)]
mod tests {
    use super::entry_points;

    #[track_caller]
    fn is(line: &str, expected: Option<&str>) {
        let found: Vec<_> = entry_points(line).into_iter().collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{line}");
    }

    #[test]
    fn what_takes_text_or_bytes_is_one() {
        is("pub fn m::decode(&[u8]) -> m::D", Some("m::decode"));
        is("pub fn m::C<'a>::decode(&self, &'a [u8]) -> m::D", Some("m::C::decode"));
        is(
            "pub fn m::A<'a>::new(impl core::convert::Into<alloc::borrow::Cow<'a, str>>) -> Self",
            Some("m::A::new"),
        );
        is(
            "pub fn m::r<E: m::E>(&http::request::Request<impl core::convert::AsRef<[u8]>>)",
            Some("m::r"),
        );
        is("pub const fn m::C::biz_type(self, &'a str) -> Self", Some("m::C::biz_type"));
        is("pub fn m::f<F: core::ops::function::Fn(u8)>(alloc::string::String)", Some("m::f"));
    }

    #[test]
    fn what_can_fail_is_one() {
        is("pub fn m::U::verify(&self) -> core::result::Result<m::V, m::E>", Some("m::U::verify"));
        is("pub fn m::check(&std::path::Path) -> std::io::error::Result<()>", Some("m::check"));
    }

    #[test]
    fn what_gives_text_or_fills_a_buffer_is_none() {
        is("pub fn m::A::as_str(&self) -> &str", None);
        is("pub fn m::A::write(&self, &mut alloc::vec::Vec<u8>) -> usize", None);
        is("pub const fn m::I::new(&'static str, &'static str) -> Self", None);
        is("pub struct m::Text(alloc::string::String)", None);
        is("pub fn m::f(m::strange::Thing) -> bool", None);
        is("pub fn m::reply(m::E) -> http::response::Response<alloc::vec::Vec<u8>>", None);
    }

    #[test]
    fn traits_that_read_are_some() {
        is("impl core::str::traits::FromStr for m::D", Some("m::D: FromStr"));
        is("impl<'de> serde_core::de::Deserialize<'de> for m::A<'_>", Some("m::A: Deserialize"));
        is("impl<'a> core::convert::From<&'a str> for m::A<'a>", Some("m::A: From<&str>"));
        is(
            "impl core::convert::From<alloc::string::String> for m::A<'_>",
            Some("m::A: From<String>"),
        );
        is("impl core::convert::TryFrom<u8> for m::A", Some("m::A: TryFrom<u8>"));
        is("impl core::convert::From<u64> for m::A", None);
        is("impl core::fmt::Display for m::A", None);
    }
}
