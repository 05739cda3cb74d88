//! Callbacks, derived from the type of mimc-api.

use mimc_api::callback::Callback;
use schemars::JsonSchema as _;
use serde_json::Value;

use crate::api::{finish, generator};
use crate::document::{Document, Use};
use crate::example;

/// The documents about callbacks.
pub(crate) fn documents() -> Vec<Document> {
    [Use::Read, Use::Write].map(|usage| Document::new("callback", "", usage, schema(usage))).into()
}

/// The schema of a callback.
pub(crate) fn schema(usage: Use) -> Value {
    let mut generator = generator(usage);
    let mut schema = Value::from(Callback::json_schema(&mut generator));
    schema["title"] = usage.title("Callback").into();
    let mut schema = finish(schema, &mut generator, usage);
    schema["examples"] = examples(&schema).into_iter().collect();
    schema
}

/// One between two users and one in a group: no callback has the members of both.
fn examples(schema: &Value) -> [Value; 2] {
    const OF_USERS: [&str; 5] =
        ["fromAppId", "toAppId", "toAccount", "toResource", "offlineResources"];
    const OF_GROUPS: [&str; 4] = ["appId", "topicId", "toAccounts", "offlineAccounts"];
    let without = |names: &[&str]| {
        let mut example = example::of(schema);
        if let Value::Object(members) = &mut example {
            members.retain(|name, _| !names.contains(&&**name));
        }
        example
    };
    let (of_users, mut of_group) = (without(&OF_GROUPS), without(&OF_USERS));
    of_group["msgType"] = "NORMAL_TOPIC_MSG".into();
    [of_users, of_group]
}
