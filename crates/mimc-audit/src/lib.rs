//! What the workspace promises about itself, held to what is written down: its dependencies, the Rust that it needs,
//! its public API and the entry points of that.
//!
//! Each check gives a list of findings, sentences for people; none means that all is well. The program `audit` runs
//! them and prints the findings.

#![forbid(unsafe_code)]

mod api;
mod dependencies;
mod entry;
mod markdown;
mod metadata;
mod run;
mod rust_version;
mod syntax;
mod table;

pub use crate::api::{Api, LIBRARIES, public_api};
pub use crate::dependencies::check_dependencies;
pub use crate::entry::entry_points;
pub use crate::metadata::{Metadata, metadata};
pub use crate::run::Fault;
pub use crate::rust_version::check_rust_version;
pub use crate::syntax::newer_syntax;
pub use crate::table::check_entry_points;
