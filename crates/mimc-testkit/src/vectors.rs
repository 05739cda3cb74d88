//! Reading the vectors under `schemas/vectors/`.

use serde_json::Value;

/// The files of the vectors.
pub const FILES: [&str; 2] = ["accept.jsonl", "refuse.jsonl"];

/// Where a file beside the vectors is.
pub fn path(file: &str) -> String {
    format!("{}/../../schemas/vectors/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// The lines of a vector file.
pub fn lines(file: &str) -> Vec<Value> {
    let path = path(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// A member that must be a string.
#[track_caller]
pub fn text<'v>(json: &'v Value, name: &str) -> &'v str {
    json[name].as_str().unwrap_or_else(|| panic!("no {name} in {json}"))
}

/// The bytes of a vector: `raw`, or `raw_b64` where they are not UTF-8.
pub fn raw(json: &Value) -> Vec<u8> {
    use base64::Engine as _;
    match json["raw_b64"].as_str() {
        Some(base64) => base64::engine::general_purpose::STANDARD.decode(base64).expect("base64"),
        None => text(json, "raw").as_bytes().to_vec(),
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many cases, or `PROPTEST_CASES`; what fails gets a test of its own, not a file of seeds.
pub fn cases(cases: u32) -> proptest::test_runner::Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|asked| asked.parse().ok());
    let cases = asked.unwrap_or(cases);
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
