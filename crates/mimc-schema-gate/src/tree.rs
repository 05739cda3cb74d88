//! The files of a `schemas/` folder, read and checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{Contract, Fault, Source};

/// One published document: its entry in the index and its schema.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Document {
    /// Its name, by which the two versions are matched.
    pub name: String,
    /// Its `$id`.
    pub id: String,
    /// Its file, below `schemas/`.
    pub path: String,
    /// What it promises.
    pub contract: Contract,
    /// All that the index says of it.
    pub entry: Map<String, Value>,
    /// The schema.
    pub schema: Value,
}

/// A `schemas/` folder.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Schemas {
    /// How messages name it.
    pub place: String,
    /// The documents by name.
    pub documents: BTreeMap<String, Document>,
    /// `openapi.json`.
    pub openapi: Option<Value>,
    /// `CHANGELOG.md`.
    pub changelog: Option<Vec<u8>>,
}

#[derive(Deserialize)]
struct Index {
    documents: Vec<Map<String, Value>>,
}

/// What every entry of the index has.
#[derive(Deserialize)]
struct Entry {
    name: String,
    id: String,
    path: String,
    contract: Contract,
}

impl Schemas {
    /// Reads `index.json` and all that it names; `None` where there is no index.
    ///
    /// # Errors
    ///
    /// [`Fault`] when a file is missing or is not what it should be.
    pub fn read(source: &Source) -> Result<Option<Self>, Fault> {
        let place = source.name();
        let Some(index) = source.read("index.json")? else { return Ok(None) };
        let index: Index = json("index.json", &index)?;
        let mut documents = BTreeMap::new();
        for entry in index.documents {
            let document = document(source, entry)?;
            let name = document.name.clone();
            if documents.insert(name.clone(), document).is_some() {
                return Err(Fault::Twice(name));
            }
        }
        let openapi = source.read("openapi.json")?;
        let openapi = openapi.map(|bytes| json("openapi.json", &bytes)).transpose()?;
        Ok(Some(Self { place, documents, openapi, changelog: source.read("CHANGELOG.md")? }))
    }
}

fn document(source: &Source, entry: Map<String, Value>) -> Result<Document, Fault> {
    let told = Value::Object(entry.clone());
    let told: Entry = serde_json::from_value(told)
        .map_err(|source| Fault::Json { file: "index.json".into(), source })?;
    let Entry { name, id, path, contract } = told;
    let Some(bytes) = source.read(&path)? else {
        return Err(Fault::Missing { file: path, place: source.name() });
    };
    let schema = schema(&path, &bytes)?;
    match schema.get("$id").and_then(Value::as_str) {
        Some(found) if found != id => Err(Fault::Id { file: path, found: found.into(), told: id }),
        _ => Ok(Document { name, id, path, contract, entry, schema }),
    }
}

fn json<T: serde::de::DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(bytes).map_err(|source| Fault::Json { file: file.into(), source })
}

fn schema(file: &str, bytes: &[u8]) -> Result<Value, Fault> {
    let schema: Value = json(file, bytes)?;
    match crate::validity::validator(&schema) {
        Ok(_) => Ok(schema),
        Err(reason) => Err(Fault::Schema { file: file.into(), reason }),
    }
}
