//! All that read a message find the same in it.

use mimc_benches::corpus::{HELD_OUT, Message, NAMES, TUNING, corpus, page};
use mimc_benches::peer::encode::Sent;
use mimc_benches::{Facts, ours, peer};
use mimc_msg::{Codec, Scratch};

type Reader = (&'static str, fn(&Message) -> Option<Facts>);

const PEERS: [Reader; 6] = [
    ("tagged", peer::tagged::facts),
    ("flat", peer::flat::facts),
    ("value", peer::dom::facts),
    ("visitor", peer::serde_visitor::facts),
    ("sonic", peer::sonic::facts),
    ("simd-json", peer::simd::facts),
];

#[test]
fn all_peers_find_the_same() {
    for name in NAMES {
        for seed in [TUNING, HELD_OUT] {
            for message in corpus(name, seed, 4000).unwrap() {
                let text = String::from_utf8_lossy(&message.bytes).into_owned();
                let facts = ours::decode::facts(&message).expect(&text);
                for (peer, read) in PEERS {
                    let found = read(&message);
                    let agrees = found.as_ref().is_some_and(|found| found.agrees(&facts));
                    assert!(agrees, "{peer}: {text}\n{found:?}\n{facts:?}");
                }
            }
        }
    }
}

#[test]
fn pages_hold_the_same_messages() {
    for messages in [1, 20, 100] {
        let page = page(HELD_OUT, messages);
        let (ours, peer) =
            (ours::history::facts(&page).unwrap(), peer::history::facts(&page).unwrap());
        assert_eq!(ours.len(), messages);
        assert_eq!(peer.len(), messages);
        assert!(ours.iter().zip(&peer).all(|(ours, peer)| ours.agrees(peer)));
    }
}

#[test]
fn what_is_written_says_the_same() {
    for message in corpus("manual", HELD_OUT, 4000).unwrap() {
        let ours = mimc_msg::encode(&ours::encode::envelope(&message).unwrap()).unwrap();
        let peer = serde_json::to_vec(&Sent::of(&message).unwrap()).unwrap();
        same(&message, ours, peer);
    }
}

/// But for what manual-v1 cannot carry, which everyone writes as they like.
#[test]
fn what_is_transcoded_says_the_same() {
    let (mut scratch, mut buffer) = (Scratch::new(), Vec::new());
    for message in corpus("mixed", HELD_OUT, 4000).unwrap() {
        assert!(ours::encode::transcoded(&message, &mut scratch, &mut buffer));
        let peer = peer::encode::transcoded(&message).unwrap();
        let codec = Codec::new().biz_type(&message.biz_type);
        let envelope = codec.decode(&message.bytes).unwrap().envelope;
        if mimc_msg::encode(&envelope).is_ok() {
            same(&message, buffer.clone(), peer);
        }
    }
}

#[track_caller]
fn same(message: &Message, ours: Vec<u8>, peer: Vec<u8>) {
    let facts = |bytes: Vec<u8>| {
        let mut written = message.clone();
        written.bytes = bytes.into();
        peer::flat::facts(&written).expect("what was written is a message")
    };
    assert!(facts(ours).agrees(&facts(peer)), "{message:?}");
}
