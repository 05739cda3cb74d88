//! Paths and queries.

use http::{Method, Uri};
use mimc_api::{Base, Endpoint, Input, client, endpoints, server};
use mimc_testkit::api::law::a_target_is_of_one_endpoint;
use mimc_testkit::api::{Tape, members_of};
use serde_json::json;

use crate::bytes::head;

/// `METHOD /path?query` in the first line, and a text that may be a value in a query.
///
/// * `find` finds an endpoint if and only if `server::target` of that endpoint takes the path, and of no other.
/// * A refusal has a place in the target.
/// * A text that an endpoint takes in its query, it reads as the same after the client has percent-encoded it.
pub fn targets(data: &[u8]) {
    let (line, rest) = head(data);
    if let Some((method, target)) = line.split_once(' ') {
        let method = Method::from_bytes(method.as_bytes());
        if let (Ok(method), Ok(uri)) = (method, target.parse::<Uri>()) {
            endpoints::visit_all(&mut Target { method, uri });
        }
    }
    if let Ok(text) = std::str::from_utf8(rest) {
        endpoints::visit_all(&mut Value(text));
    }
}

struct Target {
    method: Method,
    uri: Uri,
}

impl endpoints::Visitor for Target {
    fn visit<E: Endpoint>(&mut self) {
        a_target_is_of_one_endpoint::<E>(&self.method, &self.uri);
    }
}

/// A value of each member in turn, where the input is a query.
struct Value<'t>(&'t str);

impl endpoints::Visitor for Value<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if E::INPUT != Input::Query {
            return;
        }
        for member in members_of::<E>() {
            let text = json!({ *member: self.0 }).to_string();
            let Ok((input, _)) = server::input::<E>(text.as_bytes()) else { continue };
            let mut tape = Tape::new(Vec::new());
            let (credentials, _) = tape.credentials::<E>();
            let ids = tape.ids::<E>();
            let request = client::request(&Base::mimc(), &credentials, &ids, &input);
            let request = request.unwrap_or_else(|error| panic!("{}: {error}", E::NAME));
            let incoming = server::request::<E>(&request).expect("the client has written it");
            assert_eq!(incoming.input, input, "{}: {}", E::NAME, request.uri());
        }
    }
}
