//! Everything that is wrong with a document of the API or odd about it, and with the messages inside.
//!
//! The readers stay the only judges: what is told first is what they say, and there is an error exactly when they
//! refuse the document. What is wrong with a message inside is a warning, with its place in the document through
//! the JSON string and the base64.

use mimc_msg::{Codec, Diagnosis, Inside, Limits, Remark, Remarks, Severity};

use crate::answer::ReplyError;
use crate::callback;
use crate::client;
use crate::endpoint::Endpoint;
use crate::json::Malformed;
use crate::note::{Noted, Notes};
use crate::payload::forms;
use crate::server::{self, Rejection};

/// Where answers have messages: pages of history, lists of contacts, one contact.
const MESSAGES: [&str; 3] =
    ["/data/messages/*/payload", "/data/*/lastMessage/payload", "/data/lastMessage/payload"];

/// How a document is diagnosed.
///
/// ```
/// use mimc_api::diagnose::Options;
/// use mimc_api::history::QueryP2pHistory;
///
/// // `row` should be a number, `sequence` is missing, and the message has a bad id and is not at its end.
/// let body = br#"{"code":200,"data":{"appId":1,"messages":[
///   {"ts":"1","fromAccount":"a","payload":"eyJ2ZXJzaW9uIjowLCJtc2dJZCI6e30sIm1zZ1R5cGUiOiJURVhUIn0="}],"row":[]}}"#;
/// let diagnosis = Options::new().answer::<QueryP2pHistory>(body);
/// let found: Vec<_> = diagnosis
///     .findings()
///     .iter()
///     .map(|it| (it.severity.name(), it.code(), diagnosis.path(it).join(" ")))
///     .collect();
/// assert!(found.contains(&("error", "missing-member", "/data/messages/0/sequence".to_owned())), "{found:?}");
/// assert!(found.contains(&("warning", "wrong-type", "/data/messages/0/payload /msgId".to_owned())), "{found:?}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Options {
    strict: bool,
    limits: Limits,
    most: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// Leniently, within the default limits, 100 findings at most.
    #[must_use]
    pub const fn new() -> Self {
        Self { strict: false, limits: Limits::new(), most: 100 }
    }

    /// Deviations of the document are errors.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// How large and deep a document may be.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How many findings are kept.
    #[must_use]
    pub const fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Diagnoses the body of an answer, as [`client::reply`] reads it with HTTP status 200.
    ///
    /// An answer that refuses is an answer too.
    #[must_use]
    pub fn answer<E: Endpoint>(&self, body: &[u8]) -> Diagnosis {
        let read = |body: &[u8]| match client::reply_within::<E>(
            &http::Response::new(body),
            self.limits,
        ) {
            Ok(answer) => Ok(self.remarks(&answer.notes)),
            Err(ReplyError::Api(error)) => Ok(self.remarks(&error.notes)),
            Err(ReplyError::NotAnAnswer { source, .. } | ReplyError::Data { source, .. }) => {
                Err(of_malformed(&source))
            }
            Err(ReplyError::Deviation(noted)) => Err(self.remark(&noted)),
        };
        // Line breaks are told by the notes, where they should not be.
        let codec = Codec::new().base64(forms()).limits(self.limits);
        let inside = MESSAGES.map(|path| Inside::new(path, codec));
        self.diagnose(body, read, &inside)
    }

    /// Diagnoses the body of a request by itself, as [`server::body`] reads it.
    #[must_use]
    pub fn request_body<E: Endpoint>(&self, body: &[u8]) -> Diagnosis {
        let read = |body: &[u8]| match server::body_within::<E>(body, self.limits) {
            Ok((_, notes)) => Ok(self.remarks(&notes)),
            Err(rejection) => Err(of_rejection(&rejection)),
        };
        self.diagnose(body, read, &[])
    }

    /// Diagnoses the body of a callback, as [`callback::read`] reads it.
    #[must_use]
    pub fn callback(&self, body: &[u8]) -> Diagnosis {
        let read = |body: &[u8]| match callback::read_within(body, self.limits) {
            Ok(callback) => Ok(self.remarks(callback.notes())),
            Err(malformed) => Err(of_malformed(&malformed)),
        };
        let codec = Codec::new().base64(forms()).limits(self.limits);
        self.diagnose(body, read, &[Inside::new("/payload", codec)])
    }

    fn diagnose(
        &self,
        body: &[u8],
        read: impl Fn(&[u8]) -> Remarks,
        inside: &[Inside<'_>],
    ) -> Diagnosis {
        Diagnosis::of_document(body, self.limits, self.most, read, inside)
    }

    fn remarks(&self, notes: &Notes) -> Vec<Remark> {
        notes.iter().map(|noted| self.remark(noted)).collect()
    }

    fn remark(&self, noted: &Noted) -> Remark {
        let severity = match noted.note.is_deviation() {
            true if self.strict => Severity::Error,
            true => Severity::Warning,
            false => Severity::Note,
        };
        Remark::new(noted.note.code(), noted.note.describe(), severity, noted.place.clone())
    }
}

fn of_malformed(malformed: &Malformed) -> Remark {
    let place = malformed.place().clone();
    Remark::new(malformed.code(), malformed.reason(), Severity::Error, place)
}

fn of_rejection(rejection: &Rejection) -> Remark {
    Remark::new(rejection.code(), rejection.reason(), Severity::Error, rejection.place())
}
