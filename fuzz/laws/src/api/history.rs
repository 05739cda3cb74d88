//! Pages of history and callbacks: what holds messages that others wrote.

use http::Response;
use mimc_api::history::{HistoryPage, QueryP2pHistory, Timeline};
use mimc_api::{AppId, AppSecret, Endpoint, Payload, callback, client, endpoints, server};
use mimc_msg::{Base64Forms, Codec, DecodeError, Limits, Scratch, Timestamp};
use mimc_testkit::api::law::{a_page_is_read_as_any_answer, an_answer_is_refused_or_comes_back};

/// A JSON document, read as a page of each history and as a callback.
///
/// * Each message of a page decodes or fails alone, with a place inside its base64; whatever its payload, the page is
///   read, and the others are as they were.
/// * A page that is put into a timeline twice is there once.
/// * Without copies a page is read as the same.
/// * The payload of a callback is base64. Written again, a callback reads as the same.
/// * A proof that the verifier makes, it takes, unless the callback names another application.
pub fn history_callback(data: &[u8]) {
    let response = Response::new(data.to_vec());
    endpoints::visit_all(&mut Histories(&response));
    a_page_is_read_as_any_answer(&response, Limits::new());
    if let Ok(answer) = client::reply::<QueryP2pHistory>(&response) {
        page(&answer.data);
    }
    if let Ok(read) = callback::read(data) {
        callback_comes_back(&read);
        proofs_are_taken(&read);
    }
}

struct Histories<'r>(&'r Response<Vec<u8>>);

impl endpoints::Visitor for Histories<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if E::NAME.contains("-history") {
            an_answer_is_refused_or_comes_back::<E>(self.0);
        }
    }
}

fn page(page: &HistoryPage<'static>) {
    let mut scratch = Scratch::new();
    for message in &page.messages {
        let read = message.read_with(Codec::new(), &mut scratch).map(drop);
        let decoded = message.decode().map(drop);
        if !matches!(decoded, Err(DecodeError::NotAnEnvelope { .. })) {
            assert_eq!(read, decoded);
        }
        payload(&message.payload, decoded);
    }
    // One that is broken does not take the page with it.
    for at in 0..page.messages.len().min(4) {
        let mut broken = page.clone();
        broken.messages[at].payload = Payload::from_base64("!\n");
        let answer = client::reply::<QueryP2pHistory>(&server::reply::<QueryP2pHistory>(&broken));
        assert_eq!(answer.expect("a page").data, broken);
        assert!(broken.messages[at].decode().is_err());
    }
    let mut timeline = Timeline::new();
    let _ = timeline.add(page.clone());
    let length = timeline.len();
    assert!(length <= page.messages.len());
    let _ = timeline.add(page.clone());
    assert_eq!(timeline.len(), length);
}

fn payload(payload: &Payload<'_>, decoded: Result<(), DecodeError>) {
    let text = payload.as_base64();
    if let Err(error) = decoded {
        assert!(error.offset() <= text.len(), "outside: {error:?}");
    }
    match (payload.bytes(), payload.check_lines()) {
        (Ok(bytes), Ok((lines, _))) => {
            assert_eq!(bytes, lines);
            assert_eq!(Payload::in_lines(&bytes).bytes().as_ref(), Ok(&bytes));
            assert_eq!(Payload::new(&bytes).bytes().as_ref(), Ok(&bytes));
        }
        (Err(one), Err(two)) => {
            assert_eq!(one, two);
            assert!(one.offset <= text.len());
            assert!(!Base64Forms::CANONICAL.mime().accepts(text.as_bytes()));
        }
        (bytes, lines) => panic!("{bytes:?} but {lines:?}"),
    }
}

fn callback_comes_back(read: &callback::Unverified) {
    let callback = read.peek();
    payload(&callback.payload, callback.decode().map(drop));
    callback.payload.bytes().expect("a callback has base64");
    let deviates = read.notes().iter().any(|noted| noted.note.is_deviation());
    assert_eq!(read.clone().strict().is_err(), deviates);
    let json = serde_json::to_vec(callback).expect("a callback can be written");
    let again = callback::read(&json).expect("it was written from one");
    assert_eq!(again.peek(), callback);
}

fn proofs_are_taken(read: &callback::Unverified) {
    let now = Timestamp::from_millis(1_645_000_000_500).expect("a time");
    let app_id = AppId::new(2_882_303_761_517_669_588);
    let secret = AppSecret::new("2xZmr+/yj+/T5U+vvbataQ==").expect("a secret");
    let verifier = callback::Verifier::new(app_id, &secret);
    let _ = verifier.verify(read, now);
    let mut signed = read.peek().clone();
    signed.authentication = Some(verifier.authenticate(now));
    let json = serde_json::to_vec(&signed).expect("a callback can be written");
    match verifier.verify(&callback::read(&json).expect("a callback"), now) {
        Ok(taken) => assert_eq!(taken.callback(), &signed),
        Err(error) => assert_eq!(error.code(), "authentication-other-app", "{error}"),
    }
}
