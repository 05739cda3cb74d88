//! Messages with oddities.

use proptest::prelude::*;

/// The spellings of a type member.
const KINDS: &[&str] = &[
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

/// The spellings of a body member.
const BODIES: &[&str] = &[
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

/// What stands beside a message.
const BIZ_TYPES: &[&str] = &[
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
];

/// A message with oddities, most of them read: each member from a pool of spellings, in any order;
/// and what stands beside it.
pub fn odd_message() -> impl Strategy<Value = (String, String)> {
    let pool = |common: &'static [&'static str], odd: &'static [&'static str]| {
        prop_oneof![
            12 => prop::sample::select(common).prop_map(Some),
            2 => prop::sample::select(odd).prop_map(Some),
            1 => Just(None),
        ]
    };
    let members = (
        pool(&["0", "0", "0", "1"], &["\"0\"", "\"007\"", "4294967295", "-0", "null"]),
        pool(
            &["\"TEXT_1\"", "\"a-1\"", "\"PING_7\"", "\"a\\u0007\""],
            &["12", "\"\"", "null", "{}"],
        ),
        prop_oneof![3 => Just(None), 4 => prop::sample::select(KINDS).prop_map(Some)],
        prop_oneof![4 => Just(None), 1 => prop::sample::select(KINDS).prop_map(Some)],
        pool(
            &["\"1516763973000\"", "1531738530000"],
            &["\"01\"", "1", "99999999999999", "-1", "1.5", "\"x\""],
        ),
        prop_oneof![1 => Just(None), 3 => prop::sample::select(BODIES).prop_map(Some)],
        prop_oneof![3 => Just(None), 2 => prop::sample::select(BODIES).prop_map(Some)],
        prop::option::weighted(
            0.1,
            prop::sample::select(&["1", "{\"b\" : [ ]}", "\"\\n\"", "1e999"]),
        ),
        prop::option::weighted(0.02, Just("2")),
    );
    let biz_type = prop::sample::select(BIZ_TYPES);
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
