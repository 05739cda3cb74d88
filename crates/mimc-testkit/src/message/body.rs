//! Bodies of every kind.

use mimc_msg::{Body, Kind, KindCode, Payload, RawJson, Receipt};
use proptest::prelude::*;

use super::json::json_text;
use super::parts::{account, content, extra, medium, msg_id, text};

fn receipt() -> impl Strategy<Value = Receipt<'static>> {
    (content(), msg_id(), extra("[xyz]{1,2}")).prop_map(|(content, target, extra)| {
        let mut receipt = Receipt::new(content, target);
        receipt.extra = extra;
        receipt
    })
}

pub(super) fn body() -> impl Strategy<Value = Body<'static>> {
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
