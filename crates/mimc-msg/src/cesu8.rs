//! CESU-8: UTF-8 in which emoji are written as two surrogates of three bytes each.

/// Reads bytes as CESU-8; None where they are not, lone surrogates included.
///
/// Sent by the Web demo before 2019-12-18, whose UTF-8 step took each UTF-16 unit alone: 😀 is
/// `ED A0 BD ED B8 80`. A character of four bytes, which that step cannot make, is refused.
pub(crate) fn decode(mut bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    while !bytes.is_empty() {
        let plain = match std::str::from_utf8(bytes) {
            Ok(plain) => plain,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
        };
        if plain.chars().any(|c| u32::from(c) > 0xffff) {
            return None;
        }
        text.push_str(plain);
        bytes = &bytes[plain.len()..];
        if let Some((pair, rest)) = bytes.split_at_checked(6) {
            text.push(surrogates(pair)?);
            bytes = rest;
        } else if !bytes.is_empty() {
            return None;
        }
    }
    Some(text)
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
