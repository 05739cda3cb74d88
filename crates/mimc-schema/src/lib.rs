//! JSON Schema and OpenAPI documents of MIMC messages and of the HTTP API of MIMC, and the folder that holds them.
//!
//! The documents are made from the types of [`mimc_api`] and the kinds and dialects of [`mimc_msg`]: a new
//! endpoint or kind is in all of them by itself. They are for clients that never see this crate, so they stand as
//! files in the repository's `schemas/`; its README says which file is for what.
//!
//! ```
//! let documents = mimc_schema::documents();
//! let message = documents.iter().find(|document| document.name == "message").expect("a document");
//! assert_eq!(message.path(), "v1/message.schema.json");
//! assert_eq!(message.schema["properties"]["msgId"]["$ref"], "#/$defs/MsgId");
//! ```
//!
//! # Where to look
//!
//! * The documents: [`documents`], each a [`Document`] for a [`Use`].
//! * The HTTP API: [`openapi`].
//! * The folder, byte for byte: [`files`], [`write()`], [`check`].
//!
//! # Principles
//!
//! Three views of a message, because none serves all: `message` is open, for those who read and check;
//! `message.strict` is closed, for those who write; `known-message` is a closed union with one definition for each
//! documented kind, for generators of code. Requests, answers and callbacks have the first two. Every file stands
//! alone. Ids of 64 bits are strings. What JSON Schema cannot say, the README of `schemas/` lists.

#![forbid(unsafe_code)]

mod api;
mod callback;
mod document;
mod example;

mod folder;
mod index;
mod message;
mod names;
mod openapi;

mod order;
mod tidy;
mod vectors;

pub use document::{Document, Use, documents};
pub use folder::{Drift, File, check, files, write};
pub use openapi::openapi;
