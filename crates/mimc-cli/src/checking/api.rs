//! Checking a document of the HTTP API: its error, or else what is odd about it.

use mimc_api::endpoints::{self, Visitor};
use mimc_api::{
    Endpoint, Input, Noted, Notes, Payload, ReplyError, account, callback, client, server,
};
use mimc_msg::Place;

use super::{Finding, Name, request};
use crate::fault::Fault;
use crate::input::IN_A_LINE;

/// What is odd about a document that could be read, else why it could not.
pub(super) type Read = Result<Vec<Noted>, Fault>;

/// With `strict`, what deviates from what the documents say and the real peer writes is an error.
pub(super) fn check(name: Name, text: &[u8], strict: bool) -> Vec<Finding> {
    let finding = |noted: Noted| {
        let refused = strict && noted.note.is_deviation();
        let fault = Fault::from(noted);
        if refused { Finding::error(fault) } else { Finding::warning(fault) }
    };
    match read(name, text) {
        Ok(notes) => notes.into_iter().map(finding).collect(),
        Err(fault) => vec![Finding::error(fault)],
    }
}

fn read(name: Name, text: &[u8]) -> Read {
    match name {
        Name::Callback => match callback::read_within(text, IN_A_LINE) {
            Ok(callback) => Ok(listed(callback.notes())),
            Err(malformed) => Err(Fault::from(&malformed)),
        },
        Name::Account => match account::check(utf8(text)?) {
            Ok(notes) => Ok(listed(&notes)),
            Err(invalid) => Err(Fault::of_line("invalid-value", invalid.why)),
        },
        Name::ContactPayload => match Payload::from_base64(utf8(text)?).check_lines() {
            Ok((_, notes)) => Ok(listed(&notes)),
            Err(error) => Err(Fault::at("invalid-base64", Place::new("", error.offset), error.why)),
        },
        Name::Request(endpoint) => read_as(endpoint, Document { text, answer: false }),
        Name::Response(endpoint) => read_as(endpoint, Document { text, answer: true }),
        Name::Message => Ok(Vec::new()),
    }
}

fn utf8(text: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(text).map_err(|error| {
        let place = Place::new("", error.valid_up_to());
        Fault::at("invalid-utf8", place, "the text is not UTF-8")
    })
}

fn listed(notes: &Notes) -> Vec<Noted> {
    notes.iter().cloned().collect()
}

/// A request or an answer of an endpoint.
struct Document<'t> {
    text: &'t [u8],
    answer: bool,
}

/// Reads a document as that of the endpoint of this name.
fn read_as(endpoint: &str, document: Document<'_>) -> Read {
    struct Reading<'t> {
        document: Document<'t>,
        read: Read,
    }

    impl Visitor for Reading<'_> {
        fn visit<E: Endpoint>(&mut self) {
            self.read = match self.document {
                Document { text, answer: true } => read_answer::<E>(text),
                Document { text, answer: false } => read_request::<E>(text),
            };
        }
    }

    let mut reading = Reading { document, read: Ok(Vec::new()) };
    endpoints::visit_named(endpoint, &mut reading);
    reading.read
}

/// An answer that refuses is an answer too.
fn read_answer<E: Endpoint>(text: &[u8]) -> Read {
    match client::reply_within::<E>(&http::Response::new(text), IN_A_LINE) {
        Ok(answer) => Ok(listed(&answer.notes)),
        Err(ReplyError::Api(error)) => Ok(listed(&error.notes)),
        Err(ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. }) => {
            Err(Fault::from(&source))
        }
        Err(error) => Err(Fault::of_line(error.code(), error.to_string())),
    }
}

fn read_request<E: Endpoint>(text: &[u8]) -> Read {
    if E::INPUT != Input::Body {
        return request::read::<E>(text);
    }
    match server::body_within::<E>(text, IN_A_LINE) {
        Ok((_, notes)) => Ok(listed(&notes)),
        Err(rejection) => Err(Fault::from(&rejection)),
    }
}
