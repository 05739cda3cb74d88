//! Groups: any member may ask and invite, only the owner may kick, change and dismiss, and the owner cannot quit.

use mimc_api::topic::{CreateTopic, DismissTopic, GetTopic, InviteMembers, KickMembers};
use mimc_api::topic::{ListTopics, Member, QuitTopic, Topic, TopicInfo, UpdateTopic};
use mimc_api::{Account, ApiError, AppId, TopicId};

use crate::served::{Answer, Served};
use crate::state::{APP_ID, Asker, State, uuid};

/// The most members of a group, by default (docs/evidence.md, D).
const MOST_MEMBERS: usize = 500;

type Ids = (AppId, TopicId);

impl State {
    pub(crate) fn topic(&mut self, id: TopicId) -> Answer<&mut Topic> {
        self.topics.get_mut(&id).ok_or_else(|| ApiError::new(404, "no such group"))
    }

    /// A group that the asker is in.
    pub(crate) fn joined(&mut self, id: TopicId, asker: &Asker) -> Answer<&mut Topic> {
        let topic = self.topic(id)?;
        if is_member(topic, asker.account()?) {
            return Ok(topic);
        }
        Err(ApiError::new(403, "only a member of the group may do this"))
    }

    /// A group that the asker owns.
    fn owned(&mut self, id: TopicId, asker: &Asker) -> Answer<&mut Topic> {
        let topic = self.topic(id)?;
        if topic.topic_info.owner_account.as_ref() == Some(asker.account()?) {
            return Ok(topic);
        }
        Err(ApiError::new(403, "only the owner of the group may do this"))
    }
}

pub(crate) fn is_member(topic: &Topic, account: &Account) -> bool {
    topic.members.iter().any(|member| member.account == *account)
}

/// Adds those who are not in it.
fn join(topic: &mut Topic, accounts: Vec<Account>) -> Answer<()> {
    let mut members = topic.members.clone();
    for account in accounts {
        if members.iter().all(|member| member.account != account) {
            members.push(Member::new(uuid(&account), account));
        }
    }
    if members.len() > MOST_MEMBERS {
        return Err(ApiError::new(400, format!("a group has at most {MOST_MEMBERS} members")));
    }
    topic.members = members;
    Ok(())
}

impl Served for CreateTopic {
    fn answer(self, _: AppId, asker: Asker, state: &mut State) -> Answer<Topic> {
        let owner = asker.account()?.clone();
        // Odd and above 2^53: such a number is no JavaScript number, as some of MIMC's are not.
        let id = TopicId::new(21_304_982_171_287_553 + 2 * state.created);
        let mut info = TopicInfo::new(id, uuid(&owner), owner.clone(), self.topic_name);
        info.extra = self.extra;
        let mut topic = Topic::new(info, Vec::new());
        topic.app_id = Some(APP_ID);
        join(&mut topic, [vec![owner], self.accounts].concat())?;
        state.created += 1;
        state.topics.insert(id, topic.clone());
        Ok(topic)
    }
}

impl Served for GetTopic {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<Topic> {
        state.joined(id, &asker).cloned()
    }
}

impl Served for ListTopics {
    fn answer(self, _: AppId, asker: Asker, state: &mut State) -> Answer<Vec<TopicInfo>> {
        let account = asker.account()?;
        let topics = state.topics.values().filter(|topic| is_member(topic, account));
        Ok(topics.map(|topic| topic.topic_info.clone()).collect())
    }
}

impl Served for InviteMembers {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<Topic> {
        let topic = state.joined(id, &asker)?;
        join(topic, self.accounts)?;
        Ok(topic.clone())
    }
}

impl Served for KickMembers {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<Topic> {
        let topic = state.owned(id, &asker)?;
        if self.accounts.contains(asker.account()?) {
            return Err(ApiError::new(400, "the owner cannot be removed"));
        }
        topic.members.retain(|member| !self.accounts.contains(&member.account));
        Ok(topic.clone())
    }
}

impl Served for QuitTopic {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<Option<Topic>> {
        if state.owned(id, &asker).is_ok() {
            return Err(ApiError::owner_cannot_quit());
        }
        let account = asker.account()?;
        state.joined(id, &asker)?.members.retain(|member| member.account != *account);
        Ok(None) // as since 2018-03-15
    }
}

impl Served for UpdateTopic {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<Topic> {
        let topic = state.owned(id, &asker)?;
        if self.owner_uuid.is_some() || self.owner_account.is_some() {
            let owner = topic.members.iter().find(|member| {
                Some(member.uuid) == self.owner_uuid
                    || Some(&member.account) == self.owner_account.as_ref()
            });
            let owner = owner.ok_or_else(|| ApiError::new(400, "the new owner is no member"))?;
            topic.topic_info.owner_uuid = owner.uuid;
            topic.topic_info.owner_account = Some(owner.account.clone());
        }
        let info = &mut topic.topic_info;
        info.topic_name = self.topic_name.unwrap_or_else(|| info.topic_name.clone());
        info.bulletin = self.bulletin.or_else(|| info.bulletin.take());
        info.extra = self.extra.or_else(|| info.extra.take());
        Ok(topic.clone())
    }
}

impl Served for DismissTopic {
    fn answer(self, (_, id): Ids, asker: Asker, state: &mut State) -> Answer<()> {
        state.owned(id, &asker)?;
        state.topics.remove(&id);
        Ok(())
    }
}
