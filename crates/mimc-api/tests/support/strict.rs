//! Minimal documents, and what was noted on them.

use http::{Request, Response};
use mimc_api::topic::KickMembers;
use mimc_api::{Endpoint, Notes, callback, client, server};

/// What was noted, and whether `strict` took it all the same.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) notes: Notes,
    pub(crate) strict: bool,
}

impl From<(Notes, bool)> for Seen {
    fn from((notes, strict): (Notes, bool)) -> Self {
        Self { notes, strict }
    }
}

impl Seen {
    /// Reads a request.
    pub(crate) fn of_request<E: Endpoint>(request: &Request<String>) -> Self {
        let incoming = server::request::<E>(request).expect(E::NAME);
        let notes = incoming.notes.clone();
        let strict = incoming.strict();
        if let Err(error) = &strict {
            let first = notes.iter().find(|noted| noted.note.is_deviation()).expect("a deviation");
            assert_eq!((error.code(), error.place()), (first.note.code(), first.place.clone()));
        }
        (notes, strict.is_ok()).into()
    }
}

/// A request with a token.
pub(crate) fn request(method: &str, target: &str, kind: &str, body: &str) -> Request<String> {
    let mut request = Request::builder().method(method).uri(target).header("token", "t");
    if !kind.is_empty() {
        request = request.header("Content-Type", kind);
    }
    request.body(body.to_owned()).expect("a request")
}

/// Posts a body of this content type.
pub(crate) fn post<E: Endpoint>(target: &str, kind: &str, body: &str) -> Seen {
    Seen::of_request::<E>(&request("POST", target, kind, body))
}

/// Removes members, with this query.
pub(crate) fn accounts(query: &str) -> Seen {
    let target = format!("/api/topic/1/2/accounts?{query}");
    Seen::of_request::<KickMembers>(&request("DELETE", &target, "", ""))
}

/// Answers this data.
pub(crate) fn answer<E: Endpoint>(data: &str) -> Seen {
    with::<E>(200, &format!(r#"{{"code":200,"message":"success","data":{data}}}"#))
}

/// Answers this body with this HTTP status.
pub(crate) fn with<E: Endpoint>(status: u16, body: &str) -> Seen {
    let mut response = Response::new(body);
    *response.status_mut() = status.try_into().expect("a status");
    let answer = client::reply::<E>(&response).expect(E::NAME);
    let notes = answer.notes.clone();
    let strict = answer.strict();
    if let Err(error) = &strict {
        let first = notes.iter().find(|noted| noted.note.is_deviation()).expect("a deviation");
        assert_eq!((error.code(), error.place()), (first.note.code(), Some(&first.place)));
    }
    (notes, strict.is_ok()).into()
}

/// A callback that lacks nothing but what these members do.
pub(crate) fn callback_of(members: &str) -> Seen {
    let body = format!(r#"{{{members},"fromAccount":"a","timestamp":1,"payload":"aGk="}}"#);
    let read = callback::read(body.as_bytes()).expect("a callback");
    let notes = read.notes().clone();
    assert_eq!(read.clone().assume_verified().notes(), &notes);
    assert_eq!(read.clone().assume_verified().strict().is_ok(), read.clone().strict().is_ok());
    (notes, read.strict().is_ok()).into()
}

/// A group with these members of `topicInfo`, and with more beside it.
pub(crate) fn topic(info: &str, more: &str) -> String {
    format!(r#"{{"topicInfo":{{{info},"bulletin":null}},"members":[]{more}}}"#)
}

/// The data of a token answer, and more members.
pub(crate) fn bare(more: &str) -> String {
    format!(
        r#"{{"appId":"1","appPackage":"","appAccount":"ada","miChid":9,"miUserId":"2","miUserSecurityKey":"k","token":"t"{more}}}"#
    )
}

/// A history page with one payload.
pub(crate) fn page(payload: &str) -> String {
    format!(r#"{{"row":1,"messages":[{{"sequence":"1","ts":1,"payload":"{payload}"}}]}}"#)
}

/// A contact list with one payload.
pub(crate) fn contact(payload: &str) -> String {
    format!(
        r#"[{{"userType":"USER","id":"1","name":"a","timestamp":"1","lastMessage":{{"fromUuid":"1","fromAccount":"a","sequence":"1","payload":"{payload}"}}}}]"#
    )
}
