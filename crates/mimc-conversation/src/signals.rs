//! Pings and friend requests as they are shown.

use crate::fact::Fact;

/// A ping that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PendingPing {
    /// The ping.
    pub ping: Fact,
    /// How old it is, in milliseconds; 0 where the sender's clock is ahead.
    pub age: u64,
}

/// A friend request, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FriendRequest {
    /// The request.
    pub request: Fact,
    /// The answer of the one who was asked: the last, where there are several.
    pub answer: Option<FriendAnswer>,
}

/// The answer to a friend request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FriendAnswer {
    /// The response.
    pub response: Fact,
    /// Whether it is a yes.
    pub accepted: bool,
}
