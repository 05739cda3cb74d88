//! JSON as far as messages need it: a checking scanner, spans, escapes, raw text.
//!
//! RFC 8259, and stricter where readers would disagree (duplicate names, lone surrogates,
//! depth). serde_json remains the referee: `tests/referee.rs` holds the two equal.

pub(crate) mod digits;
pub(crate) mod escape;
pub(crate) mod fault;
pub(crate) mod items;
mod lanes;
pub(crate) mod names;
pub(crate) mod object;
pub(crate) mod plain;
pub(crate) mod pointer;
pub(crate) mod raw;
pub(crate) mod same;
pub(crate) mod scan;
pub(crate) mod string;
pub(crate) mod value;

/// The deepest nesting that any limit allows; the outermost object has depth 1.
pub(crate) const MAX_DEPTH: usize = crate::limits::Limits::MAX.depth as usize;
