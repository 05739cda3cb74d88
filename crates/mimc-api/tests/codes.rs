//! `docs/api-codes.md`: the notes on requests, answers and callbacks, how an endpoint is asked and how well it is known.

use std::collections::HashSet;

use mimc_api::endpoints::{Visitor, visit_all};
use mimc_api::{Endpoint, Note};
use mimc_testkit::tables::{hold, quoted, table};

struct Rows(Vec<Vec<String>>);

impl Visitor for Rows {
    fn visit<E: Endpoint>(&mut self) {
        let known = match E::KNOWN.mark() {
            "C" => "captured",
            "S" => "source",
            "D" => "document",
            other => other,
        };
        let (asked, by) = (format!("{} {}", E::METHOD, E::PATH), E::AUTH.name());
        self.0.push(vec![quoted(E::NAME), quoted(&asked), quoted(by), known.to_owned()]);
    }
}

fn document() -> String {
    let mut text = String::from(
        "# Names of the HTTP API and what they mean\n\n\
         Written by the crate, held by `crates/mimc-api/tests/codes.rs`. The codes are stable.\n",
    );
    table(
        &mut text,
        "Notes: what is odd about a request, an answer or a callback",
        &["code", "strict", "meaning"],
        Note::ALL.iter().map(|note| {
            let strict = if note.is_deviation() { "refuses" } else { "tells" };
            vec![quoted(note.code()), strict.to_owned(), note.describe().to_owned()]
        }),
    );
    let mut rows = Rows(Vec::new());
    visit_all(&mut rows);
    text += "\n";
    table(
        &mut text,
        "Endpoints: by whose credentials, and how well it is known",
        &["name", "request", "credentials", "known from"],
        rows.0.into_iter(),
    );
    text
}

#[test]
fn the_names_are_those_of_the_document() {
    hold("api-codes.md", &document());
}

#[test]
fn no_code_stands_twice() {
    let codes: HashSet<_> = Note::ALL.iter().map(|note| note.code()).collect();
    assert_eq!(codes.len(), Note::ALL.len());
    for note in Note::ALL {
        assert_eq!(note.to_string(), note.code());
    }
}
