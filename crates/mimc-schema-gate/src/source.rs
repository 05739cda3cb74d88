//! Where the files of a `schemas/` folder come from: a folder, a revision, or memory.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::Fault;

/// Where the files of a `schemas/` folder come from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Source {
    /// A folder.
    Folder(PathBuf),
    /// `schemas/` of a revision of the git repository that `repository` is in.
    Revision {
        /// A folder of the repository.
        repository: PathBuf,
        /// What git calls the revision.
        revision: String,
    },
    /// Files by path, for tests.
    Memory(BTreeMap<String, Vec<u8>>),
}

impl Source {
    /// How messages name it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Folder(folder) => folder.display().to_string(),
            Self::Revision { revision, .. } => format!("{revision}:schemas"),
            Self::Memory(_) => "memory".into(),
        }
    }

    /// The bytes of a file, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// [`Fault::Read`] or [`Fault::Git`] when it is there and cannot be read, or when git does not
    /// know the revision.
    pub fn read(&self, file: &str) -> Result<Option<Vec<u8>>, Fault> {
        match self {
            Self::Folder(folder) => match fs::read(folder.join(file)) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(source) => Err(Fault::Read { file: file.into(), source }),
            },
            Self::Revision { repository, revision } => {
                let tree = format!("{revision}^{{tree}}");
                let known = git(repository, &["rev-parse", "--verify", "--quiet", &tree])?;
                if !known.status.success() {
                    return Err(Fault::Git(format!("`{revision}` is no revision")));
                }
                let blob = format!("{revision}:schemas/{file}");
                if !git(repository, &["cat-file", "-e", &blob])?.status.success() {
                    return Ok(None);
                }
                let shown = git(repository, &["cat-file", "blob", &blob])?;
                if shown.status.success() { Ok(Some(shown.stdout)) } else { Err(told(&shown)) }
            }
            Self::Memory(files) => Ok(files.get(file).cloned()),
        }
    }
}

/// The last tag before the present revision, or `None` where there is none.
///
/// # Errors
///
/// [`Fault::Git`] when git cannot be run or `repository` is in no repository.
pub fn last_tag(repository: &PathBuf) -> Result<Option<String>, Fault> {
    let inside = git(repository, &["rev-parse", "--git-dir"])?;
    if !inside.status.success() {
        return Err(told(&inside));
    }
    let described = git(repository, &["describe", "--tags", "--abbrev=0"])?;
    let tag = String::from_utf8_lossy(&described.stdout).trim().to_owned();
    Ok((described.status.success() && !tag.is_empty()).then_some(tag))
}

fn git(repository: &PathBuf, arguments: &[&str]) -> Result<Output, Fault> {
    let run = Command::new("git").arg("-C").arg(repository).args(arguments).output();
    run.map_err(|error| Fault::Git(error.to_string()))
}

fn told(output: &Output) -> Fault {
    Fault::Git(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}
