//! Every body that a message can have is kept, and stored.

use mimc_conversation::{Address, Conversation, Event, Limits, State};
use mimc_msg::{Account, Timestamp};
use mimc_testkit::message::envelope;
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(500))]

    /// Two envelopes are one message exactly where they are equal, and each comes back from a stored state.
    #[test]
    fn envelopes_are_kept_whole(one in envelope(), two in envelope(), same in any::<bool>()) {
        let two = if same { one.clone() } else { two };
        let mut conversation = Conversation::within(
            Account::new("ada"), Address::Topic(u64::MAX), Limits::new().signals(9),
        );
        let event = |envelope: &mimc_msg::Envelope<'static>| {
            Event::received(envelope.clone(), "bo", Address::Topic(u64::MAX))
        };
        let first = conversation.add(event(&one), Timestamp::MAX).unwrap();
        let second = conversation.add(event(&two), Timestamp::MAX).unwrap();
        prop_assert!(first.new);
        // Of two receipts that say the same, the earlier is kept.
        let receipt = matches!(one.body, mimc_msg::Body::Recall(_) | mimc_msg::Body::Read(_));
        if !receipt {
            prop_assert_eq!(second.new, one != two);
        }
        let stored = serde_json::to_string(&conversation.state()).unwrap();
        let state: State = serde_json::from_str(&stored).unwrap();
        let restored = Conversation::restore(state, Limits::new().signals(9)).unwrap();
        prop_assert_eq!(&restored, &conversation);
        let shown: Vec<_> = restored.messages().map(|message| message.envelope().clone()).collect();
        prop_assert!(shown.iter().all(|envelope| *envelope == one || *envelope == two));
    }
}
