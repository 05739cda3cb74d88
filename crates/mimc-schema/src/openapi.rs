//! The OpenAPI document: every endpoint, from the same schemas as the files.

mod components;
mod operation;
mod security;

use mimc_api::endpoints::{self, SchemaVisitor};
use mimc_api::{Base, Endpoint};
use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use components::Components;

/// The OpenAPI 3.1 document of the HTTP API, for generators of clients and of pages.
///
/// ```
/// let document = mimc_schema::openapi();
/// assert_eq!(document["paths"]["/api/topic/{appId}"]["post"]["operationId"], "createTopic");
/// ```
#[must_use]
pub fn openapi() -> Value {
    let mut collect = Collect::default();
    endpoints::visit_schemas(&mut collect);
    let Collect { paths, groups, mut components } = collect;
    components.add_messages();
    components.add_callback();
    let tags = groups.iter().map(|group| {
        let (title, about) = about(group);
        json!({ "name": tag(group), "x-displayName": title, "description": about })
    });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "MIMC HTTP API",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": Base::mimc().to_string(), "description": "MIMC" }],
        "tags": tags.collect::<Vec<_>>(),
        "paths": paths,
        "components": { "schemas": components.into_schemas(), "securitySchemes": security::schemes() },
    })
}

const ABOUT: &str = "The HTTP API of MIMC, Xiaomi's instant messaging cloud, as its manual and its real clients and server \
    have it.\n\nAn answer is good where its code is 200, whatever the HTTP status says; any other code is an error, \
    and its data null.\n\nIds of 64 bits are strings: they do not fit a JavaScript number.\n\nMIMC never looks into a \
    message: what is pushed, and what comes back as payload in base64, may be a KnownMessage or anything else.\n\nWhat \
    MIMC posts to an application is a Callback.";

#[derive(Default)]
struct Collect {
    paths: Map<String, Value>,
    groups: Vec<&'static str>,
    components: Components,
}

impl SchemaVisitor for Collect {
    fn visit<E: Endpoint<Reply: JsonSchema> + JsonSchema>(&mut self, group: &'static str) {
        if !self.groups.contains(&group) {
            self.groups.push(group);
        }
        let operation = operation::operation::<E>(&tag(group), &mut self.components);
        let method = E::METHOD.as_str().to_ascii_lowercase();
        let path = self.paths.entry(E::PATH).or_insert_with(|| json!({}));
        path[method] = operation;
    }
}

/// `message_extra`: `message-extra`.
fn tag(group: &str) -> String {
    group.replace('_', "-")
}

/// The title of a group of endpoints, and what it is about. A test names a group that has nothing here.
fn about(group: &str) -> (&'static str, &'static str) {
    match group {
        "token" => ("Tokens", "Tokens, which a user's client proves itself with."),
        "push" => ("Pushing", "Pushing messages to users and groups, as the application."),
        "topic" => ("Groups", "Groups, called topics."),
        "history" => ("History", "Stored messages."),
        "message_extra" => {
            ("Extras of messages", "A text of the application's own beside a stored message.")
        }
        "contact" => ("Contacts", "Whom a user talked with."),
        "blacklist" => ("Blacklist", "Users that a user shut out."),
        "topic_blacklist" => ("Blacklist of a group", "Users that are shut out of a group."),
        "unlimited" => ("Unlimited groups", "Unlimited groups, which anybody may join."),
        _ => ("", ""),
    }
}
