//! What a document promises, as the index says.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a document promises, and so which differences break it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Contract {
    /// `read`: what a reader must take. Its objects are open.
    Read,
    /// `write`: what a writer of this version writes, and no more.
    Write,
    /// `codegen`: a closed union to make types from.
    Codegen,
}

impl fmt::Display for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Codegen => "codegen",
        })
    }
}
