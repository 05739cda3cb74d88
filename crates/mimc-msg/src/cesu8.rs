//! CESU-8: UTF-8 in which emoji are written as two surrogates of three bytes each.

/// The text that bytes of CESU-8 mean, of which UTF-8 without characters of four bytes is a part; None where they are none.
///
/// The Web demo wrote emoji so until 2019-12-18. Bodies are read by the codec; this is for those who look into base64
/// themselves.
///
/// ```
/// assert_eq!(mimc_msg::cesu8_to_text(b"\xED\xA0\xBD\xED\xB8\x80").as_deref(), Some("😀"));
/// assert_eq!(mimc_msg::cesu8_to_text(b"\xED\xA0\xBD"), None);
/// ```
#[must_use]
pub fn cesu8_to_text(bytes: &[u8]) -> Option<String> {
    decode(bytes).ok()
}

/// Reads bytes as CESU-8; where they are not, lone surrogates included, the first byte that is not.
///
/// Sent by the Web demo before 2019-12-18, whose UTF-8 step took each UTF-16 unit alone: 😀 is
/// `ED A0 BD ED B8 80`. A character of four bytes, which that step cannot make, is refused.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, usize> {
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let valid = std::str::from_utf8(rest).map_or_else(|error| error.valid_up_to(), str::len);
        let plain = std::str::from_utf8(&rest[..valid]).unwrap_or_default();
        if let Some((four, _)) = plain.char_indices().find(|(_, c)| u32::from(*c) > 0xffff) {
            return Err(at + four);
        }
        text.push_str(plain);
        at += valid;
        if at < bytes.len() {
            let pair = bytes.get(at..at + 6).and_then(surrogates);
            text.push(pair.ok_or(at)?);
            at += 6;
        }
    }
    Ok(text)
}

/// The character of a high and a low surrogate, three bytes each.
fn surrogates(pair: &[u8]) -> Option<char> {
    let &[0xed, a @ 0xa0..=0xaf, b @ 0x80..=0xbf, 0xed, c @ 0xb0..=0xbf, d @ 0x80..=0xbf] = pair
    else {
        return None;
    };
    let ten = |high: u8, low: u8| u32::from(high & 0xf) << 6 | u32::from(low & 0x3f);
    char::from_u32(0x1_0000 + (ten(a, b) << 10) + ten(c, d))
}
