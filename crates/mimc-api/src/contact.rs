//! The contact list: whom a user talked with (EVIDENCE B.6).

mod contacts;
mod delete_p2p_session;
mod delete_p2t_session;
mod list;
mod list_v2;
mod model;
mod topic_extra;
mod update_p2p_extra;
mod update_p2t_extra;
mod user_type;

pub use contacts::{AboutContacts, Contacts};
pub use delete_p2p_session::DeleteP2pSession;
pub use delete_p2t_session::DeleteP2tSession;
pub use list::ListContacts;
pub use list_v2::ListContactsV2;
pub use model::{Contact, LastMessage};
pub use topic_extra::TopicContactExtra;
pub use update_p2p_extra::UpdateP2pContactExtra;
pub use update_p2t_extra::UpdateP2tContactExtra;
pub use user_type::UserType;
