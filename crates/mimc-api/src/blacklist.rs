//! Blacklists of users (EVIDENCE B.7).

mod add;
pub(crate) mod is_black;
mod query;
mod remove;

pub use add::AddToBlacklist;
pub use is_black::IsBlack;
pub use query::QueryBlacklist;
pub use remove::RemoveFromBlacklist;
