//! Blacklists of groups (EVIDENCE B.7).

mod add;
mod query;
mod remove;

pub use add::AddToTopicBlacklist;
pub use query::QueryTopicBlacklist;
pub use remove::RemoveFromTopicBlacklist;
