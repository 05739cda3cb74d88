//! The examples of the documents are what the readers take, and are written again as they stand.

use mimc_api::Endpoint;
use mimc_api::endpoints::{self, Visitor};
use mimc_testkit::api::{Tape, make};
use serde_json::Value;

use super::api::{
    COUNT, Taken, agree, edit_with, runner, take_answer, take_callback, take_request,
};
use mimc_testkit::schema::edits;

fn examples(name: &str) -> Vec<Value> {
    let documents = mimc_schema::documents();
    let document = documents.iter().find(|document| document.name == name).expect(name);
    document.schema["examples"].as_array().expect(name).clone()
}

#[track_caller]
fn assert_taken(name: &str, take: impl Fn(&Value) -> Taken) {
    for example in examples(name) {
        match take(&example) {
            Taken::Read { written, .. } => assert_eq!(written, example, "{name}"),
            Taken::Refused(why) => panic!("{name}: {why}: {example}"),
            Taken::Impossible => panic!("{name} cannot be sent: {example}"),
        }
    }
}

#[test]
fn examples_of_requests_and_answers_are_taken() {
    struct Examples;

    impl Visitor for Examples {
        fn visit<E: Endpoint>(&mut self) {
            let tape = |step: u32| Tape::new((1..100).map(|at| at * step % 7919).collect());
            let made = (1..1000).find_map(|step| make::<E>(tape(step)));
            let request = made.expect(E::NAME).request;
            if E::INPUT != mimc_api::Input::Nowhere {
                assert_taken(&format!("{}-request.strict", E::NAME), |example| {
                    take_request::<E>(&request, example)
                });
            }
            assert_taken(&format!("{}-response.strict", E::NAME), take_answer::<E>);
        }
    }

    endpoints::visit_all(&mut Examples);
}

#[test]
fn examples_of_callbacks_are_taken_and_are_of_one_sort() {
    assert_taken("callback.strict", take_callback);
    for example in examples("callback.strict") {
        let has = |name: &str| example.get(name).is_some();
        assert!(
            has("toAccount") != has("toAccounts") && has("toAccounts") == has("topicId"),
            "{example}"
        );
    }
}

/// Values off the tape have one form alone where a type reads several: of the later contact list it makes the earlier.
#[test]
fn changed_examples_of_answers_agree() {
    struct Changed;

    impl Visitor for Changed {
        fn visit<E: Endpoint>(&mut self) {
            let name = format!("{}-response", E::NAME);
            let [example] = &examples(&name)[..] else {
                panic!("{name} has another number of examples")
            };
            let law = |edits: Vec<[u32; 5]>| {
                let document = edit_with(&name, example.clone(), &edits);
                agree(&name, &document, &take_answer::<E>(&document))
            };
            runner(COUNT).run(&edits(), law).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    endpoints::visit_all(&mut Changed);
}
