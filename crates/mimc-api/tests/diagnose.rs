//! Diagnosing documents: what it says first is what reading says, and it goes on after that.
#![allow(clippy::panic, reason = "tests")]

#[path = "support/broken.rs"]
mod broken;

use broken::broken;
use http::Response;
use mimc_api::diagnose::Options;
use mimc_api::mimc_msg::{Diagnosis, Finding, Place, Severity};
use mimc_api::{Endpoint, Notes, ReplyError, callback, client, server};
use mimc_testkit::api::{Law, Tape, choices, for_each, make};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// What reading says: its notes, or its first error.
type Read = Result<Notes, (&'static str, Place)>;

/// There is an error exactly when reading fails, and the first is that of reading; else the notes are told.
fn is_tied(name: &str, body: &[u8], diagnosis: &Diagnosis, read: &Read) {
    let shown = || format!("{name}: {}: {:?}", String::from_utf8_lossy(body), diagnosis.findings());
    assert_eq!(diagnosis.is_ok(), read.is_ok(), "{}", shown());
    match read {
        Err((code, place)) => {
            let first = &diagnosis.findings()[0];
            assert_eq!((first.code(), &first.pointer), (*code, &place.pointer), "{}", shown());
            assert_eq!(first.span.start, place.offset, "{}", shown());
        }
        Ok(notes) => {
            for noted in notes {
                let told = diagnosis.findings().iter().filter(|it| it.layer == 0);
                assert!(
                    told.map(Finding::code).any(|code| code == noted.note.code()),
                    "{}",
                    shown()
                );
            }
        }
    }
    mimc_testkit::message::law::spans_are_places(diagnosis, body);
}

fn answer<E: Endpoint>(body: &[u8]) -> Read {
    match client::reply::<E>(&Response::new(body)) {
        Ok(answer) => Ok(answer.notes),
        Err(ReplyError::Api(error)) => Ok(error.notes),
        Err(error) => Err((error.code(), error.place().expect("a place").clone())),
    }
}

fn request<E: Endpoint>(body: &[u8]) -> Read {
    match server::body::<E>(body) {
        Ok((_, notes)) => Ok(notes),
        Err(error) => Err((error.code(), error.place())),
    }
}

fn strictly(read: Read) -> Read {
    let all = read?;
    match all.iter().find(|noted| noted.note.is_deviation()) {
        Some(first) => Err((first.note.code(), first.place.clone())),
        None => Ok(all),
    }
}

/// Whatever the bytes are, for every endpoint.
struct Tied<'b>(&'b [u8]);

impl Law for Tied<'_> {
    fn holds<E: Endpoint>(&mut self, _: Tape) {
        let options = Options::new();
        is_tied(E::NAME, self.0, &options.answer::<E>(self.0), &answer::<E>(self.0));
        is_tied(E::NAME, self.0, &options.request_body::<E>(self.0), &request::<E>(self.0));
        let strict = options.strict();
        is_tied(E::NAME, self.0, &strict.answer::<E>(self.0), &strictly(answer::<E>(self.0)));
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn the_first_error_is_that_of_reading(bytes in broken()) {
        for_each(&[], Tied(&bytes));
        let marked = ["\u{feff}".as_bytes(), &bytes].concat();
        for_each(&[], Tied(&marked));
        let read = callback::read(&bytes);
        let read = read.map(|it| it.notes().clone()).map_err(|it| (it.code(), it.place().clone()));
        is_tied("callback", &bytes, &Options::new().callback(&bytes), &read);
    }
}

/// Bodies that the client and the server write, with two faults.
struct TwoFaults(u32);

impl Law for TwoFaults {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let data: E::Reply = tape.value();
        let answer = server::reply::<E>(&data).into_body();
        self.told(E::NAME, &answer, |body| Options::new().answer::<E>(body));
        if let Some(made) = make::<E>(tape) {
            let body = made.request.into_body();
            self.told(E::NAME, &body, |body| Options::new().request_body::<E>(body));
        }
    }
}

impl TwoFaults {
    /// A comma at the end of the outermost object, and a character that has no place between tokens.
    fn told(&self, name: &str, body: &[u8], diagnose: impl Fn(&[u8]) -> Diagnosis) {
        let Some(end) = body.iter().rposition(|byte| *byte == b'}').filter(|_| body.len() > 2)
        else {
            return;
        };
        let broken = [b"{ @ ", &body[1..end], b",", &body[end..]].concat();
        let diagnosis = diagnose(&broken);
        let errors = diagnosis.findings().iter().filter(|it| it.severity == Severity::Error);
        let places: Vec<_> = errors.map(|it| it.span.start).collect();
        let shown = || format!("{name} {}: {}", self.0, String::from_utf8_lossy(&broken));
        assert_eq!(places, [2, broken.len() - 1], "{}", shown());
    }
}

#[test]
fn every_fault_is_told() {
    for seed in 0..20 {
        for_each(&choices(seed), TwoFaults(seed));
    }
}

#[test]
fn a_fault_is_found_through_all_layers() {
    use mimc_api::history::QueryP2pHistory;

    // {"version":0,"msgId":"a","msgType":104,"timestamp":1,"content":"aHR0cDovL2EgYg=="}, of which the content is `http://a b`.
    let message =
        r#"{"version":0,"msgId":"a","msgType":104,"timestamp":1,"content":"aHR0cDovL2EgYg=="}"#;
    let payload = mimc_api::Payload::new(message.as_bytes());
    let escaped = payload.as_base64().replace("ZX", "\\u005aX");
    let body = format!(
        r#"{{"code":200,"message":"","data":{{"appId":1,"messages":[{{"sequence":"1","ts":"1","fromAccount":"a","payload":"{escaped}"}}],"row":1}}}}"#
    );
    let diagnosis = Options::new().answer::<QueryP2pHistory>(body.as_bytes());
    let found =
        diagnosis.findings().iter().find(|it| it.code() == "url-unsafe").expect("the blank");
    assert_eq!(diagnosis.path(found), ["/data/messages/0/payload", "/content"]);
    let layer = &diagnosis.layers()[found.layer];
    assert_eq!(layer.text(), b"http://a b");
    assert_eq!(found.inner, 8..9);
    // The blank is in the group `IGI`, and that in some eight characters of the outer base64.
    let outer = diagnosis.outermost(0, found.span.clone());
    let group = &body[outer.clone()];
    assert!(escaped.contains(group) && group.len() <= 6, "{group}");
    assert_eq!(found.severity, Severity::Note);
}
