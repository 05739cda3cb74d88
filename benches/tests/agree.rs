//! All that read a message find the same in it.

use mimc_benches::corpus::{HELD_OUT, Message, NAMES, TUNING, corpus};
use mimc_benches::{Facts, ours, peer};

type Reader = (&'static str, fn(&Message) -> Option<Facts>);

const PEERS: [Reader; 2] = [("tagged", peer::tagged::facts), ("flat", peer::flat::facts)];

#[test]
fn all_peers_find_the_same() {
    for name in NAMES {
        for seed in [TUNING, HELD_OUT] {
            for message in corpus(name, seed, 4000).unwrap() {
                let text = String::from_utf8_lossy(&message.bytes).into_owned();
                let facts = ours::facts(&message).expect(&text);
                for (peer, read) in PEERS {
                    let found = read(&message);
                    assert_eq!(found.as_ref(), Some(&facts), "{peer}: {} {text}", message.biz_type);
                }
            }
        }
    }
}
