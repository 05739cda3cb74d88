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

/// Lists every endpoint by the module of its group.
macro_rules! endpoints {
    ($($group:ident: $($endpoint:ident),*;)*) => {
        /// Visits every endpoint, in the order of the manual and then of docs/evidence.md.
        pub fn visit_all(visitor: &mut impl Visitor) {
            $($(visitor.visit::<$group::$endpoint>();)*)*
        }

        /// Visits every endpoint, in the order of [`visit_all`].
        #[cfg(feature = "schemars")]
        pub fn visit_schemas(visitor: &mut impl SchemaVisitor) {
            $($(visitor.visit::<$group::$endpoint>(stringify!($group));)*)*
        }
    };
}

endpoints! {
    token: FetchToken;
    push: PushP2p, PushP2pMore, PushP2t, PushP2tMore, PushUcMessage, PushUcMessages, PushUcTopics;
    topic: CreateTopic, GetTopic, ListTopics, InviteMembers, QuitTopic, KickMembers, UpdateTopic,
        DismissTopic;
    history: QueryP2pHistory, QueryP2pHistoryOnTime, QueryP2pHistoryOnCount,
        QueryP2pHistoryOnCountV2, QueryP2pHistoryOnSequence, QueryP2tHistory,
        QueryP2tHistoryOnTime, QueryP2tHistoryOnCount, QueryP2tHistoryOnCountV2,
        QueryP2tHistoryOnSequence, QueryP2uHistoryOnTime, QueryP2uHistoryOnCount;
    message_extra: UpdateP2pMessageExtra, UpdateP2pMessageExtraV2, MultiUpdateP2pMessageExtra,
        BatchUpdateP2pMessageExtra, UpdateP2tMessageExtra, UpdateP2tMessageExtraV2,
        MultiUpdateP2tMessageExtra, BatchUpdateP2tMessageExtra;
    contact: ListContacts, ListContactsV2, DeleteP2pSession, DeleteP2tSession,
        UpdateP2pContactExtra, UpdateP2tContactExtra;
    blacklist: AddToBlacklist, RemoveFromBlacklist, QueryBlacklist;
    topic_blacklist: AddToTopicBlacklist, RemoveFromTopicBlacklist, QueryTopicBlacklist;
    unlimited: CreateUnlimitedTopic, DismissUnlimitedTopic, ListUnlimitedTopics,
        ListUnlimitedMembers, GetUnlimitedOnline, GetUnlimitedTopic, UpdateUnlimitedTopic;
}

/// Something to do with every endpoint that needs the schemas of its input and its answer.
#[cfg(feature = "schemars")]
pub trait SchemaVisitor {
    /// Does it with an endpoint of the group, the name of its module.
    fn visit<E: Endpoint<Reply: schemars::JsonSchema> + schemars::JsonSchema>(
        &mut self,
        group: &'static str,
    );
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
