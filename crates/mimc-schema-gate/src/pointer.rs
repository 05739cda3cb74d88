//! Which keywords of two schemas differ.

use serde_json::Value;

/// The JSON pointers of what differs, in order: to the deepest place where both sides have a value,
/// or to what one side only has.
pub(crate) fn differing(old: &Value, new: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(old, new, &mut String::new(), &mut found);
    found
}

fn walk(old: &Value, new: &Value, at: &mut String, found: &mut Vec<String>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Object(left), Value::Object(right)) => {
            let mut names: Vec<&String> = left.keys().chain(right.keys()).collect();
            names.sort();
            names.dedup();
            for name in names {
                inside(left.get(name), right.get(name), &escaped(name), at, found);
            }
        }
        (Value::Array(left), Value::Array(right)) if worth_a_walk(left, right) => {
            // What only moved is no difference; the rest is taken in order.
            let gone = unmatched(left, right);
            let come = unmatched(right, left);
            if gone.is_empty() && come.is_empty() {
                found.push(at.clone());
            }
            for index in 0..gone.len().max(come.len()) {
                let (was, is) = (gone.get(index), come.get(index));
                let step = is.or(was).map_or(index, |(place, _)| *place);
                let (was, is) = (was.map(|(_, value)| *value), is.map(|(_, value)| *value));
                inside(was, is, &step.to_string(), at, found);
            }
        }
        _ => found.push(at.clone()),
    }
}

/// The elements of a list that the other one does not have, with their places.
fn unmatched<'a>(list: &'a [Value], other: &[Value]) -> Vec<(usize, &'a Value)> {
    let mut other: Vec<&Value> = other.iter().collect();
    let mut left = Vec::new();
    for (place, value) in list.iter().enumerate() {
        match other.iter().position(|there| *there == value) {
            Some(found) => drop(other.swap_remove(found)),
            None => left.push((place, value)),
        }
    }
    left
}

/// A list of schemas is walked, a list of words is named as a whole.
fn worth_a_walk(left: &[Value], right: &[Value]) -> bool {
    left.iter().chain(right).all(|item| item.is_object() || item.is_boolean())
}

fn inside(
    old: Option<&Value>,
    new: Option<&Value>,
    step: &str,
    at: &mut String,
    found: &mut Vec<String>,
) {
    let length = at.len();
    at.push('/');
    at.push_str(step);
    match (old, new) {
        (Some(old), Some(new)) => walk(old, new, at, found),
        _ => found.push(at.clone()),
    }
    at.truncate(length);
}

/// A name as a step of a pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
