//! Queries: names and values, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a query as it is: RFC 3986's unreserved characters, and the comma, which separates the
/// accounts of a list (an account has none).
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',');

/// Writes `name=value&...`. A blank becomes `%20`, which every server reads.
pub(crate) fn write(pairs: &[(String, String)]) -> String {
    let encode = |text| utf8_percent_encode(text, ENCODED);
    let pairs = pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A name and its value in a query, and the byte of the query at which the value begins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) offset: usize,
}

/// Reads a query. `+` is a blank, as servlets and forms have it.
///
/// # Errors
/// The byte at which an escape is broken or the text is not UTF-8, and which of them.
pub(crate) fn read(query: &str) -> Result<Vec<Parameter>, (usize, &'static str)> {
    let mut parameters = Vec::new();
    let mut start = 0;
    for pair in query.split('&') {
        let end = start + pair.len();
        if !pair.is_empty() {
            let (name, offset) = match pair.find('=') {
                Some(equals) => (&pair[..equals], start + equals + 1),
                None => (pair, end),
            };
            let value = decode(&query[offset..end], offset)?;
            parameters.push(Parameter { name: decode(name, start)?, value, offset });
        }
        start = end + 1;
    }
    Ok(parameters)
}

/// Reads the percent-encoding of a text that begins at `start`, and refuses what is none.
fn decode(text: &str, start: usize) -> Result<String, (usize, &'static str)> {
    for (at, _) in text.match_indices('%') {
        let digits = text.as_bytes().get(at + 1..at + 3);
        if !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return Err((start + at, "two hexadecimal digits must follow a percent sign"));
        }
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    decoded.map(Into::into).map_err(|_| (start, "the text behind the escapes is not UTF-8"))
}
