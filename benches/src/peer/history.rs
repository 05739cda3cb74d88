//! Pages of history: the answer, and each message in it.

use std::hint::black_box;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use mimc_msg::{Codec, Scratch};
use serde::Deserialize;

use super::owned::Owned;
use super::wire::Text;
use super::{serde_visitor, tagged};
use crate::facts::Facts;

#[derive(Deserialize)]
#[allow(dead_code, reason = "what is read must also be given out")]
struct Answer<P> {
    code: i32,
    message: String,
    data: P,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is read must also be given out")]
struct Page<R> {
    app_id: u64,
    messages: Vec<R>,
    row: u32,
    timestamp: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is read must also be given out")]
struct Row {
    sequence: String,
    payload: String,
    ts: u64,
    from_account: Option<String>,
    to_account: Option<String>,
    #[serde(default)]
    biz_type: String,
    extra: Option<String>,
}

/// The same, borrowed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is read must also be given out")]
struct BorrowedRow<'a> {
    #[serde(borrow)]
    sequence: Text<'a>,
    #[serde(borrow)]
    payload: Text<'a>,
    ts: u64,
    #[serde(borrow)]
    from_account: Option<Text<'a>>,
    #[serde(borrow)]
    to_account: Option<Text<'a>>,
    #[serde(borrow)]
    biz_type: Text<'a>,
    #[serde(borrow)]
    extra: Option<Text<'a>>,
}

/// The page derived and owned, each payload decoded by `base64` STANDARD into a vector of its own, each message
/// read by 2a.
fn derived(page: &[u8], mut each: impl FnMut(Owned)) -> Option<()> {
    let answer: Answer<Page<Row>> = serde_json::from_slice(page).ok()?;
    for row in black_box(answer).data.messages {
        let bytes = BASE64_STANDARD.decode(row.payload).ok()?;
        each(tagged::read(&bytes, &row.biz_type)?);
    }
    Some(())
}

/// Reads page after page: derived, owned.
pub fn tagged() -> impl FnMut(&Vec<u8>) -> bool {
    |page| derived(page, |message| drop(black_box(message))).is_some()
}

/// What it found.
#[must_use]
pub fn facts(page: &[u8]) -> Option<Vec<Facts>> {
    let mut all = Vec::new();
    derived(page, |message| all.push(message.facts()))?;
    Some(all)
}

/// The borrowed page, each payload read by the codec itself, through a scratch.
pub fn codec() -> impl FnMut(&Vec<u8>) -> bool {
    let mut scratch = Scratch::new();
    move |page| {
        let Ok(answer) = serde_json::from_slice::<Answer<Page<BorrowedRow<'_>>>>(page) else {
            return false;
        };
        let all = answer.data.messages.iter().all(|row| {
            let codec = Codec::new().biz_type(&row.biz_type.0);
            black_box(&codec.decode_base64(row.payload.0.as_bytes(), &mut scratch)).is_ok()
        });
        black_box(answer);
        all
    }
}

/// Reads page after page: borrowed, payloads decoded by `base64` STANDARD into a buffer that is used again, each
/// message read by the visitor on serde_json.
pub fn visitor() -> impl FnMut(&Vec<u8>) -> bool {
    let (mut bytes, mut scratch) = (Vec::new(), Vec::new());
    move |page| {
        let Ok(answer) = serde_json::from_slice::<Answer<Page<BorrowedRow<'_>>>>(page) else {
            return false;
        };
        let all = answer.data.messages.iter().all(|row| {
            bytes.clear();
            BASE64_STANDARD.decode_vec(&*row.payload.0, &mut bytes).is_ok()
                && black_box(&serde_visitor::read(&bytes, &row.biz_type.0, &mut scratch)).is_some()
        });
        black_box(answer);
        all
    }
}
