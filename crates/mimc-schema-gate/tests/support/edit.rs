//! Edits of the fixtures.

use std::collections::BTreeMap;
use std::path::Path;

use mimc_schema_gate::{Schemas, Source};
use serde_json::{Value, json};

pub(crate) const REQUEST: &str = "v1/api/create-topic-request.schema.json";
pub(crate) const STRICT: &str = "v1/api/create-topic-request.strict.schema.json";
pub(crate) const ANSWER: &str = "v1/api/topic-answer.schema.json";
pub(crate) const ENVELOPE: &str = "v1/message/envelope.schema.json";
pub(crate) const KNOWN: &str = "v1/message/known-message.schema.json";
pub(crate) const INDEX: &str = "index.json";
pub(crate) const OPENAPI: &str = "openapi.json";

/// A `schemas/` folder in memory.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The fixtures as they are.
pub(crate) fn fixtures() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = [REQUEST, STRICT, ANSWER, ENVELOPE, KNOWN, INDEX, OPENAPI, "CHANGELOG.md"];
    files.map(|file| (file.to_owned(), std::fs::read(folder.join(file)).unwrap())).into()
}

/// Reads a folder in memory.
pub(crate) fn read(files: &Files) -> Schemas {
    Schemas::read(&Source::Memory(files.clone())).unwrap().unwrap()
}

pub(crate) fn parsed(files: &Files, file: &str) -> Value {
    serde_json::from_slice(&files[file]).unwrap()
}

/// Changes a file: each value is put where its pointer says, or taken away where it is `None`.
/// `-` at the end of a pointer puts it behind the last element.
#[track_caller]
pub(crate) fn edit(files: &mut Files, file: &str, edits: &[(&str, Option<Value>)]) {
    let mut document = parsed(files, file);
    for (pointer, value) in edits {
        put(&mut document, pointer, value.clone());
    }
    files.insert(file.into(), serde_json::to_vec(&document).unwrap());
}

#[track_caller]
pub(crate) fn put(document: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    let last = last.replace("~1", "/").replace("~0", "~");
    match (document.pointer_mut(parent).expect(pointer), value) {
        (Value::Object(members), Some(value)) => drop(members.insert(last, value)),
        (Value::Object(members), None) => drop(members.remove(&last).expect(pointer)),
        (Value::Array(items), Some(value)) if last == "-" => items.push(value),
        (Value::Array(items), Some(value)) => items[last.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
        (other, _) => panic!("{pointer} is in {other}"),
    }
}

/// A folder with one document.
pub(crate) fn single(schema: &Value, contract: &str) -> Files {
    let entry = json!({"name": "it", "id": "urn:it", "path": "it.json", "contract": contract});
    let index = json!({ "documents": [entry] });
    let files = [(INDEX, &index), ("it.json", schema)];
    files.map(|(file, value)| (file.to_owned(), value.to_string().into_bytes())).into()
}
