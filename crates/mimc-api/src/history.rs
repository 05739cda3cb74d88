//! History: messages that the server has kept (the manual, 消息漫游; EVIDENCE B.4).
//!
//! A query covers a [`Window`] of at most 24 hours. For more, a [`Plan`] gives the windows one after the other,
//! and a [`Timeline`] takes the pages that come back.

mod added;
mod clipped;
mod p2p;
mod p2p_on_count;
mod p2p_on_count_v2;
mod p2p_on_sequence;
mod p2p_on_time;
mod p2t;
mod p2t_on_count;
mod p2t_on_count_v2;
mod p2t_on_sequence;
mod p2t_on_time;
mod p2u_on_count;
mod p2u_on_time;
mod page;
mod plan;
mod retention;
mod sequence_span;
mod stored;
mod timeline;
pub(crate) mod usual;
mod window;

pub use added::Added;
pub use clipped::Clipped;
pub use p2p::QueryP2pHistory;
pub use p2p_on_count::QueryP2pHistoryOnCount;
pub use p2p_on_count_v2::QueryP2pHistoryOnCountV2;
pub use p2p_on_sequence::QueryP2pHistoryOnSequence;
pub use p2p_on_time::QueryP2pHistoryOnTime;
pub use p2t::QueryP2tHistory;
pub use p2t_on_count::QueryP2tHistoryOnCount;
pub use p2t_on_count_v2::QueryP2tHistoryOnCountV2;
pub use p2t_on_sequence::QueryP2tHistoryOnSequence;
pub use p2t_on_time::QueryP2tHistoryOnTime;
pub use p2u_on_count::QueryP2uHistoryOnCount;
pub use p2u_on_time::QueryP2uHistoryOnTime;
pub use page::{HistoryMessage, HistoryPage};
pub use plan::Plan;
pub use retention::Retention;
pub use sequence_span::SequenceSpan;
pub use timeline::Timeline;
pub use window::Window;
