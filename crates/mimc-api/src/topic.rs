//! Groups, which MIMC calls topics (the manual, 群聊消息; EVIDENCE B.3).

mod create;
mod dismiss;
mod get;
mod invite;
mod kick;
mod list;
mod model;
mod quit;
mod update;

pub use create::CreateTopic;
pub use dismiss::DismissTopic;
pub use get::GetTopic;
pub use invite::InviteMembers;
pub use kick::KickMembers;
pub use list::ListTopics;
pub use model::{Member, Topic, TopicInfo};
pub use quit::QuitTopic;
pub use update::UpdateTopic;
