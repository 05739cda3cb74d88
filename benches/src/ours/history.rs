//! Pages of history: the answer, and each message in it.

use std::hint::black_box;

use http::Response;
use mimc_api::client;
use mimc_api::history::HistoryPage;
use mimc_msg::{Codec, Envelope, Message, Scratch};
use serde::Deserialize;

use super::decode;
use crate::facts::Facts;

#[derive(Deserialize)]
#[allow(dead_code, reason = "what is read must also be given out")]
struct Answer {
    code: i32,
    message: String,
    data: HistoryPage<'static>,
}

/// The answer with its notes, then each message through a scratch.
fn read(page: &[u8], scratch: &mut Scratch, mut each: impl FnMut(&Envelope<'_>)) -> Option<()> {
    let response = Response::new(page);
    let answer = client::history(&response).ok()?;
    for message in &answer.data.messages {
        let read = message.read_with(Codec::new(), scratch);
        let Ok(Message::Envelope(decoded)) = black_box(&read) else { return None };
        each(&decoded.envelope);
    }
    black_box(answer);
    Some(())
}

/// Reads page after page, with one scratch.
pub fn pages() -> impl FnMut(&Vec<u8>) -> bool {
    let mut scratch = Scratch::new();
    move |page| {
        read(page, &mut scratch, |envelope| {
            black_box(envelope);
        })
        .is_some()
    }
}

/// Reads page after page: the page by serde_json, which tells no notes, then each message through a scratch.
pub fn by_serde() -> impl FnMut(&Vec<u8>) -> bool {
    let mut scratch = Scratch::new();
    move |page| {
        let Ok(answer) = serde_json::from_slice::<Answer>(page) else { return false };
        let all = answer.data.messages.iter().all(|message| {
            let read = message.read_with(Codec::new(), &mut scratch);
            matches!(black_box(&read), Ok(Message::Envelope(_)))
        });
        black_box(answer);
        all
    }
}

/// What it found.
#[must_use]
pub fn facts(page: &[u8]) -> Option<Vec<Facts>> {
    let mut all = Vec::new();
    read(page, &mut Scratch::new(), |envelope| all.extend(decode::of(envelope)))?;
    Some(all)
}
