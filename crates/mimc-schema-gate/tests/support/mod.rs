//! Fixtures, edits of them, and what has to hold for every report.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

pub(crate) mod check;
pub(crate) mod edit;
pub(crate) mod rows;
pub(crate) mod sample;

/// So many cases, or `PROPTEST_CASES`; what fails gets a test of its own, not a file of seeds.
pub(crate) fn cases(cases: u32) -> proptest::test_runner::Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|asked| asked.parse().ok());
    let cases = asked.unwrap_or(cases);
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
