//! All that read a message find the same in it.

use mimc_benches::corpus::{HELD_OUT, Message, NAMES, TUNING, corpus};
use mimc_benches::{Facts, ours, peer};

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
                let facts = ours::facts(&message).expect(&text);
                for (peer, read) in PEERS {
                    let found = read(&message);
                    let agrees = found.as_ref().is_some_and(|found| found.agrees(&facts));
                    assert!(agrees, "{peer}: {text}\n{found:?}\n{facts:?}");
                }
            }
        }
    }
}
