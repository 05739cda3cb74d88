//! The folder `schemas/`: its generated files, byte for byte.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

use crate::document::documents;
use crate::index::index;
use crate::openapi::openapi;

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name of the document in it; `openapi` and `index` for those.
    pub name: String,
    /// Its path below `schemas/`, with `/` between folders.
    pub path: String,
    /// Its text: JSON, indented by two blanks, LF, a line end behind it.
    pub text: String,
}

/// All generated files.
#[must_use]
pub fn files() -> Vec<File> {
    let documents = documents();
    let file = |name: &str, path, json: &Value| File {
        name: name.to_owned(),
        path,
        text: format!("{json:#}\n"),
    };
    let mut files: Vec<File> = documents
        .iter()
        .map(|document| file(&document.name, document.path(), &document.schema))
        .collect();
    files.push(file("openapi", "openapi.json".to_owned(), &openapi()));
    files.push(file("index", "index.json".to_owned(), &index(&documents)));
    files
}

/// Writes the generated files into a folder, and removes generated files that are no longer made.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    for drift in check(folder)? {
        let path = folder.join(drift.path());
        match drift {
            Drift::Obsolete(_) => fs::remove_file(path)?,
            Drift::Missing(file) | Drift::Changed(file) => {
                if let Some(parent) = path.parent() {
                    fs::create_dir_all(parent)?;
                }
                fs::write(path, file.text)?;
            }
        }
    }
    Ok(())
}

/// How a folder differs from what is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Drift {
    /// The file is not there.
    Missing(File),
    /// The file has another text.
    Changed(File),
    /// A schema that is not made any more: its path.
    Obsolete(String),
}

impl Drift {
    /// The path below the folder.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Missing(file) | Self::Changed(file) => &file.path,
            Self::Obsolete(path) => path,
        }
    }

    /// What is the matter, in a word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Changed(_) => "changed",
            Self::Obsolete(_) => "obsolete",
        }
    }
}

/// Compares a folder with what is generated. Files that are not generated, such as the vectors, are left out.
///
/// # Errors
/// Where a file cannot be read.
pub fn check(folder: &Path) -> io::Result<Vec<Drift>> {
    let files = files();
    let made: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
    let mut drifts = Vec::new();
    for file in files {
        match fs::read(folder.join(&file.path)) {
            Ok(bytes) if bytes == file.text.as_bytes() => {}
            Ok(_) => drifts.push(Drift::Changed(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                drifts.push(Drift::Missing(file));
            }
            Err(error) => return Err(error),
        }
    }
    let found = schemas_in(folder, &folder.join("v1"))?;
    drifts.extend(found.into_iter().filter(|path| !made.contains(path)).map(Drift::Obsolete));
    Ok(drifts)
}

/// The schema files below a folder, by their paths.
fn schemas_in(root: &Path, folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error),
    };
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(schemas_in(root, &path)?);
        } else if path.to_string_lossy().ends_with(".schema.json") {
            let below = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            found.push(parts.join("/"));
        }
    }
    Ok(found)
}
