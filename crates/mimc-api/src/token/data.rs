//! What fetching a token answers.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::answer::Answer;
use crate::endpoint::Reply;
use crate::ids::{AppId, Uuid};
use crate::note::Note;
use crate::secret::{SecurityKey, Token};
use crate::wire;

/// What a user's client needs to speak with MIMC (the manual, 安全认证).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenData {
    /// `appId`: the application.
    pub app_id: AppId,
    /// `appPackage`: its package. The Java SDK refuses null (EVIDENCE B.1).
    pub app_package: Option<String>,
    /// `appAccount`: the user.
    pub app_account: Account,
    /// `miChid`: the number of the service, always 9.
    #[serde(with = "wire::number")]
    #[cfg_attr(feature = "schemars", schemars(with = "u32"))]
    pub mi_chid: u32,
    /// `miUserId`: the user, as MIMC numbers them.
    pub mi_user_id: Uuid,
    /// `miUserSecurityKey`: the key of the user's session.
    #[serde(serialize_with = "SecurityKey::write")]
    #[cfg_attr(feature = "schemars", schemars(with = "SecurityKey"))]
    pub mi_user_security_key: SecurityKey,
    /// `token`: what the user's client proves itself with.
    #[serde(serialize_with = "Token::write")]
    #[cfg_attr(feature = "schemars", schemars(with = "Token"))]
    pub token: Token,
    /// `regionBucket`: which servers, such as 154 (later).
    #[serde(default, with = "wire::number::option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<u32>"))]
    pub region_bucket: Option<u32>,
    /// `feDomainName`: the host that clients connect to (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fe_domain_name: Option<String>,
    /// `relayDomainName`: the host that calls are relayed by (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relay_domain_name: Option<String>,
    /// `ppsMiotDomainName`: a host that only the C++ SDK reads (later).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pps_miot_domain_name: Option<String>,
}

impl TokenData {
    /// The number of the service, `miChid`.
    pub const CHID: u32 = 9;

    /// A token for a user, in the manual's members.
    #[must_use]
    pub const fn new(
        app_id: AppId,
        app_account: Account,
        mi_user_id: Uuid,
        mi_user_security_key: SecurityKey,
        token: Token,
    ) -> Self {
        Self {
            app_id,
            app_package: Some(String::new()),
            app_account,
            mi_chid: Self::CHID,
            mi_user_id,
            mi_user_security_key,
            token,
            region_bucket: None,
            fe_domain_name: None,
            relay_domain_name: None,
            pps_miot_domain_name: None,
        }
    }
}

impl Reply for TokenData {}

impl Answer<TokenData> {
    /// Notes it where the answer is about another application than this one.
    ///
    /// A JavaScript proxy that reads the id as a number rounds it: 2882303761517669588 becomes …400, and
    /// clients that compare the two refuse the token.
    #[must_use]
    pub fn asked_for(mut self, app_id: AppId) -> Self {
        if self.data.app_id != app_id {
            self.notes.add(Note::AppIdDiffers, mimc_msg::Place::new("/data/appId", 0));
        }
        self
    }
}
