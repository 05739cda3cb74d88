//! Why a folder of schemas cannot be compared.

use std::io;

/// Why a folder of schemas cannot be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// A file cannot be read.
    #[error("{file} cannot be read")]
    Read {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file that has to be there is not.
    #[error("{file} is missing in {place}")]
    Missing {
        /// The file.
        file: String,
        /// The folder or revision.
        place: String,
    },
    /// A file is not the JSON that it should be.
    #[error("{file} is malformed")]
    Json {
        /// The file.
        file: String,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// Two entries of the index have one name.
    #[error("index.json names `{0}` twice")]
    Twice(String),
    /// A file is JSON, but no JSON Schema.
    #[error("{file} is no JSON Schema: {reason}")]
    Schema {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// The file in the index and the schema in it disagree about the `$id`.
    #[error("{file} has the $id `{found}`, the index says `{told}`")]
    Id {
        /// The file.
        file: String,
        /// What the schema says.
        found: String,
        /// What the index says.
        told: String,
    },
    /// git cannot be run, or does not know the revision.
    #[error("git: {0}")]
    Git(String),
}
