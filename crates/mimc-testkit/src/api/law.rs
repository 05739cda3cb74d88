//! Laws about every endpoint: what all of them start from.

mod answers;
mod history;
mod refusals;
mod requests;

use http::Request;
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Check, Credentials, Endpoint, Note, client, server};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::tape::Tape;

pub use answers::AnswersArrive;
pub use history::a_page_is_read_as_any_answer;
pub use refusals::{
    a_request_is_refused_or_comes_back, a_target_is_of_one_endpoint,
    an_answer_is_refused_or_comes_back,
};
pub use requests::{BadAccountsAreRefused, BodiesAreForgiving, PathsAreForgiving, RequestsArrive};

/// Choices for one value of every endpoint.
pub fn tape() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 0..120)
}

/// The same choices for the same seed.
pub fn choices(seed: u32) -> Vec<u32> {
    let choices = (0..120).scan(seed, |state, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(*state >> 8)
    });
    choices.collect()
}

/// Does something with every endpoint and a tape.
struct ForEach<'t, F> {
    choices: &'t [u32],
    law: F,
}

/// A law about any endpoint.
pub trait Law {
    /// Panics where the law does not hold for what the tape makes.
    fn holds<E: Endpoint>(&mut self, tape: Tape);
}

impl<F: Law> Visitor for ForEach<'_, F> {
    fn visit<E: Endpoint>(&mut self) {
        self.law.holds::<E>(Tape::new(self.choices.to_vec()));
    }
}

/// Holds a law against every endpoint, each with a tape of the same choices.
pub fn for_each(choices: &[u32], law: impl Law) {
    endpoints::visit_all(&mut ForEach { choices, law });
}

/// Holds a law against one endpoint: the nth, counted around.
pub fn for_nth(nth: usize, choices: &[u32], law: impl Law) {
    let all = endpoints::all();
    endpoints::visit_named(all[nth % all.len()].name, &mut ForEach { choices, law });
}

/// A request of an endpoint, with what a server should make of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Made<E: Endpoint> {
    /// The ids of its path.
    pub ids: E::Ids,
    /// What was asked.
    pub input: E,
    /// What a server sees of the credentials.
    pub seen: Credentials,
    /// The request as the client wrote it.
    pub request: Request<Vec<u8>>,
}

/// Makes a request; None where the values made no legal one.
pub fn make<E: Endpoint>(mut tape: Tape) -> Option<Made<E>> {
    let (sent, seen) = tape.credentials::<E>();
    let ids = tape.ids::<E>();
    let input: E = tape.value();
    if input.check(&mut Check::default()).is_err() || input.check_ids(&ids).is_err() {
        return None;
    }
    let request = client::request(&Base::mimc(), &sent, &ids, &input).expect(E::NAME);
    Some(Made { ids, input, seen, request })
}

impl<E: Endpoint> Made<E> {
    /// Sees that a server reads this request as what was sent, and gives the notes.
    pub fn assert_read(&self, request: &Request<Vec<u8>>, what: &str) -> Vec<Note> {
        let incoming = server::request::<E>(request)
            .unwrap_or_else(|error| panic!("{}: {what}: {error}: {request:?}", E::NAME));
        assert_eq!(incoming.ids, self.ids, "{}: {what}", E::NAME);
        assert_eq!(incoming.input, self.input, "{}: {what}", E::NAME);
        assert_eq!(incoming.credentials, self.seen, "{}: {what}", E::NAME);
        incoming.notes.iter().map(|noted| noted.note).collect()
    }

    /// The request with another body.
    pub fn with_body(&self, body: &Value) -> Request<Vec<u8>> {
        let (parts, _) = self.request.clone().into_parts();
        Request::from_parts(parts, body.to_string().into_bytes())
    }

    /// The members of its body.
    pub fn body(&self) -> Map<String, Value> {
        let body: Value = serde_json::from_slice(self.request.body()).expect("JSON");
        body.as_object().expect("an object").clone()
    }
}
