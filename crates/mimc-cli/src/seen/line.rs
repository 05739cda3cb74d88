//! The forms that a line may have.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::invalid;
use crate::fault::Fault;
use crate::record::Record;

/// A line that was read.
pub(super) enum Parsed<'l> {
    /// A record of `decode --json`.
    Record(Way<'l>, Box<Record<'l>>),
    /// A message of the history or of a callback, or those of an answer with a page of history.
    Stored(Vec<Result<Stored<'l>, Fault>>),
}

/// What is known of a message's way. The names are those of the history and of callbacks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Way<'l> {
    pub(super) from_account: Option<Cow<'l, str>>,
    pub(super) to_account: Option<Cow<'l, str>>,
    #[serde(borrow)]
    pub(super) topic_id: Option<&'l RawValue>,
    #[serde(borrow)]
    pub(super) sequence: Option<&'l RawValue>,
    pub(super) packet_id: Option<Cow<'l, str>>,
}

/// A message as it is stored.
pub(super) struct Stored<'l> {
    pub(super) way: Way<'l>,
    pub(super) payload: Cow<'l, str>,
    pub(super) biz_type: Option<Cow<'l, str>>,
}

/// By which members the form of a line is told.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a JSON object on one line")]
struct Form<'l> {
    ok: Option<bool>,
    payload: Option<Cow<'l, str>>,
    biz_type: Option<Cow<'l, str>>,
    #[serde(borrow)]
    data: Option<&'l RawValue>,
}

/// The data of an answer. Before 2018-03-26 it named the accounts, and not each message.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, expecting = "a JSON object")]
struct Page<'l> {
    from_account: Option<Cow<'l, str>>,
    to_account: Option<Cow<'l, str>>,
    #[serde(borrow)]
    topic_id: Option<&'l RawValue>,
    #[serde(borrow)]
    messages: Option<Vec<&'l RawValue>>,
}

/// Reads a line.
pub(super) fn parse(line: &[u8]) -> Result<Parsed<'_>, Fault> {
    let form: Form<'_> = json(line)?;
    if form.ok.is_some() {
        return Ok(Parsed::Record(json(line)?, Box::new(json(line)?)));
    }
    if let Some(data) = form.data {
        let page: Page<'_> = json(data.get().as_bytes())?;
        let messages = page.messages.as_deref().unwrap_or_default().iter();
        let stored = messages.map(|message| {
            let mut stored = stored(message.get().as_bytes(), json(message.get().as_bytes())?)?;
            let way = &mut stored.way;
            way.from_account = way.from_account.take().or_else(|| page.from_account.clone());
            if way.to_account.is_none() && way.topic_id.is_none() {
                way.to_account.clone_from(&page.to_account);
            }
            // In a group's history the page names the group, and `toAccount` may name anything.
            way.topic_id = way.topic_id.or(page.topic_id);
            Ok(stored)
        });
        return Ok(Parsed::Stored(stored.collect()));
    }
    Ok(Parsed::Stored(vec![stored(line, form)]))
}

fn stored<'l>(text: &'l [u8], form: Form<'l>) -> Result<Stored<'l>, Fault> {
    let payload = form.payload.ok_or_else(|| {
        invalid("neither a record of `decode --json` (`ok`) nor a stored message (`payload`)")
    })?;
    Ok(Stored { way: json(text)?, payload, biz_type: form.biz_type })
}

/// Reads an object by the names of its members. A list, which serde would take for their values in order, is none.
fn json<'l, T: Deserialize<'l>>(text: &'l [u8]) -> Result<T, Fault> {
    if text.trim_ascii_start().first() == Some(&b'[') {
        return Err(invalid("a list, expected a JSON object on one line (byte 1)"));
    }
    serde_json::from_slice(text).map_err(|error| {
        // Of serde_json's place, the line is always 1.
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        invalid(format!("{what} (byte {})", error.column()))
    })
}

/// A number of 64 bits, which may stand there as text.
pub(super) fn number(name: &str, raw: Option<&RawValue>) -> Result<Option<u64>, Fault> {
    let Some(raw) = raw else { return Ok(None) };
    let digits = raw.get().trim_matches('"');
    match digits.parse() {
        Ok(number) if digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(Some(number)),
        _ => Err(invalid(format!("`{name}` must be a number of 64 bits, or its digits"))),
    }
}
