//! What hostile documents of the API cost: memory is at most a stated multiple of their length, and time grows
//! with it, not with its square.

use allocation_counter::measure;
use http::Response;
use mimc_api::contact::ListContacts;
use mimc_api::history::QueryP2pHistory;
use mimc_api::topic::CreateTopic;
use mimc_api::{callback, client, server};
use mimc_msg::{Codec, Limits, Scratch};
use mimc_testkit::cost::grows_linearly;

/// A kind of document: one of about so many bytes, its reading, and the multiple of its length that may be held.
struct Hostile {
    name: &'static str,
    text: fn(usize) -> String,
    read: fn(&str),
    times: u64,
}

const SMALL: usize = 100_000;

const HOSTILE: &[Hostile] = &[
    Hostile {
        name: "a page of empty rows",
        text: |size| page(size, r#"{"sequence":"1","payload":"","ts":1}"#),
        read: history,
        times: 12,
    },
    Hostile {
        name: "a page of odd rows",
        text: |size| page(size, r#"{"sequence":1,"payload":"?","ts":"1","x":1}"#),
        read: history,
        times: 12,
    },
    Hostile {
        name: "a page of escapes",
        text: |size| {
            page(size, r#"{"sequence":"1","payload":"\u0061GkK","ts":1,"fromAccount":"\u0061"}"#)
        },
        read: history,
        times: 12,
    },
    Hostile {
        name: "a page with a fault at its end",
        text: |size| page(size, r#"{"sequence":"1","payload":"","ts":1}"#).replace("]}}", ",5]}}"),
        read: history,
        times: 12,
    },
    Hostile {
        name: "contacts, each with an odd payload",
        text: contacts,
        read: |text| drop(client::reply_within::<ListContacts>(&Response::new(text), Limits::MAX)),
        times: 12,
    },
    Hostile {
        name: "unknown members of an answer",
        text: |size| format!(r#"{{"code":1,"message":"m"{}}}"#, members(size)),
        read: history,
        times: 12,
    },
    Hostile {
        name: "accounts of a callback",
        text: |size| {
            format!(
                r#"{{"msgType":"X","payload":"","toAccounts":[""{}]}}"#,
                r#","""#.repeat(size / 3)
            )
        },
        read: called,
        times: 28,
    },
    Hostile {
        name: "unknown members of a callback",
        text: |size| format!(r#"{{"msgType":"X","payload":""{}}}"#, members(size)),
        read: called,
        times: 12,
    },
    Hostile {
        name: "the payload of a callback",
        text: |size| format!(r#"{{"msgType":"X","payload":"{}"}}"#, "AAAA".repeat(size / 4)),
        read: called,
        times: 5,
    },
    Hostile {
        name: "accounts of a request",
        text: |size| format!(r#"{{"topicName":"t","accounts":"a{}"}}"#, ",a".repeat(size / 2)),
        read: asked,
        times: 28,
    },
    Hostile {
        name: "different accounts of a request",
        text: |size| {
            format!(
                r#"{{"topicName":"t","accounts":"a{}"}}"#,
                joined(size / 6, |at| format!(",{at:x}"))
            )
        },
        read: asked,
        times: 28,
    },
];

fn page(size: usize, row: &str) -> String {
    let rows = vec![row; size / (row.len() + 1)].join(",");
    format!(
        r#"{{"code":200,"message":"success","data":{{"appId":1,"row":0,"messages":[{rows}]}}}}"#
    )
}

fn contacts(size: usize) -> String {
    let row = r#"{"userType":"X","id":"1","name":"","timestamp":"1","lastMessage":{"fromUuid":"1","fromAccount":"","payload":"?","sequence":"1"}}"#;
    let rows = vec![row; size / row.len()].join(",");
    format!(r#"{{"code":200,"message":"success","data":[{rows}]}}"#)
}

fn members(size: usize) -> String {
    joined(size / 9, |at| format!(",\"{at:x}\":1"))
}

fn joined(many: usize, each: impl Fn(usize) -> String) -> String {
    (0..many).rev().map(each).collect::<Vec<_>>().concat()
}

/// The page, and each message of it.
fn history(text: &str) {
    if let Ok(answer) = client::reply_within::<QueryP2pHistory>(&Response::new(text), Limits::MAX) {
        let mut scratch = Scratch::new();
        for message in &answer.data.messages {
            let _ = message.read_with(Codec::new(), &mut scratch);
        }
    }
}

fn called(text: &str) {
    if let Ok(callback) = callback::read_within(text.as_bytes(), Limits::MAX) {
        let _ = callback.peek().decode();
    }
}

fn asked(text: &str) {
    let _ = server::input_within::<CreateTopic>(text.as_bytes(), Limits::MAX);
}

#[test]
fn the_peak_is_a_multiple_of_the_document() {
    let mut failed = Vec::new();
    for hostile in HOSTILE {
        for size in [SMALL, 16 * SMALL] {
            let text = (hostile.text)(size);
            let times = measure(|| (hostile.read)(&text)).bytes_max / text.len() as u64;
            println!("{:40} {:9} bytes: {times} times", hostile.name, text.len());
            if times >= hostile.times {
                failed
                    .push(format!("{}: {times} times, not below {}", hostile.name, hostile.times));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// The time grows with the document, not with its square.
#[test]
fn time_grows_with_the_document() {
    let mut failed = Vec::new();
    for Hostile { name, text, read, .. } in HOSTILE {
        let (small, large) = (text(SMALL / 4), text(4 * SMALL));
        if !grows_linearly(|| read(&small), || read(&large)) {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
