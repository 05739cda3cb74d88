//! Messages of the manual's envelope, and of the other dialects.

use mimc_msg::{Dialect, Flag as _};
use mimc_testkit::message;
use mimc_testkit::schema::messages::{self as law, NAMES, in_dialect};
use mimc_testkit::schema::{edited, edits};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;
use serde_json::Value;

/// A message in the manual's envelope; what that cannot carry is lost.
fn message() -> impl Strategy<Value = Value> {
    message::envelope().prop_map(|envelope| {
        in_dialect(&envelope, Dialect::MANUAL_V1).expect("no number is that large")
    })
}

/// A dialect with a document of its own.
fn other_dialect() -> impl Strategy<Value = Dialect> {
    let others = Dialect::ALL.iter().copied().filter(|dialect| *dialect != Dialect::MANUAL_V1);
    prop::sample::select(others.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn strict_agrees(message in message(), edits in edits(), changed in prop::bool::weighted(0.9)) {
        law::strict_agrees(&if changed { edited(message, &edits, &NAMES) } else { message });
    }

    #[test]
    fn lenient_agrees(message in message(), edits in edits(), changed in prop::bool::weighted(0.9)) {
        law::lenient_agrees(&if changed { edited(message, &edits, &NAMES) } else { message });
    }

    #[test]
    fn known_is_a_part(message in message(), edits in edits()) {
        law::known_is_a_part(&edited(message, &edits, &NAMES));
    }

    #[test]
    fn dialects_agree(envelope in message::envelope(), edits in edits(), dialect in other_dialect()) {
        law::dialects_agree(&envelope, &edits, dialect);
    }
}

/// Every dialect that is written has a document.
#[test]
fn every_dialect_has_documents() {
    let names: Vec<String> =
        mimc_schema::documents().into_iter().map(|document| document.name).collect();
    for dialect in Dialect::ALL {
        let name = if *dialect == Dialect::MANUAL_V1 { "message" } else { dialect.name() };
        assert!(names.iter().any(|found| found == name), "{name}");
        assert!(names.contains(&format!("{name}.strict")), "{name}.strict");
    }
}
