//! The corpora are what they are said to be.

use std::collections::HashMap;

use mimc_benches::corpus::{HELD_OUT, Message, NAMES, SIZE, TUNING, corpus, text_of};
use mimc_msg::{Codec, Decoded, Flag as _, Note};

fn strictly(message: &Message) -> Decoded<'_> {
    let codec = Codec::new().biz_type(&message.biz_type).strict();
    let text = String::from_utf8_lossy(&message.bytes);
    codec.decode(&message.bytes).expect(&text)
}

/// So many of a hundred.
fn percent(count: usize) -> usize {
    count * 100 / SIZE
}

#[test]
fn every_message_is_decoded_strictly() {
    for name in NAMES {
        for seed in [TUNING, HELD_OUT] {
            corpus(name, seed, 2000).unwrap().iter().map(strictly).for_each(drop);
        }
    }
}

#[test]
fn mixed_has_every_kind_and_dialect_and_few_doubts() {
    let messages = corpus("mixed", HELD_OUT, SIZE).unwrap();
    let decoded: Vec<_> = messages.iter().map(strictly).collect();
    let mut dialects = HashMap::new();
    let mut kinds = HashMap::new();
    for one in &decoded {
        *kinds.entry(one.envelope.kind().to_string()).or_insert(0) += 1;
        *dialects.entry(one.dialect.map(mimc_msg::Dialect::name)).or_insert(0) += 1;
    }
    for dialect in mimc_msg::Dialect::ALL {
        assert!(dialects.contains_key(&Some(dialect.name())), "{dialect}: {dialects:?}");
    }
    for kind in
        mimc_msg::Kind::documented().filter(|kind| !kind.to_string().starts_with("BIN_FILE_"))
    {
        assert!(kinds.contains_key(&kind.to_string()), "{kind}: {kinds:?}");
    }
    let doubts = dialects[&None];
    assert!((1..=2).contains(&percent(doubts)), "{doubts}");
    let unknown = decoded.iter().filter(|one| one.notes.contains(Note::MembersUnknown)).count();
    assert!((7..=9).contains(&percent(unknown)), "{unknown}");
}

#[test]
fn dialects_are_parted_by_their_bodies() {
    for (name, base64) in [("plain-dialects", false), ("base64-dialects", true)] {
        let messages = corpus(name, HELD_OUT, SIZE).unwrap();
        let dialects: Vec<_> =
            messages.iter().filter_map(|message| strictly(message).dialect).collect();
        assert!(dialects.iter().all(|dialect| dialect.is_base64() == base64), "{name}");
        // The rest is what several dialects fit.
        assert!(percent(dialects.len()) >= 95, "{name}: {}", dialects.len());
    }
}

#[test]
fn the_mean_is_about_220_bytes() {
    for name in ["mixed", "manual"] {
        let messages = corpus(name, HELD_OUT, SIZE).unwrap();
        let mean = messages.iter().map(|message| message.bytes.len()).sum::<usize>() / SIZE;
        assert!((210..=230).contains(&mean), "{name}: {mean}");
    }
}

#[test]
fn a_seed_makes_one_corpus() {
    let of = |seed| corpus("mixed", seed, 100).unwrap();
    assert_eq!(of(TUNING), of(TUNING));
    assert_ne!(of(TUNING), of(HELD_OUT));
}

#[test]
fn a_text_has_the_size_that_was_asked_for() {
    for bytes in [1 << 10, 1 << 15, 1 << 20] {
        let message = text_of(bytes);
        let decoded = strictly(&message);
        assert!(
            matches!(&decoded.envelope.body, mimc_msg::Body::Text(text) if text.len() == bytes)
        );
    }
}
