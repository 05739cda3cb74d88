//! States as they are stored, in forms that name members and forms that do not, and as somebody edits them.

use mimc_conversation::{Conversation, Limits, State, Status};
use mimc_testkit::conversation::Said::{Recall, Text};
use mimc_testkit::conversation::{Sight, Stage, scene, scenes};
use mimc_testkit::vectors::cases;
use proptest::collection::vec;
use proptest::prelude::*;

#[track_caller]
fn after(stage: Stage, seen: &[Sight]) -> Conversation {
    let mut conversation = stage.empty();
    for sight in seen {
        conversation.add(sight.event(stage), stage.now()).expect("ours");
    }
    conversation
}

#[track_caller]
fn restored(json: &str) -> Conversation {
    let state: State = serde_json::from_str(json).expect("a state");
    Conversation::restore(state, Limits::new()).expect("a conversation")
}

/// Postcard tells neither the names of members nor which there are.
#[track_caller]
fn survives_a_form_without_names(conversation: &Conversation) {
    let bytes = postcard::to_stdvec(&conversation.state()).expect("bytes");
    let state: State = postcard::from_bytes(&bytes).expect("a state");
    assert_eq!(state, conversation.state());
    assert_eq!(&Conversation::restore(state, Limits::new()).expect("its own"), conversation);
}

#[test]
fn the_form_needs_no_names() {
    for (_, stage, seen) in scenes() {
        survives_a_form_without_names(&after(stage, &seen));
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn no_state_needs_names(choices in (0_usize..30).prop_flat_map(|count| vec(any::<u8>(), 1 + 6 * count))) {
        let (stage, seen) = scene(&choices);
        survives_a_form_without_names(&after(stage, &seen));
    }

    /// The facts are a set: which stands where, and how often, does not matter.
    #[test]
    fn the_order_of_stored_facts_does_not_matter(
        choices in (1_usize..30).prop_flat_map(|count| vec(any::<u8>(), 1 + 6 * count)),
        keys in vec(any::<u8>(), 60),
    ) {
        let (stage, seen) = scene(&choices);
        let conversation = after(stage, &seen);
        let mut state = serde_json::to_value(conversation.state()).unwrap();
        let facts = state["facts"].as_array().unwrap();
        let mut twice: Vec<_> = facts.iter().chain(facts).zip(&keys).collect();
        twice.truncate(2 * facts.len());
        prop_assert_eq!(twice.len(), 2 * facts.len());
        twice.sort_by_key(|(_, key)| **key);
        state["facts"] = twice.into_iter().map(|(fact, _)| fact.clone()).collect();
        prop_assert_eq!(restored(&state.to_string()), conversation);
    }
}

/// No device of this account has sent what another account has, whatever a document says.
#[test]
fn what_others_sent_was_received() {
    let fact = |sender| {
        format!(r#"{{"sender":"{sender}","msgId":"a","timestamp":"1","body":{{"text":"hi"}}}}"#)
    };
    let json = format!(
        r#"{{"version":1,"me":"ada","with":{{"account":"bo"}},"losses":{{"messages":0,"receipts":0}},"facts":[{},{}]}}"#,
        fact("ada"),
        fact("bo")
    );
    let conversation = restored(&json);
    let statuses: Vec<_> = conversation
        .messages()
        .map(|message| (message.sender().to_string(), message.status()))
        .collect();
    assert_eq!(statuses, [("ada".to_owned(), Status::Sent), ("bo".to_owned(), Status::Delivered)]);
}

/// Contradictions in a document are those that events could bring: both stand there, and are told.
#[test]
fn stored_contradictions_are_told() {
    let stage = Stage::Pair;
    let text = Sight::new("bo", "a", -9, Text("hi")).sequence(-9).packet("p");
    let json = serde_json::to_string(&after(stage, &[text]).state()).unwrap();
    let (before, fact) = json.split_once(r#""facts":["#).unwrap();
    let fact = fact.strip_suffix("]}").unwrap();
    let other = fact.replace("hi", "ho");
    let both = restored(&format!(r#"{before}"facts":[{fact},{other}]}}"#));
    assert_eq!(both.messages().count(), 2);
    let codes: Vec<_> = both.problems().iter().map(|problem| problem.kind.code()).collect();
    assert_eq!(codes, ["sequence-twice", "packet-twice", "sequence-twice", "packet-twice"]);
    // A recall of one id that both have does nothing.
    let recall = Sight::new("bo", "r", -8, Recall(false, "a"));
    let mut both = both;
    assert_eq!(both.add(recall.event(stage), stage.now()).unwrap().actions, []);
}

/// An empty packet id is none, in a document as in an event.
#[test]
fn an_empty_packet_is_none() {
    let stage = Stage::Pair;
    let text = Sight::new("bo", "a", -9, Text("hi"));
    let json = serde_json::to_string(&after(stage, std::slice::from_ref(&text)).state()).unwrap();
    let edited = json.replace(r#""seen":[]"#, r#""seen":[{"packet":""},{"sequence":null}]"#);
    assert_ne!(edited, json);
    assert_eq!(restored(&edited), restored(&json));
    assert_eq!(after(stage, &[text.packet("")]), restored(&json));
}

/// More than the reader keeps is dropped and counted, and what a document says about losses stays.
#[test]
fn a_reader_keeps_its_own_limits() {
    let stage = Stage::Pair;
    let seen: Vec<Sight> =
        (0..9).map(|at| Sight::new("bo", "a", at, Text("hi")).sequence(at)).collect();
    let json = serde_json::to_string(&after(stage, &seen).state()).unwrap();
    let json = json.replace(r#""messages":0,"#, r#""messages":18446744073709551610,"#);
    for keeps in [0, 4, 9] {
        let read: State = serde_json::from_str(&json).unwrap();
        let kept = Conversation::restore(read, Limits::new().messages(keeps)).unwrap();
        assert_eq!(kept.messages().count(), keeps);
        let lost = u64::try_from(9 - keeps).unwrap();
        assert_eq!(kept.losses().messages, 18_446_744_073_709_551_610_u64.saturating_add(lost));
        let latest = kept.messages().next_back().map(|message| message.envelope().timestamp);
        assert_eq!(latest.map(|at| at > stage.now()), (keeps > 0).then_some(true));
    }
}
