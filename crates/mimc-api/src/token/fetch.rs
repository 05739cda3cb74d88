//! `POST /api/account/token`

use http::Method;
use serde::{Deserialize, Serialize};

use crate::credentials::Auth;
use crate::endpoint::{Endpoint, Input, Known};
use crate::token::data::TokenData;

/// Fetches a token for a user, as the server of the application.
///
/// The client of the user gets the answer as it came: see [`pass_on`](crate::token::pass_on).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FetchToken {
    /// `regionKey`: where the user is, such as `REGION_CN` (later documents).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_key: Option<String>,
}

impl FetchToken {
    /// Asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self { region_key: None }
    }
}

impl Endpoint for FetchToken {
    const NAME: &'static str = "fetch-token";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/account/token";
    const AUTH: Auth = Auth::AppForAccount;
    const INPUT: Input = Input::Body;
    const KNOWN: Known = Known::Captured;
    const SECTION: &'static str = "安全认证";
    const BARE_DATA: Option<&'static str> = Some("token");

    type Ids = ();
    type Reply = TokenData;
}
