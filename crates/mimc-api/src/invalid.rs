//! Values that cannot be sent.

/// A value that would change its meaning on the way, or that MIMC does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{member}`: {why}")]
#[non_exhaustive]
pub struct Invalid {
    /// The member, by its name on the wire; empty for a value by itself.
    pub member: &'static str,
    /// What is wrong, in words.
    pub why: &'static str,
}

impl Invalid {
    /// A value that this member cannot have.
    #[must_use]
    pub const fn new(member: &'static str, why: &'static str) -> Self {
        Self { member, why }
    }

    /// The stable code: `invalid-value`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "invalid-value"
    }
}
