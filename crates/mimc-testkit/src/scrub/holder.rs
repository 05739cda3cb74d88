//! Documents with something in them that must not be seen.

use mimc_msg::Base64Forms;
use proptest::prelude::*;

/// An account, a text or a secret that will not come about by chance, and is no word of ours.
pub fn secret() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{7,16}",
        "[A-Z][a-z]{3,8}[0-9]{3}",
        "[A-Za-z0-9+/]{10,40}",
        "[A-Za-z0-9]{16,24}==",
        "[1-9][0-9]{9,18}",
        "[\u{4e00}-\u{9fa5}]{4,12}",
        "[\u{1f600}-\u{1f64f}]{4,6}",
        "[\u{430}-\u{44f}]{6,9} [\u{430}-\u{44f}]{3,9}",
        "[a-z]{3,6}\\.[a-z]{4,6}",
        "[a-z ]{9,30}",
    ]
    .prop_filter("words", |secret| secret.trim() == secret)
}

/// A document that holds this somewhere, in one of the ways that documents do; perhaps cut off or broken.
pub fn held(secret: String) -> impl Strategy<Value = Vec<u8>> {
    let edit =
        prop::option::weighted(0.3, (any::<prop::sample::Index>(), "[\"\\\\{},:%=]|\u{0}|中"));
    let cut = prop::option::weighted(0.2, any::<prop::sample::Index>());
    (prop::collection::vec(0..LAYERS, 1..4), edit, cut).prop_map(move |(layers, edit, cut)| {
        let mut text = layers.iter().fold(secret.clone(), |text, layer| wrapped(&text, *layer));
        let floor = |text: &str, at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at));
        if let Some((at, piece)) = edit {
            let at = floor(&text, at.index(text.len() + 1)).unwrap_or_default();
            text.insert_str(at, &piece);
        }
        if let Some(at) = cut {
            text.truncate(floor(&text, at.index(text.len() + 1)).unwrap_or_default());
        }
        text.into_bytes()
    })
}

const LAYERS: usize = 16;

/// A text in a layer around it.
fn wrapped(text: &str, layer: usize) -> String {
    let base64 = Base64Forms::encode(text.as_bytes());
    let string = serde_json::to_string(text).unwrap_or_default();
    let codes: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let percent: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let path = text.replace(['"', '\\', ' ', '\n'], "");
    match layer {
        0 => format!(
            r#"{{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":{string}}}"#
        ),
        1 => format!(
            r#"{{"version":0,"msgId":"a-1","msgType":103,"timestamp":1531738530000,"content":"{base64}"}}"#
        ),
        2 => format!(
            r#"{{"code":200,"data":{{"messages":[{{"fromAccount":{string},"payload":"{base64}"}}]}}}}"#
        ),
        3 => format!(r#"{{"bizType":"TEXT","message":{string}}}"#),
        4 => format!(r#"{{ "msgId" : "{codes}" }}"#),
        5 => format!("POST /api/push/p2p/\ntoken: {path}\nContent-Type: application/json"),
        6 => format!("GET /api/contact/?topicId=7&accounts={percent},bo"),
        7 => format!("https://files.example.com/{percent}/cat.jpg?a={base64}"),
        8 => format!(r#"{{{string}:[1,2,{{"x":{string}}}]}}"#),
        9 => format!(r#"{{"topicName":"x","accounts":"ada,{}"}}"#, string.trim_matches('"')),
        10 => format!("2018-07-16 10:55:40.123 D/MIMC: recv {string} from [{path}]"),
        11 => base64,
        12 => format!(r#"{{"appSecret":{string},"appKey":"{base64}","extra":"{codes}"}}"#),
        13 => base64.trim_end_matches('=').replace('+', "-").replace('/', "_"),
        14 => base64
            .as_bytes()
            .chunks(76)
            .map(|line| String::from_utf8_lossy(line) + "\r\n")
            .collect(),
        _ => format!(r#"{{payload: '{path}', "read_msgId":"{}"}}"#, base64.replace('/', "\\/")),
    }
}
