//! The JSON form of a decoded message, one object a line: written by `decode --json`, read by `encode`.

mod read;
mod write;

pub(crate) use read::Meant;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A record; members that do not apply are absent. What other programs add to it is ignored.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a record of `decode --json`")]
pub(crate) struct Record<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u64>,
    pub(crate) ok: bool,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Error<'r>>,
    /// `raw` or `object`, of a text that is no envelope.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) foreign: Option<Cow<'r, str>>,
    /// The type that travelled beside a text that is no envelope.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) biz_type: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) dialect: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) ambiguous: Option<Vec<Cow<'r, str>>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<Cow<'r, str>>,
    /// A code that names no kind, as the integer that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind_code: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<u32>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) msg_id: Option<Cow<'r, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timestamp: Option<u64>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<BodyRecord<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) payload_extra: Option<Box<RawValue>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) deviations: Option<Vec<Cow<'r, str>>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) notes: Option<Vec<Cow<'r, str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extra: Option<Box<RawValue>>,
}

/// What the message says: the members that stand there say what sort of body it is.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "the body of a record, an object")]
pub(crate) struct BodyRecord<'r> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) medium: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) requester: Option<Cow<'r, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) responder: Option<Cow<'r, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accepted: Option<bool>,
    /// JSON text, kept as it came.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) raw: Option<Cow<'r, str>>,
    /// Bytes that are not UTF-8.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) base64: Option<Cow<'r, str>>,
}

/// Why a line is no message.
#[derive(Debug, Serialize, Deserialize)]
#[serde(expecting = "the error of a record, an object")]
pub(crate) struct Error<'r> {
    #[serde(borrow)]
    pub(crate) code: Cow<'r, str>,
    #[serde(borrow, default)]
    pub(crate) pointer: Cow<'r, str>,
    #[serde(default)]
    pub(crate) offset: usize,
    #[serde(borrow, default)]
    pub(crate) message: Cow<'r, str>,
}
