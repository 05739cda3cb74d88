//! The list of all endpoints: the one place where they are named together.

use http::Method;

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::path::{self, Met};
use crate::{
    blacklist, contact, history, message_extra, push, token, topic, topic_blacklist, unlimited,
};

/// Something to do with every endpoint, or with one that is known by its name.
pub trait Visitor {
    /// Does it with an endpoint.
    fn visit<E: Endpoint>(&mut self);
}

/// Visits every endpoint, in the order of the manual and then of docs/evidence.md.
pub fn visit_all(visitor: &mut impl Visitor) {
    visitor.visit::<token::FetchToken>();
    visitor.visit::<push::PushP2p>();
    visitor.visit::<push::PushP2pMore>();
    visitor.visit::<push::PushP2t>();
    visitor.visit::<push::PushP2tMore>();
    visitor.visit::<push::PushUcMessage>();
    visitor.visit::<push::PushUcMessages>();
    visitor.visit::<push::PushUcTopics>();
    visitor.visit::<topic::CreateTopic>();
    visitor.visit::<topic::GetTopic>();
    visitor.visit::<topic::ListTopics>();
    visitor.visit::<topic::InviteMembers>();
    visitor.visit::<topic::QuitTopic>();
    visitor.visit::<topic::KickMembers>();
    visitor.visit::<topic::UpdateTopic>();
    visitor.visit::<topic::DismissTopic>();
    visitor.visit::<history::QueryP2pHistory>();
    visitor.visit::<history::QueryP2pHistoryOnTime>();
    visitor.visit::<history::QueryP2pHistoryOnCount>();
    visitor.visit::<history::QueryP2pHistoryOnCountV2>();
    visitor.visit::<history::QueryP2pHistoryOnSequence>();
    visitor.visit::<history::QueryP2tHistory>();
    visitor.visit::<history::QueryP2tHistoryOnTime>();
    visitor.visit::<history::QueryP2tHistoryOnCount>();
    visitor.visit::<history::QueryP2tHistoryOnCountV2>();
    visitor.visit::<history::QueryP2tHistoryOnSequence>();
    visitor.visit::<history::QueryP2uHistoryOnTime>();
    visitor.visit::<history::QueryP2uHistoryOnCount>();
    visitor.visit::<message_extra::UpdateP2pMessageExtra>();
    visitor.visit::<message_extra::UpdateP2pMessageExtraV2>();
    visitor.visit::<message_extra::MultiUpdateP2pMessageExtra>();
    visitor.visit::<message_extra::BatchUpdateP2pMessageExtra>();
    visitor.visit::<message_extra::UpdateP2tMessageExtra>();
    visitor.visit::<message_extra::UpdateP2tMessageExtraV2>();
    visitor.visit::<message_extra::MultiUpdateP2tMessageExtra>();
    visitor.visit::<message_extra::BatchUpdateP2tMessageExtra>();
    visitor.visit::<contact::ListContacts>();
    visitor.visit::<contact::ListContactsV2>();
    visitor.visit::<contact::DeleteP2pSession>();
    visitor.visit::<contact::DeleteP2tSession>();
    visitor.visit::<contact::UpdateP2pContactExtra>();
    visitor.visit::<contact::UpdateP2tContactExtra>();
    visitor.visit::<blacklist::AddToBlacklist>();
    visitor.visit::<blacklist::RemoveFromBlacklist>();
    visitor.visit::<blacklist::QueryBlacklist>();
    visitor.visit::<topic_blacklist::AddToTopicBlacklist>();
    visitor.visit::<topic_blacklist::RemoveFromTopicBlacklist>();
    visitor.visit::<topic_blacklist::QueryTopicBlacklist>();
    visitor.visit::<unlimited::CreateUnlimitedTopic>();
    visitor.visit::<unlimited::DismissUnlimitedTopic>();
    visitor.visit::<unlimited::ListUnlimitedTopics>();
    visitor.visit::<unlimited::ListUnlimitedMembers>();
    visitor.visit::<unlimited::GetUnlimitedOnline>();
    visitor.visit::<unlimited::GetUnlimitedTopic>();
    visitor.visit::<unlimited::UpdateUnlimitedTopic>();
}

/// Visits the endpoint of this name; says whether there is one.
pub fn visit_named(name: &str, visitor: &mut impl Visitor) -> bool {
    struct Named<'n, V> {
        name: &'n str,
        visitor: &'n mut V,
        found: bool,
    }

    impl<V: Visitor> Visitor for Named<'_, V> {
        fn visit<E: Endpoint>(&mut self) {
            if E::NAME == self.name {
                self.found = true;
                self.visitor.visit::<E>();
            }
        }
    }

    let mut named = Named { name, visitor, found: false };
    visit_all(&mut named);
    named.found
}

/// The facts about an endpoint, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// See [`Endpoint::NAME`].
    pub name: &'static str,
    /// See [`Endpoint::METHOD`].
    pub method: Method,
    /// See [`Endpoint::PATH`].
    pub path: &'static str,
    /// See [`Endpoint::AUTH`].
    pub auth: Auth,
    /// See [`Endpoint::INPUT`].
    pub input: Input,
    /// See [`Endpoint::KNOWN`].
    pub known: Known,
    /// See [`Endpoint::SECTION`].
    pub section: &'static str,
}

impl Facts {
    /// Those about `E`.
    #[must_use]
    pub fn of<E: Endpoint>() -> Self {
        Self {
            name: E::NAME,
            method: E::METHOD,
            path: E::PATH,
            auth: E::AUTH,
            input: E::INPUT,
            known: E::KNOWN,
            section: E::SECTION,
        }
    }
}

/// The facts about every endpoint.
///
/// ```
/// let endpoints = mimc_api::endpoints::all();
/// assert_eq!(endpoints[0].name, "fetch-token");
/// assert_eq!(endpoints.len(), 55);
/// ```
#[must_use]
pub fn all() -> Vec<Facts> {
    struct Collect(Vec<Facts>);

    impl Visitor for Collect {
        fn visit<E: Endpoint>(&mut self) {
            self.0.push(Facts::of::<E>());
        }
    }

    let mut collect = Collect(Vec::new());
    visit_all(&mut collect);
    collect.0
}

/// The endpoint that a request is for, by its method and path, for servers with several.
///
/// ```
/// use http::Method;
/// use mimc_api::endpoints;
///
/// assert_eq!(endpoints::find(&Method::GET, "/api/topic/1/account").unwrap().name, "list-topics");
/// assert_eq!(endpoints::find(&Method::GET, "/api/topic/1/2/").unwrap().name, "get-topic");
/// assert!(endpoints::find(&Method::DELETE, "/api/topic/1/").is_none());
/// ```
#[must_use]
pub fn find(method: &Method, path: &str) -> Option<Facts> {
    let path = path::single_slash(path);
    all().into_iter().find(|facts| {
        facts.method == *method && matches!(path::meet(facts.path, path), Met::Ids(_))
    })
}
