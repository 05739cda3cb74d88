//! How the bytes of the fuzzer are cut into parts. Simple forms, so that seeds are easy to write and a dictionary
//! helps.

/// The first line as text, and the rest; where there is no such line, everything is the rest.
pub(crate) fn head(data: &[u8]) -> (&str, &[u8]) {
    let (head, rest) = line(data);
    std::str::from_utf8(head).map_or(("", data), |head| (head, rest))
}

/// The first line, and the rest; where there is no line end, everything is the rest.
pub(crate) fn line(data: &[u8]) -> (&[u8], &[u8]) {
    match data.iter().position(|&byte| byte == b'\n') {
        Some(end) => (&data[..end], &data[end + 1..]),
        None => (&[], data),
    }
}

/// The first byte, and the rest; 0 where there is none.
pub(crate) fn first(data: &[u8]) -> (usize, &[u8]) {
    data.split_first().map_or((0, data), |(&first, rest)| (first.into(), rest))
}
