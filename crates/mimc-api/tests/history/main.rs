//! The laws of the history helper: plans of windows, spans of numbers, timelines.

mod plan;
mod sequence_span;
mod stored;
mod timeline;
mod usual;

#[path = "../support/mod.rs"]
mod support;

use std::ops::Range;
use std::time::Duration;

use mimc_api::history::{Retention, Window};
use mimc_msg::Timestamp;
use mimc_testkit::vectors;
use proptest::prelude::*;

const DAY: u64 = Window::LONGEST;
const MAX: u64 = Timestamp::MAX.as_millis();

fn cases() -> ProptestConfig {
    vectors::cases(1000)
}

fn time(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis).expect("a time")
}

fn times(range: Range<u64>) -> Range<Timestamp> {
    time(range.start)..time(range.end)
}

fn any_time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        Just(0),
        0..3 * DAY,
        1_500_000_000_000u64..1_700_000_000_000,
        MAX - 3 * DAY..=MAX,
        0..=MAX,
        Just(MAX),
    ]
    .prop_map(time)
}

/// A range of at most forty days, often a whole number of them or nearly so.
fn short_range() -> impl Strategy<Value = Range<Timestamp>> {
    let length = prop_oneof![
        0..40 * DAY,
        (0..40u64, 0..3u64).prop_map(|(days, more)| (days * DAY + more).saturating_sub(1)),
    ];
    (any_time(), length, any::<bool>()).prop_map(|(at, length, ends)| {
        let at = at.as_millis();
        if ends { times(at.saturating_sub(length)..at) } else { times(at..(at + length).min(MAX)) }
    })
}

fn any_range() -> impl Strategy<Value = Range<Timestamp>> {
    let any = (any_time(), any_time()).prop_map(|(one, other)| one.min(other)..one.max(other));
    prop_oneof![short_range(), any]
}

fn retention() -> impl Strategy<Value = Retention> {
    prop_oneof![
        Just(Retention::TIME),
        Just(Retention::SEQUENCE),
        Just(Retention::new(Duration::ZERO)),
        Just(Retention::new(Duration::MAX)),
        (0..40 * DAY).prop_map(|millis| Retention::new(Duration::from_millis(millis))),
        any::<Duration>().prop_map(Retention::new),
    ]
}
