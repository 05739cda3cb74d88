//! The endpoints that are served, and what is the same for all of them.

use axum::body::Bytes;
pub(crate) use axum::http::Response;
use axum::http::{Request, StatusCode};
use mimc_api::contact::ListContacts;
use mimc_api::history::{QueryP2pHistory, QueryP2pHistoryOnCount};
use mimc_api::history::{QueryP2tHistory, QueryP2tHistoryOnCount};
use mimc_api::push::{PushP2p, PushP2pMore, PushP2t, PushP2tMore};
use mimc_api::token::FetchToken;
use mimc_api::topic::{CreateTopic, DismissTopic, GetTopic, InviteMembers};
use mimc_api::topic::{KickMembers, ListTopics, QuitTopic, UpdateTopic};
use mimc_api::{ApiError, Endpoint, Ids as _, endpoints, server};

use crate::state::{APP_ID, Asker, State};

/// An endpoint that is served.
pub(crate) trait Served: Endpoint {
    /// The data of the answer. Who asks has been verified.
    fn answer(self, ids: Self::Ids, asker: Asker, state: &mut State) -> Answer<Self::Reply>;
}

pub(crate) type Answer<T> = Result<T, ApiError>;
type Serve = fn(&Request<Bytes>, &mut State) -> Answer<Response<Vec<u8>>>;

/// The endpoints that are served, by name.
pub(crate) const SERVED: [(&str, Serve); 18] = [
    entry::<FetchToken>(),
    entry::<PushP2p>(),
    entry::<PushP2pMore>(),
    entry::<PushP2t>(),
    entry::<PushP2tMore>(),
    entry::<CreateTopic>(),
    entry::<GetTopic>(),
    entry::<ListTopics>(),
    entry::<InviteMembers>(),
    entry::<QuitTopic>(),
    entry::<KickMembers>(),
    entry::<UpdateTopic>(),
    entry::<DismissTopic>(),
    entry::<QueryP2pHistory>(),
    entry::<QueryP2pHistoryOnCount>(),
    entry::<QueryP2tHistory>(),
    entry::<QueryP2tHistoryOnCount>(),
    entry::<ListContacts>(),
];

const fn entry<E: Served>() -> (&'static str, Serve) {
    (E::NAME, serve::<E>)
}

fn serve<E: Served>(request: &Request<Bytes>, state: &mut State) -> Answer<Response<Vec<u8>>> {
    let call = server::request::<E>(request).map_err(|rejection| ApiError::from(&rejection))?;
    for noted in &call.notes {
        eprintln!("{}: {noted}", E::NAME);
    }
    let asker = state.asker(&call.credentials)?;
    if E::PATH.contains("{appId}") && call.ids.to_path().first() != Some(&APP_ID.get()) {
        return Err(ApiError::new(401, "the path has another application"));
    }
    Ok(server::reply::<E>(&call.input.answer(call.ids, asker, state)?))
}

/// The answer to any request.
pub(crate) fn answer(request: &Request<Bytes>, state: &mut State) -> Response<Vec<u8>> {
    let Some(facts) = endpoints::find(request.method(), request.uri().path()) else {
        let mut answer = Response::new(b"no endpoint has this method and path\n".to_vec());
        *answer.status_mut() = StatusCode::NOT_FOUND;
        return answer;
    };
    let answer = match SERVED.iter().find(|(name, _)| *name == facts.name) {
        Some((_, serve)) => serve(request, state),
        None => Err(ApiError::new(501, format!("the stand-in does not serve {}", facts.name))),
    };
    answer.unwrap_or_else(|error| server::error(&error))
}
