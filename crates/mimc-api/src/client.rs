//! The client's side: requests are written, answers read.

mod history;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Request, Response};
use mimc_msg::{Limits, RawJson};

use crate::answer::{Answer, ApiError, Kept, ReplyError};
use crate::auth::{self, CredentialsFault, InBody};
use crate::base::Base;
use crate::check::Check;
use crate::credentials::Credentials;
use crate::endpoint::{Endpoint, Input, Reply as _};
use crate::invalid::Invalid;
use crate::json::{Body, Context, Malformed, Writer, checked};
use crate::note::{Note, Notes};
use crate::pairs;
use crate::path::{self, Ids as _};
use crate::query;
use crate::wire::code::Code;

pub use history::{history, history_within};

/// Writes a request.
///
/// ```
/// use mimc_api::{AppId, Base, Credentials, Token, TopicId, client, topic::GetTopic};
///
/// let credentials = Credentials::from(Token::new("FQw1yQZ")?);
/// let ids = (AppId::new(2882303761517669588), TopicId::new(11464322971074560));
/// let request = client::request(&Base::mimc(), &credentials, &ids, &GetTopic::new())?;
/// assert_eq!(request.method(), "GET");
/// assert_eq!(request.uri().path(), "/api/topic/2882303761517669588/11464322971074560");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// See [`RequestError`]. Nothing is written that would mean something else when it arrives.
pub fn request<E: Endpoint>(
    base: &Base,
    credentials: &Credentials,
    ids: &E::Ids,
    input: &E,
) -> Result<Request<Vec<u8>>, RequestError> {
    input.check(&mut Check::default())?;
    input.check_ids(ids)?;
    let mut target = path::fill(E::PATH, &ids.to_path());
    let mut headers = HeaderMap::new();
    for (name, value) in E::HEADERS {
        headers.insert(name_of(name)?, HeaderValue::from_static(value));
    }
    auth::write_headers(E::AUTH, credentials, &mut headers)?;
    let mut body = Vec::new();
    match E::INPUT {
        Input::Nowhere => {}
        Input::Query => {
            let query = query::write(&pairs::of_input(input)?);
            if !query.is_empty() {
                target = format!("{target}?{query}");
            }
        }
        Input::Headers(_) => {
            for (name, value) in pairs::of_input(input)? {
                headers.insert(name_of(&name)?, value.try_into().map_err(http::Error::from)?);
            }
        }
        Input::Body => body = write_body(credentials, input)?,
    }
    let request = Request::builder().method(E::METHOD).uri(format!("{base}{target}"));
    let mut request = request.body(body)?;
    *request.headers_mut() = headers;
    Ok(request)
}

fn name_of(name: &str) -> Result<HeaderName, http::Error> {
    Ok(HeaderName::from_bytes(name.as_bytes())?)
}

/// The input as JSON; credentials that travel in the body stand before it.
fn write_body<E: Endpoint>(credentials: &Credentials, input: &E) -> Result<Vec<u8>, RequestError> {
    let input = serde_json::to_vec(input)?;
    if !E::AUTH.in_body() {
        return Ok(input);
    }
    // Room for all of it: growing would leave copies of the secret behind.
    let mut body = Vec::with_capacity(input.len() + 4096);
    serde_json::to_writer(&mut body, &InBody::new(E::AUTH, credentials)?)?;
    if input != b"{}" {
        body.pop();
        body.push(b',');
        body.extend_from_slice(&input[1..]);
    }
    Ok(body)
}

/// Reads an answer.
///
/// `code` decides: 200 is success, whatever `message` and the HTTP status say; anything else is
/// [`ReplyError::Api`].
///
/// # Errors
/// See [`ReplyError`].
pub fn reply<E: Endpoint>(
    response: &Response<impl AsRef<[u8]>>,
) -> Result<Answer<E::Reply>, ReplyError> {
    reply_within::<E>(response, Limits::new())
}

/// As [`reply`], within other limits than the default.
///
/// # Errors
/// See [`ReplyError`].
pub fn reply_within<E: Endpoint>(
    response: &Response<impl AsRef<[u8]>>,
    limits: Limits,
) -> Result<Answer<E::Reply>, ReplyError> {
    let bytes = response.body().as_ref();
    let mut notes = Notes::new();
    let not_an_answer = |source| ReplyError::NotAnAnswer {
        status: response.status(),
        body: Kept::new(bytes),
        source,
    };
    let (body, members) = Body::parse_object(bytes, limits, &mut notes).map_err(not_an_answer)?;
    let head = Head::read(body, &members, E::BARE_DATA, &mut notes).map_err(not_an_answer)?;
    let head = match head {
        Some(Head { code, message, data }) if code != 200 => {
            let data = data.map(|at| body.slice(at)).filter(|data| *data != "null");
            let data = data.and_then(checked).map(RawJson::into_owned);
            return Err(ReplyError::Api(ApiError { code, message, data, notes }));
        }
        Some(head) => head,
        None if !response.status().is_success() => {
            return Err(not_an_answer(body.missing(body.start(), "code")));
        }
        None => {
            notes.add(Note::BareData, body.place(""));
            Head { code: 200, message: String::new(), data: Some(body.start()) }
        }
    };
    if response.status() != 200 {
        notes.add(Note::HttpStatus, body.place("/code"));
    }
    let data = read_data::<E>(body, head.data, &mut notes)
        .map_err(|source| ReplyError::Data { body: Kept::new(bytes), source })?;
    Ok(Answer { data, message: head.message, notes })
}

/// What stands around the data.
struct Head {
    code: i32,
    message: String,
    /// Where the data begins.
    data: Option<usize>,
}

impl Head {
    /// Reads it; None where the body has no `code` and may be bare data.
    fn read(
        body: Body<'_>,
        members: &[(String, usize)],
        bare: Option<&str>,
        notes: &mut Notes,
    ) -> Result<Option<Self>, Malformed> {
        let find = |name: &str| members.iter().find(|(found, _)| found == name).map(|(_, at)| *at);
        let Some(code) = find("code") else {
            return match bare {
                Some(member) if find(member).is_some() => Ok(None),
                _ => Err(body.missing(body.start(), "code")),
            };
        };
        let known = |name: &str| matches!(name, "code" | "message" | "data");
        let unknown = members.iter().find(|(name, _)| !known(name));
        if let Some((_, at)) = unknown {
            notes.add(Note::MembersUnknown, body.place_at(*at));
        }
        let Code(code) = body.read_at(code, &mut Context::new(Writer::Server, notes))?;
        let message = find("message");
        // An error of somebody else: a proxy that has its own names for what MIMC calls `message`.
        if code != 200 && message.is_none() && unknown.is_some() {
            return Err(body.missing(body.start(), "message"));
        }
        let text = message.map(|at| body.slice(at)).and_then(checked);
        let text = text.as_ref().and_then(RawJson::text);
        if text.is_none() {
            notes.add(Note::MessageForm, body.place("/message"));
        }
        let message = text.unwrap_or_default().into_owned();
        Ok(Some(Self { code, message, data: find("data") }))
    }
}

/// Reads the data, and what null or nothing means in its place.
fn read_data<E: Endpoint>(
    body: Body<'_>,
    data: Option<usize>,
    notes: &mut Notes,
) -> Result<E::Reply, Malformed> {
    let mut check = Check::default();
    let base = if data == Some(body.start()) { "" } else { "/data" };
    let read = match data {
        Some(at) => body.read_at(at, &mut Context::new(Writer::Server, notes)),
        None => Body::of_own("null")
            .read(&mut Context::new(Writer::Server, notes))
            .map_err(|_| body.missing(body.start(), "data")),
    };
    if data.is_none() {
        notes.add(Note::MissingFields, body.place("/data"));
    }
    let absent = data.is_none_or(|at| body.is_null(at));
    let reply = match (read, E::Reply::of_null()) {
        (Err(_), Some(empty)) if absent => {
            notes.add(Note::NullData, body.place(base));
            empty
        }
        (read, _) => read?,
    };
    E::check_reply(&reply, &mut check);
    body.tell(check, base, notes);
    Ok(reply)
}

/// Why a request cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// A value would change its meaning on the way, or MIMC does not take it.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The endpoint does not take these credentials, or they lack something.
    #[error(transparent)]
    Credentials(#[from] CredentialsFault),
    /// The input cannot be written as JSON.
    #[error("the input cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// What was put together is no HTTP request.
    #[error("what was put together is no HTTP request")]
    Http(#[from] http::Error),
}

impl RequestError {
    /// The stable code: that of the [value](Invalid::code) or the [credentials](CredentialsFault::code), else
    /// `not-json` or `not-http`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(invalid) => invalid.code(),
            Self::Credentials(fault) => fault.code(),
            Self::Json(_) => "not-json",
            Self::Http(_) => "not-http",
        }
    }
}
