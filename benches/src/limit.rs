//! What the machine can do with the same bytes: less than anyone who reads or writes them must do.

use std::hint::black_box;

/// Copies the bytes of each item.
pub fn memcpy<T>(bytes: impl Fn(&T) -> &[u8]) -> impl FnMut(&T) -> bool {
    let mut copy = Vec::new();
    move |item| {
        copy.clear();
        copy.extend_from_slice(bytes(item));
        !black_box(&copy).is_empty()
    }
}

/// Checks that the bytes of each item are UTF-8.
pub fn utf8<T>(bytes: impl Fn(&T) -> &[u8]) -> impl FnMut(&T) -> bool {
    move |item| black_box(simdutf8::basic::from_utf8(black_box(bytes(item)))).is_ok()
}
