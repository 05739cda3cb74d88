//! What a conversation costs in time, also where somebody means ill. Alone in its file, so that nothing runs beside it.

mod support;

use mimc_conversation::{Conversation, Limits};
use mimc_testkit::cost::grows_linearly;
use support::{FLOODS, Flood, GROUP_FLOODS, NOW, add_all, conversation, group, millis};

/// Sixteen times the events take about sixteen times as long: neither adding one nor showing one costs what is there already.
#[test]
fn floods_grow_linearly() {
    for (empty, (name, event)) in all() {
        let flood = |count: u64| {
            move || {
                // Of few and of many, nearly all are dropped.
                let mut conversation = empty(Limits::new().signals(50));
                add_all(&mut conversation, (0..count).map(event));
                show(&conversation);
            }
        };
        assert!(grows_linearly(flood(500), flood(8000)), "{name}");
    }
}

/// Each flood with an empty state of its stage.
fn all() -> impl Iterator<Item = (fn(Limits) -> Conversation, Flood)> {
    let pair = FLOODS.iter().map(|flood| (conversation as fn(Limits) -> Conversation, *flood));
    pair.chain(GROUP_FLOODS.iter().map(|flood| (group as fn(Limits) -> Conversation, *flood)))
}

/// Looks at everything that is shown; how many messages and problems that are.
fn show(conversation: &Conversation) -> (usize, usize) {
    let pending = conversation.pending_pings(millis(NOW)).count();
    let shown = conversation.messages().map(|message| {
        message.packets().count()
            + message.read_by().count()
            + usize::from(message.recalled().is_none())
    });
    (shown.sum::<usize>() + pending, conversation.problems().len())
}

/// 100,000 events, with the time they take.
#[test]
#[ignore = "tells figures: run it with --release and --nocapture"]
fn a_hundred_thousand_events() {
    for (empty, (name, event)) in all() {
        let events: Vec<_> = (0..100_000).map(event).collect();
        let mut conversation = empty(Limits::new());
        let start = std::time::Instant::now();
        add_all(&mut conversation, events.into_iter());
        let added = start.elapsed();
        let start = std::time::Instant::now();
        let (shown, problems) = show(&conversation);
        let told = start.elapsed();
        println!("{name}: {added:?} added; {shown} shown and {problems} problems in {told:?}");
    }
}
