//! JSON as the program prints it: on one line, with what could steer a terminal or hide escaped. It is appended to a
//! buffer, piece by piece: a line of output costs less than reading it did.

mod escape;

/// Writes a string, in quotes.
#[inline]
pub(crate) fn string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    escape::string(out, text);
    out.push(b'"');
}

/// Writes what stands before a string, such as `,"name":`, and the string.
#[inline]
pub(crate) fn member(out: &mut Vec<u8>, before: &str, text: &str) {
    out.extend_from_slice(before.as_bytes());
    string(out, text);
}

/// Writes what stands before a string, and a string that needs no escapes.
#[inline]
pub(crate) fn name(out: &mut Vec<u8>, before: &str, name: &str) {
    out.extend_from_slice(before.as_bytes());
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.push(b'"');
}

/// Writes JSON text as the same value.
pub(crate) fn raw(out: &mut Vec<u8>, json: &str) {
    escape::json(out, json);
}

/// Writes what stands before a number, and the number.
#[inline]
pub(crate) fn number(out: &mut Vec<u8>, before: &str, number: impl itoa::Integer) {
    out.extend_from_slice(before.as_bytes());
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes a list of strings that need no escapes.
pub(crate) fn names(out: &mut Vec<u8>, before: &str, names: impl Iterator<Item = &'static str>) {
    out.extend_from_slice(before.as_bytes());
    let mut separator = "[";
    for name in names {
        self::name(out, separator, name);
        separator = ",";
    }
    out.extend_from_slice(if separator == "[" { b"[]" } else { b"]" });
}
