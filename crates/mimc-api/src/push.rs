//! Pushing: messages that the server of an application sends (the manual, 推送消息; EVIDENCE B.2).

mod p2p;
mod p2p_more;
mod p2t;
mod p2t_more;
mod pushed;
mod uc_message;
mod uc_messages;
mod uc_topics;

pub use p2p::PushP2p;
pub use p2p_more::PushP2pMore;
pub use p2t::PushP2t;
pub use p2t_more::PushP2tMore;
pub use pushed::{Pushed, PushedMany};
pub use uc_message::PushUcMessage;
pub use uc_messages::PushUcMessages;
pub use uc_topics::PushUcTopics;
