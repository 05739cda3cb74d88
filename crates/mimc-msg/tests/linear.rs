//! What hostile texts cost in time: 16 times the text, about 16 times the time.

#[path = "support/hostile.rs"]
mod hostile;

use hostile::{HOSTILE, Hostile, SMALL, read};
use mimc_msg::{Extra, RawJson};
use mimc_testkit::cost::grows_linearly;

/// The time grows with the text, not with its square.
#[test]
fn time_grows_with_the_text() {
    let mut failed = Vec::new();
    for Hostile { name, text, limits, .. } in HOSTILE {
        let (small, large) = (text(SMALL / 4), text(4 * SMALL));
        if !grows_linearly(|| read(&small, *limits), || read(&large, *limits)) {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

/// Collecting members does not look through all that are there, as inserting each does.
#[test]
fn members_are_collected_in_linear_time() {
    let value = RawJson::parse("1").expect("JSON");
    let collect = |many: usize| {
        let members = (0..many).map(|at| (at.to_string().into(), value.clone()));
        let extra: Extra<'_> = members.collect();
        assert_eq!(extra.len(), many);
    };
    assert!(grows_linearly(|| collect(1_000), || collect(16_000)));
}

/// Collecting is inserting, one after the other.
#[test]
fn collecting_is_inserting() {
    let json = |text| RawJson::parse(text).expect("JSON");
    let members = [("a", json("1")), ("b", json("2")), ("a", json("3")), ("c", json("4"))];
    let mut inserted = Extra::new();
    for (name, value) in members.clone() {
        inserted.insert(name, value);
    }
    let collected: Extra<'_> =
        members.map(|(name, value)| (name.into(), value)).into_iter().collect();
    assert_eq!(collected, inserted);
    assert_eq!(collected.iter().map(|(name, _)| name).collect::<String>(), "abc");
}
