//! What proptest makes: envelopes, messages with oddities, JSON texts.

use mimc_msg::{
    Account, Body, Content, Dialect, Envelope, Extra, Flag, Kind, KindCode, Medium, MsgId, Payload,
    RawJson, Receipt, Timestamp,
};
use proptest::prelude::*;

pub(crate) fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(Dialect::ALL)
}

/// Any envelope that can be built, one in several not carried by one dialect or other.
pub(crate) fn envelope() -> impl Strategy<Value = Envelope<'static>> {
    let version = prop_oneof![8 => Just(0), 1 => any::<u32>()];
    let timestamp = prop_oneof![
        Just(0),
        1_500_000_000_000u64..1_700_000_000_000,
        0..=Timestamp::MAX.as_millis(),
        Just(Timestamp::MAX.as_millis()),
    ];
    (version, msg_id(), timestamp, body(), extra("[xyz\u{e9}\"]{1,3}")).prop_map(
        |(version, id, timestamp, body, extra)| {
            let timestamp = Timestamp::from_millis(timestamp).expect("in range");
            let mut envelope = Envelope::new(id, timestamp, body);
            envelope.version = version;
            envelope.extra = extra;
            // A later version carries raw JSON or nothing.
            if version > 0 {
                let kind = envelope.kind();
                let json = RawJson::parse(r#"{"v":[1]}"#).expect("JSON");
                envelope.body = Body::other(kind, Payload::Json(json));
            }
            envelope
        },
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ]{0,12}",
        Just("欢迎使用小米即时消息云(MIMC)😀".to_owned()),
        Just("aGk=".to_owned()),
        Just(String::new()),
    ]
}

fn msg_id() -> impl Strategy<Value = MsgId<'static>> {
    prop_oneof!["[A-Z]{3,5}_[0-9]{1,5}", "[a-zA-Z0-9]{5}-[0-9]", ".{1,20}", "\\PC{1,9}"]
        .prop_filter_map("not empty", |id| MsgId::new(id).ok())
}

fn account() -> impl Strategy<Value = Option<Account<'static>>> {
    prop::option::of(text()).prop_map(|account| account.map(Account::new))
}

fn medium() -> impl Strategy<Value = Medium<'static>> {
    "(PIC|AUDIO|BIN|[A-Z0-9]{1,4}(_[A-Z0-9]{1,3}){0,2})"
        .prop_map(|word| Medium::new(word).expect("a word"))
}

fn content() -> impl Strategy<Value = Content<'static>> {
    prop_oneof![Just(Content::Text), medium().prop_map(Content::File)]
}

fn extra(names: &'static str) -> impl Strategy<Value = Extra<'static>> {
    prop::collection::vec((names, json_text()), 0..3).prop_map(|members| {
        let mut extra = Extra::new();
        for (name, json) in members {
            extra.insert(name, RawJson::parse(&json).expect("JSON").into_owned());
        }
        extra
    })
}

fn receipt() -> impl Strategy<Value = Receipt<'static>> {
    (content(), msg_id(), extra("[xyz]{1,2}")).prop_map(|(content, target, extra)| {
        let mut receipt = Receipt::new(content, target);
        receipt.extra = extra;
        receipt
    })
}

fn body() -> impl Strategy<Value = Body<'static>> {
    prop_oneof![
        account().prop_map(Body::Ping),
        account().prop_map(Body::Pong),
        text().prop_map(Body::text),
        (medium(), text()).prop_map(|(medium, url)| Body::file(medium, url)),
        receipt().prop_map(Body::Recall),
        receipt().prop_map(Body::Read),
        account().prop_map(Body::friend_request),
        (account(), any::<bool>())
            .prop_map(|(account, accepted)| { Body::friend_response(account, accepted) }),
        (other_kind(), payload()).prop_map(|(kind, payload)| Body::other(kind, payload)),
        // A body for a friend request where the SDKs have none.
        text().prop_map(|text| Body::other(Kind::FriendRequest, Payload::Text(text.into()))),
    ]
}

fn other_kind() -> impl Strategy<Value = Kind<'static>> {
    prop_oneof![
        4 => "[a-z]{1,6}|[A-Z]{1,6}|[0-9]{1,3}|\\PC{1,5}".prop_map(Kind::parse)
            .prop_filter("no known kind", |kind| !kind.is_known()),
        1 => Just(Kind::Absent),
        1 => prop::sample::select(&["199", "0", "-5", "-101", "123456789012345678901"])
            .prop_map(|code| KindCode::parse(code).expect("a code")),
    ]
}

fn payload() -> impl Strategy<Value = Payload<'static>> {
    prop_oneof![
        Just(Payload::Absent),
        text().prop_map(|text| Payload::Text(text.into())),
        // In the form that decoding gives: bytes that are UTF-8 are text.
        prop_oneof![
            any::<Vec<u8>>(),
            Just(vec![0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
            Just(vec![0xff])
        ]
        .prop_map(|bytes| match String::from_utf8(bytes) {
            Ok(text) => Payload::Text(text.into()),
            Err(error) => Payload::Bytes(error.into_bytes().into()),
        }),
        json_text()
            .prop_map(|json| Payload::Json(RawJson::parse(&json).expect("JSON").into_owned())),
    ]
}

/// JSON texts of all shapes: white space, escapes, odd numbers.
pub(crate) fn json_text() -> impl Strategy<Value = String> {
    let space = || prop::sample::select(&["", "", " ", "\n", "\t\r "]);
    let leaf = prop_oneof![
        prop::sample::select(&[
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1e2",
            "-1.50E-3",
            "155123027575068001"
        ])
        .prop_map(ToOwned::to_owned),
        string_text(),
    ];
    leaf.prop_recursive(5, 24, 5, move |inner| {
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..5), space()).prop_map(|(items, space)| {
                format!("[{space}{}{space}]", items.join(&format!("{space},{space}")))
            }),
            (prop::collection::vec(inner, 0..14), space()).prop_map(|(values, space)| {
                let member = |(at, value)| format!("\"n{at}\"{space}:{space}{value}");
                let members: Vec<String> = values.iter().enumerate().map(member).collect();
                format!("{{{space}{}{space}}}", members.join(&format!("{space},{space}")))
            }),
        ]
    })
}

/// A JSON string with escapes of every sort.
fn string_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z 0-9中é😀]{1,9}",
        1 => prop::sample::select(&["\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", "\\ud83d\\ude00", "\\b\\f\\r\\t", "\u{7f}"])
            .prop_map(ToOwned::to_owned),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

/// Texts that begin with `{` and are nearly JSON: valid objects with a few bytes changed.
pub(crate) fn rough_json() -> impl Strategy<Value = String> {
    let edit = (
        any::<prop::sample::Index>(),
        prop::sample::select(&[
            "", "", "{", "}", "[", "]", "\"", "\\", ",", ":", "0", "-", "1", ".", "e", "+", " ",
            "\n", "\0", "\\u", "\\ud800", "\\udc00", "\"a\":1,", "\"a\":", "null", "é", "\u{feff}",
            "9999", "e999",
        ]),
        any::<bool>(),
    );
    let object = prop_oneof![
        prop::collection::vec(json_text(), 0..5).prop_map(|values| {
            let names = ["a", "version", "payload", "\\u0061", "msgId"];
            let members: Vec<String> = values
                .iter()
                .zip(names)
                .map(|(value, name)| format!("\"{name}\":{value}"))
                .collect();
            format!("{{{}}}", members.join(","))
        }),
        odd_message().prop_map(|(text, _)| text),
        (100usize..140)
            .prop_map(|depth| { format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth)) }),
    ];
    (object, prop::collection::vec(edit, 0..3)).prop_map(|(mut text, edits)| {
        for (index, insert, replace) in edits {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
            let Some(&at) = places.get(index.index(places.len().max(1))) else {
                continue;
            };
            let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            text.replace_range(at..if replace { end } else { at }, insert);
        }
        text
    })
}

/// A message with oddities, most of them read: each member from a pool of spellings, in any order;
/// and what stands beside it.
pub(crate) fn odd_message() -> impl Strategy<Value = (String, String)> {
    let pool = |common: &'static [&'static str], odd: &'static [&'static str]| {
        prop_oneof![
            12 => prop::sample::select(common).prop_map(Some),
            2 => prop::sample::select(odd).prop_map(Some),
            1 => Just(None),
        ]
    };
    let kinds: &'static [&'static str] = &[
        "\"TEXT\"",
        "\"PING\"",
        "\"PONG\"",
        "\"PIC_FILE\"",
        "\"TEXT_RECALL\"",
        "\"VIDEO_FILE_READ\"",
        "\"ADD_FRIEND_REQUEST\"",
        "\"ADD_FRIEND_RESPONSE\"",
        "\"STICKER\"",
        "101",
        "103",
        "104",
        "105",
        "106",
        "107",
        "108",
        "199",
        "\"103\"",
        "\"0105\"",
        "null",
        "\"\"",
        "-5",
    ];
    let bodies: &'static [&'static str] = &[
        "\"hi\"",
        "\"aGk=\"",
        "\"https://a.b/c.png\"",
        "{\"recall_msgId\":\"TEXT_1\"}",
        "{\"read_msgId\":\"TEXT_1\",\"x\":1}",
        "{\"read_msgId\":\"a\",\"recall_msgId\":\"b\"}",
        "\"VEVYVF8x\"",
        "\"TEXT_1\"",
        "\"{\\\"recall_msgId\\\":\\\"TEXT_1\\\",\\\"y\\\":[]}\"",
        "{\"add_requester\":\"A\"}",
        "{\"add_responser\":\"B\",\"accepted\":true}",
        "{\"add_responser\":\"B\",\"accepted\":\"false\"}",
        "\"dHJ1ZQ==\"",
        "\"7aC97biA\"",
        "\"/w==\"",
        "\"\"",
        "{ \"a\" : 1e2 }",
        "\"aGk\"",
        "\"aGk\\u003d\"",
        "\"javascript:a b\"",
        "\"aHR0cDovL2E=\"",
        "null",
        "5",
        "[1,-2]",
    ];
    let members = (
        pool(&["0", "0", "0", "1"], &["\"0\"", "\"007\"", "4294967295", "-0", "null"]),
        pool(
            &["\"TEXT_1\"", "\"a-1\"", "\"PING_7\"", "\"a\\u0007\""],
            &["12", "\"\"", "null", "{}"],
        ),
        prop_oneof![3 => Just(None), 4 => prop::sample::select(kinds).prop_map(Some)],
        prop_oneof![4 => Just(None), 1 => prop::sample::select(kinds).prop_map(Some)],
        pool(
            &["\"1516763973000\"", "1531738530000"],
            &["\"01\"", "1", "99999999999999", "-1", "1.5", "\"x\""],
        ),
        prop_oneof![1 => Just(None), 3 => prop::sample::select(bodies).prop_map(Some)],
        prop_oneof![3 => Just(None), 2 => prop::sample::select(bodies).prop_map(Some)],
        prop::option::weighted(
            0.1,
            prop::sample::select(&["1", "{\"b\" : [ ]}", "\"\\n\"", "1e999"]),
        ),
        prop::option::weighted(0.02, Just("2")),
    );
    let biz_type = prop::sample::select(&[
        "",
        "",
        "TEXT",
        "PING",
        "PIC_FILE",
        "TEXT_READ",
        "ADD_FRIEND_RESPONSE",
        "ADD_FRIEND_REQUEST",
        "103",
        "101",
        "199",
        "txt",
        "PONG",
    ]);
    (members, biz_type, any::<prop::sample::Index>(), any::<bool>(), any::<bool>()).prop_map(
        |(
            (version, id, msg_type, r#type, timestamp, payload, content, other, twice),
            biz,
            turn,
            twin,
            alpha,
        )| {
            // Both body members are mostly there with one value.
            let content =
                if twin && payload.is_some() && content.is_some() { payload } else { content };
            let mut members: Vec<(&str, &str)> = [
                ("version", version),
                ("msgId", id),
                ("msgType", msg_type),
                ("type", r#type),
                ("timestamp", timestamp),
                ("payload", payload),
                ("content", content),
                ("other", other),
                ("oth\\u0065r", twice),
            ]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
            if alpha {
                let places = members.len().max(1);
                members.rotate_left(turn.index(places));
            }
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            (format!("{{{}}}", members.join(",")), biz.to_owned())
        },
    )
}
