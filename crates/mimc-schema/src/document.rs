//! A document: a schema, its name, and what it is for.

use serde_json::{Value, json};

use crate::{api, callback, message, order, vectors};

/// Where the names of the documents begin. They are names: nothing has to be served there.
const BASE: &str = "https://schemas.mimc.example";
/// The folder of the documents: their major version.
const VERSION: &str = "v1";

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Use {
    /// To check what was received: open, unknown members are let through.
    Read,
    /// To check what is sent: closed, the canonical form only.
    Write,
    /// For generators of code: a closed union.
    Codegen,
}

impl Use {
    /// The title of a document: that of one for writing says so.
    pub(crate) fn title(self, name: &str) -> String {
        format!("{}{name}", if self == Self::Write { "Strict" } else { "" })
    }

    /// The word in `index.json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Codegen => "codegen",
        }
    }
}

/// A JSON Schema of the draft 2020-12, which refers to nothing outside itself.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// Its name, such as `message.strict` or `create-topic-request`; those of requests, answers, `message` and `callback` are also
    /// those of `mimc check --as`.
    pub name: String,
    /// The folder under the version: empty, `api`, `dialects` or `vectors`.
    pub folder: &'static str,
    /// What it is for.
    pub usage: Use,
    /// The schema.
    pub schema: Value,
}

impl Document {
    /// A document of this name: `$schema` and `$id` are added, and `.strict` to the name of one for writing.
    pub(crate) fn new(name: &str, folder: &'static str, usage: Use, schema: Value) -> Self {
        let name = if usage == Use::Write { format!("{name}.strict") } else { name.to_owned() };
        let mut document = Self { name, folder, usage, schema: Value::Null };
        let mut whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": document.id(),
        });
        if let (Value::Object(whole), Value::Object(members)) = (&mut whole, schema) {
            whole.extend(members);
        }
        order::without_formats(&mut whole);
        order::sort(&mut whole);
        document.schema = whole;
        document
    }

    /// The path of its file below `schemas/`.
    #[must_use]
    pub fn path(&self) -> String {
        let Self { name, folder, .. } = self;
        let slash = if folder.is_empty() { "" } else { "/" };
        format!("{VERSION}/{folder}{slash}{name}.schema.json")
    }

    /// Its `$id`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{BASE}/{}", self.path())
    }
}

/// All documents: messages, dialects, requests and answers in the order of the endpoints, callbacks, vectors.
#[must_use]
pub fn documents() -> Vec<Document> {
    let mut documents = message::documents();
    documents.extend(api::documents());
    documents.extend(callback::documents());
    documents.extend(vectors::documents());
    documents
}
