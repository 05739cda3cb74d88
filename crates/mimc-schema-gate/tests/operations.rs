//! Edits of `openapi.json` and what they do.

mod support;

use serde_json::{Value, json};
use support::check::compared;
use support::edit::{OPENAPI, edit, fixtures};

/// The findings on one edited operation, a line each.
#[track_caller]
fn findings(edits: &[(&str, Option<Value>)]) -> Vec<String> {
    let mut files = fixtures();
    edit(&mut files, OPENAPI, edits);
    let changes = compared(&files).changes;
    let all = changes.iter().flat_map(|change| {
        let told = move |finding: &mimc_schema_gate::Finding| {
            format!("{}: {}: {}", change.name, finding.verdict, finding.why)
        };
        change.findings.iter().map(told)
    });
    all.collect()
}

#[track_caller]
fn gives(edits: &[(&str, Option<Value>)], expected: &[&str]) {
    assert_eq!(findings(edits), expected);
}

const CREATE: &str = "/paths/~1api~1topic~1{appId}/post";
const GET: &str = "/paths/~1api~1topic~1{appId}~1{topicId}/get";

fn at(operation: &str, rest: &str) -> String {
    format!("{operation}{rest}")
}

#[test]
fn operations_come_and_go() {
    let get = "GET /api/topic/{appId}/{topicId}";
    gives(
        &[(GET, None)],
        &[
            &format!("{get}: breaking for readers: it is gone"),
            &format!("{get}: breaking for writers: it is gone"),
        ],
    );
    gives(
        &[("/paths/~1api~1all", Some(json!({"get": {"operationId": "all"}})))],
        &["GET /api/all: compatible: it is new"],
    );
}

#[test]
fn another_name_breaks_generated_code_only() {
    let found = findings(&[(&at(GET, "/operationId"), Some(json!("readTopic")))]);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("breaking for writers: its operationId was \"getTopic\""),
        "{found:?}"
    );
}

#[test]
fn parameters() {
    let get = "GET /api/topic/{appId}/{topicId}";
    let page = |text: &str| format!("{get}: {text}");
    gives(
        &[(&at(GET, "/parameters/0"), None)],
        &[&page("breaking for writers: the query parameter `page` is gone")],
    );
    gives(
        &[(&at(GET, "/parameters/0/required"), Some(json!(true)))],
        &[&page("breaking for writers: the query parameter `page` is required now")],
    );
    let size = |required| json!({"name": "size", "in": "query", "required": required, "schema": {"type": "integer"}});
    gives(
        &[(&at(GET, "/parameters/-"), Some(size(true)))],
        &[&page("breaking for writers: the query parameter `size` is new and required")],
    );
    gives(
        &[(&at(GET, "/parameters/-"), Some(size(false)))],
        &[&page("compatible: the query parameter `size` is new and optional")],
    );
    gives(
        &[(&at(GET, "/parameters/0/schema/maximum"), Some(json!(50)))],
        &[&page("breaking for writers: the query parameter `page` may be fewer than before")],
    );
    gives(
        &[(&at(GET, "/parameters/0/explode"), Some(json!(false)))],
        &[&page("breaking for writers: the query parameter `page` is written in another form")],
    );
}

#[test]
fn a_parameter_behind_a_reference() {
    let pattern = "/components/parameters/topicId/schema/pattern";
    let found = findings(&[(pattern, Some(json!("^[0-9a-z]+$")))]);
    assert_eq!(found.len(), 2, "two operations refer to it: {found:?}");
    assert!(
        found[0].ends_with(
            "breaking for readers: the path parameter `topicId` may be more than before"
        )
    );
}

#[test]
fn who_may_call() {
    let create = "POST /api/topic/{appId}";
    let lost = "breaking for writers: a caller with the proof that was enough is turned away: security changed";
    let more = "breaking for readers: a proof that is enough now was not: security changed";
    gives(&[(&at(CREATE, "/security/0"), None)], &[&format!("{create}: {lost}")]);
    gives(
        &[(&at(CREATE, "/security/-"), Some(json!({"appKey": []})))],
        &[&format!("{create}: {more}")],
    );
    let all = findings(&[("/security", Some(json!([])))]);
    assert_eq!(all.len(), 2, "two operations say nothing of their own: {all:?}");
    let scheme = findings(&[("/components/securitySchemes/token/name", Some(json!("Token")))]);
    assert_eq!(scheme.len(), 2, "{scheme:?}");
}

#[test]
fn bodies_and_answers() {
    let create = "POST /api/topic/{appId}";
    let json_body = at(CREATE, "/requestBody/content/application~1json/schema/$ref");
    gives(
        &[(&json_body, Some(json!("v1/api/topic-answer.schema.json")))],
        &[&format!("{create}: undecided: the body refers to another schema")],
    );
    gives(
        &[(&at(CREATE, "/requestBody/required"), None)],
        &[&format!(
            "{create}: breaking for readers: the body is optional, and the old version needs it"
        )],
    );
    gives(
        &[(&at(CREATE, "/responses/404"), Some(json!({"description": "None."})))],
        &[&format!("{create}: breaking for readers: the answer 404 is new")],
    );
    let done = ("/components/responses/Done/content", Some(json!({"text/plain": {}})));
    let delete = "DELETE /api/topic/{appId}/{topicId}";
    gives(
        &[done],
        &[&format!("{delete}: breaking for readers: the answer 200 may be `text/plain` now")],
    );
}

#[test]
fn what_is_around() {
    gives(
        &[(&at(GET, "/summary"), Some(json!("Reads it.")))],
        &["openapi.json: compatible: no operation changed on the wire"],
    );
    gives(
        &[("/servers/0/url", Some(json!("https://other.example")))],
        &["openapi.json: breaking for writers: the server `https://mimc.example` is gone"],
    );
    let mut files = fixtures();
    files.remove(OPENAPI);
    assert_eq!(compared(&files).changes[0].findings.len(), 2);
}
