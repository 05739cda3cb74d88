//! What the machine can do with the same bytes: less than anyone who reads them must do.

use std::hint::black_box;

use crate::corpus::Message;

/// Copies them.
pub fn memcpy() -> impl FnMut(&Message) -> bool {
    let mut copy = Vec::new();
    move |message| {
        copy.clear();
        copy.extend_from_slice(&message.bytes);
        !black_box(&copy).is_empty()
    }
}

/// Checks that they are UTF-8.
pub fn utf8() -> impl FnMut(&Message) -> bool {
    |message| black_box(simdutf8::basic::from_utf8(black_box(&message.bytes))).is_ok()
}
