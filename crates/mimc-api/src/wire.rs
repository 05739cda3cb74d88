//! Odd spellings on the wire, one file each: what is read, what is written, and who sends it.

#![allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands values to `serialize` so"
)]

pub(crate) mod code;
pub(crate) mod comma_list;
pub(crate) mod count;
pub(crate) mod flag;
pub(crate) mod list;
pub(crate) mod marker;
pub(crate) mod millis;
pub(crate) mod number;
pub(crate) mod topic_name;
