//! What is put together of other types.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A list that the real server writes as null where it is empty.
pub(crate) struct ListOrNull<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for ListOrNull<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}List", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        if generator.contract().is_serialize() {
            json_schema!({ "type": "array", "items": items })
        } else {
            json_schema!({ "type": ["array", "null"], "items": items })
        }
    }
}

/// A member that some clients write as null, and that we write always.
pub(crate) struct OrNull<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for OrNull<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}OrNull", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        if generator.contract().is_serialize() {
            generator.subschema_for::<T>()
        } else {
            generator.subschema_for::<Option<T>>()
        }
    }
}
