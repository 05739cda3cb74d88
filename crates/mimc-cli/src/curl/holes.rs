//! What comes from the environment, and what stands for it while a request is written.

use std::collections::HashSet;
use std::env;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use super::flags;
use crate::output::Failure;

/// The least number of 20 digits.
const LEAST: u64 = 10_000_000_000_000_000_000;

/// The variables of the environment that a line refers to, each with the placeholder that the request
/// has in its place.
///
/// A placeholder is a number of 20 digits, so that it can be an id, a header's value and JSON text, and
/// needs no encoding anywhere. It is random, so that no value can contain it.
pub(super) struct Holes {
    reveal: bool,
    list: Vec<(String, &'static str)>,
    unset: HashSet<&'static str>,
}

impl Holes {
    /// With `reveal`, only variables that are not set are referred to.
    pub(super) fn new(reveal: bool) -> Self {
        Self { reveal, list: Vec::new(), unset: HashSet::new() }
    }

    /// A value for a request: that of the flag, else of the variable, or a placeholder for it.
    ///
    /// `read` must not tell the value where it refuses it. `plain` says whether the value can stand in
    /// the request as it is, without being encoded.
    pub(super) fn take<T>(
        &mut self,
        variable: &'static str,
        flag: Option<(&str, &str)>,
        read: impl Fn(&str) -> Result<T, String>,
        plain: impl Fn(&str) -> bool,
    ) -> Result<T, Failure> {
        let told = |from: &str, why: &str| Failure::Usage(format!("{from}: {why}"));
        if let Some((name, text)) = flag {
            return read(text).map_err(|why| told(&flags::of_member(name), &why));
        }
        let value = of_environment(variable)?;
        if let Some(text) = &value {
            let value = read(text).map_err(|why| told(variable, &why))?;
            if self.reveal {
                return Ok(value);
            }
            if !plain(text) {
                let why = "it has a character that must be encoded, which a shell cannot: give an account by --app-account, or use --reveal";
                return Err(told(variable, why));
            }
        }
        read(&self.placeholder(variable, value.is_some())).map_err(|why| told(variable, &why))
    }

    fn placeholder(&mut self, variable: &'static str, set: bool) -> String {
        if let Some((placeholder, _)) = self.list.iter().find(|(_, known)| *known == variable) {
            return placeholder.clone();
        }
        let random = RandomState::new().build_hasher().finish();
        let placeholder = (LEAST + random % (u64::MAX - LEAST)).to_string();
        self.list.push((placeholder.clone(), variable));
        if !set {
            self.unset.insert(variable);
        }
        placeholder
    }

    /// Each placeholder and its variable.
    pub(super) fn list(&self) -> &[(String, &'static str)] {
        &self.list
    }

    /// The variables that were to be revealed and are not set.
    pub(super) fn unset(&self) -> impl Iterator<Item = &'static str> {
        let told = self.list.iter().map(|(_, variable)| *variable);
        told.filter(|variable| self.reveal && self.unset.contains(variable))
    }
}

/// Whether a variable is set, to whatever.
pub(super) fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// The value of a variable; an empty one counts as none.
fn of_environment(variable: &str) -> Result<Option<String>, Failure> {
    match env::var(variable) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => {
            Err(Failure::Usage(format!("{variable}: it is not UTF-8")))
        }
    }
}
