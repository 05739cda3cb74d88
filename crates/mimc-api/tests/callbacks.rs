//! Callbacks: what is read, and what the proof in them is worth.
#![allow(clippy::panic, reason = "tests")]

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use mimc_api::callback::{self, Callback, CallbackType, Unverified, Verifier, VerifyError};
use mimc_api::{AppId, AppSecret, Authentication, Note, Payload};
use mimc_msg::{Body, Timestamp};
use mimc_testkit::api::Tape;
use mimc_testkit::vectors::{cases, hex};
use proptest::prelude::*;
use serde_json::{Value, json};

fn verifier(app: u64, secret: &str) -> Verifier {
    Verifier::new(AppId::new(app), &AppSecret::new(secret).expect("a secret"))
}

fn time(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis).expect("a time")
}

/// A callback with this proof, as it is read.
fn proved(proof: Authentication) -> Unverified {
    let mut callback = Callback::new(CallbackType::NormalMsg, Payload::new(b"hi"));
    callback.authentication = Some(proof);
    let body = serde_json::to_vec(&callback).expect("JSON");
    callback::read(&body).expect("a callback")
}

proptest! {
    #![proptest_config(cases(256))]

    /// What is proved is verified, within the tolerance to both sides, and for nobody else.
    #[test]
    fn a_proof_holds_for_its_application_and_its_time(
        app: u64, other: u64, millis in 0..=i64::MAX.unsigned_abs(), off in 0..200_000_u64,
        tolerance in 0..100_000_u64,
    ) {
        let within = Duration::from_millis(tolerance);
        let verifier = |app| verifier(app, "made+up==").tolerance(within);
        let callback = proved(verifier(app).authenticate(time(millis)));
        for now in [millis.saturating_sub(off), millis.saturating_add(off).min(i64::MAX.unsigned_abs())] {
            let verified = verifier(app).verify(&callback, time(now));
            if now.abs_diff(millis) <= tolerance {
                let verified = verified.expect("genuine");
                prop_assert_eq!(verified.callback(), callback.peek());
            } else {
                let off = Duration::from_millis(now.abs_diff(millis));
                prop_assert_eq!(verified, Err(VerifyError::Time { off }));
            }
        }
        if other != app {
            let verified = verifier(other).verify(&callback, time(millis));
            prop_assert_eq!(verified, Err(VerifyError::OtherApp));
        }
        let forger = Verifier::new(AppId::new(app), &AppSecret::new("another").expect("a secret"));
        let verified = forger.verify(&callback, time(millis));
        prop_assert_eq!(verified, Err(VerifyError::WrongSecret));
    }

    /// A proof that was changed anywhere proves nothing.
    #[test]
    fn a_changed_proof_proves_nothing(millis in 0..=i64::MAX.unsigned_abs(), at: prop::sample::Index, flip in 1..=255_u8) {
        let verifier = verifier(2_882_303_761_517_669_588, "made+up==");
        let genuine = verifier.authenticate(time(millis));
        let mut bytes = STANDARD.decode(genuine.secret()).expect("base64");
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let changed = Authentication::new(STANDARD.encode(bytes)).expect("a proof");
        prop_assert!(verifier.verify(&proved(changed), time(millis)).is_err());
    }

    /// Whatever stands in the place of a proof, there is a word and no panic.
    #[test]
    fn any_proof_gets_a_word(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let verifier = verifier(1, "made+up==");
        for proof in [STANDARD.encode(&bytes), hex(&bytes)] {
            if let Ok(proof) = Authentication::new(proof) {
                prop_assert!(verifier.verify(&proved(proof), time(0)).is_err());
            }
        }
    }

    /// What is written is read, whatever it has.
    #[test]
    fn a_callback_is_read_as_it_was_written(choices in proptest::collection::vec(any::<u32>(), 0..80)) {
        let mut callback: Callback = Tape::new(choices).value();
        callback.payload = Payload::new(b"hi");
        let body = serde_json::to_vec(&callback).expect("JSON");
        let read = callback::read(&body).expect("a callback");
        prop_assert_eq!(read.peek(), &callback);
        prop_assert_eq!(read.notes().contains(Note::AuthenticationMissing), callback.authentication.is_none());
    }
}

/// What one receiver in the wild takes for genuine, made by somebody else's code.
#[test]
fn a_proof_of_another_implementation_holds() {
    let proof = "5PkmaW1f7yiAPr8HyuCh5LKacsoPZckwBjkm8BSVZ9TShhb0JhDip6+Q4m/Ii74c";
    let verifier = verifier(2_882_303_761_517_669_588, "2xZmr+/yj+/T5U+vvbataQ==");
    assert_eq!(verifier.authenticate(time(1_645_000_000_123)).secret(), proof);
}

#[test]
fn a_callback_is_decoded_with_the_type_beside_it() {
    let body = br#"{"msgType":"OFFLINE_TOPIC_MSG","bizType":"103","payload":"eyJjb250ZW50IjoiYUdrPSIsIm1zZ0lkIjoiYS0xIiwidGltZXN0YW1wIjoxLCJ2ZXJzaW9uIjowfQ=="}"#;
    let callback = callback::read(body).expect("a callback").assume_verified().into_callback();
    assert_eq!(callback.decode().expect("a message").envelope.body, Body::text("hi"));
}

/// What each type of callback must have, beside its payload; without any one of it, it is told.
#[test]
fn each_missing_member_is_noted() {
    let user = ["fromAppId", "toAppId", "fromAccount", "toAccount", "timestamp"];
    let topic = ["appId", "topicId", "fromAccount", "timestamp"];
    for (kind, needed) in [
        ("NORMAL_MSG", &user[..]),
        ("OFFLINE_MSG", &user),
        ("NORMAL_TOPIC_MSG", &topic),
        ("OFFLINE_TOPIC_MSG", &topic),
        ("UCTOPIC_MSG", &topic),
        ("LATER_MSG", &[]),
    ] {
        let mut whole = json!({ "msgType": kind, "payload": "aGk=" });
        for name in needed {
            whole[name] = json!(if name.ends_with("Account") { "a" } else { "7" });
        }
        let noted = |body: &Value| {
            let callback = callback::read(body.to_string().as_bytes()).expect("a callback");
            callback.notes().contains(Note::MissingFields)
        };
        assert!(!noted(&whole), "{whole}");
        for name in needed {
            let mut less = whole.clone();
            less.as_object_mut().expect("an object").remove(*name);
            assert!(noted(&less), "{less}");
        }
    }
}

#[test]
fn what_was_received_is_answered_with_nothing() {
    let answer = callback::received();
    assert_eq!((answer.status(), answer.body().as_slice()), (StatusCode::OK, &b""[..]));
}
