//! One device of an account.

use mimc_conversation::{Address, Conversation, Limits, Outcome, State};
use mimc_msg::{Account, Timestamp};

use super::Event;

/// A device, and how far its clock is from the server's, in milliseconds.
#[derive(Debug)]
pub(super) struct Device {
    pub(super) me: &'static str,
    pub(super) with: &'static str,
    pub(super) state: Conversation,
    clock: i64,
}

impl Device {
    pub(super) fn new(me: &'static str, with: &'static str, clock: i64) -> Self {
        let state = Conversation::new(Account::new(me), Address::account(with));
        Self { me, with, state, clock }
    }

    /// What its clock says.
    pub(super) fn time(&self, now: u64) -> Timestamp {
        Timestamp::from_millis(now.saturating_add_signed(self.clock)).expect("a time")
    }

    pub(super) fn add(&mut self, event: Event<'static>, now: u64) -> Outcome {
        let now = self.time(now);
        self.state.add(event, now).expect("of this conversation")
    }

    /// Stores its state and reads it again.
    pub(super) fn restart(&mut self) {
        let stored = serde_json::to_string(&self.state.state()).expect("JSON");
        let state: State = serde_json::from_str(&stored).expect("a state");
        let restored = Conversation::restore(state, Limits::new()).expect("a conversation");
        assert_eq!(restored, self.state);
        self.state = restored;
    }
}
