//! The flags of an endpoint: one for each id of the path and each member of the input, and those of the
//! credentials.

use clap::ArgMatches;
use mimc_api::Endpoint;

use super::members::{self, Member};
use crate::output::Failure;

pub(super) const APP_ID: &str = "appId";
pub(super) const APP_KEY: &str = "appKey";
pub(super) const APP_ACCOUNT: &str = "appAccount";
pub(super) const AUTH: &str = "auth";
/// Flags that people try and that there must not be: their values would stay in the shell's history.
pub(super) const SECRETS: &[(&str, &str)] =
    &[("token", "MIMC_TOKEN"), ("appSecret", "MIMC_APP_SECRET")];

/// The names of the ids in the path.
pub(super) fn in_path<E: Endpoint>() -> impl Iterator<Item = &'static str> {
    E::PATH.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// The members of the input but for those that repeat an id of the path.
pub(super) fn in_input<E: Endpoint>() -> Vec<Member> {
    let mut members = members::of::<E>();
    members.retain(|member| in_path::<E>().all(|name| name != member.name));
    members
}

/// `topic-name` of `topicName`.
pub(super) fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

/// The flag of a member, as people type it.
pub(super) fn of_member(name: &str) -> String {
    format!("--{}", kebab(name))
}

/// The flag of the member that a JSON pointer leads into.
pub(super) fn of_pointer(pointer: &str) -> String {
    of_member(pointer.split('/').nth(1).unwrap_or_default())
}

/// The flags that were given for an endpoint.
pub(crate) struct Flags<'m>(&'m ArgMatches);

impl<'m> Flags<'m> {
    /// Refuses secrets.
    pub(crate) fn new(matches: &'m ArgMatches) -> Result<Self, Failure> {
        let flags = Self(matches);
        match SECRETS.iter().find(|(name, _)| flags.one(name).is_some()) {
            Some((name, variable)) => Err(Failure::Usage(format!(
                "{} is not taken, since a secret would stay in the shell's history; set {variable}",
                of_member(name)
            ))),
            None => Ok(flags),
        }
    }

    /// The texts of a flag, in the order in which they were given.
    pub(super) fn all(&self, name: &str) -> Vec<&'m str> {
        match self.0.try_get_many::<String>(name) {
            Ok(Some(texts)) => texts.map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The text of a flag that can be given once.
    pub(super) fn one(&self, name: &str) -> Option<&'m str> {
        self.all(name).first().copied()
    }

    /// `token` or `app`, where it was said.
    pub(super) fn auth(&self) -> Option<&'m str> {
        self.one(AUTH)
    }

    /// A flag that was given and is about the application's credentials.
    pub(super) fn of_app(&self) -> Option<&'static str> {
        [APP_KEY, APP_ACCOUNT].into_iter().find(|name| self.one(name).is_some())
    }
}
