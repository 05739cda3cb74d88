//! The JSON results: what each says, built by hand from the same values.

use http::Response;
use mimc_api::history::{HistoryMessage, HistoryPage, QueryP2pHistory, QueryP2tHistory};
use mimc_api::push::{PushP2p, PushP2t, Pushed};
use mimc_api::token::{FetchToken, TokenData};
use mimc_api::topic::{
    CreateTopic, DismissTopic, GetTopic, InviteMembers, KickMembers, ListTopics, Member, QuitTopic,
    Topic, TopicInfo, UpdateTopic,
};
use mimc_api::{
    ApiError, AppId, Endpoint, Note, PacketId, Payload, ReplyError, SecurityKey, Sequence, Token,
    TopicId, Uuid, client, server,
};
use serde_json::Value;

use crate::values::{Form, account, number, text, time};

/// The name of a JSON result, and what it says.
pub(crate) type Row = (&'static str, Box<dyn Claim>);

/// A row for each JSON result, with the pointer at which ids as numbers are first noted. The `appId` and
/// `topicId` of a history are not noted: the real server writes numbers there.
pub(crate) fn rows() -> Vec<Row> {
    const TOPIC: Option<&str> = Some("/data/topicInfo/topicId");
    const MESSAGE: Option<&str> = Some("/data/messages/0/sequence");
    let owner_cannot_quit = Box::new(Refusal(ApiError::owner_cannot_quit()));
    vec![
        row::<FetchToken>("fetch-token", token_data(), Some("/data/appId")),
        row::<PushP2p>("push-p2p", pushed(), None),
        row::<PushP2t>("push-p2t", pushed(), None),
        row::<CreateTopic>("create-topic", topic(topic_info(), &[1, 2, 3]), TOPIC),
        row::<GetTopic>("get-topic", topic(topic_info(), &[1, 2, 3]), TOPIC),
        row::<ListTopics>("list-topics", topic_list(), Some("/data/0/topicId")),
        row::<InviteMembers>("invite-members", topic(topic_info(), &[1, 2, 3, 4, 5]), TOPIC),
        row::<QuitTopic>("quit-topic", Some(topic(topic_info(), &[2, 3, 4, 5])), TOPIC),
        ("quit-topic-of-owner", owner_cannot_quit),
        row::<KickMembers>("kick-members", topic(topic_info(), &[2, 3]), TOPIC),
        row::<UpdateTopic>("update-topic", topic(new_topic_info(), &[2, 3]), TOPIC),
        row::<DismissTopic>("dismiss-topic", (), None),
        row::<QueryP2pHistory>("query-p2p-history", p2p_page(), MESSAGE),
        row::<QueryP2tHistory>("query-p2t-history", p2t_page(), MESSAGE),
    ]
}

/// What a JSON result is said to be.
pub(crate) trait Claim {
    /// The heading under which the endpoint stands.
    fn section(&self) -> &'static str;
    /// The client reads this, and notes nothing but ids that are numbers.
    fn assert_read(&self, name: &str, json: &str, form: Form);
    /// What the client reads from this, the server writes as the same JSON.
    fn assert_written(&self, name: &str, json: &str);
}

struct Good<E: Endpoint> {
    data: E::Reply,
    first_id: Option<&'static str>,
}

fn row<E: Endpoint>(name: &'static str, data: E::Reply, first_id: Option<&'static str>) -> Row {
    (name, Box::new(Good::<E> { data, first_id }))
}

impl<E: Endpoint> Claim for Good<E> {
    fn section(&self) -> &'static str {
        E::SECTION
    }

    fn assert_read(&self, name: &str, json: &str, form: Form) {
        let answer = client::reply::<E>(&Response::new(json)).expect(name);
        assert_eq!(answer.data, self.data, "{name}");
        assert_eq!(answer.message, E::SUCCESS, "{name}");
        let noted = answer.notes.iter().map(|noted| (noted.note, &*noted.place.pointer));
        let first_id = self.first_id.filter(|_| form == Form::Numbers);
        let expected = first_id.map(|pointer| (Note::IdAsNumber, pointer));
        assert!(noted.eq(expected), "{name}: {:?}", answer.notes);
        assert_eq!(answer.strict().is_err(), first_id.is_some(), "{name}");
    }

    fn assert_written(&self, name: &str, json: &str) {
        let answer = client::reply::<E>(&Response::new(json)).expect(name);
        let written = server::reply::<E>(&answer.data);
        assert_same(name, written.body(), json);
    }
}

/// What the owner of a group gets who quits it.
struct Refusal(ApiError);

impl Refusal {
    fn read(name: &str, json: &str) -> ApiError {
        match client::reply::<QuitTopic>(&Response::new(json)) {
            Err(ReplyError::Api(error)) => error,
            other => panic!("{name}: {other:?}"),
        }
    }
}

impl Claim for Refusal {
    fn section(&self) -> &'static str {
        QuitTopic::SECTION
    }

    fn assert_read(&self, name: &str, json: &str, _: Form) {
        let error = Self::read(name, json);
        assert!(error.is_owner_cannot_quit(), "{name}");
        assert_eq!(error, self.0, "{name}");
    }

    fn assert_written(&self, name: &str, json: &str) {
        assert_same(name, server::error(&Self::read(name, json)).body(), json);
    }
}

fn assert_same(name: &str, written: &[u8], json: &str) {
    let written: Value = serde_json::from_slice(written).expect(name);
    assert_eq!(written, serde_json::from_str::<Value>(json).expect(name), "{name}");
}

fn token_data() -> TokenData {
    let mut data = TokenData::new(
        AppId::new(number("appId")),
        account("appAccount"),
        Uuid::new(number("uuid")),
        // The manual has the application's secret here, which is wrong.
        SecurityKey::new(text("appSecret")).expect("appSecret"),
        Token::new(text("token")).expect("token"),
    );
    data.app_package = Some(text("appPackage"));
    data
}

fn pushed() -> Pushed {
    Pushed::new(PacketId::new(text("packetId")))
}

/// The group with its first owner and these users in it.
fn topic(info: TopicInfo, users: &[u8]) -> Topic {
    let mut members = vec![member("ownerUuid", "ownerAccount")];
    let user = |n| member(&format!("userUuid{n}"), &format!("userAccount{n}"));
    members.extend(users.iter().map(user));
    Topic::new(info, members)
}

fn member(uuid: &str, account: &str) -> Member {
    Member::new(Uuid::new(number(uuid)), self::account(account))
}

fn topic_info() -> TopicInfo {
    let mut info = info("topicId", "topicName", "ownerUuid", "ownerAccount");
    info.bulletin = Some(String::new());
    info
}

/// The group after the update.
fn new_topic_info() -> TopicInfo {
    let mut info = info("topicId", "newTopicName", "userUuid2", "userAccount2");
    info.bulletin = Some(text("newBulletin"));
    info
}

fn topic_list() -> Vec<TopicInfo> {
    let mut one = info("topicId1", "topicName1", "ownerUuid", "ownerAccount");
    one.bulletin = Some(text("topicBulletin1"));
    let mut two = info("topicId2", "topicName2", "ownerUuid", "ownerAccount");
    two.bulletin = Some(text("topicBulletin2"));
    vec![one, two]
}

fn info(id: &str, name: &str, owner_uuid: &str, owner: &str) -> TopicInfo {
    let (id, owner_uuid) = (TopicId::new(number(id)), Uuid::new(number(owner_uuid)));
    TopicInfo::new(id, owner_uuid, account(owner), text(name))
}

fn message() -> HistoryMessage<'static> {
    let sequence = Sequence::new(number("sequence"));
    HistoryMessage::new(sequence, Payload::from_base64(text("payload")), time("ts"))
}

/// In 2018 the two accounts stand before the messages.
fn p2p_page() -> HistoryPage<'static> {
    let mut page = HistoryPage::new(AppId::new(number("appId")), vec![message()]);
    page.to_account = Some(account("toAccount"));
    page.from_account = Some(account("fromAccount"));
    page
}

fn p2t_page() -> HistoryPage<'static> {
    let mut message = message();
    message.from_account = Some(account("fromAccount"));
    let messages = vec![message.clone(), message];
    let mut page = HistoryPage::new(AppId::new(number("appId")), messages);
    page.topic_id = Some(TopicId::new(number("topicId")));
    page
}
