//! Pushing, and history: one way, from one account to another or into a group, oldest first; by count, the last so
//! many. What is pushed is kept unless `isStore` is false.

use std::num::NonZeroU32;
use std::time::SystemTime;

use mimc_api::history::{HistoryMessage, HistoryPage, QueryP2pHistory, QueryP2pHistoryOnCount};
use mimc_api::history::{QueryP2tHistory, QueryP2tHistoryOnCount};
use mimc_api::mimc_msg::{SizeLimit, Timestamp};
use mimc_api::push::{PushP2p, PushP2pMore, PushP2t, PushP2tMore, Pushed, PushedMany};
use mimc_api::{Account, ApiError, Content, PacketId, Payload, Sequence, TopicId};

use crate::served::{Answer, Served};
use crate::state::{APP_ID, Asker, State};

/// A message that was pushed.
pub(crate) struct Kept {
    pub(crate) from: Account,
    pub(crate) to: To,
    pub(crate) message: HistoryMessage<'static>,
}

#[derive(PartialEq)]
pub(crate) enum To {
    User(Account),
    Topic(TopicId),
}

impl State {
    fn push(&mut self, from: &Account, to: To, content: &Content, keep: bool) -> Answer<PacketId> {
        let fault = |why: &dyn ToString| ApiError::new(400, why.to_string());
        let payload = content.payload().map_err(|error| fault(&error))?;
        SizeLimit::MIMC.check(&payload).map_err(|error| fault(&error))?;
        if let To::Topic(id) = to {
            self.topic(id)?;
        }
        let now: Timestamp = SystemTime::now().try_into().map_err(|error| fault(&error))?;
        // As the real ones are: the time, and five digits.
        let last = self.kept.last().map_or(0, |kept| kept.message.sequence.get());
        let sequence = Sequence::new((now.as_millis() * 100_000).max(last + 1));
        let mut message = HistoryMessage::new(sequence, Payload::new(&payload), now);
        message.from_account = Some(from.clone());
        message.to_account = if let To::User(to) = &to { Some(to.clone()) } else { None };
        message.biz_type = Some(content.biz_type().unwrap_or_default().to_owned().into());
        message.extra = Some("".into());
        if keep {
            self.kept.push(Kept { from: from.clone(), to, message });
        }
        self.pushed += 1;
        Ok(PacketId::new(format!("stand-in_{}", self.pushed)))
    }

    fn page(&mut self, asker: &Asker, query: Query) -> Answer<HistoryPage<'static>> {
        let Query { from, to, since, until, count, biz_type, extra } = query;
        match &to {
            To::User(to) => asker.is_one_of(&[&from, to])?,
            To::Topic(id) => {
                asker.is_one_of(&[&from])?;
                self.joined(*id, asker)?;
            }
        }
        let matching = |Kept { from: sender, to: receiver, message }: &&Kept| {
            *receiver == to
                && (matches!(to, To::Topic(_)) || *sender == from)
                && (since.is_none_or(|since| since <= message.ts) && message.ts < until)
                && (biz_type.is_none() || message.biz_type.as_deref() == biz_type.as_deref())
                && (extra.is_none() || message.extra.as_deref() == extra.as_deref())
        };
        let messages = self.kept.iter().filter(matching).map(|kept| kept.message.clone());
        let mut messages: Vec<_> = messages.collect();
        if let Some(count) = count {
            let count = usize::try_from(count.get()).unwrap_or(usize::MAX);
            messages.drain(..messages.len().saturating_sub(count));
        }
        let mut page = HistoryPage::new(APP_ID, messages);
        page.topic_id = if let To::Topic(id) = to { Some(id) } else { None };
        page.timestamp = page.messages.first().filter(|_| count.is_some()).map(|first| first.ts);
        Ok(page)
    }
}

/// What messages are asked for; of a group, `from` is who asks.
struct Query {
    from: Account,
    to: To,
    since: Option<Timestamp>,
    until: Timestamp,
    count: Option<NonZeroU32>,
    biz_type: Option<String>,
    extra: Option<String>,
}

impl Served for PushP2p {
    fn answer(self, (): (), _: Asker, state: &mut State) -> Answer<Pushed> {
        let (content, keep) = (self.content(), self.is_store != Some(false));
        let to = To::User(self.to_account);
        state.push(&self.from_account, to, &content, keep).map(Pushed::new)
    }
}

impl Served for PushP2pMore {
    fn answer(self, (): (), _: Asker, state: &mut State) -> Answer<PushedMany> {
        let (content, keep) = (self.content(), self.is_store != Some(false));
        let push = |to| state.push(&self.from_account, To::User(to), &content, keep);
        self.to_accounts.into_iter().map(push).collect::<Answer<_>>().map(PushedMany::new)
    }
}

impl Served for PushP2t {
    fn answer(self, (): (), _: Asker, state: &mut State) -> Answer<Pushed> {
        let (content, keep) = (self.content(), self.is_store != Some(false));
        state.push(&self.from_account, To::Topic(self.topic_id), &content, keep).map(Pushed::new)
    }
}

impl Served for PushP2tMore {
    fn answer(self, (): (), _: Asker, state: &mut State) -> Answer<PushedMany> {
        let (content, keep) = (self.content(), self.is_store != Some(false));
        self.topic_ids.iter().try_for_each(|id| state.topic(*id).map(drop))?; // all or none
        let push = |id| state.push(&self.from_account, To::Topic(id), &content, keep);
        self.topic_ids.into_iter().map(push).collect::<Answer<_>>().map(PushedMany::new)
    }
}

impl Served for QueryP2pHistory {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<HistoryPage<'static>> {
        let Self { from_account: from, to_account: to, biz_type, extra, .. } = self;
        let (since, until, count) = (Some(self.utc_from_time), self.utc_to_time, None);
        state.page(&asker, Query { from, to: To::User(to), since, until, count, biz_type, extra })
    }
}

impl Served for QueryP2pHistoryOnCount {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<HistoryPage<'static>> {
        let Self { from_account: from, to_account: to, biz_type, extra, .. } = self;
        let (since, until, count) = (None, self.utc_to_time, Some(self.count));
        state.page(&asker, Query { from, to: To::User(to), since, until, count, biz_type, extra })
    }
}

impl Served for QueryP2tHistory {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<HistoryPage<'static>> {
        let Self { account: from, topic_id: to, biz_type, extra, .. } = self;
        let (since, until, count) = (Some(self.utc_from_time), self.utc_to_time, None);
        state.page(&asker, Query { from, to: To::Topic(to), since, until, count, biz_type, extra })
    }
}

impl Served for QueryP2tHistoryOnCount {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<HistoryPage<'static>> {
        let Self { account: from, topic_id: to, biz_type, extra, .. } = self;
        let (since, until, count) = (None, self.utc_to_time, Some(self.count));
        state.page(&asker, Query { from, to: To::Topic(to), since, until, count, biz_type, extra })
    }
}
