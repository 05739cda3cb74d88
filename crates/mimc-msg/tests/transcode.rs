//! Each official dialect to each other: what is lost on the way stands in `docs/transcoding.md`, and this
//! test holds the table to what the encoder does.
#![allow(clippy::panic, clippy::needless_pass_by_value, clippy::match_same_arms, reason = "tests")]

use std::fmt::Write as _;

use mimc_msg::{
    Account, Body, Codec, Content, Dialect, EncodeError, Encoder, Envelope, Extra, Flag, Kind,
    KindCode, Losses, Medium, MsgId, Payload, RawJson, Receipt, Timestamp,
};

/// One message for each thing that some dialect can carry and another cannot.
fn samples() -> Vec<(&'static str, Envelope<'static>)> {
    let ada = || Some(Account::new("ada"));
    let receipt = |content| Receipt::new(content, MsgId::new("TEXT_1").expect("an id"));
    let mut with_members = receipt(Content::Text);
    with_members.extra = extra();
    let json = |text| Payload::Json(RawJson::parse(text).expect("JSON"));
    let custom = |payload| Body::other(Kind::parse("STICKER"), payload);
    let bodies = [
        ("ping or pong with an account", Body::Ping(ada())),
        ("ping or pong without one", Body::Pong(None)),
        ("text", Body::text("hi")),
        ("empty text", Body::text("")),
        ("picture", Body::file(Medium::PIC, "https://a.b/c.png")),
        ("other file", Body::file(Medium::AUDIO, "https://a.b/c.amr")),
        ("recall or read of a text", Body::Recall(receipt(Content::Text))),
        ("recall or read of a file", Body::Read(receipt(Content::File(Medium::PIC)))),
        ("recall or read with further members", Body::Read(with_members)),
        ("friend request with an account", Body::friend_request(ada())),
        ("friend request without one", Body::friend_request(None)),
        ("friend response with an account", Body::friend_response(ada(), true)),
        ("friend response without one", Body::friend_response(None, false)),
        ("custom kind, text", custom(Payload::Text("wave".into()))),
        ("custom kind, bytes", custom(Payload::Bytes(vec![0xff].into()))),
        ("custom kind, object", custom(json("{\"a\":1}"))),
        ("custom kind, other JSON", custom(json("[1]"))),
        ("custom kind, no body", custom(Payload::Absent)),
        (
            "unknown code, text",
            Body::other(KindCode::parse("199").expect("a code"), Payload::Text("x!".into())),
        ),
        ("no kind, text", Body::other(Kind::Absent, Payload::Text("x!".into()))),
    ];
    let mut samples: Vec<_> = bodies.map(|(name, body)| (name, message(body))).into();
    for (name, payload) in [("version 1, object", "{\"a\":1}"), ("version 1, other JSON", "[1]")] {
        let mut later = message(Body::other(Kind::Text, json(payload)));
        later.version = 1;
        samples.push((name, later));
    }
    let mut more = message(Body::text("hi"));
    more.extra = extra();
    samples.push(("unknown members of the envelope", more));
    samples
}

fn extra() -> Extra<'static> {
    let mut extra = Extra::new();
    extra.insert("by", RawJson::parse("[1, 2]").expect("JSON"));
    extra
}

fn message(body: Body<'static>) -> Envelope<'static> {
    let time = Timestamp::from_millis(1_516_763_973_000).expect("a time");
    Envelope::new(MsgId::new("x-1").expect("an id"), time, body)
}

/// The losses that writing in a dialect would bring, each found by being refused.
fn losses(envelope: &Envelope<'_>, dialect: Dialect) -> Losses {
    match Encoder::new(dialect).encode(envelope) {
        Ok(_) => Losses::NONE,
        Err(EncodeError::CannotCarry { loss, .. }) => {
            let lossy = Encoder::new(dialect).lossy().encode(envelope).expect("with loss it goes");
            assert!(lossy.losses.contains(loss));
            lossy.losses
        }
        Err(error) => panic!("{error}"),
    }
}

fn cell(losses: Losses) -> String {
    let codes: Vec<&str> = losses.iter().map(Flag::code).collect();
    if codes.is_empty() { "-".to_owned() } else { codes.join(", ") }
}

fn document() -> String {
    let samples = samples();
    let names: Vec<&str> = Dialect::ALL.iter().map(|dialect| dialect.name()).collect();
    let head =
        |first: &str| format!("| {first} | {} |\n|{}\n", names.join(" | "), " --- |".repeat(12));
    let mut text = String::from(
        "# What a dialect cannot carry\n\n\
         Written by the encoder, held by `crates/mimc-msg/tests/transcode.rs`. `-`: carried without loss. A word: \
         the loss that is an\nerror unless it is allowed, and then is reported (`Loss` in the crate's documentation \
         says what each means, and what is\nwritten instead).\n\n\
         ## Each sort of message in each dialect\n\n",
    );
    text += &head("message");
    for (name, envelope) in &samples {
        let cells: Vec<String> =
            Dialect::ALL.iter().map(|dialect| cell(losses(envelope, *dialect))).collect();
        writeln!(text, "| {name} | {} |", cells.join(" | ")).expect("a string");
    }
    text += "\n## From each dialect (rows) to each other (columns)\n\n\
             Everything that may be lost of what the first can carry.\n\n";
    text += &head("from \\ to");
    for from in Dialect::ALL {
        let carried = || samples.iter().filter(|(_, sample)| losses(sample, *from).is_empty());
        let cells: Vec<String> = Dialect::ALL
            .iter()
            .map(|to| {
                let mut all = Losses::NONE;
                carried().for_each(|(_, sample)| all.extend(losses(sample, *to).iter()));
                cell(all)
            })
            .collect();
        writeln!(text, "| {from} | {} |", cells.join(" | ")).expect("a string");
    }
    text
}

#[test]
fn the_table_is_what_the_encoder_does() {
    mimc_testkit::tables::hold("transcoding.md", &document());
}

/// Each sample that a dialect carries, every other dialect that carries it too writes to the same value.
#[test]
fn what_is_carried_is_the_same_value_everywhere() {
    for (name, envelope) in samples() {
        for from in Dialect::ALL {
            let Ok(first) = Encoder::new(*from).encode(&envelope) else {
                continue;
            };
            let biz_type = first.biz_type.as_deref().unwrap_or_default();
            let codec = Codec::new().strict().dialect(*from).biz_type(biz_type);
            let read = codec.decode(&first.bytes).expect(name).envelope;
            for to in Dialect::ALL {
                let Ok(second) = Encoder::new(*to).encode(&read) else {
                    continue;
                };
                let biz_type = second.biz_type.as_deref().unwrap_or_default();
                let codec = Codec::new().strict().dialect(*to).biz_type(biz_type);
                let again = codec.decode(&second.bytes).expect(name).envelope;
                assert_eq!(again, envelope, "{name}: {from} to {to}");
            }
        }
    }
}
