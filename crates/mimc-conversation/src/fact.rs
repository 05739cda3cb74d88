//! A message as its sender wrote it.

use std::fmt;
use std::sync::Arc;

use mimc_msg::{Account, Envelope};

use crate::content::Content;

/// A message as its sender wrote it: the envelope, and who the server says sent it.
///
/// Actions and problems name messages by it; a clone costs nothing. Facts have an order, by time first, and two are equal
/// where everything in them is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(pub(crate) Arc<Content>);

impl Fact {
    /// The message.
    #[must_use]
    pub fn envelope(&self) -> &Envelope<'static> {
        &self.0.envelope
    }

    /// Who sent it.
    #[must_use]
    pub fn sender(&self) -> &Account<'static> {
        &self.0.sender
    }
}

impl fmt::Debug for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fact")
            .field("sender", &self.sender().as_str())
            .field("envelope", self.envelope())
            .finish()
    }
}
