//! What must hold of every conversation.

mod app;

use std::collections::BTreeMap;

use mimc_conversation::{Conversation, Limits, State, Status};

use super::{Sight, Stage, model, shown};

pub use app::{an_app_that_merges_shows_the_same, an_app_that_obeys_shows_the_same};

/// The state after these sightings.
#[track_caller]
fn after(stage: Stage, seen: &[Sight]) -> Conversation {
    let mut conversation = stage.empty();
    for sight in seen {
        add(&mut conversation, stage, sight);
    }
    conversation
}

#[track_caller]
fn add(conversation: &mut Conversation, stage: Stage, sight: &Sight) {
    let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
    assert_eq!(outcome.dropped, []);
}

/// Every order of every part of what was seen gives one state.
pub fn any_order_gives_the_same(stage: Stage, seen: &[Sight]) {
    any_order_of_few_gives_the_same(stage, seen, seen.len());
}

/// The same of every part of so many sightings at most, and seeing one of them again changes nothing.
///
/// It does not go through the orders. All orders of a part have ended in one state when all orders of all smaller parts have,
/// and adding the last sighting to each of these gives that state, whichever the last is.
pub fn any_order_of_few_gives_the_same(stage: Stage, seen: &[Sight], most: usize) {
    // A bit for each sighting.
    let mut states = BTreeMap::from([(0_u32, stage.empty())]);
    for _ in 0..=most {
        let mut larger = BTreeMap::new();
        for (part, state) in &states {
            for (at, sight) in seen.iter().enumerate() {
                let mut next = state.clone();
                add(&mut next, stage, sight);
                let whole = part | 1 << at;
                let known = if whole == *part { Some(state) } else { larger.get(&whole) };
                if let Some(known) = known {
                    assert_eq!(*known, next, "{sight:?} last of {whole:b} in {seen:?}");
                } else if whole.count_ones() as usize <= most {
                    larger.insert(whole, next);
                }
            }
        }
        states = larger;
    }
    assert_eq!(states.len(), 0);
}

/// Both have the same lines; what only one has is told.
fn agree(shown: &[String], model: &[String], seen: &[Sight]) {
    let only = |one: &[String], two: &[String]| -> Vec<String> {
        one.iter().filter(|line| !two.contains(line)).cloned().collect()
    };
    let (surplus, missing) = (only(shown, model), only(model, shown));
    assert!(shown == model, "surplus {surplus:#?}, missing {missing:#?} of {seen:#?}");
}

/// What was seen, shown as the model has it.
pub fn the_model_agrees(stage: Stage, seen: &[Sight]) {
    let conversation = after(stage, seen);
    agree(&shown(&conversation, stage.now()), &model(stage, seen), seen);
}

/// Several devices that saw parts of it, in their order and some of it twice, have the state of one that saw all once they
/// have merged, in whatever order.
pub fn any_split_gives_the_same(stage: Stage, seen: &[Sight], devices: usize, choices: &[u8]) {
    let choice = |at: usize| choices.get(at % choices.len().max(1)).copied().unwrap_or_default();
    let all = after(stage, seen);
    let mut states: Vec<Conversation> = (0..devices).map(|_| stage.empty()).collect();
    for (at, sight) in seen.iter().enumerate() {
        for (device, state) in states.iter_mut().enumerate() {
            // On one device for certain.
            let chosen = at % devices == device || choice(at + device) & 1 != 0;
            for _ in 0..usize::from(chosen) * (1 + usize::from(choice(at) & 2 != 0)) {
                add(state, stage, sight);
            }
        }
    }
    let start = usize::from(choice(0));
    let first = states.remove(start % states.len());
    let merged = states.iter().rev().fold(first, |mut merged, state| {
        merged.merge(state, stage.now()).expect("the same conversation");
        merged
    });
    assert_eq!(merged, all, "{seen:?}");
    let mut shuffled: Vec<(usize, &Sight)> = seen.iter().chain(seen).enumerate().collect();
    shuffled.sort_by_key(|(at, _)| (choice(*at), *at));
    let shuffled: Vec<Sight> = shuffled.into_iter().map(|(_, sight)| sight.clone()).collect();
    assert_eq!(after(stage, &shuffled), all, "{seen:?}");
}

/// Merging is commutative, associative and idempotent, and an empty state changes nothing.
pub fn merging_is_a_union(stage: Stage, one: &[Sight], two: &[Sight], three: &[Sight]) {
    let merge = |a: &Conversation, b: &Conversation| {
        let mut merged = a.clone();
        merged.merge(b, stage.now()).expect("the same conversation");
        merged
    };
    let [a, b, c] = [one, two, three].map(|seen| after(stage, seen));
    assert_eq!(merge(&a, &b), merge(&b, &a));
    assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
    assert_eq!(merge(&a, &a), a);
    assert_eq!(merge(&a, &stage.empty()), a);
    assert_eq!(merge(&merge(&a, &b), &b), merge(&a, &b));
    assert_eq!(merge(&a, &b), after(stage, &[one, two].concat()));
}

/// A state that was stored goes on as if it had not been, and no action is given again.
pub fn stored_is_restored(stage: Stage, seen: &[Sight]) {
    let conversation = after(stage, seen);
    let stored = serde_json::to_string(&conversation.state()).expect("JSON");
    let read: State = serde_json::from_str(&stored).expect("a state");
    let mut restored = Conversation::restore(read, Limits::new()).expect("a conversation");
    assert_eq!(restored, conversation);
    for sight in seen {
        let outcome = restored.add(sight.event(stage), stage.now()).expect("ours");
        assert_eq!(outcome.actions, []);
    }
    assert_eq!(restored, conversation);
}

/// Within any limits no more is kept than they say, each loss is told and counted, and what is kept is as events make it.
pub fn what_is_kept_is_bounded(stage: Stage, seen: &[Sight], limits: [u8; 4]) {
    let [messages, signals, receipts, kibibytes] = limits.map(usize::from);
    let limits = Limits::new().messages(messages).signals(signals).receipts(receipts);
    let limits = limits.bytes(kibibytes << 10).receipt_bytes(kibibytes << 10);
    let mut conversation = stage.within(limits);
    let mut dropped = 0;
    for sight in seen {
        let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
        dropped += outcome.dropped.len() as u64;
        assert!(conversation.messages().count() <= messages);
        assert!(conversation.pending_pings(stage.now()).count() <= signals);
        assert!(conversation.waiting().count() <= receipts);
    }
    let losses = conversation.losses();
    assert_eq!(losses.messages + losses.receipts, dropped);
    if dropped == 0 {
        assert_eq!(shown(&conversation, stage.now()), model(stage, seen));
    }
    // All bookkeeping is as if what is left had come alone.
    let restored = Conversation::restore(conversation.state(), limits).expect("a conversation");
    assert_eq!(restored, conversation, "{seen:?}");
}

/// Whatever JSON stands for a state: it is refused, or a conversation comes of it that is stored and restored, and that goes
/// on.
pub fn hostile_states_are_sound(json: &[u8]) {
    let Ok(state) = serde_json::from_slice::<State>(json) else { return };
    let limits = Limits::new().messages(50).receipts(50).signals(50);
    let Ok(mut conversation) = Conversation::restore(state, limits) else { return };
    let again = Conversation::restore(conversation.state(), limits).expect("its own state");
    assert_eq!(again, conversation);
    let now = Stage::Pair.now();
    let _ = shown(&conversation, now);
    for message in conversation.messages().filter(|message| message.status() == Status::Sent) {
        assert_eq!(message.sender(), conversation.me(), "what others sent was received");
    }
    let other = conversation.clone();
    conversation.merge(&other, now).expect("the same conversation");
    assert_eq!(other, conversation);
}
