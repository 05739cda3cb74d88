//! Whether somebody is on a blacklist.

use serde::{Deserialize, Serialize};

use crate::endpoint::Reply;

/// Whether the account is shut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IsBlack {
    /// `isBlack`: whether it is.
    pub is_black: bool,
}

impl IsBlack {
    /// Whether it is.
    #[must_use]
    pub const fn new(is_black: bool) -> Self {
        Self { is_black }
    }
}

impl Reply for IsBlack {}
