//! A member that stands twice is refused, in every object of every body: readers disagree about which counts.
#![allow(clippy::panic, clippy::format_collect, reason = "tests")]

use http::{Request, Response};
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Endpoint, Input, callback, client, server};
use mimc_testkit::api::Tape;

/// Copies of a JSON text, in each of which another object has one of its members twice: the name of the second
/// is escaped.
fn doubled(json: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(json).expect("UTF-8");
    let objects = text.match_indices("{\"").map(|(at, _)| at + 1);
    let copies = objects.map(|at| {
        let name = text[at + 1..].split('"').next().expect("a name");
        let escaped: String = name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        format!("{}\"{escaped}\":null,{}", &text[..at], &text[at..])
    });
    copies.collect()
}

struct Refused {
    copies: usize,
}

impl Visitor for Refused {
    fn visit<E: Endpoint>(&mut self) {
        for choices in [vec![0; 120], vec![1; 120]] {
            let mut tape = Tape::new(choices);
            let (credentials, _) = tape.credentials::<E>();
            let ids = tape.ids::<E>();
            let input: E = tape.value();
            let data: E::Reply = tape.value();
            if let (Input::Body, Ok(request)) =
                (E::INPUT, client::request(&Base::mimc(), &credentials, &ids, &input))
            {
                let (parts, body) = request.into_parts();
                for copy in doubled(&body) {
                    self.copies += 1;
                    let request = Request::from_parts(parts.clone(), copy.clone());
                    let rejection = server::request::<E>(&request).expect_err(&copy);
                    assert_eq!(rejection.code(), "duplicate-member", "{copy}");
                }
            }
            for copy in doubled(server::reply::<E>(&data).body()) {
                self.copies += 1;
                let error = client::reply::<E>(&Response::new(&copy)).expect_err(&copy);
                assert_eq!(error.code(), "duplicate-member", "{copy}");
            }
        }
    }
}

#[test]
fn no_body_has_a_member_twice() {
    let mut refused = Refused { copies: 0 };
    endpoints::visit_all(&mut refused);
    assert!(refused.copies > 300, "only {}", refused.copies);
    for copy in doubled(br#"{"msgType":"A","payload":"","offlineAccounts":[{"toAccount":"a"}]}"#) {
        assert_eq!(callback::read(copy.as_bytes()).expect_err(&copy).code(), "duplicate-member");
    }
}
