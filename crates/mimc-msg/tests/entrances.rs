//! The small ways in, each with any text or bytes: a value or an error, and what it says is so.
#![allow(clippy::panic, clippy::format_collect, reason = "tests")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use mimc_msg::{
    Account, Base64Forms, Codec, Dialect, Extra, Kind, KindCode, Medium, MsgId, RawEnvelope,
    RawJson, SizeLimit, Timestamp, pointer_to,
};
use mimc_testkit::message::{envelope, law, rough_json};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![any::<Vec<u8>>(), rough_json().prop_map(String::into_bytes)]
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Each character of a member's text is found in the input, escaped or not.
    #[test]
    fn a_text_is_found_where_it_stands(
        parts in prop::collection::vec(("[a\u{e9}\u{1f600}]", any::<bool>()), 0..8),
        space in "[ \n]{0,2}",
    ) {
        let escaped = |text: &str| text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
        let raw: String = parts.iter().map(|(c, plain)| if *plain { c.clone() } else { escaped(c) }).collect();
        let expected: String = parts.iter().map(|(c, _)| c.as_str()).collect();
        let input = format!("{{{space}\"a\"{space}:{space}\"{raw}\"}}");
        let envelope = RawEnvelope::parse(input.as_bytes()).expect("JSON");
        let member = envelope.get("a").expect("there");
        prop_assert_eq!(member.text().map(std::borrow::Cow::into_owned), Some(expected.clone()));
        for at in (0..=expected.len()).filter(|&at| expected.is_char_boundary(at)) {
            let before = &input[member.value_span.start + 1..member.text_offset(at)];
            let read: String = serde_json::from_str(&format!("\"{before}\"")).expect("whole escapes");
            prop_assert_eq!(&read, &expected[..at], "{}", input);
        }
        prop_assert_eq!(envelope.get("b"), None);
    }

    /// What is encoded, every form reads.
    #[test]
    fn base64_comes_back(bytes in any::<Vec<u8>>()) {
        law::base64_comes_back(&bytes);
    }

    /// Each form reads what the crate `base64` reads, and refuses it where that does.
    #[test]
    fn base64_is_as_the_referee_says(
        text in prop_oneof![
            any::<Vec<u8>>(),
            "[A-Za-e+/_=\r\n-]{0,12}".prop_map(String::into_bytes),
            "([AQgw+/_-]{4}\r?\n?){0,3}[AQgw+/_\r\n-]{0,4}={0,2}".prop_map(String::into_bytes),
        ],
        forms in any::<[bool; 3]>(),
    ) {
        law::base64_is_as_the_referee_says(&text, forms);
    }

    /// So also around the pieces of 1024 characters that are looked at together, whole, cut or with one character changed.
    #[test]
    fn base64_of_any_length_is_as_the_referee_says(
        length in prop_oneof![760usize..776, 1530usize..1546],
        edit in prop::option::of((prop_oneof![1015usize..1030, 2040usize..2060], prop::sample::select(&b"=A\n!"[..]))),
        cut in 0usize..3,
        forms in any::<[bool; 3]>(),
    ) {
        let mut text = Base64Forms::encode(&vec![b'h'; length]).into_bytes();
        text.truncate(text.len() - cut);
        if let Some((at, byte)) = edit {
            if let Some(old) = text.get_mut(at) {
                *old = byte;
            }
        }
        law::base64_is_as_the_referee_says(&text, forms);
    }

    /// A pointer is empty or begins with a slash, and is no longer than it may be.
    #[test]
    fn a_pointer_is_made_of_any_bytes(bytes in bytes(), offset in 0usize..200) {
        let pointer = pointer_to(&bytes, offset);
        prop_assert!(pointer.is_empty() || pointer.starts_with('/'), "{}", pointer);
        prop_assert!(pointer.len() <= 512);
    }

    /// A dialect has one name.
    #[test]
    fn only_its_name_is_a_dialect(text in prop_oneof![any::<String>(), "(manual|android|webjs)-[a-w][0-4]"]) {
        let named = text.parse::<Dialect>().ok().map(Dialect::name);
        prop_assert!(named.is_none_or(|name| name == text), "{} is {:?}", text, named);
    }

    /// A code is an integer; one that names a kind is that kind, and another keeps its digits.
    #[test]
    fn codes_are_integers(text in prop_oneof![any::<String>(), "-?[0-9]{0,6}", "-?0{0,3}[0-9]{18,24}", "-0{0,3}[0-9]"]) {
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let integer = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let kind = KindCode::parse(&text);
        prop_assert_eq!(kind.is_some(), integer);
        match kind {
            Some(Kind::Code(code)) => {
                let sign = &text[..text.len() - digits.len()];
                let canonical = digits.trim_start_matches('0');
                let canonical = if canonical.is_empty() { "0" } else { canonical };
                prop_assert_eq!(code.as_str(), format!("{sign}{canonical}"));
            }
            Some(kind) => prop_assert_eq!(kind.code().map(u64::from), digits.parse::<u64>().ok()),
            None => {}
        }
    }

    /// A medium is a word that makes the kind of a file.
    #[test]
    fn a_medium_makes_a_file(word in prop_oneof![any::<String>(), "[A-Z]{0,4}(_[A-Z]{0,2})?"]) {
        if let Ok(medium) = Medium::new(&*word) {
            prop_assert_eq!(medium.as_str(), &word);
            prop_assert_eq!(Kind::parse(format!("{word}_FILE")), Kind::File(medium));
        }
    }

    /// Accounts and ids keep their text; only an empty id is refused.
    #[test]
    fn names_keep_their_text(text in any::<String>()) {
        let account = Account::new(&*text);
        prop_assert_eq!(account.as_str(), &text);
        prop_assert_eq!(&Account::from(&*text), &account);
        prop_assert_eq!(Account::from(text.clone()), account);
        prop_assert_eq!(MsgId::new(&*text).ok().map(|id| id.as_str().to_owned()), Some(text.clone()).filter(|text| !text.is_empty()));
    }

    /// A time that is one goes to the clock of the system and back.
    #[test]
    fn times_go_to_the_system_and_back(millis in any::<u64>(), nanos in 0u32..1_000_000) {
        let time = Timestamp::from_millis(millis);
        prop_assert_eq!(time.is_ok(), i64::try_from(millis).is_ok());
        let Ok(time) = time else { return Ok(()) };
        let Ok(system) = SystemTime::try_from(time) else { return Ok(()) };
        let later = system.checked_add(Duration::from_nanos(nanos.into()));
        prop_assert_eq!(later.map(Timestamp::try_from), Some(Ok(time)));
    }

    /// Bytes are JSON where their text is.
    #[test]
    fn raw_json_of_bytes_is_that_of_text(bytes in bytes()) {
        let read = RawJson::from_slice(&bytes);
        match std::str::from_utf8(&bytes) {
            Ok(text) => prop_assert_eq!(read, RawJson::parse(text)),
            Err(error) => {
                let offset = read.expect_err("no text").place.offset;
                prop_assert!(offset <= error.valid_up_to(), "{} is behind {}", offset, error);
            }
        }
    }

    /// What is recovered from any bytes are pieces of them.
    #[test]
    fn what_is_recovered_stands_in_the_bytes(bytes in bytes()) {
        let Some(recovered) = RawEnvelope::recover(&bytes) else { return Ok(()) };
        for member in recovered.members_in_order() {
            prop_assert_eq!(bytes.get(member.value_span.clone()), Some(member.value.as_str().as_bytes()));
// The fault may be that the name stands twice.
            let first = recovered.get(&member.name).expect("named");
            prop_assert!(first.name_span.start <= member.name_span.start);
        }
    }

    /// What can be read as a message or as foreign is an envelope or refused as none.
    #[test]
    fn a_foreign_text_is_no_envelope(bytes in bytes()) {
        let codec = Codec::new();
        match (codec.read(&bytes).and_then(mimc_msg::Message::into_envelope), codec.decode(&bytes)) {
            (Ok(read), Ok(decoded)) => prop_assert_eq!(read, decoded),
            (read, decoded) => prop_assert_eq!(read.is_err(), decoded.is_err()),
        }
    }

    /// The limit counts bytes.
    #[test]
    fn a_limit_counts_bytes(bytes in any::<Vec<u8>>(), limit in 0usize..200) {
        prop_assert_eq!(SizeLimit::new(limit).check(&bytes).is_ok(), bytes.len() <= limit);
    }

    /// A member has the value that it got last, and its first place.
    #[test]
    fn a_member_is_found_by_its_name(names in prop::collection::vec("[ab\u{0}]{0,2}", 0..8)) {
        let values: Vec<_> = (0..names.len()).map(|n| n.to_string()).collect();
        let mut extra = Extra::new();
        for (name, value) in names.iter().zip(&values) {
            extra.insert(&**name, RawJson::parse(value).expect("a number"));
        }
        for name in &names {
            let last = names.iter().rposition(|other| other == name).map(|n| n.to_string());
            prop_assert_eq!(extra.get(name).map(RawJson::as_str), last.as_deref());
        }
        prop_assert_eq!(extra.get("c"), None);
    }

    /// A message is answered as its kind is; the answer names it and can be written.
    #[test]
    fn answers_fit_their_message(envelope in envelope()) {
        let (id, at) = (MsgId::new("a-1").expect("an id"), Timestamp::from_millis(1).expect("a time"));
        let who = || Some(Account::new("bo"));
        let content = matches!(envelope.kind(), Kind::Text | Kind::File(_));
        let answers = [
            (envelope.pong(who(), id.clone(), at), envelope.kind() == Kind::Ping),
            (envelope.friend_response(who(), true, id.clone(), at), envelope.kind() == Kind::FriendRequest),
            (envelope.recall(id.clone(), at), content),
            (envelope.read(id, at), content),
        ];
        for (answer, fits) in answers {
            prop_assert_eq!(answer.is_ok(), fits);
            let Ok(answer) = answer else { continue };
            match mimc_msg::encode(&answer) {
                Ok(bytes) => prop_assert_eq!(mimc_msg::decode(&bytes).map(|read| read.envelope), Ok(answer)),
                Err(error) => prop_assert!(envelope.id.as_str().len() > 15_000, "{}", error),
            }
        }
    }
}

#[test]
fn times_beyond_the_largest_are_none() {
    assert_eq!(Timestamp::try_from(UNIX_EPOCH).map(Timestamp::as_millis), Ok(0));
    assert!(Timestamp::try_from(UNIX_EPOCH - Duration::from_millis(1)).is_err());
    assert!(Timestamp::from_millis(Timestamp::MAX.as_millis() + 1).is_err());
}
