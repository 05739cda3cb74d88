//! Pings and friend requests: who was asked, and who has answered.

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
    /// A pong answers the pings of others that stand before it, since it shows that its sender is there; and, whatever the
    /// clocks say, the one whose number it has (`PONG_12345` that of `PING_12345`).
    pub fn pending_pings(&self, now: Timestamp) -> impl Iterator<Item = PendingPing> {
        let pings = self.messages.line(&Line::Ping).filter(|place| self.is_first(place));
        let pending = pings.filter(|ping| !self.is_answered(ping));
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

    fn is_answered(&self, ping: &Place) -> bool {
        let content = &ping.content;
        let counts = |account: &Account<'static>| {
            *account != content.sender && (content.sender == self.me || *account == self.me)
        };
        let named = pong_ids(content.id()).any(|id| self.messages.ponged(&id).any(counts));
        let mine = (content.sender != self.me)
            .then(|| self.messages.last(&Line::Pong(self.me.clone())).map(|last| (&self.me, last)));
        let behind = match mine {
            Some(mine) => mine.is_some_and(|(_, last)| last >= ping),
            None => {
                self.messages.last_pongs().any(|(account, last)| counts(account) && last >= ping)
            }
        };
        named || behind
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

    /// What a message asks of the app that is neither receipt nor named by one. `first` tells whether this account had asked
    /// for friendship before.
    pub(super) fn asked(
        &self,
        content: &Arc<Content>,
        first: bool,
        now: Timestamp,
    ) -> Option<Action> {
        if content.disputed || content.names_another() {
            return None;
        }
        let mine = content.sender == self.me;
        let place = || self.place_of(content);
        match content.role() {
            Role::Ping if !mine => {
                self.asked_by(&content.sender)?;
                let age = now.as_millis().abs_diff(content.millis());
                if age > self.limits.patience || self.is_answered(&place()?) {
                    return None;
                }
                let (id, me) = (pong_id(content.id())?, self.me.clone());
                let pong = content.envelope.pong(Some(me), id, now).ok()?;
                Some(Action::Answer { ping: Fact(content.clone()), pong: Box::new(pong) })
            }
            Role::FriendRequest if !mine => {
                self.asked_by(&content.sender)?;
                let request = Fact(content.clone());
                self.answer(&place()?).is_none().then_some(Action::Decide { request })
            }
            Role::FriendRequest if first => answered(self.answer(&place()?)?),
            Role::FriendResponse { .. } if !mine && self.answers(content) => {
                let last = self.messages.last(&Line::FriendResponse(content.sender.clone()))?;
                if last.content == *content { answered(last) } else { None }
            }
            _ => None,
        }
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

fn answered(response: &Place) -> Option<Action> {
    let FriendAnswer { response, accepted } = answer_of(&response.content)?;
    Some(Action::Answered { response, accepted })
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
