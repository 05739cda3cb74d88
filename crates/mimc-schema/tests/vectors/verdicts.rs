//! The member `schemas` of the lines: what a validator says with each document that applies.

use std::collections::BTreeMap;

use jsonschema::Validator;
use mimc_testkit::vectors::{FILES, lines, path};
use serde_json::{Map, Value};

use crate::applying::{document_text, documents};
use crate::portable;

#[test]
fn every_line_has_the_verdicts_of_its_documents() {
    let judges = Judges::new();
    for file in FILES {
        let expected: String = lines(file).into_iter().map(|line| judges.judged(line)).collect();
        let path = path(file);
        if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
            std::fs::write(&path, &expected).expect("a file that can be written");
        }
        let found = std::fs::read_to_string(&path).expect("a file");
        for (line, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(line, expected, "run the test with UPDATE=1, and look at what it changes");
        }
        assert_eq!(found, expected, "{file}: one compact JSON object a line, LF, and nothing else");
    }
}

/// A validator for each document, and one for the same as Python reads it.
struct Judges(BTreeMap<String, [Validator; 2]>);

impl Judges {
    fn new() -> Self {
        let documents = mimc_schema::documents().into_iter().map(|document| {
            let mut python = document.schema.clone();
            end_before_line_feed(&mut python);
            let validators = [&document.schema, &python].map(|schema| {
                jsonschema::draft202012::new(schema)
                    .unwrap_or_else(|why| panic!("{}: {why}", document.name))
            });
            (document.name, validators)
        });
        Self(documents.collect())
    }

    /// The line with its verdicts, as it stands in the file.
    fn judged(&self, mut line: Value) -> String {
        let verdicts = self.verdicts(&line);
        let members = line.as_object_mut().expect("an object");
        members.shift_remove("schemas");
        if let Some(verdicts) = verdicts {
            members.insert("schemas".to_owned(), verdicts.into());
        }
        format!("{line}\n")
    }

    /// What each document says; nothing where no document applies, or languages differ.
    fn verdicts(&self, line: &Value) -> Option<Map<String, Value>> {
        let bytes = document_text(line)?;
        let value = portable::parse(&bytes)?;
        let mut verdicts = Map::new();
        for name in documents(line, &bytes) {
            let [here, python] = self.0.get(&name).unwrap_or_else(|| panic!("no document {name}"));
            let verdict = here.is_valid(&value);
            if verdict != python.is_valid(&value) {
                return None;
            }
            verdicts.insert(name, verdict.into());
        }
        Some(verdicts).filter(|verdicts| !verdicts.is_empty())
    }
}

/// In Python, `$` at the end of a pattern also matches before a line feed that ends the text.
fn end_before_line_feed(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get_mut("pattern") {
                if let Some(body) = pattern.strip_suffix('$') {
                    *pattern = format!("{body}\\n?$");
                }
            }
            members.values_mut().for_each(end_before_line_feed);
        }
        Value::Array(items) => items.iter_mut().for_each(end_before_line_feed),
        _ => {}
    }
}

#[test]
fn a_line_feed_at_the_end_counts_in_python() {
    let mut schema =
        serde_json::json!({ "$defs": { "A": { "pattern": "^[0-9]$" } }, "$ref": "#/$defs/A" });
    end_before_line_feed(&mut schema);
    let python = jsonschema::draft202012::new(&schema).expect("a schema");
    assert!(python.is_valid(&"1".into()) && python.is_valid(&"1\n".into()));
    assert!(!python.is_valid(&"1\n\n".into()));
}
