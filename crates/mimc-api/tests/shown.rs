//! What values print, and what they hand out: texts as they are, secrets and messages of users never.
#![allow(clippy::panic, reason = "tests")]

use http::Response;
use mimc_api::callback::CallbackType;
use mimc_api::push::{PushP2p, PushUcMessage, PushUcMessages, PushUcTopics};
use mimc_api::{
    Account, ApiError, AppId, AppKey, Base, Check, Content, Credentials, Ids, Kept, Note, Notes,
    Payload, PeerId, Rejection, Token, TopicId, client,
};
use mimc_msg::SizeLimit;

#[test]
fn an_error_of_the_server_prints_its_message_in_part() {
    let error = ApiError::new(500, "quit\u{1b}[2J topic");
    let debug = format!("{error:?}");
    assert!(debug.starts_with("ApiError {") && debug.contains("500"), "{debug}");
    let shown = error.to_string();
    assert!(shown.contains("quit\\u{1b}[2J topic"), "{shown}");
    let long = ApiError::new(1, "\u{e9}".repeat(201)).to_string();
    assert_eq!(long.matches('\u{e9}').count(), 200, "{long}");
}

#[test]
fn what_is_kept_is_handed_out_and_not_printed() {
    let kept = Kept::new(b"a\xffb");
    assert_eq!((kept.as_bytes(), &*kept.to_text()), (&b"a\xffb"[..], "a\u{fffd}b"));
    assert_eq!(format!("{kept:?}"), "Kept(3 bytes)");
    let payload: Payload = serde_json::from_str("\"aGk=\"").expect("a payload");
    assert_eq!(format!("{payload:?}"), "Payload(4 characters of base64)");
}

#[test]
fn names_print_themselves() {
    let base: Base = "http://127.0.0.1:8080/mimc/".parse().expect("an address");
    assert_eq!(
        (base.as_str(), base.to_string()),
        ("http://127.0.0.1:8080/mimc", base.as_str().to_owned())
    );
    assert_eq!(Base::default(), Base::mimc());
    for no_base in
        ["http://a.example/\u{e9}", "http://a.example/%41", "ftp://a.example", "http://a@b.example"]
    {
        assert!(no_base.parse::<Base>().is_err(), "{no_base}");
    }
    let key = AppKey::new("5521728").expect("a key");
    assert_eq!((key.as_str(), key.to_string()), ("5521728", "5521728".to_owned()));
}

#[test]
fn a_word_that_nobody_told_us_of_prints_itself() {
    let word = CallbackType::parse("LATER_MSG");
    let CallbackType::Other(other) = &word else { panic!("{word:?}") };
    assert_eq!((other.as_str(), other.to_string()), ("LATER_MSG", "LATER_MSG".to_owned()));
}

/// A refusal says the same with its place and without.
#[test]
fn a_refusal_gives_its_reason() {
    for refusal in [Rejection::WrongEndpoint, Rejection::InvalidPath] {
        assert_eq!(refusal.reason(), refusal.to_string());
        assert!(refusal.reason().contains(' '), "{refusal:?}");
    }
}

/// Texts that travel alone, and notes, are handed out as they were put in.
#[test]
fn what_was_put_in_comes_out() {
    let content = |text: &str| Content::text(text, SizeLimit::MIMC).expect("content");
    let account = || Account::new("a");
    let topic = TopicId::new(8);
    let one = PushUcMessage::new(account(), topic, content("hi")).expect("a push");
    assert_eq!(one.message(), "hi");
    let many = PushUcMessages::new(account(), topic, vec![content("a"), content("b")]);
    assert_eq!(many.expect("a push").messages(), ["a", "b"]);
    let topics = PushUcTopics::new(account(), vec![topic], content("hi")).expect("a push");
    assert_eq!(topics.message(), "hi");

    let notes = client::reply::<PushP2p>(&Response::new(
        r#"{"code":"200","message":"success","data":null}"#,
    ));
    let notes = notes.expect("an answer").notes;
    let again: Notes = notes.iter().cloned().collect();
    assert!(again.len() > 1, "{notes:?}");
    assert_eq!(
        (&again, (&again).into_iter().collect::<Vec<_>>()),
        (&notes, notes.iter().collect())
    );
}

#[test]
fn credentials_are_a_token_or_an_application() {
    let token = Token::new("FQw1yQZ/QDI9").expect("a token");
    let credentials = Credentials::from(token.clone());
    assert_eq!(credentials.token(), Some(&token));
    assert!(credentials.app().is_none());
}

/// Secrets are compared whole, and print what they are, not what they say.
#[test]
fn secrets_are_compared_and_not_printed() {
    let token = |text: &str| Token::new(text).expect("a token");
    assert_eq!(token("FQw1yQZ/QDI9"), token("FQw1yQZ/QDI9"));
    assert_ne!(token("FQw1yQZ/QDI9"), token("FQw1yQZ/QDI8"));
    assert_ne!(token("FQw1yQZ/QDI9"), token("FQw1yQZ/QDI"));
    assert_eq!(format!("{:?}", token("FQw1yQZ/QDI9")), "Token(..)");
}

#[test]
fn the_wrong_type_is_told_what_should_be_there() {
    let error =
        |found: Result<(), serde_json::Error>| found.expect_err("the wrong type").to_string();
    let key = error(serde_json::from_str::<AppKey>("[]").map(drop));
    assert!(key.contains("expected a string"), "{key}");
    let id = error(serde_json::from_str::<PeerId>("{}").map(drop));
    assert!(id.contains("an integer from 0 to 2^64 - 1"), "{id}");
    let negative = error(serde_json::from_str::<PeerId>("-1").map(drop));
    assert!(negative.contains("-1") && negative.contains("expected an id"), "{negative}");
}

/// A path has as many ids as its template.
#[test]
fn ids_fill_a_path_and_come_back() {
    assert_eq!(<() as Ids>::to_path(&()), [0; 0]);
    assert_eq!((<() as Ids>::from_path(&[]), <() as Ids>::from_path(&[1])), (Some(()), None));
    let (app, topic) = (AppId::new(7), TopicId::new(8));
    assert_eq!(
        (app.to_path(), topic.to_path(), (app, topic).to_path()),
        (vec![7], vec![8], vec![7, 8])
    );
    assert_eq!((AppId::from_path(&[7]), AppId::from_path(&[7, 8])), (Some(app), None));
    assert_eq!((TopicId::from_path(&[8]), TopicId::from_path(&[])), (Some(topic), None));
    let both = <(AppId, TopicId)>::from_path;
    assert_eq!((both(&[7, 8]), both(&[7]), both(&[7, 8, 9])), (Some((app, topic)), None, None));
}

/// Each thing that is odd is noted once, at its first place.
#[test]
fn a_note_is_made_once() {
    let mut check = Check::default();
    for (pointer, note) in [("/a", Note::IdZero), ("/b", Note::IdZero), ("/c", Note::IdLarge)] {
        check.note(pointer, note);
    }
    let shown = format!("{check:?}");
    let at = |text: &str| shown.find(text);
    assert!(at("/a").is_some() && at("/c").is_some() && at("/b").is_none(), "{shown}");
}

/// Notes on the lines of a payload stand where the line does.
#[test]
fn lines_have_places() {
    let line = "YWFh".repeat(19);
    let text = format!("{line}\r\n{line}\n{line}YWFh\r\nYWFh\n");
    let payload: Payload = serde_json::from_value(text.clone().into()).expect("a payload");
    let (_, notes) = payload.check_lines().expect("base64");
    let told: Vec<_> = notes.iter().map(|it| (it.note, it.place.offset, it.place.length)).collect();
    let third = 78 + 77;
    assert_eq!(told, [(Note::MimeBareLf, 78, 77), (Note::MimeLineLong, third, 80)]);
}
