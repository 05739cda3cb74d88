//! Handing the token answer to the user's client.

use http::Response;
use mimc_msg::Limits;

use crate::answer::ReplyError;
use crate::client;
use crate::server;
use crate::token::FetchToken;

/// The answer for a user's client: MIMC's own, byte for byte.
///
/// The manual wants it so (安全认证: 将小米TokenService下发的原始数据返回客户端). MIMC's answer is read only to see that it
/// is a token; an answer that refuses is an error here, so that the application can say so in its own way.
///
/// ```
/// use mimc_api::token;
///
/// let page = http::Response::new("<html>502 Bad Gateway</html>");
/// assert!(token::pass_on(&page).is_err());
/// ```
///
/// # Errors
/// See [`ReplyError`].
pub fn pass_on(answer: &Response<impl AsRef<[u8]>>) -> Result<Response<Vec<u8>>, ReplyError> {
    pass_on_within(answer, Limits::new())
}

/// As [`pass_on`], within other limits than the default.
///
/// # Errors
/// See [`ReplyError`].
pub fn pass_on_within(
    answer: &Response<impl AsRef<[u8]>>,
    limits: Limits,
) -> Result<Response<Vec<u8>>, ReplyError> {
    client::reply_within::<FetchToken>(answer, limits)?;
    Ok(server::json(answer.body().as_ref().to_vec()))
}
