//! Pings and friend requests: who was asked, and who has answered.

use std::collections::BTreeMap;
use std::sync::Arc;

use mimc_msg::{Account, Kind, MsgId, Timestamp};

use super::Conversation;
use crate::action::Action;
use crate::address::Address;
use crate::content::{Content, Role};
use crate::fact::Fact;
use crate::messages::{Line, Place};
use crate::signals::{FriendAnswer, FriendRequest, PendingPing};

impl Conversation {
    /// The pings that wait for a pong, in order: those of others that this account has not answered, and its own that nobody
    /// has.
    ///
    /// A pong answers the pings of others that stand before it by no more than the [window](crate::Limits::window), since it
    /// shows that its sender is there; and, whatever the clocks say, the one whose number it has (`PONG_12345` that of
    /// `PING_12345`), if its sender has sent no other of this id.
    pub fn pending_pings(&self, now: Timestamp) -> impl Iterator<Item = PendingPing> {
        let pings = self.messages.line(&Line::Ping).filter(|place| self.is_first(place));
        let pending = pings.filter(|ping| !self.is_answered(ping, self.limits.window));
        pending.map(move |ping| PendingPing {
            ping: Fact(ping.content.clone()),
            age: now.as_millis().saturating_sub(ping.content.millis()),
        })
    }

    /// The friend requests by account, in order, each with its answer.
    ///
    /// Only the one who was asked answers; in a group, nobody was. A response answers all requests before it, and the first
    /// request wherever it stands, since there is nothing else that it could answer. The last response counts.
    pub fn friend_requests(&self) -> impl Iterator<Item = FriendRequest> {
        let requests = self.messages.friend_requests().filter(|place| self.is_first(place));
        requests.map(|place| FriendRequest {
            request: Fact(place.content.clone()),
            answer: self.answer(place).and_then(|response| answer_of(&response.content)),
        })
    }

    /// The account that a message of this sender asks, where it asks one.
    fn asked_by(&self, sender: &Account<'static>) -> Option<&Account<'static>> {
        match &self.with {
            Address::Account(with) if with == &self.me => None,
            Address::Account(with) => Some(if *sender == self.me { with } else { &self.me }),
            Address::Topic(_) => None,
        }
    }

    /// Whether a pong names a ping, or stands behind it by so many milliseconds at most.
    fn is_answered(&self, ping: &Place, within: u64) -> bool {
        let (messages, Content { sender, .. }) = (&self.messages, &*ping.content);
        let counts = |account: &Account<'static>| {
            *account != *sender && (*sender == self.me || *account == self.me)
        };
        // Of several pings with one id, none is named.
        let id = ping.content.id();
        let alike = messages.pings.of(id).and_then(|of_id| of_id.get(sender));
        let named = alike == Some(&1)
            && pong_ids(id)
                .filter_map(|id| messages.pongs.of(&id))
                .flat_map(BTreeMap::keys)
                .any(counts);
        let behind = |account: &Account<'static>| {
            let answer = messages.pong_behind(account, ping).filter(|_| counts(account));
            answer.is_some_and(|answer| answer.millis_behind(ping) <= within.into())
        };
        named || if *sender == self.me { messages.ponging().any(behind) } else { behind(&self.me) }
    }

    /// The response that answers a request.
    fn answer(&self, request: &Place) -> Option<&Place> {
        let sender = &request.content.sender;
        let asked = self.asked_by(sender)?;
        let last = self.messages.last(&Line::FriendResponse(asked.clone()))?;
        let first = self.messages.first(&Line::FriendRequest(sender.clone()))?;
        (last >= request || first.content == request.content).then_some(last)
    }

    /// Whether a response answers anything.
    pub(super) fn answers(&self, response: &Content) -> bool {
        let asker = self.asked_by(&response.sender);
        asker
            .is_some_and(|asker| self.messages.first(&Line::FriendRequest(asker.clone())).is_some())
    }

    /// What messages ask of the app of which nothing was known before; they are sorted.
    pub(super) fn asked(&self, fresh: &[Arc<Content>], now: Timestamp) -> Vec<Action> {
        let asks = fresh.iter().filter_map(|content| self.asks(content, now));
        asks.chain(self.newly_answered(fresh)).collect()
    }

    /// What another account asks by a ping or a friend request that has no answer.
    fn asks(&self, content: &Arc<Content>, now: Timestamp) -> Option<Action> {
        let role = content.role();
        if !matches!(role, Role::Ping | Role::FriendRequest)
            || content.sender == self.me
            || content.disputed
            || content.names_another()
        {
            return None;
        }
        self.asked_by(&content.sender)?;
        let place = self.place_of(content)?;
        if role == Role::FriendRequest {
            let request = Fact(content.clone());
            return self.answer(&place).is_none().then_some(Action::Decide { request });
        }
        let patience = self.limits.patience;
        let age = now.as_millis().abs_diff(content.millis());
        if age > patience || self.is_answered(&place, patience) {
            return None;
        }
        let (id, me) = (pong_id(content.id())?, self.me.clone());
        let pong = content.envelope.pong(Some(me), id, now).ok()?;
        Some(Action::Answer { ping: Fact(content.clone()), pong: Box::new(pong) })
    }

    /// The answer to this account's friend requests, if either the answer or all of them were not known before.
    fn newly_answered(&self, fresh: &[Arc<Content>]) -> Option<Action> {
        let friendly = |role| matches!(role, Role::FriendRequest | Role::FriendResponse { .. });
        if !fresh.iter().any(|content| friendly(content.role())) {
            return None;
        }
        let known = |place: &Place| fresh.binary_search(&place.content).is_err();
        let asked = self.asked_by(&self.me)?;
        let last = self.messages.last(&Line::FriendResponse(asked.clone()))?;
        let mine = Line::FriendRequest(self.me.clone());
        self.messages.first(&mine)?;
        if known(last) && self.messages.line(&mine).any(known) {
            return None;
        }
        let FriendAnswer { response, accepted } = answer_of(&last.content)?;
        Some(Action::Answered { response, accepted })
    }

    /// Whether a message stands here: seen with several sequences, it is one ping or request all the same.
    fn is_first(&self, place: &Place) -> bool {
        self.place_of(&place.content).as_ref() == Some(place)
    }

    /// Where a ping or a request stands: at its first sequence.
    fn place_of(&self, content: &Arc<Content>) -> Option<Place> {
        let sequence = self.messages.get(content)?.sequences().next();
        Some(match sequence {
            Some(sequence) => Place::sequenced(content, sequence),
            None => Place::timed(content),
        })
    }
}

fn answer_of(response: &Arc<Content>) -> Option<FriendAnswer> {
    match response.role() {
        Role::FriendResponse { accepted } => {
            Some(FriendAnswer { response: Fact(response.clone()), accepted })
        }
        _ => None,
    }
}

/// The ids that the pong to a ping may have by its number: `PONG_1` of `PING_1`, `PONG_a1` of `a1`.
fn pong_ids(ping: &str) -> impl Iterator<Item = String> {
    let number = ping.strip_prefix("PING_");
    number.into_iter().chain([ping]).map(|number| format!("{}_{number}", Kind::Pong))
}

/// The id that our pong has.
fn pong_id(ping: &str) -> Option<MsgId<'static>> {
    pong_ids(ping).next().and_then(|id| MsgId::new(id).ok())
}
