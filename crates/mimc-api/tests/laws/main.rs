//! What holds for every endpoint and any value.
#![allow(clippy::panic, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

use http::{Request, Response};
use mimc_api::{Endpoint, endpoints, server};
use mimc_testkit::api::law::{
    AnswersArrive, BadAccountsAreRefused, BodiesAreForgiving, PathsAreForgiving, RequestsArrive,
    a_request_is_refused_or_comes_back, an_answer_is_refused_or_comes_back,
};
use mimc_testkit::api::{Law, Tape, choices, for_each, make, tape};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use support::broken::broken;

/// Counts how often an endpoint got a legal request, so that no law is empty.
struct Reach<'c>(&'c mut std::collections::BTreeMap<&'static str, usize>);

impl Law for Reach<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        *self.0.entry(E::NAME).or_default() += usize::from(make::<E>(tape).is_some());
    }
}

#[test]
fn every_endpoint_is_reached() {
    let mut reached = std::collections::BTreeMap::new();
    for seed in 0..100_u32 {
        for_each(&choices(seed), Reach(&mut reached));
    }
    assert_eq!(reached.len(), endpoints::all().len());
    for (name, count) in reached {
        assert!(count >= 40, "{name}: only {count} of 100 tapes make a request");
    }
}

/// Whatever bytes come, each side gives a value that comes back or an error, and errors have places within the
/// bytes.
struct NothingPanics<'b>(&'b [u8]);

impl Law for NothingPanics<'_> {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        an_answer_is_refused_or_comes_back::<E>(&Response::new(self.0.to_vec()));
        if let Err(error) = server::body::<E>(self.0) {
            assert!(error.place().offset <= self.0.len(), "{}: {error:?}", E::NAME);
        }
        let Some(made) = make::<E>(tape) else { return };
        let (parts, _) = made.request.into_parts();
        let request = Request::from_parts(parts, self.0.to_vec());
        a_request_is_refused_or_comes_back::<E>(&request);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_the_client_writes_the_server_reads(choices in tape()) {
        for_each(&choices, RequestsArrive);
    }

    #[test]
    fn paths_are_forgiving(choices in tape()) {
        for_each(&choices, PathsAreForgiving);
    }

    #[test]
    fn bodies_are_forgiving(choices in tape()) {
        for_each(&choices, BodiesAreForgiving);
    }

    #[test]
    fn bad_accounts_are_refused(choices in tape()) {
        for_each(&choices, BadAccountsAreRefused);
    }

    #[test]
    fn what_the_server_answers_the_client_reads(choices in tape()) {
        for_each(&choices, AnswersArrive);
    }

    #[test]
    fn nothing_panics(bytes in broken(), choices in tape()) {
        for_each(&choices, NothingPanics(&bytes));
        let _ = mimc_api::callback::read(&bytes);
    }
}
