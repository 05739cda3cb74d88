//! Broken copies of good documents.

use mimc_testkit::vectors::{lines, raw};
use proptest::prelude::*;

/// Broken copies of the good documents among the vectors.
pub(crate) fn broken() -> impl Strategy<Value = Vec<u8>> {
    let good = lines("accept.jsonl").into_iter().map(|vector| raw(&vector));
    let good: Vec<Vec<u8>> = good.filter(|raw| raw.first() == Some(&b'{')).collect();
    broken_of(prop::sample::select(good))
}

/// Copies of documents, broken or changed in one place.
pub(crate) fn broken_of(good: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    (good, any::<prop::sample::Index>(), 0..6_u8, any::<u8>()).prop_map(
        |(mut bytes, at, how, byte)| {
            let at = at.index(bytes.len());
            match how {
                0 => bytes.truncate(at),
                1 => bytes[at] = byte,
                2 => bytes.insert(at, byte),
                3 => drop(bytes.remove(at)),
                4 => bytes.splice(at..at, *b"null").for_each(drop),
                _ => bytes.splice(at..at, br#"{"a":[1e9,"\ud83d\ude00"]}"#.to_vec()).for_each(drop),
            }
            bytes
        },
    )
}
