//! How many messages sightings of one content are, and which packet is whose.

use std::collections::HashSet;

use mimc_conversation::{
    Action, Conversation, Event, Fact, Message, Outcome, Position, Problem, State,
};
use mimc_testkit::conversation::Said::{Recall, Text};
use mimc_testkit::conversation::{NOW, Sight, Stage, any_order_gives_the_same};

/// Sightings of a text, each by its sequence and packet, and the messages that they are.
type Case = (
    &'static [(Option<i8>, Option<&'static str>)],
    &'static [(Option<i8>, &'static [&'static str])],
);

const CASES: &[Case] = &[
    (&[(None, None)], &[(None, &[])]),
    (&[(None, Some("p"))], &[(None, &["p"])]),
    (&[(None, None), (None, Some("p"))], &[(None, &["p"])]),
    (&[(None, Some("p")), (None, Some("q"))], &[(None, &["p"]), (None, &["q"])]),
    (&[(Some(1), None)], &[(Some(1), &[])]),
    // The live message is the one of the history.
    (&[(Some(1), None), (None, Some("p"))], &[(Some(1), &[])]),
    (&[(Some(1), Some("p")), (None, Some("p")), (Some(1), None)], &[(Some(1), &["p"])]),
    (&[(Some(1), None), (None, Some("p")), (None, Some("q"))], &[(None, &["q"]), (Some(1), &[])]),
    (&[(Some(1), Some("p")), (None, Some("q"))], &[(None, &["q"]), (Some(1), &["p"])]),
    // A callback tells which is which, and changes nothing about how many there are.
    (
        &[(Some(1), Some("q")), (None, Some("p")), (None, Some("q"))],
        &[(None, &["p"]), (Some(1), &["q"])],
    ),
    (&[(Some(1), Some("p")), (Some(1), Some("q"))], &[(Some(1), &["p", "q"])]),
    (&[(Some(1), Some("p")), (Some(2), Some("p"))], &[(Some(1), &["p"]), (Some(2), &["p"])]),
    (&[(Some(1), None), (Some(2), None), (None, Some("p"))], &[(Some(1), &[]), (Some(2), &[])]),
];

fn messages(conversation: &Conversation) -> Vec<(Option<u64>, Vec<&str>)> {
    let told = |message: Message<'_>| message.sequence();
    let all: Vec<_> =
        conversation.messages().map(|one| (told(one), one.packets().collect())).collect();
    let mut behind: Vec<_> =
        conversation.messages().rev().map(|one| (told(one), one.packets().collect())).collect();
    behind.reverse();
    assert_eq!(all, behind, "from behind they are the same");
    all
}

#[test]
fn sequences_and_packets_tell_messages_apart() {
    let stage = Stage::Pair;
    for (sightings, expected) in CASES {
        let sight =
            |(sequence, packet)| Sight { sequence, packet, ..Sight::new("bo", "a", 0, Text("hi")) };
        let seen: Vec<Sight> = sightings.iter().copied().map(sight).collect();
        any_order_gives_the_same(stage, &seen);
        let mut conversation = stage.empty();
        for sight in &seen {
            conversation.add(sight.event(stage), stage.now()).unwrap();
        }
        let number = |at: i8| (NOW + u64::from(at.unsigned_abs())) * 100_000 + 1;
        let expected: Vec<_> = expected
            .iter()
            .map(|(sequence, packets)| (sequence.map(number), packets.to_vec()))
            .collect();
        assert_eq!(messages(&conversation), expected, "{sightings:?}");
        // A recall means one of them, or nothing.
        let recall = Sight::new("bo", "r", 9, Recall(false, "a"));
        let outcome = conversation.add(recall.event(stage), stage.now()).unwrap();
        let deletes = matches!(outcome.actions[..], [Action::Delete { .. }]);
        assert_eq!(deletes, expected.len() == 1, "{sightings:?}");
    }
}

/// One packet cannot be two messages, which is told when it is seen and from then on.
#[test]
fn a_packet_of_two_sequences_is_told() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    let text = |at| Sight::new("bo", "a", 0, Text("hi")).packet("p").sequence(at);
    let mut add = |sight: Sight| {
        let outcome = conversation.add(sight.event(stage), stage.now()).unwrap();
        outcome.problem.map(|problem| problem.kind.code())
    };
    assert_eq!([add(text(1)), add(text(1)), add(text(2))], [None, None, Some("packet-twice")]);
    let codes: Vec<_> = conversation.problems().iter().map(|one| one.kind.code()).collect();
    assert_eq!(codes, ["packet-twice"]);
}

/// A callback that tells that two packets are one message makes a recall count that was ambiguous.
#[test]
fn what_is_learnt_later_settles_a_recall() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    let text = || Sight::new("bo", "a", 0, Text("hi")).sequence(1);
    let mut add = |sight: Sight| conversation.add(sight.event(stage), stage.now()).unwrap();
    add(text().packet("p"));
    add(Sight { sequence: None, ..text().packet("q") });
    let recall = add(Sight::new("bo", "r", 9, Recall(false, "a")));
    assert_eq!(recall.problem.map(|problem| problem.kind.code()), Some("ambiguous"));
    assert!(matches!(add(text().packet("q")).actions[..], [Action::Delete { .. }]));
}

#[test]
fn facts_are_kept_in_sets() {
    let (stage, mut conversation) = (Stage::Pair, Stage::Pair.empty());
    for sight in [Sight::new("bo", "a", 0, Text("hi")), Sight::new("bo", "a", 0, Text("ho"))] {
        conversation.add(sight.event(stage), stage.now()).unwrap();
    }
    let facts = || conversation.messages().map(|message| message.fact());
    assert_eq!(facts().chain(facts()).collect::<HashSet<Fact>>().len(), 2);
}

/// A state can be kept by a server with many threads.
#[test]
fn everything_goes_to_other_threads() {
    fn goes<T: Send + Sync>() {}
    goes::<(Conversation, State, Outcome, Problem, Action, Fact, Position)>();
    goes::<(Event<'_>, Message<'_>)>();
}
