//! The ids and the input of a request, from the texts of flags.

use mimc_api::{Endpoint, Ids as _, Notes, TopicId, server};
use mimc_msg::RawJson;
use serde_json::Value;

use super::credentials;
use super::flags::{self, APP_ID, Flags};
use super::holes::Holes;
use super::members::{self, Form, Member};
use crate::output::Failure;

/// The ids of the path. The application's own may come from the environment.
pub(super) fn ids<E: Endpoint>(flags: &Flags<'_>, holes: &mut Holes) -> Result<E::Ids, Failure> {
    let id = |name| match (name, flags.one(name)) {
        (APP_ID, _) => credentials::app_id(flags, holes).map(mimc_api::AppId::get),
        (name, text) => {
            let id = text.unwrap_or_default().parse().map(TopicId::get);
            id.map_err(|why| Failure::Usage(format!("{}: {why}", flags::of_member(name))))
        }
    };
    let ids = flags::in_path::<E>().map(id).collect::<Result<Vec<u64>, _>>()?;
    E::Ids::from_path(&ids).ok_or_else(|| Failure::Usage(format!("{} has other ids", E::PATH)))
}

/// The input, and what is odd about it.
pub(super) fn read<E: Endpoint>(flags: &Flags<'_>) -> Result<(E, Notes), Failure> {
    let given = flags::in_input::<E>().into_iter().filter_map(|member| {
        let texts = flags.all(member.name);
        let name = Value::from(member.name);
        (!texts.is_empty()).then(|| format!("{name}:{}", json(member, &texts)))
    });
    let object = format!("{{{}}}", given.collect::<Vec<_>>().join(","));
    server::input::<E>(object.as_bytes()).map_err(|malformed| {
        let flag = flags::of_member(members::first(&malformed));
        Failure::Usage(format!("{flag}: {}", malformed.reason()))
    })
}

/// The JSON text of a member's value.
fn json(member: Member, texts: &[&str]) -> String {
    match (member.form, texts) {
        (Form::Flag, [text]) => (*text).to_owned(),
        (Form::Json, [text]) if RawJson::parse(text).is_ok() => (*text).to_owned(),
        (Form::List, [text]) if text.starts_with('[') && RawJson::parse(text).is_ok() => {
            (*text).to_owned()
        }
        (Form::List, [text]) => text.split(',').collect::<Value>().to_string(),
        (Form::List, texts) => texts.iter().copied().collect::<Value>().to_string(),
        (_, texts) => Value::from(texts.concat()).to_string(),
    }
}
