//! That what an app is told adds up to the state.

use std::collections::BTreeSet;

use mimc_conversation::{Action, Conversation, Fact, Limits, Losses, Outcome, Status};

use super::super::{Sight, Stage};

/// An app that does what it is told, and nothing else.
#[derive(Default)]
struct App {
    deleted: BTreeSet<Fact>,
    marks: BTreeSet<(Fact, String)>,
    asked: BTreeSet<Fact>,
}

impl App {
    /// Nothing is told twice, or taken back that was not told; `lossy` where something was dropped before. What is asked for
    /// is open in the state that came of it, unless something was dropped for it, such as the first friend request: then the
    /// next one is the first, which any answer answers.
    fn obey(&mut self, outcome: Outcome, conversation: &Conversation, lossy: bool) {
        let open = open(conversation);
        for action in &outcome.actions {
            let (Action::Answer { ping: asks, .. } | Action::Decide { request: asks, .. }) = action
            else {
                continue;
            };
            assert!(!outcome.dropped.is_empty() || open.contains(asks), "{action:?}");
        }
        for action in outcome.actions {
            let told = format!("{action:?}");
            let first = match action {
                Action::Delete { message, .. } => self.deleted.insert(message),
                Action::Restore { message, .. } => self.deleted.remove(&message),
                Action::MarkRead { message, by, .. } => {
                    self.marks.insert((message, by.to_string()))
                }
                Action::Unmark { message, by, .. } => self.marks.remove(&(message, by.to_string())),
                // A request that was dropped may be answered anew.
                Action::Answer { ping: once, .. }
                | Action::Decide { request: once, .. }
                | Action::Answered { response: once, .. } => self.asked.insert(once) || lossy,
                _ => false,
            };
            assert!(first, "{told}");
        }
        for dropped in outcome.dropped {
            self.deleted.remove(&dropped.message);
            self.marks.retain(|(marked, _)| *marked != dropped.message);
        }
    }

    /// It has deleted and marked what the state has.
    fn agrees(&self, conversation: &Conversation, seen: &[Sight]) {
        let recalled = conversation.messages().filter(|one| one.status() == Status::Recalled);
        assert_eq!(self.deleted, recalled.map(|one| one.fact()).collect(), "{seen:?}");
        // A read notice that counts is dropped without a word, if there is no room for it.
        if conversation.losses().receipts == 0 {
            let read = conversation.messages().flat_map(|message| {
                let mark =
                    move |mark: mimc_conversation::Mark| (message.fact(), mark.by.to_string());
                message.read_by().map(mark).collect::<Vec<_>>()
            });
            assert_eq!(self.marks, read.collect(), "{seen:?}");
        }
    }
}

/// Pings and friend requests without an answer.
fn open(conversation: &Conversation) -> BTreeSet<Fact> {
    let pings = conversation.pending_pings(Stage::Pair.now()).map(|pending| pending.ping);
    let requests = conversation.friend_requests().filter(|request| request.answer.is_none());
    pings.chain(requests.map(|request| request.request)).collect()
}

/// An app that does what it is told, and nothing else, has deleted and marked what the state has. Nothing is told twice, or
/// taken back that was not told.
pub fn an_app_that_obeys_shows_the_same(stage: Stage, seen: &[Sight], limits: Limits) {
    let (mut conversation, mut app) = (stage.within(limits), App::default());
    for sight in seen {
        let lossy = conversation.losses() != Losses::default();
        let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
        app.obey(outcome, &conversation, lossy);
    }
    app.agrees(&conversation, seen);
}

/// So does one that learns the second half of it from another device.
pub fn an_app_that_merges_shows_the_same(stage: Stage, seen: &[Sight]) {
    let (own, others) = seen.split_at(seen.len() / 2);
    let (mut conversation, mut app) = (stage.empty(), App::default());
    for sight in own {
        let outcome = conversation.add(sight.event(stage), stage.now()).expect("ours");
        app.obey(outcome, &conversation, false);
    }
    let mut other = stage.empty();
    for sight in others {
        other.add(sight.event(stage), stage.now()).expect("ours");
    }
    let outcome = conversation.merge(&other, stage.now()).expect("the same conversation");
    app.obey(outcome, &conversation, false);
    app.agrees(&conversation, seen);
}
