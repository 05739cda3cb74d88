//! The extra texts of stored messages (EVIDENCE B.5).

mod batch_update_p2p;
mod batch_update_p2t;
mod multi_update_p2p;
mod multi_update_p2t;
mod update_p2p;
mod update_p2p_v2;
mod update_p2t;
mod update_p2t_v2;
mod updated;

pub use batch_update_p2p::BatchUpdateP2pMessageExtra;
pub use batch_update_p2t::BatchUpdateP2tMessageExtra;
pub use multi_update_p2p::MultiUpdateP2pMessageExtra;
pub use multi_update_p2t::MultiUpdateP2tMessageExtra;
pub use update_p2p::UpdateP2pMessageExtra;
pub use update_p2p_v2::UpdateP2pMessageExtraV2;
pub use update_p2t::UpdateP2tMessageExtra;
pub use update_p2t_v2::UpdateP2tMessageExtraV2;
pub use updated::UpdatedExtra;
