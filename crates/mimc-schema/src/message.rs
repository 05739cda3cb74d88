//! The message: the manual's envelope, open and strict; the known kinds; the other dialects.
//!
//! Written by hand, since no Rust type has this shape: the payload follows from `msgType`, which is a grammar. The
//! laws in `tests/agreement` hold it to what mimc-msg decodes.

mod dialect;
mod encoded;
mod envelope;
mod known;
mod parts;

use mimc_msg::{Dialect, Flag as _};

use crate::document::{Document, Use};

pub(crate) use known::names;
pub(crate) use known::schema as known;

/// The documents about messages.
pub(crate) fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for usage in [Use::Read, Use::Write] {
        documents.push(Document::new(
            "message",
            "",
            usage,
            dialect::schema(Dialect::MANUAL_V1, usage),
        ));
    }
    documents.push(Document::new("known-message", "", Use::Codegen, known::schema()));
    // The first dialect of the manual is `message`.
    for dialect in Dialect::ALL.iter().filter(|dialect| **dialect != Dialect::MANUAL_V1) {
        for usage in [Use::Read, Use::Write] {
            let schema = dialect::schema(*dialect, usage);
            documents.push(Document::new(dialect.name(), "dialects", usage, schema));
        }
    }
    documents
}
