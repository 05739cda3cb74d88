//! What each command says, and how it ends.

mod support;

use serde_json::{Value, json};
use support::mimc;

const TEXT: &str = r#"{"version":0,"msgId":"TEXT_12345","msgType":"TEXT","timestamp":1516763973000,"payload":"hi"}"#;
const READ: &str = r#"{"version":0,"msgId":"TEXT_READ_1","msgType":"TEXT_READ","timestamp":"1516763973134","payload":{}}"#;

#[test]
fn decode_gives_the_record_of_the_design() {
    let ran = mimc("decode --json", format!("{TEXT}\n{READ}\n"));
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out.lines().next(),
        Some(
            "{\"line\":1,\"ok\":true,\"dialect\":\"manual-v1\",\"kind\":\"TEXT\",\"version\":0,\
             \"msgId\":\"TEXT_12345\",\"timestamp\":1516763973000,\"body\":{\"text\":\"hi\"},\
             \"deviations\":[\"timestamp-form\"],\"notes\":[],\"extra\":{}}"
        )
    );
    let error = &ran.json()[1];
    assert_eq!((&error["line"], &error["ok"]), (&json!(2), &json!(false)));
    assert_eq!(
        error["error"],
        json!({"code": "missing-member", "pointer": "/payload/read_msgId", "offset": 95,
               "message": "the member is missing"})
    );
}

#[test]
fn decode_for_people_tells_errors_on_standard_error() {
    let ran = mimc("decode", format!("{READ}\n{TEXT}\n"));
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.out.contains("2018-01-24T03:19:33.000Z  hi  [timestamp-form]"), "{}", ran.out);
    assert_eq!(
        ran.err,
        "line 1: missing-member: `/payload/read_msgId` (byte 95): the member is missing\n"
    );
}

#[test]
fn every_body_has_its_member() {
    for (message, biz_type, body) in [
        (r#""msgType":"PING","timestamp":"1","payload":"ada""#, "", json!({"account": "ada"})),
        (r#""msgType":101,"timestamp":1"#, "", Value::Null),
        (
            r#""msgType":"VIDEO_FILE","timestamp":"1","payload":"http://a""#,
            "",
            json!({"url": "http://a", "medium": "VIDEO"}),
        ),
        (r#""msgType":106,"timestamp":1,"content":"YS0x""#, "", json!({"target": "a-1"})),
        (
            r#""type":"ADD_FRIEND_REQUEST","timestamp":"1","payload":{"add_requester":"A"}"#,
            "",
            json!({"requester": "A"}),
        ),
        (r#""msgType":108,"timestamp":1,"content":"dHJ1ZQ==""#, "", json!({"accepted": true})),
        (
            r#""msgType":"ADD_FRIEND_RESPONSE","timestamp":"1","payload":{"add_responser":"B","accepted":false}"#,
            "",
            json!({"responder": "B", "accepted": false}),
        ),
        (r#""timestamp":1,"payload":"/w==""#, "STICKER", json!({"base64": "/w=="})),
        (
            r#""msgType":"STICKER","timestamp":"1","payload":{ "w":1e2}"#,
            "",
            json!({"raw": "{ \"w\":1e2}"}),
        ),
        (r#""timestamp":"1","payload":"aGk=""#, "TEXT", json!({"text": "aGk="})),
    ] {
        let line = format!("{{\"version\":0,\"msgId\":\"m\",{message}}}");
        let biz_type =
            if biz_type.is_empty() { String::new() } else { format!(" --biz-type {biz_type}") };
        let ran = mimc(&format!("decode --json{biz_type}"), &line);
        assert_eq!(ran.code, Some(0), "{line}: {ran:?}");
        assert_eq!(ran.json()[0]["body"], body, "{line}");
    }
}

#[test]
fn odd_records_have_their_members() {
    let code = r#"{"version":0,"msgId":"a","msgType":123456789012345678901,"timestamp":1,"content":"eA=="}"#;
    let ran = mimc("decode --json", code);
    assert!(ran.out.contains("\"kindCode\":123456789012345678901,"), "{}", ran.out);
    assert!(ran.json()[0].get("kind").is_none());

    let ambiguous = r#"{"version":0,"msgId":"a","timestamp":"1","payload":"aGk="}"#;
    let record = &mimc("decode --json --biz-type TEXT", ambiguous).json()[0];
    assert_eq!(record["ambiguous"], json!(["manual-v3", "webjs-w3", "ios"]));
    assert!(record.get("dialect").is_none());

    let members = r#"{"version":0,"msgId":"a","msgType":"TEXT_READ","timestamp":"1","payload":{"read_msgId":"b","by":[1]},"x":1.0}"#;
    let record = &mimc("decode --json", members).json()[0];
    assert_eq!(
        (&record["payloadExtra"], &record["extra"]),
        (&json!({"by": [1]}), &json!({"x": 1.0}))
    );
}

#[test]
fn foreign_texts_come_out_whole_on_request() {
    let input = "Are you OK?\n{\"uid\":\"12\",\"message\":\"hi\"}\n";
    let refused = mimc("decode --json", input);
    assert_eq!(refused.code, Some(1));
    assert!(refused.json().iter().all(|line| line["error"]["code"] == "not-an-envelope"));
    let ran = mimc("decode --json --foreign", input);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.out,
        "{\"line\":1,\"ok\":true,\"foreign\":\"raw\",\"body\":{\"text\":\"Are you OK?\"}}\n\
         {\"line\":2,\"ok\":true,\"foreign\":\"object\",\"body\":{\"raw\":\"{\\\"uid\\\":\\\"12\\\",\\\"message\\\":\\\"hi\\\"}\"}}\n"
    );
    let bytes = mimc("decode --json --foreign --base64", "CJYBEgP//gA=\n");
    assert_eq!(bytes.json()[0]["body"], json!({"base64": "CJYBEgP//gA="}));
    // And back.
    assert_eq!(mimc("encode", ran.out).out, input);
    assert_eq!(mimc("convert --to manual-v1 --foreign", input).out, input);
}

#[test]
fn encode_is_the_inverse_of_decode() {
    let mut written = 0;
    for (line, vector) in support::framed_vectors("accept.jsonl") {
        let decoded = mimc("decode --framed --json --foreign", &line);
        let encoded = mimc("encode", &decoded.out);
        if encoded.code != Some(0) {
            continue; // what a dialect cannot carry; the laws of the codec say which these are
        }
        written += 1;
        let framed = if encoded.out.starts_with("{\"bizType\":") { "--framed" } else { "" };
        let again = mimc(&format!("decode --json --foreign {framed}"), &encoded.out);
        // Line ends and deviations do not come back, all else does.
        let value = |ran: &support::Ran| {
            let mut record = ran.json().remove(0);
            record["deviations"] = json!([]);
            // Both write the same order of keys, by which one of them is named.
            if record["dialect"] == "ios" {
                record["dialect"] = json!("webjs-w3");
            }
            record
        };
        if !decoded.out.contains("\"foreign\"") {
            assert_eq!(value(&again), value(&decoded), "{}", vector["id"]);
        }
    }
    assert!(written > 100, "only {written}");
}

#[test]
fn convert_frames_where_the_type_travels_outside() {
    let ran = mimc("convert --to android-a2", TEXT);
    assert_eq!(
        ran.out,
        "{\"bizType\":\"TEXT\",\"message\":\"{\\\"version\\\":0,\\\"msgId\\\":\\\"TEXT_12345\\\",\
         \\\"timestamp\\\":1516763973000,\\\"payload\\\":\\\"aGk=\\\"}\"}\n"
    );
    let back = mimc("convert --framed --to manual-v1", &ran.out);
    assert_eq!(back.out, TEXT.replace("1516763973000", "\"1516763973000\"") + "\n");
}

#[test]
fn convert_refuses_loss_unless_allowed() {
    let ping = r#"{"version":0,"msgId":"PING_1","msgType":"PING","timestamp":"1516763973000","payload":"ada"}"#;
    let refused = mimc("convert --to android-a1", ping);
    assert_eq!((refused.code, &*refused.out), (Some(1), ""));
    assert!(
        refused.err.starts_with("line 1: account: android-a1 cannot carry the account"),
        "{}",
        refused.err
    );
    let lossy = mimc("convert --to android-a1 --lossy", ping);
    assert_eq!(lossy.code, Some(0));
    assert_eq!(
        lossy.out,
        "{\"version\":0,\"msgId\":\"PING_1\",\"msgType\":101,\"timestamp\":1516763973000}\n"
    );
    assert!(lossy.err.starts_with("line 1: warning: account: "), "{}", lossy.err);
}

#[test]
fn convert_refuses_an_ambiguous_message_unless_pinned() {
    let message = r#"{"version":0,"msgId":"a","timestamp":"1552809600000","payload":"aGk="}"#;
    let refused = mimc("convert --biz-type TEXT --to manual-v1", message);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("manual-v3, webjs-w3, ios fit"), "{}", refused.err);
    let pinned = mimc("convert --biz-type TEXT --dialect ios --to manual-v1", message);
    assert!(pinned.out.contains("\"payload\":\"hi\""), "{}", pinned.out);
}

#[test]
fn new_composes_every_kind() {
    let ran = mimc("new TEXT --text hi --id TEXT_1 --time 1516763973000 --extra read=false", "");
    assert_eq!(
        ran.out,
        "{\"version\":0,\"msgId\":\"TEXT_1\",\"msgType\":\"TEXT\",\"timestamp\":\"1516763973000\",\"payload\":\"hi\",\"read\":false}\n"
    );
    for args in [
        "PING --account ada",
        "PIC_FILE --url http://a",
        "TEXT_RECALL --target TEXT_1",
        "PIC_FILE_READ --target a",
        "ADD_FRIEND_REQUEST --account ada",
        "ADD_FRIEND_RESPONSE --account bo --accepted false",
        "STICKER --raw [1,2]",
        "TEXT --text hi --time 2018-01-24T03:19:33Z",
    ] {
        let ran = mimc(&format!("new {args}"), "");
        assert_eq!(ran.code, Some(0), "{args}: {}", ran.err);
        assert_eq!(mimc("decode --strict", &ran.out).code, Some(0), "{args}: {}", ran.out);
    }
    for args in [
        "TEXT",
        "TEXT --text a --url b",
        "TEXT_READ --target",
        "ADD_FRIEND_RESPONSE",
        "TEXT --text a --time then",
    ] {
        assert_eq!(mimc(&format!("new {args}"), "").code, Some(2), "{args}");
    }
}

#[test]
fn check_gives_one_object_a_document() {
    let ran = mimc("check --lang en --as message --json", format!("{TEXT}\n{READ}\n"));
    assert_eq!(ran.code, Some(1));
    let verdicts = ran.json();
    assert_eq!(verdicts[0]["ok"], json!(true));
    assert_eq!(
        verdicts[0]["faults"],
        json!([{"code": "timestamp-form", "severity": "warning", "pointer": "/timestamp", "offset": 63,
                "length": 13, "message": "`timestamp` is a number where the dialect writes a string, or the other way round",
                "at": {"line": 1, "column": 64, "characters": 13}, "help": "write it as a string, in double quotes",
                "rule": "RULES 3; manual, `timestamp`"}])
    );
    assert_eq!(verdicts[1]["ok"], json!(false));
    assert_eq!(verdicts[1]["faults"][0]["severity"], json!("error"));
    assert_eq!(verdicts[1]["faults"][0]["code"], json!("missing-member"));
    assert_eq!(mimc("check --as message", TEXT).code, Some(0));
    // What is checked is a message, unless something else is said.
    assert_eq!(mimc("check --strict", READ), mimc("check --strict --as message", READ));
    let strict = mimc("check --lang en --short --as message --strict", TEXT);
    assert_eq!(strict.code, Some(1));
    assert!(
        strict.out.starts_with("-:1:64: error[timestamp-form]: `/timestamp`: "),
        "{}",
        strict.out
    );
}

/// Places reach through the frame and the base64 around a message.
#[test]
fn places_are_those_of_the_line() {
    use base64::Engine as _;
    let framed = json!({"bizType": "", "message": READ}).to_string();
    let record = &mimc("decode --framed --json", &framed).json()[0];
    let offset =
        usize::try_from(record["error"]["offset"].as_u64().expect("a number")).expect("small");
    assert!(framed[offset..].starts_with("{}}"), "{offset}");
    let base64 = base64::engine::general_purpose::STANDARD.encode(READ);
    let record = &mimc("decode --base64 --json", base64).json()[0];
    assert_eq!(record["error"]["offset"], json!(95 / 3 * 4 + 95 % 3));
}

#[test]
fn options_reach_the_codec() {
    let unpadded =
        r#"{"version":0,"msgId":"a-1","msgType":103,"timestamp":1531738530000,"content":"aGk"}"#;
    assert_eq!(mimc("decode", unpadded).code, Some(1));
    assert_eq!(mimc("decode --allow-base64 unpadded,url-safe", unpadded).code, Some(0));
    assert_eq!(mimc("decode --strict", TEXT).code, Some(1));
    assert_eq!(mimc("decode --dialect ios", TEXT).code, Some(1));
}

#[test]
fn every_command_helps_with_an_example() {
    let commands = [
        "decode",
        "encode",
        "new",
        "convert",
        "check",
        "detect",
        "scrub",
        "endpoints",
        "curl",
        "completions",
        "man",
    ];
    for command in commands {
        let help = mimc(&format!("{command} --help"), "");
        assert_eq!(help.code, Some(0));
        assert!(
            help.out.contains(&format!("mimc {command}")) && help.out.contains("Example"),
            "{command}"
        );
    }
}

#[test]
fn installing_has_completions_and_a_manual() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = mimc(&format!("completions {shell}"), "");
        assert!(ran.code == Some(0) && ran.out.contains("mimc"), "{shell}");
    }
    assert!(mimc("man", "").out.contains(".TH mimc"));
    assert!(mimc("man decode", "").out.contains("max\\-line"));
    assert!(mimc("man curl create-topic", "").out.contains("topic\\-name"));
    assert_eq!(mimc("man nothing", "").code, Some(2));
}

#[test]
fn wrong_usage_is_2() {
    assert_eq!(mimc("", "").code, Some(2));
    assert_eq!(mimc("decode --dialect klingon", "").code, Some(2));
    assert_eq!(mimc("check --as klingon", "").code, Some(2));
    let missing = mimc("decode no/such/file", "");
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.starts_with("mimc: no/such/file: "), "{}", missing.err);
}

/// The sample goes through `decode`, `encode` and `decode` again, though its dialects frame some lines
/// and not others.
#[test]
fn a_mixed_file_goes_round() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/traffic.jsonl");
    let first = mimc(&format!("decode --framed --json {sample}"), "");
    let encoded = mimc("encode", &first.out);
    let second = mimc("decode --framed --json", &encoded.out);
    assert_eq!(
        (first.code, encoded.code, second.code),
        (Some(0), Some(0), Some(0)),
        "{}",
        second.err
    );
    for (first, second) in first.json().iter().zip(second.json()) {
        assert_eq!((&first["msgId"], &first["body"]), (&second["msgId"], &second["body"]));
    }
}

/// What travelled beside a foreign text stays beside it.
#[test]
fn a_foreign_text_keeps_its_type() {
    let framed = "{\"bizType\":\"TEXT\",\"message\":\"hello\"}\n";
    for to in ["manual-v1", "ios"] {
        assert_eq!(mimc(&format!("convert --framed --foreign --to {to}"), framed).out, framed);
    }
    let record = mimc("decode --framed --foreign --json", framed);
    assert_eq!(record.json()[0]["bizType"], json!("TEXT"));
    assert_eq!(mimc("encode", record.out).out, framed);
}

#[test]
fn encode_refuses_what_it_would_drop() {
    for (body, said) in [
        ("{\"json\":{\"a\":1}}", "unknown field `json`"),
        ("{\"text\":\"hi\",\"url\":\"x\"}", "`url` in the `body` does not go with the kind `TEXT`"),
        ("5", "expected the body of a record"),
    ] {
        let record = format!(
            "{{\"ok\":true,\"kind\":\"TEXT\",\"msgId\":\"a\",\"timestamp\":1,\"body\":{body}}}"
        );
        let ran = mimc("encode", &record);
        assert_eq!((ran.code, &*ran.out), (Some(1), ""), "{record}");
        assert!(
            ran.err.starts_with("line 1: invalid-record: ") && ran.err.contains(said),
            "{}",
            ran.err
        );
    }
    for record in ["[1]", "{\"ok\":false,\"kind\":\"TEXT\"}", TEXT] {
        assert_eq!(mimc("encode", record).code, Some(1), "{record}");
    }
}

#[test]
fn what_may_help_is_said() {
    let framed = json!({"bizType": "TEXT", "message": TEXT}).to_string();
    assert!(mimc("decode", framed).err.contains("--framed"));
    assert!(mimc("decode", "eyJhIjoxfQ==").err.contains("--base64"));
    assert!(
        mimc("convert --to android-a1 --lossy", TEXT.replace("TEXT", "AUDIO_FILE"))
            .err
            .contains("written without a type")
    );
    for args in ["PING", "X --raw \"hi\"", "TEXT --text a --extra msgId=1"] {
        let ran = mimc(&format!("new {args}"), "");
        assert_eq!(ran.code, Some(2), "{args}");
        assert!(ran.err.starts_with("mimc: "), "{}", ran.err);
    }
}
