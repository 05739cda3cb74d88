//! Documents and edits made at random, without a thought for how the gate looks for them.

use serde_json::{Map, Value, json};

use super::edit::put;

/// A source of choices.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    /// True `percent` times out of a hundred.
    fn percent(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// Plain values: some of everywhere, and all that stand in the schemas.
pub(crate) fn words(schemas: &[&Value]) -> Vec<Value> {
    let mut words = vec![json!(null), json!(true), json!({}), json!([]), json!(1.5), json!(-1)];
    words.extend([0, 1, 2, 100, 199, 200, 201].map(|number| json!(number)));
    for text in
        ["", "a", "ada", "0", "123", "ffffff", "FFFFFF", "abcdef0", "http://x", "https://x y"]
    {
        words.push(json!(text));
    }
    words.extend([21, 33, 65].map(|length| json!("x".repeat(length))));
    for place in schemas.iter().flat_map(|schema| scalars(schema)) {
        words.push(place);
    }
    words
}

fn scalars(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(members) => members.values().flat_map(scalars).collect(),
        Value::Array(items) => items.iter().flat_map(scalars).collect(),
        Value::String(_) | Value::Number(_) => vec![value.clone()],
        _ => Vec::new(),
    }
}

/// A document that may well be valid.
pub(crate) fn document(root: &Value, words: &[Value], dice: &mut Dice) -> Value {
    let mut document = value(root, root, words, dice);
    if dice.percent(30) {
        let places = places(&document);
        let place = dice.pick(&places).clone();
        *document.pointer_mut(&place).unwrap() = dice.pick(words).clone();
    }
    document
}

fn value(schema: &Value, root: &Value, words: &[Value], dice: &mut Dice) -> Value {
    let Value::Object(keywords) = schema else { return dice.pick(words).clone() };
    if let Some(Value::String(reference)) = keywords.get("$ref") {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap();
        return value(target, root, words, dice);
    }
    if let Some(value) = keywords.get("const") {
        return value.clone();
    }
    if let Some(values) = list(schema, "enum").filter(|values| !values.is_empty()) {
        return dice.pick(values).clone();
    }
    for union in ["anyOf", "oneOf"] {
        if let Some(branches) = list(schema, union).filter(|branches| !branches.is_empty()) {
            return value(dice.pick(branches), root, words, dice);
        }
    }
    let kind = match keywords.get("type") {
        Some(Value::Array(kinds)) if !kinds.is_empty() => dice.pick(kinds).as_str(),
        Some(Value::String(kind)) => Some(kind.as_str()),
        _ => keywords.get("properties").map(|_| "object"),
    };
    match kind {
        Some("object") => object(schema, root, words, dice),
        Some("array") => {
            let items = keywords.get("items").unwrap_or(&Value::Null);
            (0..dice.roll(4)).map(|_| value(items, root, words, dice)).collect()
        }
        Some("null") => Value::Null,
        Some("string") => word(words, dice, Value::is_string),
        Some("integer" | "number") => word(words, dice, Value::is_number),
        _ => dice.pick(words).clone(),
    }
}

fn word(words: &[Value], dice: &mut Dice, fits: fn(&Value) -> bool) -> Value {
    let fitting: Vec<&Value> = words.iter().filter(|word| fits(word)).collect();
    (*dice.pick(&fitting)).clone()
}

fn object(schema: &Value, root: &Value, words: &[Value], dice: &mut Dice) -> Value {
    let mut out = Map::new();
    let required = list(schema, "required").cloned().unwrap_or_default();
    for (name, member) in schema.get("properties").and_then(Value::as_object).into_iter().flatten()
    {
        let chance = if required.contains(&json!(name)) { 97 } else { 50 };
        if *member != json!(false) && dice.percent(chance) {
            out.insert(name.clone(), value(member, root, words, dice));
        }
    }
    for part in list(schema, "allOf").into_iter().flatten() {
        if dice.percent(20) {
            for half in ["if", "then"].iter().filter_map(|half| part.get(half)) {
                if let Value::Object(members) = value(half, root, words, dice) {
                    out.extend(members);
                }
            }
        }
    }
    if dice.percent(3) {
        out.insert("unknown".into(), dice.pick(words).clone());
    }
    Value::Object(out)
}

fn list<'a>(schema: &'a Value, keyword: &str) -> Option<&'a Vec<Value>> {
    schema.get(keyword)?.as_array()
}

/// The pointers of all values of a document.
fn places(value: &Value) -> Vec<String> {
    let mut out = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, child)| (name.replace('~', "~0").replace('/', "~1"), child))
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, child)| (index.to_string(), child)).collect()
        }
        _ => Vec::new(),
    };
    for (step, child) in children {
        out.extend(places(child).into_iter().map(|place| format!("/{step}{place}")));
    }
    out
}

/// The schema with something changed in one place, and what was done.
pub(crate) fn edited(schema: &Value, dice: &mut Dice) -> (Value, String) {
    let mut places = places(schema);
    places.retain(|place| !place.is_empty() && place != "/$schema" && place != "/$id");
    let place = dice.pick(&places).clone();
    let there = schema.pointer(&place).unwrap();
    let new = match (there, dice.roll(3)) {
        (_, 0) => None,
        (Value::Number(number), _) => {
            Some(json!(number.as_u64().unwrap_or(1) + dice.roll(3) as u64))
        }
        (Value::Bool(flag), _) => Some(json!(!flag)),
        (Value::String(text), _) => Some(match dice.roll(3) {
            0 => json!(format!("{text}x")),
            1 => dice.pick(&[json!("string"), json!("null"), json!("integer")]).clone(),
            _ => dice.pick(&[json!("^[0-9a-z]*$"), json!("^.{2,4}$"), json!("[a-f]")]).clone(),
        }),
        (Value::Array(items), _) => {
            let mut items = items.clone();
            items.push(dice.pick(&[json!("null"), json!({"type": "null"}), json!("kind")]).clone());
            Some(Value::Array(items))
        }
        (there, 1) => Some({
            let mut more = there.clone();
            let extra = [
                ("minLength", json!(2)),
                ("maxLength", json!(5)),
                ("minimum", json!(1)),
                ("required", json!(["account"])),
                ("additionalProperties", json!(false)),
                ("enum", json!(["a", "TEXT"])),
                ("type", json!(["string", "null"])),
                ("anyOf", json!([{"type": "string"}, {"type": "object"}])),
                ("not", json!({"type": "null"})),
            ];
            let (name, value) = dice.pick(&extra).clone();
            more[name] = value;
            more
        }),
        _ => Some(dice.pick(&[json!(true), json!(false), json!({"type": "string"})]).clone()),
    };
    let told = format!("{place}: {there} -> {new:?}");
    let mut out = schema.clone();
    put(&mut out, &place, new);
    (out, told)
}
