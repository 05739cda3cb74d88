//! Requests, as a server reads them.

use http::{Method, Request};
use mimc_api::{Endpoint, endpoints};
use mimc_testkit::api::law::{
    BadAccountsAreRefused, BodiesAreForgiving, PathsAreForgiving, RequestsArrive,
    a_request_is_refused_or_comes_back,
};
use mimc_testkit::api::{Law, Tape, for_nth, make};

use super::edits::edited;
use super::tape_and_edits;
use crate::RAW;
use crate::bytes::first;

/// Below this, the first byte is the number of an endpoint; a method begins with a letter.
const LETTERS: usize = 64;

/// Either a request as text (`POST /path`, headers, an empty line, the body), or: an endpoint, how long a tape of
/// choices is or that the rest is the body, the tape, and edits of the body of the request that it makes.
///
/// * What the client writes, the server reads as the same, without a deviation, also with a slash more, two slashes in
///   front, ids as numbers, null for missing members, another order, unknown members, a byte order mark.
/// * An account that would change its meaning is refused by both sides.
/// * Whatever comes, the server refuses it with a place in it, or reads what the client writes again and the server
///   reads as the same. `strict` refuses it if and only if a deviation was told.
pub fn requests(data: &[u8]) {
    let (nth, rest) = first(data);
    if nth >= LETTERS {
        return as_text(data);
    }
    let (mode, rest) = first(rest);
    if mode >= RAW {
        return for_nth(nth, &[], Edited { body: Some(rest), edits: &[] });
    }
    let (choices, edits) = tape_and_edits(mode, rest);
    for_nth(nth, &choices, RequestsArrive);
    for_nth(nth, &choices, PathsAreForgiving);
    for_nth(nth, &choices, BodiesAreForgiving);
    for_nth(nth, &choices, BadAccountsAreRefused);
    for_nth(nth, &choices, Edited { body: None, edits });
}

/// A request that is made, with another body or an edited one.
struct Edited<'b> {
    body: Option<&'b [u8]>,
    edits: &'b [u8],
}

impl Law for Edited<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let (parts, body) = made.request.into_parts();
        let body = edited(self.body.map_or(body, <[u8]>::to_vec), self.edits);
        a_request_is_refused_or_comes_back::<E>(&Request::from_parts(parts, body));
    }
}

/// A request as it is.
struct AsItIs(Request<Vec<u8>>);

impl endpoints::Visitor for AsItIs {
    fn visit<E: Endpoint>(&mut self) {
        a_request_is_refused_or_comes_back::<E>(&self.0);
    }
}

fn as_text(data: &[u8]) {
    let Some(request) = parse(data) else { return };
    let found = endpoints::find(request.method(), request.uri().path());
    let name = found.map_or("get-topic", |facts| facts.name);
    endpoints::visit_named(name, &mut AsItIs(request));
}

/// Reads a request that is written as HTTP/1 has it, but for the version; lines end in LF.
fn parse(data: &[u8]) -> Option<Request<Vec<u8>>> {
    let end = data.windows(2).position(|window| window == b"\n\n")?;
    let head = std::str::from_utf8(&data[..end]).ok()?;
    let mut lines = head.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let method = Method::from_bytes(method.as_bytes()).ok()?;
    let mut request = Request::builder().method(method).uri(target);
    for line in lines {
        let (name, value) = line.split_once(": ")?;
        request = request.header(name, value);
    }
    request.body(data[end + 2..].to_vec()).ok()
}
