//! What stands beside a message counts where the message is read: its type, its sender, its receiver.
#![allow(clippy::panic, reason = "tests")]

use http::Response;
use mimc_api::callback::{Callback, CallbackType};
use mimc_api::contact::LastMessage;
use mimc_api::history::{HistoryMessage, HistoryPage, QueryP2pHistory};
use mimc_api::{Account, AppId, Content, Payload, Sequence, Uuid, client};
use mimc_msg::{
    Body, Codec, DecodeError, Decoded, Dialect, Encoder, Envelope, Kind, Message, MsgId, Scratch,
    SizeLimit, Timestamp,
};

/// A message whose type stands beside it only.
fn content() -> Content {
    let time = Timestamp::from_millis(1_545_379_200_000).expect("a time");
    let message = Envelope::new(MsgId::new("a1B2c-1").expect("an id"), time, Body::text("hi"));
    let encoder = Encoder::new(Dialect::JAVA_J2);
    let content = Content::envelope(&message, encoder, SizeLimit::MIMC).expect("a content");
    assert_eq!(content.biz_type(), Some("103"));
    content
}

#[track_caller]
fn assert_text(decoded: Result<Decoded<'_>, DecodeError>) {
    let envelope = decoded.expect("a message").envelope;
    assert_eq!((envelope.kind(), envelope.body), (Kind::Text, Body::text("hi")));
}

#[track_caller]
fn assert_read(message: Result<Message<'_>, DecodeError>) {
    let Ok(Message::Envelope(decoded)) = message else { panic!("{message:?}") };
    assert_text(Ok(decoded));
}

#[test]
fn every_holder_reads_a_message_with_the_type_beside_it() {
    let content = content();
    let payload = Payload::new(&content.payload().expect("a payload"));
    let biz_type = content.biz_type().map(str::to_owned);
    let codec = Codec::new();
    let (mut one, mut two, mut three) = (Scratch::new(), Scratch::new(), Scratch::new());

    let mut stored = HistoryMessage::of(&content, Sequence::new(1), Timestamp::MAX).expect("fits");
    assert_text(stored.decode());
    assert_read(stored.read_with(codec, &mut one));

    let lines = Payload::in_lines(&content.payload().expect("a payload"));
    let mut last = LastMessage::new(Uuid::new(1), Account::new("ada"), lines, Sequence::new(1));
    last.biz_type.clone_from(&biz_type);
    assert_text(last.decode());
    assert_read(last.read_with(codec, &mut two));

    let mut callback = Callback::new(CallbackType::NormalMsg, payload.clone());
    callback.biz_type.clone_from(&biz_type);
    assert_text(callback.decode());
    assert_read(callback.read_with(codec, &mut three));

    assert_text(payload.decode(biz_type.as_deref()));
    // Without it, nothing says what the message is.
    (stored.biz_type, last.biz_type, callback.biz_type) = (None, None, None);
    let mut scratch = Scratch::new();
    for decoded in [stored.decode(), last.decode(), callback.decode(), payload.decode(None)] {
        let text = decoded.is_ok_and(|decoded| decoded.envelope.kind() == Kind::Text);
        assert!(!text);
    }
    let read = stored.read_with(codec, &mut scratch);
    assert!(
        !matches!(read, Ok(Message::Envelope(decoded)) if decoded.envelope.kind() == Kind::Text)
    );
}

#[test]
fn who_is_named_in_a_message_comes_before_the_page() {
    let name = |account: &'static str| Some(Account::new(account));
    let mut message = HistoryMessage::new(Sequence::new(1), Payload::new(b"hi"), Timestamp::MAX);
    let mut page = HistoryPage::new(AppId::new(1), vec![message.clone()]);
    assert_eq!((page.sender(&message), page.receiver(&message)), (None, None));
    (page.from_account, page.to_account) = (name("ada"), name("bo"));
    assert_eq!(page.sender(&message), name("ada").as_ref());
    assert_eq!(page.receiver(&message), name("bo").as_ref());
    (message.from_account, message.to_account) = (name("cleo"), name("dan"));
    assert_eq!(page.sender(&message), name("cleo").as_ref());
    assert_eq!(page.receiver(&message), name("dan").as_ref());
    (page.from_account, page.to_account) = (None, None);
    assert_eq!(page.sender(&message), name("cleo").as_ref());
    assert_eq!(page.receiver(&message), name("dan").as_ref());
    // As a page of before 2018-03-26 has it.
    let body = r#"{"code":200,"message":"success","data":{"appId":1,"row":2,"fromAccount":"ada","toAccount":"bo",
        "messages":[{"sequence":"1","ts":1,"payload":""},{"sequence":"2","ts":2,"payload":"","fromAccount":"bo"}]}}"#;
    let page = client::reply::<QueryP2pHistory>(&Response::new(body)).expect("a page").data;
    let senders: Vec<_> = page.messages.iter().map(|message| page.sender(message)).collect();
    assert_eq!(senders, [name("ada").as_ref(), name("bo").as_ref()]);
}
