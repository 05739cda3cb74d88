//! Edits of a request, of what a reader takes and of what a writer writes.

use serde_json::json;

use super::{Row, gone, put};
use crate::support::edit::{REQUEST, STRICT};

#[rustfmt::skip]
pub(crate) fn read() -> Vec<Row> {
    let topic = json!({"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"], "additionalProperties": true});
    vec![
        ("new optional member", REQUEST, vec![put("/properties/mood", json!({"type": "string"}))], "ok"),
        ("new optional object", REQUEST, vec![put("/properties/parent", topic)], "ok"),
        ("optional member gone", REQUEST, vec![gone("/properties/color")], "ok"),
        ("member forbidden", REQUEST, vec![put("/properties/color", json!(false))], "w"),
        ("forbidden member allowed", REQUEST, vec![put("/properties/legacy", json!({"type": "string"}))], "r"),
        ("member required", REQUEST, vec![put("/required/-", json!("kind"))], "w"),
        ("new required member", REQUEST, vec![put("/properties/mood", json!({"type": "string"})), put("/required/-", json!("mood"))], "w"),
        ("member not required", REQUEST, vec![gone("/required/0")], "r"),
        ("pattern wider", REQUEST, vec![put("/properties/color/pattern", json!("^[0-9a-fA-F]{6}$"))], "r"),
        ("pattern narrower", REQUEST, vec![put("/properties/color/pattern", json!("^[0-9a-e]{6}$"))], "w"),
        ("pattern another", REQUEST, vec![put("/properties/color/pattern", json!("^#[0-9a-f]{6}$"))], "rw"),
        ("pattern the same in other words", REQUEST, vec![put("/properties/color/pattern", json!("^[a-f0-9]{3}[0-9a-f]{3}$"))], "ok"),
        ("pattern as lengths", REQUEST, vec![put("/properties/color/minLength", json!(6)), put("/properties/color/maxLength", json!(6))], "ok"),
        ("pattern gone", REQUEST, vec![gone("/properties/color/pattern")], "r"),
        ("word added", REQUEST, vec![put("/properties/kind/enum/-", json!("SECRET"))], "r"),
        ("word gone", REQUEST, vec![gone("/properties/kind/enum/1")], "w"),
        ("words in another order", REQUEST, vec![put("/properties/kind/enum", json!(["CLOSED", "OPEN"]))], "ok"),
        ("type takes null too", REQUEST, vec![put("/properties/topicName/type", json!(["string", "null"]))], "r"),
        ("type takes no null", REQUEST, vec![put("/properties/extra/type", json!("string"))], "w"),
        ("type as anyOf", REQUEST, vec![put("/properties/extra", json!({"anyOf": [{"type": "string"}, {"type": "null"}]}))], "ok"),
        ("another type", REQUEST, vec![put("/properties/limit/type", json!("string"))], "rw"),
        ("integer to number", REQUEST, vec![put("/properties/limit/type", json!("number"))], "r"),
        ("longest less", REQUEST, vec![put("/properties/topicName/maxLength", json!(16))], "w"),
        ("longest more", REQUEST, vec![put("/properties/topicName/maxLength", json!(64))], "r"),
        ("shortest", REQUEST, vec![put("/properties/topicName/minLength", json!(1))], "w"),
        ("minimum more", REQUEST, vec![put("/properties/limit/minimum", json!(2))], "w"),
        ("minimum gone", REQUEST, vec![gone("/properties/limit/minimum")], "r"),
        ("maximum exclusive, the same", REQUEST, vec![gone("/properties/limit/maximum"), put("/properties/limit/exclusiveMaximum", json!(201))], "ok"),
        ("more elements needed", REQUEST, vec![put("/properties/accounts/minItems", json!(2))], "w"),
        ("no element needed", REQUEST, vec![gone("/properties/accounts/minItems")], "r"),
        ("elements of another type", REQUEST, vec![put("/properties/accounts/items", json!({"type": "integer"}))], "rw"),
        ("element behind a reference", REQUEST, vec![put("/$defs/Account/maxLength", json!(32))], "w"),
        ("closed", REQUEST, vec![put("/additionalProperties", json!(false))], "w"),
        ("a part closed", REQUEST, vec![put("/$defs/Member/additionalProperties", json!(false))], "w"),
        ("wording", REQUEST, vec![put("/description", json!("Makes a topic.")), put("/properties/topicName/title", json!("Name"))], "ok"),
        ("examples", REQUEST, vec![gone("/properties/topicName/examples")], "ok"),
        ("definition renamed", REQUEST, vec![
            put("/$defs/Person", json!({"type": "object", "properties": {"account": {"$ref": "#/$defs/Account"}, "nick": {"type": "string", "maxLength": 20}}, "required": ["account"], "additionalProperties": true})),
            put("/properties/owner/$ref", json!("#/$defs/Person")), gone("/$defs/Member"),
        ], "ok"),
        ("definition that nobody uses", REQUEST, vec![put("/$defs/Later", json!({"type": "null"}))], "ok"),
        ("reference put in", REQUEST, vec![put("/properties/accounts/items", json!({"type": "string", "minLength": 1, "maxLength": 64}))], "ok"),
    ]
}

#[rustfmt::skip]
pub(crate) fn write() -> Vec<Row> {
    vec![
        ("strict: new optional member", STRICT, vec![put("/properties/mood", json!({"type": "string"}))], "ok"),
        ("strict: optional member gone", STRICT, vec![gone("/properties/color")], "w"),
        ("strict: member required", STRICT, vec![put("/required/-", json!("kind"))], "w"),
        ("strict: member not required", STRICT, vec![gone("/required/0")], "ok"),
        ("strict: opened", STRICT, vec![put("/additionalProperties", json!(true))], "ok"),
        ("strict: pattern wider", STRICT, vec![put("/properties/color/pattern", json!("^[0-9a-fA-F]{6,8}$"))], "ok"),
        ("strict: behind a reference", STRICT, vec![put("/$defs/Member/properties/nick/maxLength", json!(19))], "w"),
        ("strict: wording", STRICT, vec![gone("/title")], "ok"),
    ]
}
