//! The curl lines: what each is a request for, built by hand from the same values.

use http::Request;
use mimc_api::history::{QueryP2pHistory, QueryP2tHistory, Window};
use mimc_api::push::{PushP2p, PushP2t};
use mimc_api::token::FetchToken;
use mimc_api::topic::{
    CreateTopic, DismissTopic, GetTopic, InviteMembers, KickMembers, ListTopics, QuitTopic,
    UpdateTopic,
};
use mimc_api::{
    AppCredentials, AppId, AppKey, AppSecret, Base, Content, Credentials, Endpoint, Token, TopicId,
    Uuid, client, endpoints, server,
};
use mimc_msg::SizeLimit;
use serde_json::Value;

use crate::values::{account, number, text, time};

/// The name of a curl line, and its request.
pub(crate) type Row = (&'static str, Box<dyn Claim>);

/// A row for each curl line.
pub(crate) fn rows() -> Vec<Row> {
    let app = AppId::new(number("appId"));
    let both = (app, TopicId::new(number("topicId")));
    let msg = Content::text(text("msg"), SizeLimit::MIMC).expect("short");
    vec![
        row("fetch-token", (), by_app("appAccount"), FetchToken::new()),
        row("push-p2p", (), app_alone(), push_p2p(msg.clone())),
        row("push-p2t", (), app_alone(), push_p2t(msg)),
        row("create-topic-by-token", app, by_token("ownerToken"), create_topic()),
        row("create-topic-by-app", app, by_app("ownerAccount"), create_topic()),
        row("get-topic-by-token", both, by_token("userToken1"), GetTopic::new()),
        row("get-topic-by-app", both, by_app("userAccount1"), GetTopic::new()),
        row("list-topics-by-token", app, by_token("userToken1"), ListTopics::new()),
        row("list-topics-by-app", app, by_app("userAccount1"), ListTopics::new()),
        row("invite-members-by-token", both, by_token("userToken1"), invite_members()),
        row("invite-members-by-app", both, by_app("userAccount1"), invite_members()),
        row("quit-topic-by-token", both, by_token("userToken1"), QuitTopic::new()),
        row("quit-topic-by-app", both, by_app("userAccount1"), QuitTopic::new()),
        row("kick-members-by-token", both, by_token("ownerToken"), kick_members()),
        row("kick-members-by-app", both, by_app("ownerAccount"), kick_members()),
        row("update-topic-by-token", both, by_token("ownerToken"), update_topic()),
        row("update-topic-by-app", both, by_app("ownerAccount"), update_topic()),
        row("dismiss-topic-by-token", both, by_token("ownerToken"), DismissTopic::new()),
        row("dismiss-topic-by-app", both, by_app("ownerAccount"), DismissTopic::new()),
        row("query-p2p-history", (), by_token("token"), query_p2p_history()),
        row("query-p2t-history", (), by_token("token"), query_p2t_history()),
    ]
}

/// What a curl line is said to be.
pub(crate) trait Claim {
    /// The heading under which the endpoint stands.
    fn section(&self) -> &'static str;
    /// The client writes this request: method, target, all headers, body as JSON.
    fn assert_written(&self, name: &str, curl: &Request<Vec<u8>>);
    /// The server reads this request as what the client was given, and finds nothing odd about it.
    fn assert_read(&self, name: &str, curl: &Request<Vec<u8>>);
}

struct Call<E: Endpoint> {
    ids: E::Ids,
    credentials: Credentials,
    input: E,
}

pub(crate) fn row<E: Endpoint>(
    name: &'static str,
    ids: E::Ids,
    credentials: Credentials,
    input: E,
) -> Row {
    (name, Box::new(Call { ids, credentials, input }))
}

impl<E: Endpoint> Claim for Call<E> {
    fn section(&self) -> &'static str {
        E::SECTION
    }

    fn assert_written(&self, name: &str, curl: &Request<Vec<u8>>) {
        let Self { ids, credentials, input } = self;
        let written = client::request(&Base::mimc(), credentials, ids, input).expect(name);
        assert_eq!(written.method(), curl.method(), "{name}");
        assert_eq!(written.uri(), curl.uri(), "{name}");
        assert_eq!(written.headers(), curl.headers(), "{name}");
        assert_eq!(json(name, written.body()), json(name, curl.body()), "{name}");
    }

    fn assert_read(&self, name: &str, curl: &Request<Vec<u8>>) {
        let found = endpoints::find(curl.method(), curl.uri().path()).expect(name);
        assert_eq!(found.name, E::NAME, "{name}");
        let read = server::request::<E>(curl).expect(name);
        let read = read.strict().expect(name);
        assert!(read.notes.is_empty(), "{name}: {:?}", read.notes);
        assert_eq!(read.ids, self.ids, "{name}");
        assert_eq!(read.input, self.input, "{name}");
        let mut sent = self.credentials.clone();
        if let (Credentials::App(app), false) = (&mut sent, E::AUTH.in_body()) {
            app.app_id = None; // The headers have none.
        }
        assert_eq!(read.credentials, sent, "{name}");
    }
}

/// The body as JSON; None where there is no body.
fn json(name: &str, body: &[u8]) -> Option<Value> {
    (!body.is_empty()).then(|| serde_json::from_slice(body).expect(name))
}

fn by_token(name: &str) -> Credentials {
    Token::new(text(name)).expect(name).into()
}

fn by_app(account: &str) -> Credentials {
    app().account(self::account(account)).into()
}

pub(crate) fn app_alone() -> Credentials {
    app().into()
}

fn app() -> AppCredentials {
    let key = AppKey::new(text("appKey")).expect("appKey");
    let secret = AppSecret::new(text("appSecret")).expect("appSecret");
    AppCredentials::new(AppId::new(number("appId")), key, secret)
}

pub(crate) fn push_p2p(content: Content) -> PushP2p {
    let mut push = PushP2p::new(account("fromAccount"), account("toAccount"), content);
    push.from_resource = Some(text("fromResource"));
    push
}

pub(crate) fn push_p2t(content: Content) -> PushP2t {
    let topic = TopicId::new(number("topicId"));
    let mut push = PushP2t::new(account("fromAccount"), topic, content);
    push.from_resource = Some(text("fromResource"));
    push
}

fn create_topic() -> CreateTopic {
    let members = ["userAccount1", "userAccount2", "userAccount3"].map(account);
    CreateTopic::new(text("topicName"), members.into())
}

fn invite_members() -> InviteMembers {
    InviteMembers::new(vec![account("userAccount4"), account("userAccount5")])
}

fn kick_members() -> KickMembers {
    KickMembers::new(vec![account("userAccount4"), account("userAccount5")])
}

fn update_topic() -> UpdateTopic {
    let mut update = UpdateTopic::new();
    update.topic_id = Some(TopicId::new(number("topicId")));
    update.owner_uuid = Some(Uuid::new(number("userUuid2")));
    update.topic_name = Some(text("newTopicName"));
    update.bulletin = Some(text("newBulletin"));
    update
}

fn window() -> Window {
    Window::new(time("utcFromTime"), time("utcToTime")).expect("24 hours")
}

fn query_p2p_history() -> QueryP2pHistory {
    let mut query = QueryP2pHistory::new(account("fromAccount"), account("toAccount"), window());
    query.app_id = Some(AppId::new(number("appId")));
    query
}

fn query_p2t_history() -> QueryP2tHistory {
    let topic = TopicId::new(number("topicId"));
    let mut query = QueryP2tHistory::new(account("account"), topic, window());
    query.app_id = Some(AppId::new(number("appId")));
    query
}
