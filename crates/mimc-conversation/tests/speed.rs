//! What a conversation costs in time, also where somebody means ill. Alone in its file, so that nothing runs beside it.

mod support;

use mimc_conversation::Limits;
use mimc_testkit::cost::grows_linearly;
use support::{FLOODS, add_all, conversation};

/// Sixteen times the events take about sixteen times as long: adding one does not cost what is there already.
#[test]
fn floods_grow_linearly() {
    for (name, event) in FLOODS {
        let flood = |count: u64| {
            move || {
                add_all(&mut conversation(Limits::new()), (0..count).map(event));
            }
        };
        assert!(grows_linearly(flood(500), flood(8000)), "{name}");
    }
}

/// 100,000 events, with the time they take.
#[test]
#[ignore = "tells figures: run it with --release and --nocapture"]
fn a_hundred_thousand_events() {
    for (name, event) in FLOODS {
        let events: Vec<_> = (0..100_000).map(event).collect();
        let mut conversation = conversation(Limits::new());
        let start = std::time::Instant::now();
        add_all(&mut conversation, events.into_iter());
        let added = start.elapsed();
        let start = std::time::Instant::now();
        let problems = conversation.problems().len();
        let shown = conversation.messages().filter(|one| one.recalled().is_none()).count();
        let told = start.elapsed();
        println!("{name}: {added:?} added; {shown} shown and {problems} problems in {told:?}");
    }
}
