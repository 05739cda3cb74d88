//! What becomes of some documents, as a reader sees it.
#![allow(missing_docs)]

use mimc_testkit::scrub::scrubber;

/// The document with every letter that may be any in full width, and every digit: a digit of
/// sixteen as `ｘ`.
#[track_caller]
fn becomes(document: &str, form: &str) {
    let scrubbed = String::from_utf8(scrubber(7).document(document.as_bytes())).expect("UTF-8");
    let shape: String = scrubbed
        .chars()
        .zip(form.chars())
        .map(|(c, form)| {
            let any = match form {
                'ａ' => c.is_ascii_lowercase(),
                'Ａ' => c.is_ascii_uppercase(),
                '９' => c.is_ascii_digit(),
                'ｘ' => c.is_ascii_hexdigit(),
                '字' => ('\u{4e00}'..='\u{9fa5}').contains(&c),
                '😀' => ('\u{1f600}'..='\u{1f64f}').contains(&c),
                _ => false,
            };
            if any { form } else { c }
        })
        .collect();
    assert_eq!(shape, form, "{scrubbed}");
    assert_eq!(scrubbed.chars().count(), form.chars().count(), "{scrubbed}");
}

#[test]
fn messages_keep_their_form() {
    becomes(
        r#"{ "version":0, "msgId":"TEXT_12345", "msgType":"TEXT", "timestamp":"1516763973000", "payload":"你好, Bob 😀!" }"#,
        r#"{ "version":0, "msgId":"TEXT_９９９９９", "msgType":"TEXT", "timestamp":"1516763973000", "payload":"字字, Ａａａ 😀!" }"#,
    );
    becomes(
        r#"{"msgId":"kQ2Zd-7","type":"ORDER_STATUS","payload":{"order":42,"total":19999,"to":"wang.fang","at":39.9042}}"#,
        r#"{"msgId":"ａＡ９Ａａ-９","type":"ORDER_STATUS","payload":{"ａａａａａ":42,"ａａａａａ":９９９９９,"ａａ":"ａａａａ.ａａａａ","ａａ":９９.９９９９}}"#,
    );
}

/// A text of marks alone stays, also behind base64: a receipt still names its message.
#[test]
fn marks_stay() {
    let message = r#"{"msgId":"&","msgType":105,"timestamp":0,"content":"Jg=="}"#;
    becomes(message, message);
}

#[test]
fn spellings_stay() {
    becomes(r#"{"payload":"\u4f60\n\/a"}"#, r#"{"payload":"\uｘｘｘｘ\n\/ａ"}"#);
}

#[test]
fn urls_keep_their_parts() {
    becomes(
        r#"{"payload":"https://files.example.com/u/cat.jpg?id=123456&x=7"}"#,
        r#"{"payload":"https://ａａａａａ.ａａａａａａａ.com/ａ/ａａａ.jpg?ａａ=９９９９９９&ａ=7"}"#,
    );
    becomes("http://10.20.30.40/a%20b", "http://９９.９９.９９.９９/ａ%20ａ");
}

#[test]
fn requests_keep_what_the_manual_names() {
    becomes(
        "POST /api/topic/2882303761517613988\ntoken: FQw1yQZ\nContent-Type: application/json\n\n{\"topicName\":\"hikers\",\"accounts\":\"ada,bo\"}",
        "POST /api/topic/９９９９９９９９９９９９９９９９９９９\ntoken: ＡＡａ９ａＡＡ\nContent-Type: application/json\n\n{\"topicName\":\"ａａａａａａ\",\"accounts\":\"ａａａ,ａａ\"}",
    );
    becomes(
        "GET /api/contact/?accounts=%E5%BC%A0,bo&utcFromTime=1516763973000",
        "GET /api/contact/?accounts=%Eｘ%ｘｘ%ｘｘ,ａａ&utcFromTime=1516763973000",
    );
}

/// Names that are nearly those of messages are faults; names and times stay what they are where a quote is missing.
#[test]
fn slips_stay() {
    becomes(
        r#"{"msgtype":"TEXT","timestmap":1516763973,"paylod":"hello","msg\qId":"ab"}"#,
        r#"{"msgtype":"TEXT","timestmap":1516763973,"paylod":"ａａａａａ","msg\qId":"ａａ"}"#,
    );
    becomes(
        r#"{"version":0,msgId":"ab-1","timestamp:"1516763973000","msgType":STICKER,payload:hello you}"#,
        r#"{"version":0,msgId":"ａａ-９","timestamp:"1516763973000","msgType":STICKER,payload:ａａａａａ ａａａ}"#,
    );
    becomes(
        "2018-07-16 recv {sender=wang, timestamp=1516763973000, at=None}",
        "９９９９-９９-９９ ａａａａ {ａａａａａａ=ａａａａ, timestamp=1516763973000, ａａ=None}",
    );
}

#[test]
fn what_is_broken_stays_broken() {
    becomes(r#"{"a:\ud800"12"}"#, r#"{"ａ:\ud800"12"}"#);
    becomes(r#"{"msgId":"ab-1","payl"#, r#"{"msgId":"ａａ-９","ａａａａ"#);
    becomes(r#"{payload: 'hello', "x":tru}"#, r#"{payload: 'ａａａａａ', "ａ":tru}"#);
    becomes(r#"{"content":"\qabc\u12"}"#, r#"{"content":"\xａａａ\u00"}"#);
    becomes(
        "recv [wang.fang] -> hello 1234",
        "ａａａａ [ａａａａ.ａａａａ] -> ａａａａａ ９９９９",
    );
}
