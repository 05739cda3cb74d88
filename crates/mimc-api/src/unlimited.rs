//! Unlimited groups, which anybody may join; MIMC calls them uctopics (EVIDENCE B.8).

mod create;
mod dismiss;
mod get;
mod list;
mod members;
mod members_page;
mod model;
mod online;
mod update;

pub use create::CreateUnlimitedTopic;
pub use dismiss::DismissUnlimitedTopic;
pub use get::GetUnlimitedTopic;
pub use list::ListUnlimitedTopics;
pub use members::ListUnlimitedMembers;
pub use members_page::{UnlimitedMember, UnlimitedMembers};
pub use model::{UnlimitedOnline, UnlimitedTopic};
pub use online::GetUnlimitedOnline;
pub use update::UpdateUnlimitedTopic;
