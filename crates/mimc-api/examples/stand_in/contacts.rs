//! The contact list: of each conversation the last message, newest first.

use mimc_api::contact::{Contact, Contacts, LastMessage, ListContacts, UserType};
use mimc_api::{Payload, PeerId};

use crate::messages::{Kept, To};
use crate::served::{Answer, Served};
use crate::state::{Asker, State, uuid};
use crate::topics::is_member;

impl Served for ListContacts {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<Contacts> {
        let me = asker.account()?;
        let mut contacts: Vec<Contact> = Vec::new();
        for Kept { from, to, message } in state.kept.iter().rev() {
            let topic = if let To::Topic(id) = to { state.topics.get(id) } else { None };
            let (kind, id, name) = match (to, topic) {
                (To::User(to), _) if from == me => (UserType::User, uuid(to).get(), to.as_str()),
                (To::User(to), _) if to == me => (UserType::User, uuid(from).get(), from.as_str()),
                (To::Topic(id), Some(topic)) if is_member(topic, me) => {
                    (UserType::Topic, id.get(), topic.topic_info.topic_name.as_str())
                }
                _ => continue,
            };
            let mut contact = Contact::new(kind, PeerId::new(id), name, message.ts);
            if contacts.iter().any(|c| (&c.user_type, c.id) == (&contact.user_type, contact.id)) {
                continue;
            }
            let payload = message.payload.bytes().unwrap_or_default();
            let (payload, number) = (Payload::in_lines(&payload), message.sequence);
            let mut last = LastMessage::new(uuid(from), from.clone(), payload, number);
            last.to_uuid = message.to_account.as_ref().map(uuid);
            last.to_account.clone_from(&message.to_account);
            last.biz_type = message.biz_type.as_deref().map(str::to_owned);
            contact.last_message = Some(last);
            contacts.push(contact);
        }
        Ok(Contacts::new(contacts))
    }
}
