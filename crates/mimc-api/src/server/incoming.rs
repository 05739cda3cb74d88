//! A request that has been read.

use crate::credentials::Credentials;
use crate::endpoint::Endpoint;
use crate::note::Notes;
use crate::server::Rejection;

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
    /// A request with nothing odd about it.
    #[must_use]
    pub const fn new(ids: E::Ids, input: E, credentials: Credentials) -> Self {
        Self { ids, input, credentials, notes: Notes::new() }
    }

    /// The same request, unless it deviates from what the manual and real clients write.
    ///
    /// # Errors
    /// [`Rejection::Deviation`], with the first deviation.
    pub fn strict(self) -> Result<Self, Rejection> {
        self.notes.strict().map_err(Rejection::Deviation)?;
        Ok(self)
    }
}
