//! Answers, as a client reads them.

use http::Response;
use mimc_api::{Endpoint, server};
use mimc_testkit::api::law::{AnswersArrive, an_answer_is_refused_or_comes_back};
use mimc_testkit::api::{Law, Tape, for_nth};

use super::edits::edited;
use super::tape_and_edits;
use crate::RAW;
use crate::bytes::first;

/// An endpoint, then how long a tape of choices is, the tape, and edits of the answer that it makes; or an HTTP status
/// (128 for 200, above for others) and the body.
///
/// * What the server answers, the client reads as the same, without a deviation of form, also in another order, with
///   unknown members, and with `code` as text.
/// * Whatever comes, the client refuses it with a place in it, or reads what the server writes again and the client
///   reads as the same. An error stays the same error. `strict` refuses it if and only if a deviation was told.
pub fn answers(data: &[u8]) {
    let (nth, rest) = first(data);
    let (mode, rest) = first(rest);
    if mode >= RAW {
        return for_nth(nth, &[], AsItIs { status: status(mode), body: rest });
    }
    let (choices, edits) = tape_and_edits(mode, rest);
    for_nth(nth, &choices, AnswersArrive);
    for_nth(nth, &choices, Edited(edits));
}

fn status(mode: usize) -> u16 {
    [200, 201, 204, 302, 400, 401, 403, 404, 500, 502][(mode - RAW) % 10]
}

/// An answer that is made and edited.
struct Edited<'b>(&'b [u8]);

impl Law for Edited<'_> {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let (parts, body) = server::reply::<E>(&tape.value()).into_parts();
        let response = Response::from_parts(parts, edited(body, self.0));
        an_answer_is_refused_or_comes_back::<E>(&response);
    }
}

/// A body as it is.
struct AsItIs<'b> {
    status: u16,
    body: &'b [u8],
}

impl Law for AsItIs<'_> {
    fn holds<E: Endpoint>(&mut self, _: Tape) {
        let mut response = Response::new(self.body.to_vec());
        *response.status_mut() = self.status.try_into().expect("a status");
        an_answer_is_refused_or_comes_back::<E>(&response);
    }
}
