//! Callbacks that were verified, and those that were not, as two types.

use crate::callback::model::Callback;
use crate::note::{Noted, Notes};

/// A callback that anybody may have posted.
///
/// What acts on callbacks should take a [`Verified`] one.
///
/// ```compile_fail
/// use mimc_api::callback::{self, Verified};
///
/// fn act_on(callback: &Verified) {}
/// act_on(&callback::read(br#"{"msgType":"NORMAL_MSG","payload":"aGk="}"#).unwrap());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unverified {
    callback: Callback,
    notes: Notes,
}

impl Unverified {
    pub(super) const fn new(callback: Callback, notes: Notes) -> Self {
        Self { callback, notes }
    }

    /// What it says. None of it may be believed.
    #[must_use]
    pub const fn peek(&self) -> &Callback {
        &self.callback
    }

    /// What was odd about it.
    #[must_use]
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The same callback, unless it deviates from what the documents say.
    ///
    /// # Errors
    /// The first deviation.
    pub fn strict(self) -> Result<Self, Noted> {
        self.notes.strict()?;
        Ok(self)
    }

    /// Takes the caller's word that it is genuine: for callbacks of 2018, which prove nothing, behind a proxy
    /// that lets only MIMC through.
    #[must_use]
    pub fn assume_verified(self) -> Verified {
        Verified { callback: self.callback, notes: self.notes }
    }

    /// The callback, which was found to be genuine; and what was odd about its proof.
    #[cfg(feature = "verify")]
    pub(super) fn verified(&self, odd: Option<Noted>) -> Verified {
        let mut notes = self.notes.clone();
        notes.extend(odd);
        Verified { callback: self.callback.clone(), notes }
    }
}

/// A callback that was verified, or that somebody vouched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    callback: Callback,
    notes: Notes,
}

impl Verified {
    /// What it says.
    #[must_use]
    pub const fn callback(&self) -> &Callback {
        &self.callback
    }

    /// What was odd about it and its proof.
    #[must_use]
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The same callback, unless it or its proof deviates from what the documents say.
    ///
    /// # Errors
    /// The first deviation.
    pub fn strict(self) -> Result<Self, Noted> {
        self.notes.strict()?;
        Ok(self)
    }

    /// What it says.
    #[must_use]
    pub fn into_callback(self) -> Callback {
        self.callback
    }
}
