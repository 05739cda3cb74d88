//! Requests and answers, derived from the types of mimc-api.

mod request;
mod response;

use mimc_api::Endpoint;
use mimc_api::endpoints::{self, SchemaVisitor};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::document::{Document, Use};
use crate::tidy::tidy;

pub(crate) use request::request;
pub(crate) use response::response;

/// The documents of every endpoint: what it is asked, then what it answers.
pub(crate) fn documents() -> Vec<Document> {
    struct Collect(Vec<Document>);

    impl SchemaVisitor for Collect {
        fn visit<E: Endpoint<Reply: JsonSchema> + JsonSchema>(&mut self, _: &'static str) {
            for usage in [Use::Read, Use::Write] {
                self.0.push(Document::new(
                    &format!("{}-request", E::NAME),
                    "api",
                    usage,
                    request::<E>(usage),
                ));
            }
            for usage in [Use::Read, Use::Write] {
                self.0.push(Document::new(
                    &format!("{}-response", E::NAME),
                    "api",
                    usage,
                    response::<E>(usage),
                ));
            }
        }
    }

    let mut collect = Collect(Vec::new());
    endpoints::visit_schemas(&mut collect);
    collect.0
}

/// What derives schemas for this use.
pub(crate) fn generator(usage: Use) -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.meta_schema = None);
    match usage {
        Use::Write => settings.for_serialize().into_generator(),
        _ => settings.for_deserialize().into_generator(),
    }
}

/// The schema with the definitions that it refers to, tidied.
pub(crate) fn finish(mut schema: Value, generator: &mut SchemaGenerator, usage: Use) -> Value {
    let definitions: Map<String, Value> = generator.take_definitions(true);
    if !definitions.is_empty() {
        schema["$defs"] = definitions.into();
    }
    tidy(&mut schema, usage);
    schema
}
