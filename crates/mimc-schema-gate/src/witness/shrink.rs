//! Makes a document smaller as long as it still tells two schemas apart.

use serde_json::{Value, json};

use super::edit::places;

/// The smallest document that leaving out and shortening leads to.
pub(super) fn shrink(mut document: Value, separates: &dyn Fn(&Value) -> bool) -> Value {
    while let Some(smaller) = smaller(&document).into_iter().find(|smaller| separates(smaller)) {
        document = smaller;
    }
    document
}

fn smaller(document: &Value) -> Vec<Value> {
    let mut out = Vec::new();
    for place in places(document) {
        let mut offer = |value: Value| {
            let mut copy = document.clone();
            if let Some(there) = copy.pointer_mut(&place) {
                *there = value;
                out.push(copy);
            }
        };
        match document.pointer(&place) {
            Some(Value::Object(members)) => {
                for name in members.keys() {
                    let mut fewer = members.clone();
                    fewer.remove(name);
                    offer(Value::Object(fewer));
                }
            }
            Some(Value::Array(items)) => {
                for index in 0..items.len().min(2) {
                    let mut fewer = items.clone();
                    fewer.remove(index);
                    offer(Value::Array(fewer));
                }
            }
            Some(Value::String(text)) => {
                let length = text.chars().count();
                if length > 0 {
                    offer(json!(text.chars().take(length / 2).collect::<String>()));
                    offer(json!(text.chars().take(length - 1).collect::<String>()));
                }
            }
            _ => {}
        }
    }
    out
}
