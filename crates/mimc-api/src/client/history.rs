//! The answer to a query of history, without copies.

use http::Response;
use mimc_msg::Limits;

use super::reply_within;
use crate::answer::{Answer, ReplyError};
use crate::check::Check;
use crate::history::{HistoryPage, QueryP2pHistory, usual};
use crate::note::Notes;

/// Reads a page of history, from any of the endpoints that answer with one.
///
/// It is what [`reply`](super::reply) gives, but the texts of the page are borrowed from the answer where it is written as
/// usual: without white space between the tokens, without escapes, and with known members only.
///
/// ```
/// use http::Response;
/// use mimc_api::client;
/// use mimc_msg::{Codec, Scratch};
///
/// let body = r#"{"code":200,"message":"success","data":{"appId":2882303761517479657,"messages":[
///     {"sequence":"118306520157999104","payload":"aGk=","ts":1516763973000,"bizType":""}],"row":1}}"#;
/// let response = Response::new(body);
/// let mut scratch = Scratch::new();
/// for message in &client::history(&response)?.data.messages {
///     let read = message.read_with(Codec::new(), &mut scratch)?;
///     assert!(read.into_envelope().is_err()); // `hi` alone is no envelope
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// See [`ReplyError`].
pub fn history(
    response: &Response<impl AsRef<[u8]>>,
) -> Result<Answer<HistoryPage<'_>>, ReplyError> {
    history_within(response, Limits::new())
}

/// As [`history`], within other limits than the default.
///
/// # Errors
/// See [`ReplyError`].
pub fn history_within(
    response: &Response<impl AsRef<[u8]>>,
    limits: Limits,
) -> Result<Answer<HistoryPage<'_>>, ReplyError> {
    if let Some(answer) = usual_history(response, limits) {
        return Ok(answer);
    }
    reply_within::<QueryP2pHistory>(response, limits)
}

/// The page, where nothing is odd about the answer.
fn usual_history(
    response: &Response<impl AsRef<[u8]>>,
    limits: Limits,
) -> Option<Answer<HistoryPage<'_>>> {
    let mut check = Check::default();
    let (message, page) = usual::answer(response.body().as_ref(), limits)?;
    page.look(&mut check);
    let usual = response.status() == 200 && check.notes.is_empty();
    usual.then(|| Answer { data: page, message: message.to_owned(), notes: Notes::new() })
}
