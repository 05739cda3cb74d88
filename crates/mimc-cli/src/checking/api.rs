//! Checking a document of the HTTP API: its error, or else what is odd about it.

use mimc_api::diagnose::Options;
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Endpoint, Input, Noted, Payload, account};
use mimc_msg::{Diagnosis, Place};

use super::{Name, request};
use crate::fault::Fault;
use crate::input::IN_A_LINE;
use crate::report::Checked;

/// What is odd about a document that could be read, else why it could not.
pub(super) type Read = Result<Vec<Noted>, Fault>;

/// With `strict`, what deviates from what the documents say and the real peer writes is an error.
pub(super) fn check(name: Name, text: &[u8], strict: bool, most: usize) -> Checked {
    let diagnose = Diagnose { text, options: options(strict, most), answer: false };
    match name {
        Name::Callback => shown(&diagnose.options.callback(text)),
        Name::Request(endpoint) => of_endpoint(endpoint, diagnose, strict),
        Name::Response(endpoint) => {
            of_endpoint(endpoint, Diagnose { answer: true, ..diagnose }, strict)
        }
        _ => listed(read(name, text), strict),
    }
}

fn options(strict: bool, most: usize) -> Options {
    let options = Options::new().limits(IN_A_LINE).most(most);
    if strict { options.strict() } else { options }
}

fn shown(diagnosis: &Diagnosis) -> Checked {
    Checked::diagnosis(diagnosis, |span| span, false)
}

fn listed(read: Read, strict: bool) -> Checked {
    match read {
        Ok(notes) => Checked::notes(notes, strict),
        Err(fault) => Checked::error(fault),
    }
}

/// What is no document of JSON.
fn read(name: Name, text: &[u8]) -> Read {
    match name {
        Name::Account => match account::check(utf8(text)?) {
            Ok(notes) => Ok(notes.into_iter().collect()),
            Err(invalid) => Err(Fault::of_line("invalid-value", invalid.why)),
        },
        Name::ContactPayload => match Payload::from_base64(utf8(text)?).check_lines() {
            Ok((_, notes)) => Ok(notes.into_iter().collect()),
            Err(error) => Err(Fault::at("invalid-base64", Place::new("", error.offset), error.why)),
        },
        _ => Ok(Vec::new()),
    }
}

fn utf8(text: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(text).map_err(|error| {
        let place = Place::new("", error.valid_up_to());
        Fault::at("invalid-utf8", place, "the text is not UTF-8")
    })
}

/// A request or an answer of an endpoint.
struct Diagnose<'t> {
    text: &'t [u8],
    options: Options,
    answer: bool,
}

/// Diagnoses a document as that of the endpoint of this name.
fn of_endpoint(endpoint: &str, diagnose: Diagnose<'_>, strict: bool) -> Checked {
    struct Visit<'t>(Diagnose<'t>, bool, Checked);

    impl Visitor for Visit<'_> {
        fn visit<E: Endpoint>(&mut self) {
            let Diagnose { text, options, answer } = &self.0;
            self.2 = match (answer, E::INPUT) {
                (true, _) => shown(&options.answer::<E>(text)),
                (false, Input::Body) => shown(&options.request_body::<E>(text)),
                (false, _) => listed(request::read::<E>(text), self.1),
            };
        }
    }

    let mut visit = Visit(diagnose, strict, Checked::default());
    endpoints::visit_named(endpoint, &mut visit);
    visit.2
}
