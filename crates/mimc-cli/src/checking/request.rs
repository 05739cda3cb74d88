//! Checking a request without a body.

use http::Request;
use http::header::{HeaderName, HeaderValue};
use mimc_api::{Endpoint, Input, Note, Noted, Rejection, server};
use mimc_msg::Place;

use super::api::Read;
use super::request_text::{RequestText, Span};
use crate::fault::Fault;
use crate::input::IN_A_LINE;

/// The headers that say who asks. Where none of them is there, nobody looks for them.
const CREDENTIALS: &[&str] =
    &["token", "appId", "appKey", "appSecret", "appAccount", "appAccountEncode"];

/// Reads a request as the endpoint's: by its method and target, and by its headers where it has some.
/// Places are those of the text.
pub(super) fn read<E: Endpoint>(text: &[u8]) -> Read {
    let request = RequestText::parse(text)?;
    let read = if request.headers.is_empty() && request.body.is_empty() {
        server::target::<E>(&request.method, &request.uri)
    } else {
        server::request_within::<E>(&with_headers(&request), IN_A_LINE)
            .map(|incoming| incoming.notes)
    };
    match read {
        Ok(notes) => Ok(notes.iter().map(|noted| moved::<E>(noted, &request, text)).collect()),
        Err(rejection) => Err(fault::<E>(&rejection, &request)),
    }
}

fn with_headers<'t>(text: &RequestText<'t>) -> Request<&'t [u8]> {
    let mut request = Request::new(text.body);
    *request.method_mut() = text.method.clone();
    *request.uri_mut() = text.uri.clone();
    *request.headers_mut() = text.headers.clone();
    if !CREDENTIALS.iter().any(|name| text.headers.contains_key(*name)) {
        request.headers_mut().insert("token", HeaderValue::from_static("unseen"));
    }
    request
}

fn moved<E: Endpoint>(noted: &Noted, request: &RequestText<'_>, text: &[u8]) -> Noted {
    let mut noted = noted.clone();
    let length = request.body.len();
    noted.place = match noted.note {
        Note::BodyUnexpected => Span { start: text.len() - length, length }.place(""),
        _ => place(&noted.place, in_headers::<E>(), request),
    };
    noted
}

fn fault<E: Endpoint>(rejection: &Rejection, request: &RequestText<'_>) -> Fault {
    let mut fault = Fault::from(rejection);
    let found = rejection.place();
    let place = match rejection {
        Rejection::WrongEndpoint | Rejection::InvalidPath => {
            fault.message = format!("{}; it is {} {}", fault.message, E::METHOD, E::PATH);
            let method = Span { start: 0, length: request.method.as_str().len() };
            let path = Span { length: request.uri.path().len(), ..request.target };
            if request.method == E::METHOD { path.place("") } else { method.place("") }
        }
        Rejection::Credentials(_) => place(&found, true, request),
        _ => place(&found, in_headers::<E>(), request),
    };
    Fault::at(fault.code, place, fault.message)
}

fn in_headers<E: Endpoint>() -> bool {
    matches!(E::INPUT, Input::Headers(_))
}

/// Where in the text a member is: the value of its header, or what the target has at its place.
fn place(found: &Place, in_headers: bool, request: &RequestText<'_>) -> Place {
    let mut place = found.clone();
    if !in_headers {
        place.offset += request.target.start;
        return place;
    }
    let name = found.pointer.trim_start_matches('/');
    let named = |(header, _): &&(HeaderName, Span)| name.eq_ignore_ascii_case(header.as_str());
    match request.values.iter().find(named) {
        Some((_, value)) => value.place(found.pointer.clone()),
        None => place,
    }
}
