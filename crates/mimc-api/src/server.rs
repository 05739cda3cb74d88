//! The server's side: requests are read, answers written.

use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, Method, Request, Response, Uri};
use mimc_msg::Place;
use serde::Serialize;

use crate::answer::ApiError;
use crate::auth::{self, CredentialsFault, InBody};
use crate::check::{Check, Invalid};
use crate::credentials::Credentials;
use crate::endpoint::{Endpoint, Input};
use crate::input;
use crate::json::{Body, Context, Malformed, Writer};
use crate::note::{Note, Noted, Notes};
use crate::path::{self, Ids as _, Met};
use crate::query::{self, Parameter};

/// A request that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Incoming<E: Endpoint> {
    /// The ids of the path.
    pub ids: E::Ids,
    /// The input.
    pub input: E,
    /// Who asks. Nothing has been verified.
    pub credentials: Credentials,
    /// What was odd about it.
    pub notes: Notes,
}

impl<E: Endpoint> Incoming<E> {
    /// The same request, unless it deviates from what the manual and real clients write.
    ///
    /// # Errors
    /// [`Rejection::Deviation`], with the first deviation.
    pub fn strict(self) -> Result<Self, Rejection> {
        match self.notes.deviation() {
            Some(noted) => Err(Rejection::Deviation(noted.clone())),
            None => Ok(self),
        }
    }
}

/// Reads a request.
///
/// # Errors
/// See [`Rejection`].
pub fn request<E: Endpoint>(request: &Request<impl AsRef<[u8]>>) -> Result<Incoming<E>, Rejection> {
    let body = request.body().as_ref();
    let mut notes = Notes::new();
    let ids = read_path::<E>(request.method(), request.uri(), &mut notes)?;
    let in_headers = if E::AUTH.in_body() {
        None
    } else {
        Some(auth::read_headers(E::AUTH, request.headers())?)
    };
    if E::INPUT != Input::Body && !body.is_empty() {
        notes.add(Note::BodyUnexpected, Place::new("", 0));
    }
    let (input, in_body): (E, _) = match E::INPUT {
        Input::Nowhere => (read_pairs(&[], &mut notes)?, None),
        Input::Query => (read_query(request.uri(), &mut notes)?, None),
        Input::Headers(names) => (read_headers(names, request.headers(), &mut notes)?, None),
        Input::Body => {
            note_content_type(request.headers(), &mut notes);
            read_body(body, &mut notes)?
        }
    };
    if let Err(Invalid { member, why }) = input.check_ids(&ids) {
        return Err(Malformed::invalid(Place::new(format!("/{member}"), 0), why).into());
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
    read_path::<E>(method, uri, &mut notes)?;
    if E::INPUT == Input::Query {
        read_query::<E>(uri, &mut notes)?;
    }
    Ok(notes)
}

/// Reads the body of a request by itself, with its credentials where they travel there.
///
/// # Errors
/// See [`Rejection`].
pub fn body<E: Endpoint>(body: &[u8]) -> Result<(E, Notes), Rejection> {
    let mut notes = Notes::new();
    let (input, _) = read_body(body, &mut notes)?;
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
    let mut notes = Notes::new();
    let input = read_input(Body::parse(json, &mut notes)?, &mut notes)?;
    Ok((input, notes))
}

fn read_path<E: Endpoint>(
    method: &Method,
    uri: &Uri,
    notes: &mut Notes,
) -> Result<E::Ids, Rejection> {
    let path = path::single_slash(uri.path());
    if path.len() < uri.path().len() {
        notes.add(Note::DoubleSlash, Place::new("", 0));
    }
    match path::meet(E::PATH, path) {
        _ if *method != E::METHOD => Err(Rejection::WrongEndpoint),
        Met::Ids(ids) => E::Ids::from_path(&ids).ok_or(Rejection::WrongEndpoint),
        Met::NoId => Err(Rejection::InvalidPath),
        Met::Not => Err(Rejection::WrongEndpoint),
    }
}

fn read_query<E: Endpoint>(uri: &Uri, notes: &mut Notes) -> Result<E, Rejection> {
    let text = uri.query().unwrap_or_default();
    let start = uri.path().len() + 1;
    let invalid = |(offset, why)| Rejection::InvalidQuery { offset: start + offset, why };
    let mut parameters = query::read(text).map_err(invalid)?;
    if let ([only], Some(name)) = (&mut parameters[..], E::BARE_QUERY) {
        if !text.contains('=') {
            // The value stands where its name should be.
            only.value = std::mem::replace(&mut only.name, name.to_owned());
            only.offset = 0;
            notes.add(Note::LegacyQuery, Place::new(format!("/{name}"), start));
        }
    }
    for parameter in &mut parameters {
        parameter.offset += start;
    }
    read_pairs(&parameters, notes)
}

fn read_headers<E: Endpoint>(
    names: &'static [&'static str],
    headers: &HeaderMap,
    notes: &mut Notes,
) -> Result<E, Rejection> {
    let mut parameters = Vec::new();
    for name in names {
        if let Some(value) = auth::header(headers, name)? {
            let (name, value) = ((*name).to_owned(), value.to_owned());
            parameters.push(Parameter { name, value, offset: 0 });
        }
    }
    read_pairs(&parameters, notes)
}

/// Reads an input from names and values. Places are those of the values.
fn read_pairs<E: Endpoint>(parameters: &[Parameter], notes: &mut Notes) -> Result<E, Rejection> {
    for (at, Parameter { name, offset, .. }) in parameters.iter().enumerate() {
        if parameters[..at].iter().any(|earlier| earlier.name == *name) {
            return Err(Rejection::InvalidQuery {
                offset: *offset,
                why: "the name is there twice",
            });
        }
    }
    let move_to_value = |place: &mut Place| {
        let name = place.pointer.trim_start_matches('/');
        let value = parameters.iter().find(|parameter| parameter.name == name);
        place.offset = value.map_or(0, |parameter| parameter.offset);
        place.length = 0;
    };
    let pairs = parameters.iter().map(|parameter| (&*parameter.name, &*parameter.value));
    let json = input::to_json(pairs);
    let mut found = Notes::new();
    let input = read_input(Body::of_own(&json), &mut found).map_err(|mut malformed| {
        move_to_value(malformed.place_mut());
        malformed
    })?;
    for mut noted in found.into_iter() {
        move_to_value(&mut noted.place);
        notes.add(noted.note, noted.place);
    }
    Ok(input)
}

/// Reads the input of a body, and the credentials where they travel in it.
fn read_body<E: Endpoint>(
    bytes: &[u8],
    notes: &mut Notes,
) -> Result<(E, Option<Credentials>), Rejection> {
    let body = Body::parse(bytes, notes)?;
    let credentials = if E::AUTH.in_body() {
        // The input's members are unknown to this reading, and no news.
        let mut aside = Notes::new();
        let members: InBody = body.read(&mut Context::new(Writer::Client, &mut aside))?;
        Some(members.into_credentials(E::AUTH)?)
    } else {
        None
    };
    Ok((read_input(body, notes)?, credentials))
}

fn read_input<E: Endpoint>(body: Body<'_>, notes: &mut Notes) -> Result<E, Malformed> {
    let mut context = Context::new(Writer::Client, notes);
    context.elsewhere = auth::body_members(E::AUTH);
    let input: E = body.read(&mut context)?;
    let mut check = Check::default();
    let checked = input.check(&mut check);
    for (pointer, note) in check.notes {
        notes.add(note, body.place(&pointer));
    }
    match checked {
        Ok(()) => Ok(input),
        Err(Invalid { member, why }) => {
            Err(Malformed::invalid(body.place(&format!("/{member}")), why))
        }
    }
}

/// Notes a body that does not say that it is JSON in UTF-8.
fn note_content_type(headers: &HeaderMap, notes: &mut Notes) {
    let stated = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mut parts = stated.unwrap_or_default().split(';').map(str::trim);
    let json = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    let utf8 = parts.filter_map(|part| part.split_once('=')).all(|(name, value)| {
        !name.eq_ignore_ascii_case("charset")
            || value.trim_matches('"').eq_ignore_ascii_case("utf-8")
    });
    if !(json && utf8) {
        notes.add(Note::ContentType, Place::new("/content-type", 0));
    }
}

/// Writes a good answer, with HTTP status 200.
///
/// # Errors
/// Where the data cannot be written as JSON; no data of this crate is such.
pub fn reply<E: Endpoint>(data: &E::Reply) -> Result<Response<Vec<u8>>, serde_json::Error> {
    #[derive(Serialize)]
    struct Envelope<'d, T> {
        code: i32,
        message: &'static str,
        data: &'d T,
    }
    let envelope = Envelope { code: 200, message: E::SUCCESS, data };
    Ok(json(serde_json::to_vec(&envelope)?))
}

/// Writes an answer that refuses, with HTTP status 200, as MIMC's clients expect of a business error.
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
    let data = error.data.as_ref().map_or("null", mimc_msg::RawJson::as_str);
    json(format!(r#"{{"code":{},"message":{message},"data":{data}}}"#, error.code).into_bytes())
}

/// A body of JSON as a response.
pub(crate) fn json(body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    let kind = HeaderValue::from_static("application/json;charset=UTF-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// Method and path are those of another endpoint, or of none.
    #[error("another endpoint: the method or the path differs")]
    WrongEndpoint,
    /// Where the path should have an id, it has none.
    #[error("the path has something else where an id should stand")]
    InvalidPath,
    /// The query is not percent-encoded as it should be, or names something twice.
    #[error("the target (byte {offset}): {why}")]
    InvalidQuery {
        /// The byte of the target at which it was found.
        offset: usize,
        /// What is wrong, in words.
        why: &'static str,
    },
    /// Credentials are missing or broken.
    #[error(transparent)]
    Credentials(#[from] CredentialsFault),
    /// The input is not what this endpoint takes.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The request deviates from what the manual and real clients write, and was to be read strictly.
    #[error(transparent)]
    Deviation(Noted),
}

impl Rejection {
    /// The stable code: `wrong-endpoint`, `invalid-path`, `invalid-query`, `invalid-credentials`, that of
    /// the [malformed](Malformed::code) document, or that of the [deviation](Note::code).
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongEndpoint => "wrong-endpoint",
            Self::InvalidPath => "invalid-path",
            Self::InvalidQuery { .. } => "invalid-query",
            Self::Credentials(_) => "invalid-credentials",
            Self::Malformed(malformed) => malformed.code(),
            Self::Deviation(noted) => noted.note.code(),
        }
    }

    /// Where, as far as it can be told.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::WrongEndpoint | Self::InvalidPath => Place::new("", 0),
            Self::InvalidQuery { offset, .. } => Place::new("", *offset),
            Self::Credentials(fault) => Place::new(format!("/{}", fault.name), 0),
            Self::Malformed(malformed) => malformed.place().clone(),
            Self::Deviation(noted) => noted.place.clone(),
        }
    }

    /// What is wrong, in words, for those who print the place themselves.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::InvalidQuery { why, .. } => (*why).to_owned(),
            Self::Credentials(fault) => fault.why.to_owned(),
            Self::Malformed(malformed) => malformed.reason(),
            Self::Deviation(noted) => noted.note.describe().to_owned(),
            other => other.to_string(),
        }
    }
}
