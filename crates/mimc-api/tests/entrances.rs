//! The small ways in, each with any text or bytes: a value or an error, and what it says is so.
#![allow(clippy::panic, reason = "tests")]

use mimc_api::callback::{self, CallbackType};
use mimc_api::contact::UserType;
use mimc_api::history::HistoryMessage;
use mimc_api::{
    AppId, AppKey, Base, Content, Endpoint, Kept, PacketId, Payload, PeerId, Sequence, Token,
    TopicId, Uuid, account, endpoints, server,
};
use mimc_msg::{Codec, Scratch, SizeLimit, Timestamp};
use mimc_testkit::api::{Law, Tape, for_each, tape};
use mimc_testkit::message::rough_json;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![any::<Vec<u8>>(), rough_json().prop_map(String::into_bytes)]
}

/// Inputs and answers are also types of serde's, which others read with serde_json.
struct SerdeReads<'b>(&'b [u8]);

impl Law for SerdeReads<'_> {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let _ = serde_json::from_slice::<E>(self.0);
        let _ = serde_json::from_slice::<E::Reply>(self.0);
        // Written in full, a value reads as itself, with this deserializer as with ours.
        let text = serde_json::to_vec(&tape.value::<E>()).expect("an input is JSON");
        if let (Ok(theirs), Ok((ours, _))) =
            (serde_json::from_slice(&text), server::input::<E>(&text))
        {
            assert_eq!(ours, theirs, "{}", E::NAME);
        }
        let text = serde_json::to_vec(&tape.value::<E::Reply>()).expect("an answer is JSON");
        let read: E::Reply = serde_json::from_slice(&text).expect(E::NAME);
        assert_eq!(serde_json::to_vec(&read).expect("JSON"), text, "{}", E::NAME);
    }
}

struct Nobody;

impl endpoints::Visitor for Nobody {
    fn visit<E: Endpoint>(&mut self) {}
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn serde_reads_what_it_wrote(choices in tape(), bytes in bytes()) {
        for_each(&choices, SerdeReads(&bytes));
    }

    /// An id is its decimal digits and nothing else.
    #[test]
    fn ids_are_digits(text in prop_oneof![any::<String>(), "[+-]?0{0,2}[0-9]{0,21}", "[0-9٠-٩]{1,4}"]) {
        let number = text.parse::<u64>().ok().filter(|number| number.to_string() == text);
        prop_assert_eq!(text.parse().ok().map(AppId::get), number);
        prop_assert_eq!(text.parse().ok().map(TopicId::get), number);
        prop_assert_eq!(text.parse().ok().map(Uuid::get), number);
        prop_assert_eq!(text.parse().ok().map(PeerId::get), number);
        prop_assert_eq!(text.parse().ok().map(Sequence::get), number);
    }

    /// Words and names keep their text, whoever made them.
    #[test]
    fn words_keep_their_text(text in prop_oneof![any::<String>(), "[A-Z]{1,5}(_MSG)?"]) {
        prop_assert_eq!(CallbackType::parse(&text).to_string(), text.clone());
        prop_assert_eq!(UserType::parse(&text).to_string(), text.clone());
        let id = PacketId::new(&*text);
        prop_assert_eq!(id.as_str(), text);
    }

    /// A secret is kept or refused, and what is refused is not told.
    #[test]
    fn secrets_are_kept_or_refused(text in prop_oneof![any::<String>(), "[a-z+/=]{0,9}"]) {
        if let Ok(token) = Token::new(&*text) {
            prop_assert_eq!(token.secret(), &text);
        }
        if let Ok(key) = AppKey::new(&*text) {
            prop_assert_eq!(key.as_str(), text);
        }
    }

    /// The address of a server is an address in front of a path.
    #[test]
    fn a_base_is_the_front_of_an_address(
        text in prop_oneof![any::<String>(), "(https?|ftp)://[a-z.:@0-9]{0,6}(/[a-z.%?#]{0,2}){0,2}"],
    ) {
        let Ok(base) = text.parse::<Base>() else { return Ok(()) };
        let uri: http::Uri = format!("{base}/api/x").parse().expect("an address");
        prop_assert!(uri.path().ends_with("/api/x"), "{}", text);
        prop_assert!(uri.query().is_none());
        prop_assert_eq!(base.to_string().parse(), Ok(base));
    }

    /// An account that can be sent has no fault, and one that has a fault is refused with it.
    #[test]
    fn a_fault_refuses_an_account(text in prop_oneof![any::<String>(), "[ ,a\r\u{85}]{0,3}"]) {
        prop_assert_eq!(account::check(&text).is_err(), account::fault(&text).is_some());
        let commas = text.contains(',') || text.is_empty() || text.chars().any(char::is_control);
        prop_assert!(!commas || account::fault(&text).is_some());
    }

    /// Any text is a payload; what it holds are bytes or an error, in each way that it can be read.
    #[test]
    fn any_text_is_a_payload(text in prop_oneof![any::<String>(), "[A-Za-z0-9+/=\r\n]{0,90}"], biz_type in any::<String>()) {
        let payload = Payload::from_base64(&*text);
        prop_assert_eq!(payload.as_base64(), &text);
        let bytes = payload.bytes();
        prop_assert_eq!(payload.check_lines().map(|(bytes, _)| bytes), bytes.clone());
        let mut scratch = Scratch::new();
        let read = payload.read_with(Codec::new().biz_type(&biz_type), &mut scratch);
        prop_assert!(bytes.is_ok() || read.is_err());
        if let Err(error) = payload.decode(Some(&biz_type)) {
            prop_assert!(error.offset() <= text.len());
        }
        if let Ok(bytes) = bytes {
            prop_assert_eq!(Payload::new(&bytes).bytes(), Ok(bytes));
        }
    }

    /// A content is within its limit and comes back from the page of history that has it.
    #[test]
    fn a_content_comes_back(bytes in any::<Vec<u8>>(), limit in 0usize..200) {
        let content = Content::bytes(&bytes, SizeLimit::new(limit));
        prop_assert_eq!(content.is_ok(), bytes.len() <= limit);
        let Ok(content) = content else { return Ok(()) };
        let content = content.with_biz_type("TEXT");
        let at = Timestamp::from_millis(1).expect("a time");
        let message = HistoryMessage::of(&content, Sequence::new(1), at).expect("base64 of ours");
        prop_assert_eq!(message.payload.bytes(), Ok(bytes));
        prop_assert_eq!(message.biz_type.as_deref(), Some("TEXT"));
    }

    /// Any body is a callback or an error within it, and a callback is nobody's word.
    #[test]
    fn any_body_is_a_callback_or_not(bytes in bytes(), kind in "[A-Z_]{0,12}", payload in "[A-Za-z=]{0,8}") {
        let shaped = format!(r#"{{"msgType":"{kind}","payload":"{payload}"}}"#).into_bytes();
        for body in [bytes, shaped] {
            match callback::read(&body) {
                Ok(callback) => {
                    let _ = callback.peek().decode();
                    let deviates = callback.notes().iter().any(|noted| noted.note.is_deviation());
                    prop_assert_eq!(callback.clone().strict().is_err(), deviates);
                    prop_assert_eq!(callback.assume_verified().strict().is_err(), deviates);
                }
                Err(error) => prop_assert!(error.place().offset <= body.len()),
            }
        }
    }

    /// A path is no endpoint's, or that of the one that is found; a name is that of one endpoint.
    #[test]
    fn any_path_is_looked_up(path in prop_oneof![any::<String>(), "/{0,2}api(/[a-z0-9%.]{0,6}){0,5}"], method in "[A-Z]{1,6}") {
        let method = method.parse().expect("a method");
        if let Some(facts) = endpoints::find(&method, &path) {
            prop_assert_eq!(facts.method, method);
        }
        let listed = endpoints::all().iter().any(|facts| facts.name == path);
        prop_assert_eq!(endpoints::visit_named(&path, &mut Nobody), listed);
    }

    /// A body that was refused is kept whole and does not print.
    #[test]
    fn what_is_kept_does_not_print(bytes in any::<Vec<u8>>()) {
        let kept = Kept::new(&bytes);
        prop_assert_eq!(kept.as_bytes(), &*bytes);
        prop_assert_eq!(format!("{kept:?}"), format!("Kept({} bytes)", bytes.len()));
    }
}
