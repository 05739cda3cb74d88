//! The proof in a callback, forged with the right secret: only its one form is taken.
#![allow(clippy::panic, reason = "tests")]

mod support;

use std::time::Duration;

use mimc_api::callback::{self, Verified, Verifier, VerifyError};
use mimc_api::{AppId, AppSecret, Note};
use mimc_msg::Timestamp;
use support::forged::{SECRET, forged};

const NOW: u64 = 1_645_000_000_123;

fn time(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis).expect("a time")
}

fn verifier() -> Verifier {
    Verifier::new(AppId::new(17), &AppSecret::new(SECRET).expect("a secret"))
}

/// Verifies a callback with these members and this proof.
fn verify_with(members: &str, proof: &str, now: u64) -> Result<Verified, VerifyError> {
    let body = format!(
        r#"{{"msgType":"NORMAL_MSG",{members}"payload":"aGk=","authentication":"{proof}"}}"#
    );
    let callback = callback::read(body.as_bytes()).expect("a callback");
    assert!(!callback.notes().contains(Note::AuthenticationMissing));
    assert!(!callback.notes().contains(Note::AuthenticationBigEndian));
    verifier().verify(&callback, time(now))
}

fn verify(proof: &str) -> Result<Verified, VerifyError> {
    verify_with("", proof, NOW)
}

/// The length, the text, and what fills the last block.
fn block(length: [u8; 4], text: &str, filler: u8) -> Vec<u8> {
    let mut plain = [&length, text.as_bytes()].concat();
    plain.resize(plain.len().next_multiple_of(16), filler);
    plain
}

fn little(text: &str) -> Vec<u8> {
    block(u32::try_from(text.len()).expect("a length").to_le_bytes(), text, 0)
}

#[test]
fn the_forger_forges_what_the_verifier_writes() {
    let text = format!("{NOW}_17");
    let proof = verifier().authenticate(time(NOW));
    assert_eq!(forged(SECRET, &little(&text)), proof.secret());
    assert!(
        verify(proof.secret())
            .expect("genuine")
            .notes()
            .iter()
            .all(|noted| noted.note == Note::MissingFields)
    );
}

#[test]
fn sixty_seconds_are_the_limit_to_both_sides() {
    let proof = verifier().authenticate(time(NOW));
    assert_eq!(Verifier::TOLERANCE, Duration::from_secs(60));
    for now in [NOW, NOW - 60_000, NOW + 60_000] {
        assert!(verify_with("", proof.secret(), now).is_ok(), "{now}");
    }
    for now in [NOW - 60_001, NOW + 60_001] {
        let off = Duration::from_millis(60_001);
        assert_eq!(verify_with("", proof.secret(), now), Err(VerifyError::Time { off }), "{now}");
    }
    // Zero is no time at all, and a wide tolerance is wide.
    let body = format!(r#"{{"msgType":"X","payload":"","authentication":"{}"}}"#, proof.secret());
    let callback = callback::read(body.as_bytes()).expect("a callback");
    let exact = verifier().tolerance(Duration::ZERO);
    assert!(exact.verify(&callback, time(NOW)).is_ok());
    assert!(exact.verify(&callback, time(NOW + 1)).is_err());
    assert!(verifier().tolerance(Duration::MAX).verify(&callback, Timestamp::MAX).is_ok());
}

#[test]
fn a_callback_names_no_other_application_than_its_proof() {
    let proof = verifier().authenticate(time(NOW));
    for (members, is_good) in [
        ("", true),
        (r#""appId":17,"#, true),
        (r#""appId":"17","#, true),
        (r#""appId":18,"#, false),
        (r#""fromAppId":17,"#, true),
        (r#""fromAppId":18,"#, false),
        (r#""toAppId":17,"#, true),
        (r#""toAppId":18,"#, false),
        (r#""fromAppId":17,"toAppId":17,"#, true),
        (r#""fromAppId":17,"toAppId":18,"#, true),
        (r#""fromAppId":18,"toAppId":17,"#, true),
        (r#""fromAppId":18,"toAppId":18,"#, false),
        (r#""appId":17,"fromAppId":18,"#, false),
        (r#""appId":17,"toAppId":18,"#, false),
        (r#""appId":18,"fromAppId":17,"toAppId":17,"#, false),
        (r#""appId":17,"fromAppId":17,"toAppId":18,"#, true),
    ] {
        let verified = verify_with(members, proof.secret(), NOW);
        let error = (!is_good).then_some(VerifyError::OtherApp);
        assert_eq!(verified.err(), error, "{members}");
    }
    let another = Verifier::new(AppId::new(18), &AppSecret::new(SECRET).expect("a secret"));
    let proof = another.authenticate(time(NOW));
    assert_eq!(verify(proof.secret()), Err(VerifyError::OtherApp));
}

#[test]
fn other_plain_texts_prove_nothing() {
    let text = format!("{NOW}_17");
    let length = u32::try_from(text.len()).expect("a length");
    let one_less = block((length - 1).to_le_bytes(), &text, 0);
    let one_more = block((length + 1).to_le_bytes(), &text, 0);
    let padded = block(length.to_le_bytes(), &text, 12);
    let mut last = little(&text);
    *last.last_mut().expect("a byte") = 1;
    let mut longer = little(&text);
    longer.extend([0; 16]);
    let wrong = [
        one_less,
        one_more,
        padded,
        last,
        longer,
        block([0; 4], &text, 0),
        block([255; 4], &text, 0),
        // Not what would be written for that time and application.
        little(&format!("0{NOW}_17")),
        little(&format!("+{NOW}_17")),
        little(&format!("{NOW}_017")),
        little(&format!("{NOW}_17 ")),
        little(&format!("{NOW}_17_17")),
        little(&format!("{NOW}_")),
        little("_17"),
        little(&format!("{NOW}17")),
        little(&format!("{NOW}_18446744073709551633")),
        little(&"9".repeat(100)),
        little(""),
        vec![0; 16],
    ];
    for plain in wrong {
        let verified = verify(&forged(SECRET, &plain));
        assert_eq!(verified, Err(VerifyError::WrongSecret), "{plain:?}");
    }
    assert_eq!(verify(&forged("another", &little(&text))), Err(VerifyError::WrongSecret));
}

/// Up to 256 characters are looked at.
#[test]
fn what_is_no_proof_is_read_and_refused() {
    for malformed in [
        String::new(),
        "AAAA".into(),
        "no base64".into(),
        "\u{5f20}\u{4e09}".into(),
        // No whole block, and too long though whole.
        forged(SECRET, &[0; 16]).replace("==", "=\u{3d}="),
        forged(SECRET, &[0; 192 + 16]),
        "A".repeat(257),
        "A".repeat(100_000),
    ] {
        assert_eq!(verify(&malformed), Err(VerifyError::Malformed), "{malformed:?}");
    }
    assert_eq!(verify(&"A".repeat(256)), Err(VerifyError::WrongSecret));
    let codes = [
        VerifyError::Missing,
        VerifyError::Malformed,
        VerifyError::WrongSecret,
        VerifyError::OtherApp,
        VerifyError::Time { off: Duration::ZERO },
    ];
    let codes = codes.map(|error| error.code().to_owned());
    let expected = ["missing", "malformed", "wrong-secret", "other-app", "time"];
    assert_eq!(codes, expected.map(|code| format!("authentication-{code}")));
    let callback = callback::read(br#"{"msgType":"X","payload":"","authentication":null}"#);
    let callback = callback.expect("a callback");
    assert!(callback.notes().contains(Note::AuthenticationMissing));
    assert_eq!(verifier().verify(&callback, time(NOW)), Err(VerifyError::Missing));
}

#[test]
fn a_big_endian_length_is_told() {
    let text = format!("{NOW}_17");
    let big = block(u32::try_from(text.len()).expect("a length").to_be_bytes(), &text, 0);
    let members = r#""fromAccount":"a","toAccount":"b","fromAppId":17,"toAppId":17,"timestamp":1,"#;
    let verified = verify_with(members, &forged(SECRET, &big), NOW).expect("a proof");
    let noted: Vec<_> =
        verified.notes().iter().map(|noted| (noted.note, &*noted.place.pointer)).collect();
    assert_eq!(noted, [(Note::AuthenticationBigEndian, "/authentication")]);
    let refused = verified.strict().expect_err("a deviation");
    assert_eq!(refused.note, Note::AuthenticationBigEndian);
    let verified = verify_with(members, &forged(SECRET, &little(&text)), NOW).expect("a proof");
    assert!(verified.notes().is_empty());
    assert!(verified.strict().is_ok());
}

#[test]
fn lists_that_are_null_are_read() {
    let body =
        br#"{"msgType":"OFFLINE_TOPIC_MSG","appId":1,"topicId":2,"fromAccount":"a","timestamp":"1",
        "offlineAccounts":[{"toAccount":"b","offlineResources":null},{"toAccount":"c"}],
        "offlineResources":null,"toAccounts":null,"payload":"aGk="}"#;
    let callback = callback::read(body).expect("a callback");
    let read = callback.peek();
    assert_eq!((&read.offline_resources, &read.to_accounts), (&None, &None));
    let offline = read.offline_accounts.as_ref().expect("members");
    assert!(offline.iter().all(|member| member.offline_resources.is_empty()));
    let noted: Vec<_> = callback.notes().iter().map(|noted| noted.note).collect();
    assert_eq!(noted, [Note::NullData, Note::AuthenticationMissing]);
}
