//! The JSON form of a decoded message, one object a line: written by `decode --json`, read by `encode`.

mod read;
mod write;

pub(crate) use read::Meant;
pub(crate) use write::{write_fault, write_message, write_said};

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A record; members that do not apply are absent. What other programs add to it is ignored.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a record of `decode --json`")]
pub(crate) struct Record<'r> {
    pub(crate) line: Option<u64>,
    pub(crate) ok: bool,
    #[serde(borrow)]
    pub(crate) error: Option<Error<'r>>,
    /// `raw` or `object`, of a text that is no envelope.
    #[serde(borrow)]
    pub(crate) foreign: Option<Cow<'r, str>>,
    /// The type that travelled beside a text that is no envelope.
    #[serde(borrow)]
    pub(crate) biz_type: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) dialect: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) ambiguous: Option<Vec<Cow<'r, str>>>,
    #[serde(borrow)]
    pub(crate) kind: Option<Cow<'r, str>>,
    /// A code that names no kind, as the integer that it is.
    pub(crate) kind_code: Option<Box<RawValue>>,
    pub(crate) version: Option<u32>,
    #[serde(borrow)]
    pub(crate) msg_id: Option<Cow<'r, str>>,
    pub(crate) timestamp: Option<u64>,
    #[serde(borrow)]
    pub(crate) body: Option<BodyRecord<'r>>,
    pub(crate) payload_extra: Option<Box<RawValue>>,
    #[serde(borrow)]
    pub(crate) deviations: Option<Vec<Cow<'r, str>>>,
    #[serde(borrow)]
    pub(crate) notes: Option<Vec<Cow<'r, str>>>,
    pub(crate) extra: Option<Box<RawValue>>,
}

/// What the message says: the members that stand there say what sort of body it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "the body of a record, an object")]
pub(crate) struct BodyRecord<'r> {
    #[serde(borrow)]
    pub(crate) account: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) text: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) url: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) medium: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) target: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) requester: Option<Cow<'r, str>>,
    #[serde(borrow)]
    pub(crate) responder: Option<Cow<'r, str>>,
    pub(crate) accepted: Option<bool>,
    /// JSON text, kept as it came.
    #[serde(borrow)]
    pub(crate) raw: Option<Cow<'r, str>>,
    /// Bytes that are not UTF-8.
    #[serde(borrow)]
    pub(crate) base64: Option<Cow<'r, str>>,
}

/// Why a line is no message.
#[derive(Debug, Deserialize)]
#[serde(expecting = "the error of a record, an object")]
pub(crate) struct Error<'r> {
    #[serde(borrow)]
    pub(crate) code: Cow<'r, str>,
}
