#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod close;
mod closing;
mod compare;
mod contract;
mod difference;
mod document;
mod facts;
mod fault;
mod keyword;
mod language;
mod openapi;
mod plain;
mod pointer;
mod print;
mod prove;
mod report;
mod source;
mod tree;
mod validity;
mod witness;

pub use close::close;
pub use compare::compare;
pub use contract::Contract;
pub use fault::Fault;
pub use report::{Change, Changelog, Finding, Report, Verdict};
pub use source::{Source, last_tag};
pub use tree::{Document, Schemas};
