//! The names of the types that documents can be checked against.

use std::ffi::OsStr;
use std::fmt;

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr, TypedValueParser};
use clap::error::{ContextKind, ContextValue};
use mimc_api::endpoints;

/// A type that documents can be checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A message of any official dialect.
    Message,
    /// The body of a callback.
    Callback,
    /// An account by itself.
    Account,
    /// The payload of a contact's last message.
    ContactPayload,
    /// A request of the endpoint of this name.
    Request(&'static str),
    /// The body of an answer of the endpoint of this name.
    Response(&'static str),
}

impl Name {
    /// All of them, the endpoints in their order.
    fn all() -> impl Iterator<Item = Self> {
        let own = [Self::Message, Self::Callback, Self::Account, Self::ContactPayload];
        let endpoints = endpoints::all().into_iter().map(|facts| facts.name);
        own.into_iter()
            .chain(endpoints.flat_map(|name| [Self::Request(name), Self::Response(name)]))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message => f.write_str("message"),
            Self::Callback => f.write_str("callback"),
            Self::Account => f.write_str("account"),
            Self::ContactPayload => f.write_str("contact-payload"),
            Self::Request(endpoint) => write!(f, "{endpoint}-request"),
            Self::Response(endpoint) => write!(f, "{endpoint}-response"),
        }
    }
}

/// Parses a name, and lists all of them for completions: too many to print where one is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameParser;

impl TypedValueParser for NameParser {
    type Value = Name;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Name, clap::Error> {
        if let Some(name) = Name::all().find(|name| value == name.to_string().as_str()) {
            return Ok(name);
        }
        let names = PossibleValuesParser::new(Name::all().map(|name| name.to_string()));
        let Err(mut error) = names.parse_ref(command, arg, value) else { return Ok(Name::Message) };
        error.remove(ContextKind::ValidValue);
        let tip = StyledStr::from(
            "message, callback, account, contact-payload, and NAME-request and NAME-response for each \
             NAME that `mimc endpoints` lists",
        );
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
        Err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Name::all().map(|name| PossibleValue::new(name.to_string()))))
    }
}
