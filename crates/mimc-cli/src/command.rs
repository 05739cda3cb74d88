//! The commands, one file each.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod curl;
pub(crate) mod decode;
pub(crate) mod detect;
pub(crate) mod encode;
pub(crate) mod endpoints;
pub(crate) mod explain;
pub(crate) mod logdiff;
pub(crate) mod man;
pub(crate) mod new;
pub(crate) mod schema;
pub(crate) mod scrub;
pub(crate) mod thread;
