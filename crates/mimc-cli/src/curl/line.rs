//! A request as a line that a shell runs.

use http::{Method, Request};
use mimc_api::{Endpoint, Input};

use super::holes::Holes;
use super::shell;
use crate::json;

/// Headers as the manual spells them: HTTP does not mind, people do.
const SPELLED: &[&str] =
    &["token", "appId", "appKey", "appSecret", "appAccount", "appAccountEncode"];

/// The line that sends the request, with variables in the place of their placeholders.
pub(super) fn of<E: Endpoint>(request: &Request<Vec<u8>>, holes: &Holes) -> String {
    let word = |text: &str| shell::word(text, holes.list());
    let (url, body) = (request.uri().to_string(), body(request.body()));
    let mut words = vec!["curl".to_owned()];
    if *request.method() != Method::GET || !body.is_empty() {
        words.extend(["-X".to_owned(), request.method().to_string()]);
    }
    if url.contains(['[', ']', '{', '}']) {
        words.push("--globoff".to_owned());
    }
    words.push(word(&url));
    for (name, value) in request.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        let header = format!("{}: {value}", spelled::<E>(name.as_str()));
        words.extend(["-H".to_owned(), word(&header)]);
    }
    if !body.is_empty() {
        // Not `-d`, to which a leading `@` names a file.
        words.extend(["--data-raw".to_owned(), word(&body)]);
    }
    words.join(" ")
}

fn spelled<E: Endpoint>(name: &str) -> &str {
    let of_input = match E::INPUT {
        Input::Headers(names) => names,
        _ => &[],
    };
    let known = E::HEADERS.iter().map(|(name, _)| name).chain(SPELLED).chain(of_input);
    known.copied().find(|known| known.eq_ignore_ascii_case(name)).unwrap_or(name)
}

/// The body as the same JSON, with what could steer a terminal escaped.
fn body(body: &[u8]) -> String {
    let mut escaped = Vec::with_capacity(body.len());
    json::raw(&mut escaped, &String::from_utf8_lossy(body));
    String::from_utf8_lossy(&escaped).into_owned()
}
