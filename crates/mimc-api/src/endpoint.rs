//! What an endpoint is: a struct and a few facts.

use http::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::check::Check;
use crate::credentials::Auth;
use crate::invalid::Invalid;
use crate::path::Ids;

/// An endpoint of the HTTP API. The struct is its input; everything else are facts about it.
///
/// [`client`](crate::client) and [`server`](crate::server) turn any endpoint into HTTP and back, also one of
/// your own, for what no document has:
///
/// ```
/// use http::{Method, Response};
/// use mimc_api::{Auth, Endpoint, Input, Known, Reply, client};
/// use serde::{Deserialize, Serialize};
///
/// /// Asks how many users are online.
/// #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
/// struct CountOnline {
///     region: String,
/// }
///
/// #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
/// struct Online {
///     count: u32,
/// }
///
/// impl Reply for Online {}
///
/// impl Endpoint for CountOnline {
///     const NAME: &'static str = "count-online";
///     const METHOD: Method = Method::POST;
///     const PATH: &'static str = "/api/online";
///     const AUTH: Auth = Auth::Token;
///     const INPUT: Input = Input::Body;
///     const KNOWN: Known = Known::Captured;
///     const SECTION: &'static str = "seen on 2026-11-01";
///
///     type Ids = ();
///     type Reply = Online;
/// }
///
/// let body = r#"{"code":200,"message":"success","data":{"count":"five"}}"#;
/// let error = client::reply::<CountOnline>(&Response::new(body)).unwrap_err();
/// assert_eq!(&*error.place().unwrap().pointer, "/data/count");
/// ```
pub trait Endpoint:
    Serialize + DeserializeOwned + Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static
{
    /// The name: kebab-case of the type. `NAME-request` and `NAME-response` name the documents.
    const NAME: &'static str;
    /// The HTTP method.
    const METHOD: Method;
    /// The path as the manual writes it, ids as `{appId}` and `{topicId}`. Servers also take it with and
    /// without a slash at its end.
    const PATH: &'static str;
    /// Which credentials it takes.
    const AUTH: Auth;
    /// Where the input travels.
    const INPUT: Input;
    /// How well it is known.
    const KNOWN: Known;
    /// Where it is described: a heading of the manual, or a section of docs/evidence.md.
    const SECTION: &'static str;
    /// The headers that the manual's request has beside the credentials.
    const HEADERS: &'static [(&'static str, &'static str)] = JSON;
    /// The parameter that a query without a name means, where some clients sent that.
    const BARE_QUERY: Option<&'static str> = None;
    /// A member by which data is known that comes alone, without `code` and `message` around it.
    const BARE_DATA: Option<&'static str> = None;
    /// What the server says in `message` when all is well.
    const SUCCESS: &'static str = "success";

    /// The ids in the path.
    type Ids: Ids;
    /// What `data` of a good answer holds.
    type Reply: Reply;

    /// Checks the input before it is sent and after it was read.
    ///
    /// # Errors
    /// Where a value would change its meaning on the way, or MIMC does not take it.
    fn check(&self, check: &mut Check) -> Result<(), Invalid> {
        let _ = check;
        Ok(())
    }

    /// Checks the input against the ids of the path.
    ///
    /// # Errors
    /// Where the two disagree.
    fn check_ids(&self, ids: &Self::Ids) -> Result<(), Invalid> {
        let _ = ids;
        Ok(())
    }

    /// The schema of `data` in a good answer.
    #[cfg(feature = "schemars")]
    fn reply_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema
    where
        Self::Reply: schemars::JsonSchema,
    {
        generator.subschema_for::<Self::Reply>()
    }

    /// Tells what is odd about the data of an answer. Pointers are relative to `data`.
    fn check_reply(data: &Self::Reply, check: &mut Check) {
        data.check(check);
    }
}

/// What `data` of a good answer holds.
pub trait Reply:
    Serialize + DeserializeOwned + Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static
{
    /// What null or nothing means where this should stand; None where it is an error.
    #[must_use]
    fn of_null() -> Option<Self> {
        None
    }

    /// Tells what is odd about the values. Pointers are relative to `data`.
    fn check(&self, check: &mut Check) {
        let _ = check;
    }
}

/// Nothing: `data` is null.
impl Reply for () {}

/// Where the input of an endpoint travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Input {
    /// There is none.
    Nowhere,
    /// In the query.
    Query,
    /// In headers of these names.
    Headers(&'static [&'static str]),
    /// In the body, as a JSON object.
    Body,
}

/// How well an endpoint is known (EVIDENCE).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Known {
    /// The output of a real client or server was found.
    Captured,
    /// The source of an SDK or demo writes or reads it.
    Source,
    /// Only a document describes it.
    Document,
}

impl Known {
    /// The mark in docs/evidence.md.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Captured => "C",
            Self::Source => "S",
            Self::Document => "D",
        }
    }
}

/// The header of most requests, also of those without a body.
pub(crate) const JSON: &[(&str, &str)] = &[("Content-Type", "application/json")];
/// The headers of history requests.
pub(crate) const JSON_UTF8: &[(&str, &str)] = &[
    ("Content-Type", "application/json;charset=UTF-8"),
    ("Accept", "application/json;charset=UTF-8"),
];
