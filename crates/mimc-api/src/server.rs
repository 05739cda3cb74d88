//! The server's side: requests are read, answers written.

mod incoming;
mod read;
mod rejection;

use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Response, Uri};
use mimc_msg::{Limits, Place, RawJson};
use serde::Serialize;

use crate::answer::ApiError;
use crate::auth;
use crate::endpoint::{Endpoint, Input};
use crate::invalid::Invalid;
use crate::json::{Body, Malformed};
use crate::note::{Note, Notes};

pub use incoming::Incoming;
pub use rejection::Rejection;

/// Reads a request.
///
/// # Errors
/// See [`Rejection`].
pub fn request<E: Endpoint>(request: &Request<impl AsRef<[u8]>>) -> Result<Incoming<E>, Rejection> {
    request_within(request, Limits::new())
}

/// As [`request`], its body within other limits than the default.
///
/// ```
/// use mimc_api::{AppId, Base, Credentials, Token, client, server, topic::CreateTopic};
/// use mimc_msg::Limits;
///
/// let input = CreateTopic::new("friends", vec!["ada".into()]);
/// let token = Credentials::from(Token::new("FQw1yQZ")?);
/// let request = client::request(&Base::mimc(), &token, &AppId::new(1), &input)?;
/// let refused = server::request_within::<CreateTopic>(&request, Limits::new().bytes(10));
/// assert_eq!(refused.unwrap_err().code(), "too-long");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// See [`Rejection`].
pub fn request_within<E: Endpoint>(
    request: &Request<impl AsRef<[u8]>>,
    limits: Limits,
) -> Result<Incoming<E>, Rejection> {
    let body = request.body().as_ref();
    let mut notes = Notes::new();
    let ids = read::path::<E>(request.method(), request.uri(), &mut notes)?;
    let in_headers = if E::AUTH.in_body() {
        None
    } else {
        Some(auth::read_headers(E::AUTH, request.headers())?)
    };
    if E::INPUT != Input::Body && !body.is_empty() {
        notes.add(Note::BodyUnexpected, Place::new("", 0));
    }
    let (input, in_body): (E, _) = match E::INPUT {
        Input::Nowhere => (read::pairs(&[], &mut notes)?, None),
        Input::Query => (read::query(request.uri(), &mut notes)?, None),
        Input::Headers(names) => (read::headers(names, request.headers(), &mut notes)?, None),
        Input::Body => {
            read::note_content_type(request.headers(), &mut notes);
            read::body(body, limits, &mut notes)?
        }
    };
    if let Err(Invalid { member, why }) = input.check_ids(&ids) {
        let pointer = format!("/{member}");
        let place = match Body::parse(body, limits, &mut Notes::new()) {
            Ok(body) => body.place(&pointer),
            Err(_) => Place::new(pointer, 0),
        };
        return Err(Malformed::invalid(place, why).into());
    }
    let credentials = in_headers.or(in_body).ok_or(Rejection::WrongEndpoint)?;
    Ok(Incoming { ids, input, credentials, notes })
}

/// Reads the method and target of a request by themselves, and its query where the endpoint has one.
///
/// # Errors
/// See [`Rejection`].
pub fn target<E: Endpoint>(method: &Method, uri: &Uri) -> Result<Notes, Rejection> {
    let mut notes = Notes::new();
    read::path::<E>(method, uri, &mut notes)?;
    if E::INPUT == Input::Query {
        read::query::<E>(uri, &mut notes)?;
    }
    Ok(notes)
}

/// Reads the body of a request by itself, with its credentials where they travel there.
///
/// # Errors
/// See [`Rejection`].
pub fn body<E: Endpoint>(body: &[u8]) -> Result<(E, Notes), Rejection> {
    body_within(body, Limits::new())
}

/// As [`body`], within other limits than the default.
///
/// # Errors
/// See [`Rejection`].
pub fn body_within<E: Endpoint>(body: &[u8], limits: Limits) -> Result<(E, Notes), Rejection> {
    let mut notes = Notes::new();
    let (input, _) = read::body(body, limits, &mut notes)?;
    Ok((input, notes))
}

/// Reads an input from a JSON object by itself, as a body has it beside the credentials.
///
/// ```
/// use mimc_api::{server, topic::CreateTopic};
///
/// let (input, notes) = server::input::<CreateTopic>(br#"{"topicName":"g","accounts":"ada,bo"}"#)?;
/// assert_eq!(input.accounts.len(), 2);
/// assert!(notes.is_empty());
/// # Ok::<(), mimc_api::Malformed>(())
/// ```
///
/// # Errors
/// Where it is not what this endpoint takes.
pub fn input<E: Endpoint>(json: &[u8]) -> Result<(E, Notes), Malformed> {
    input_within(json, Limits::new())
}

/// As [`input`], within other limits than the default.
///
/// # Errors
/// As [`input`].
pub fn input_within<E: Endpoint>(json: &[u8], limits: Limits) -> Result<(E, Notes), Malformed> {
    let mut notes = Notes::new();
    let input = read::input(Body::parse(json, limits, &mut notes)?, &mut notes)?;
    Ok((input, notes))
}

/// Writes a good answer, with HTTP status 200.
///
/// ```
/// use mimc_api::{blacklist::{IsBlack, QueryBlacklist}, server};
///
/// let response = server::reply::<QueryBlacklist>(&IsBlack::new(true));
/// assert_eq!(response.body(), br#"{"code":200,"message":"success","data":{"isBlack":true}}"#);
/// ```
///
/// All data of this crate can be written as JSON. Where that of an endpoint of your own cannot, the answer is
/// an error with code 500.
#[must_use]
pub fn reply<E: Endpoint>(data: &E::Reply) -> Response<Vec<u8>> {
    #[derive(Serialize)]
    struct Envelope<'d, T> {
        code: i32,
        message: &'static str,
        data: &'d T,
    }
    let envelope = Envelope { code: 200, message: E::SUCCESS, data };
    // Room for an answer with a token: growing would leave copies of it behind.
    let mut body = Vec::with_capacity(4096);
    match serde_json::to_writer(&mut body, &envelope) {
        Ok(()) => json(body),
        Err(_) => error(&ApiError::new(500, "the answer cannot be written")),
    }
}

/// Writes an answer that refuses, with HTTP status 200, as MIMC's clients expect of a business error.
///
/// Code 200 would make it a good answer: it is written as 500.
///
/// ```
/// use mimc_api::{ApiError, server};
///
/// let response = server::error(&ApiError::owner_cannot_quit());
/// assert_eq!(response.body(), br#"{"code":500,"message":"quit topic fail","data":null}"#);
/// ```
#[must_use]
pub fn error(error: &ApiError) -> Response<Vec<u8>> {
    let message = serde_json::Value::from(error.message.as_str());
    let data = error.data.as_ref().map_or("null", RawJson::as_str);
    let code = if error.code == 200 { 500 } else { error.code };
    json(format!(r#"{{"code":{code},"message":{message},"data":{data}}}"#).into_bytes())
}

/// A body of JSON as a response.
pub(crate) fn json(body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    let kind = HeaderValue::from_static("application/json;charset=UTF-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
