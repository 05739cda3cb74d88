//! The parts of a request.

use std::collections::HashSet;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, Uri};
use mimc_msg::{Limits, Place};

use crate::auth::{self, CredentialsFault, InBody};
use crate::check::Check;
use crate::credentials::Credentials;
use crate::endpoint::{Endpoint, Input};
use crate::invalid::Invalid;
use crate::json::{Body, Context, Malformed, Writer, name_of};
use crate::note::{Note, Notes};
use crate::pairs;
use crate::path::{self, Ids as _, Met};
use crate::query::{self, Parameter};
use crate::server::Rejection;

pub(super) fn path<E: Endpoint>(
    method: &Method,
    uri: &Uri,
    notes: &mut Notes,
) -> Result<E::Ids, Rejection> {
    let path = path::single_slash(uri.path());
    if path.len() < uri.path().len() {
        notes.add(Note::DoubleSlash, Place::new("", 0));
    }
    if E::INPUT != Input::Query && uri.query().is_some_and(|query| !query.is_empty()) {
        notes.add(Note::MembersUnknown, Place::new("", uri.path().len() + 1));
    }
    match path::meet(E::PATH, path) {
        _ if *method != E::METHOD => Err(Rejection::WrongEndpoint),
        Met::Ids(ids) => E::Ids::from_path(&ids).ok_or(Rejection::WrongEndpoint),
        Met::NoId => Err(Rejection::InvalidPath),
        Met::Not => Err(Rejection::WrongEndpoint),
    }
}

pub(super) fn query<E: Endpoint>(uri: &Uri, notes: &mut Notes) -> Result<E, Rejection> {
    let text = uri.query().unwrap_or_default();
    let start = uri.path().len() + 1;
    let invalid = |(offset, why)| Rejection::InvalidQuery { offset: start + offset, why };
    let mut parameters = query::read(text).map_err(invalid)?;
    if text.contains('+') {
        notes.add(Note::QueryPlus, Place::new("", start));
    }
    if let ([only], Some(name)) = (&mut parameters[..], E::BARE_QUERY) {
        // `?accounts` is the name with nothing behind it, not an account of that name.
        if !text.contains(['=', '&']) && only.name != name {
            // The value stands where its name should be.
            only.value = std::mem::replace(&mut only.name, name.to_owned());
            only.offset = 0;
            notes.add(Note::LegacyQuery, Place::new(format!("/{name}"), start));
        }
    }
    for parameter in &mut parameters {
        parameter.offset += start;
    }
    pairs(&parameters, notes)
}

pub(super) fn headers<E: Endpoint>(
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
    pairs(&parameters, notes)
}

/// Reads an input from names and values. Places are those of the values.
pub(super) fn pairs<E: Endpoint>(
    parameters: &[Parameter],
    notes: &mut Notes,
) -> Result<E, Rejection> {
    let mut names = HashSet::new();
    if let Some(twice) = parameters.iter().find(|parameter| !names.insert(&parameter.name)) {
        let why = "the name is there twice";
        return Err(Rejection::InvalidQuery { offset: twice.offset, why });
    }
    let move_to_value = |place: &mut Place| {
        let name = name_of(place.pointer.trim_start_matches('/'));
        let value = parameters.iter().find(|parameter| parameter.name == name);
        place.offset = value.map_or(0, |parameter| parameter.offset);
        place.length = 0;
    };
    let pairs = parameters.iter().map(|parameter| (&*parameter.name, &*parameter.value));
    let json = pairs::to_json(pairs);
    let mut found = Notes::new();
    let input = input(Body::of_own(&json), &mut found).map_err(|mut malformed| {
        move_to_value(malformed.place_mut());
        malformed
    })?;
    for mut noted in found {
        move_to_value(&mut noted.place);
        notes.add(noted.note, noted.place);
    }
    Ok(input)
}

/// Reads the input of a body, and the credentials where they travel in it.
pub(super) fn body<E: Endpoint>(
    bytes: &[u8],
    limits: Limits,
    notes: &mut Notes,
) -> Result<(E, Option<Credentials>), Rejection> {
    let body = Body::parse(bytes, limits, notes)?;
    let credentials = if E::AUTH.in_body() {
        // The input's members are unknown to this reading, and no news.
        let mut aside = Notes::new();
        let members: InBody = body.read(&mut Context::new(Writer::Client, &mut aside))?;
        let at = |CredentialsFault { name, why }| {
            Malformed::invalid(body.place(&format!("/{name}")), why)
        };
        Some(members.into_credentials(E::AUTH).map_err(at)?)
    } else {
        None
    };
    Ok((input(body, notes)?, credentials))
}

pub(super) fn input<E: Endpoint>(body: Body<'_>, notes: &mut Notes) -> Result<E, Malformed> {
    let mut context = Context::new(Writer::Client, notes);
    context.elsewhere = auth::body_members(E::AUTH);
    let input: E = body.read(&mut context)?;
    let mut check = Check::default();
    let checked = input.check(&mut check);
    body.tell(check, "", notes);
    match checked {
        Ok(()) => Ok(input),
        Err(Invalid { member, why }) => {
            Err(Malformed::invalid(body.place(&format!("/{member}")), why))
        }
    }
}

/// Notes a body that does not say that it is JSON in UTF-8.
pub(super) fn note_content_type(headers: &HeaderMap, notes: &mut Notes) {
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
