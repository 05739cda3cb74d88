//! Ids that stand beside a body: in a path, a query, a header, or as the name of a member.

use http::{Method, Request, Uri};
use mimc_api::contact::DeleteP2tSession;
use mimc_api::message_extra::MultiUpdateP2pMessageExtra;
use mimc_api::topic::GetTopic;
use mimc_api::topic_blacklist::QueryTopicBlacklist;
use mimc_api::unlimited::ListUnlimitedMembers;
use mimc_api::{AppId, Credentials, Rejection, Sequence, TopicId, server};

/// Texts that are ids, and of which number.
const IDS: &[(&str, u64)] = &[
    ("0", 0),
    ("1", 1),
    ("2147483648", 2_147_483_648),
    ("4294967296", 4_294_967_296),
    ("9007199254740991", 9_007_199_254_740_991),
    ("9007199254740992", 9_007_199_254_740_992),
    ("9007199254740993", 9_007_199_254_740_993),
    ("9223372036854775807", 9_223_372_036_854_775_807),
    ("9223372036854775808", 9_223_372_036_854_775_808),
    ("18446744073709551615", 18_446_744_073_709_551_615),
];

/// Texts in visible ASCII that are none: EVIDENCE E, row 5.
const NONE: &[&str] = &[
    "18446744073709551616",
    "18446744073709551617",
    "1000000000000000000000000000000",
    "00",
    "01",
    "00000000000000000000000001",
    "-1",
    "-0",
    "+1",
    "1.0",
    "1e3",
    "0x1",
    "1_000",
    "1,2",
    "null",
    "NaN",
];

/// Texts of other characters that are none, percent-encoded: blanks, a NUL, Arabic and fullwidth digits.
const ENCODED: &[&str] =
    &["%201", "1%20", "1%00", "1%0A", "%D9%A3", "%EF%BC%91", "1%EF%BC%91", "%C2%BD", "1%C2%A0"];

fn get(target: &str) -> Request<String> {
    let uri: Uri = target.parse().expect(target);
    Request::builder().uri(uri).header("token", "t").body(String::new()).expect("a request")
}

#[test]
fn in_a_path() {
    let read = |path: &str| server::request::<GetTopic>(&get(path)).map(|incoming| incoming.ids);
    for (text, id) in IDS {
        let ids = read(&format!("/api/topic/{text}/{text}")).expect(text);
        assert_eq!(ids, (AppId::new(*id), TopicId::new(*id)));
    }
    // An id is digits, so that none is percent-encoded; one in the path that is, is none.
    for text in NONE.iter().chain(ENCODED).chain(&["", "%31", ".", ".."]) {
        for path in [format!("/api/topic/{text}/1/"), format!("/api/topic/1/{text}/")] {
            let rejection = read(&path).expect_err(&path);
            assert_eq!(rejection.code(), "invalid-path", "{path}");
        }
    }
}

#[test]
fn in_a_query() {
    let read = |query: &str| {
        let target = format!("/api/contact/p2t/session?topicId={query}");
        let mut request = get(&target);
        *request.method_mut() = Method::DELETE;
        let start = target.find('=').expect("there") + 1;
        server::request::<DeleteP2tSession>(&request)
            .map(|incoming| incoming.input.topic_id.get())
            .map_err(|rejection| {
                let place = rejection.place();
                assert_eq!((&*place.pointer, place.offset), ("/topicId", start), "{target}");
                rejection.code()
            })
    };
    for (text, id) in IDS {
        assert_eq!(read(text), Ok(*id));
    }
    // Behind the percent-encoding it is the same text.
    assert_eq!(read("%31%30"), Ok(10));
    // A plus is a blank.
    for text in NONE.iter().chain(ENCODED).chain(&["", "1+", "%2B1"]) {
        assert_eq!(read(text), Err("invalid-value"), "{text}");
    }
}

#[test]
fn in_headers() {
    let read = |topic: &str, start: &str| {
        let request = Request::get("/api/uctopic/userlist")
            .header("token", "t")
            .header("topicId", topic)
            .header("startUuid", start)
            .body("")
            .expect("a request");
        server::request::<ListUnlimitedMembers>(&request)
            .map(|incoming| (incoming.input.topic_id.get(), incoming.input.start_uuid.get()))
            .map_err(|rejection| (rejection.code().to_owned(), rejection.place().pointer))
    };
    for (text, id) in IDS {
        assert_eq!(read(text, "1"), Ok((*id, 1)));
        assert_eq!(read("1", text), Ok((1, *id)));
    }
    for text in NONE.iter().chain(&["", "1 2", "%31"]) {
        let refused = |pointer: &'static str| Err(("invalid-value".to_owned(), pointer.into()));
        assert_eq!(read(text, "1"), refused("/topicId"), "{text}");
        assert_eq!(read("1", text), refused("/startUuid"), "{text}");
    }
    // Digits that are not ASCII do not fit a header.
    for text in ["\u{663}", "\u{ff11}"] {
        assert_eq!(read(text, "1"), Err(("invalid-credentials".to_owned(), "/topicId".into())));
    }
}

/// Of an application that says who it is by headers.
#[test]
fn in_the_header_of_an_application() {
    let read = |id: &str| {
        let request = Request::get("/api/topicblacklist/1/blackAccount?blackAccount=a")
            .header("appId", id)
            .header("appKey", "k")
            .header("appSecret", "s")
            .header("appAccount", "a")
            .body("")
            .expect("a request");
        match server::request::<QueryTopicBlacklist>(&request).map(|incoming| incoming.credentials)
        {
            Ok(Credentials::App(app)) => Ok(app.app_id.map(AppId::get)),
            Err(Rejection::Credentials(fault)) => Err(fault.name),
            other => panic!("{other:?}"),
        }
    };
    for (text, id) in IDS {
        assert_eq!(read(text), Ok(Some(*id)));
    }
    for text in NONE.iter().chain(&["", "1 2"]) {
        assert_eq!(read(text), Err("appId"), "{text}");
    }
}

/// `sequenceExtraMap` has sequences as names.
#[test]
fn as_a_name() {
    let read = |name: &str| {
        let before = r#"{"toAccount":"b","fromAccount":"a","sequenceExtraMap":{"#;
        let body = format!(r#"{before}"{name}":"x"}}}}"#);
        server::input::<MultiUpdateP2pMessageExtra>(body.as_bytes())
            .map(|(input, _)| input.sequence_extra_map.into_keys().collect::<Vec<_>>())
            .map_err(|malformed| malformed.code())
    };
    for (text, id) in IDS {
        assert_eq!(read(text), Ok(vec![Sequence::new(*id)]));
    }
    assert_eq!(read(r"\u0031"), Ok(vec![Sequence::new(1)]));
    for text in NONE.iter().chain(&["", " 1", "1 ", r"1\u0000", "\u{663}", "\u{ff11}"]) {
        assert_eq!(read(text), Err("invalid-value"), "{text}");
    }
}
