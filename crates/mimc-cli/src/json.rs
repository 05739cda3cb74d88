//! JSON as the program prints it: on one line, with what could steer a terminal or hide escaped. It is appended to a
//! buffer piece by piece, with as many names and quotes in a piece as stand together: a line of output costs less than
//! reading it did.

mod escape;

/// Writes text as it is: JSON of our own, or a name in which nothing is escaped.
#[inline]
pub(crate) fn put(out: &mut Vec<u8>, json: &str) {
    out.extend_from_slice(json.as_bytes());
}

/// Writes text as it stands between the quotes of a string.
pub(crate) fn text(out: &mut Vec<u8>, text: &str) {
    escape::string(out, text);
}

/// Writes a string, and before it what begins with its name, such as `,"name":`.
#[inline]
pub(crate) fn member(out: &mut Vec<u8>, before: &str, string: &str) {
    put(out, before);
    out.push(b'"');
    text(out, string);
    out.push(b'"');
}

/// Writes JSON text as the same value.
pub(crate) fn raw(out: &mut Vec<u8>, json: &str) {
    escape::json(out, json);
}

/// Writes a number.
#[inline]
pub(crate) fn number(out: &mut Vec<u8>, number: u64) {
    match u8::try_from(number) {
        Ok(digit @ 0..=9) => out.push(b'0' + digit),
        _ => put(out, itoa::Buffer::new().format(number)),
    }
}

/// Writes a list of names in which nothing is escaped.
pub(crate) fn names(out: &mut Vec<u8>, names: impl Iterator<Item = &'static str>) {
    let mut before = "[\"";
    for name in names {
        put(out, before);
        put(out, name);
        before = "\",\"";
    }
    put(out, if before == "[\"" { "[]" } else { "\"]" });
}
