//! A conversation of the stand-in with itself: each endpoint that it serves is asked, and its answer read strictly.

use std::collections::BTreeSet;
use std::error::Error;
use std::num::NonZeroU32;
use std::time::SystemTime;

use axum::http::{Request, Response};
use mimc_api::contact::ListContacts;
use mimc_api::history::{QueryP2pHistory, QueryP2pHistoryOnCount, Window};
use mimc_api::history::{QueryP2tHistory, QueryP2tHistoryOnCount};
use mimc_api::mimc_msg::{Body, Dialect, Encoder, Envelope, MsgId, SizeLimit, Timestamp};
use mimc_api::push::{PushP2p, PushP2pMore, PushP2t, PushP2tMore};
use mimc_api::token::FetchToken;
use mimc_api::topic::{CreateTopic, DismissTopic, GetTopic, InviteMembers};
use mimc_api::topic::{KickMembers, ListTopics, QuitTopic, UpdateTopic};
use mimc_api::{Account, ApiError, AppCredentials, AppKey, AppSecret, Base, Content, Credentials};
use mimc_api::{AppId, Endpoint, ReplyError, Token, client, endpoints};

use crate::served::SERVED;
use crate::state::{APP_ID, APP_KEY, APP_SECRET};

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Client {
    base: Base,
    agent: ureq::Agent,
    answered: BTreeSet<&'static str>,
}

impl Client {
    /// An answer has a code of its own, so that an HTTP status is no error; and loopback needs no proxy.
    fn new(base: Base) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build();
        Self { base, agent: config.new_agent(), answered: BTreeSet::new() }
    }

    fn send(&self, request: Request<Vec<u8>>) -> Outcome<Response<Vec<u8>>> {
        let (parts, mut body) = self.agent.run(request)?.into_parts();
        Ok(Response::from_parts(parts, body.read_to_vec()?))
    }

    fn ask<E: Endpoint>(&mut self, who: &Credentials, ids: &E::Ids, ask: &E) -> Outcome<E::Reply> {
        let answer = self.send(client::request(&self.base, who, ids, ask)?)?;
        let data = client::reply::<E>(&answer)?.strict()?.data;
        println!("{}: answered", E::NAME);
        self.answered.insert(E::NAME);
        Ok(data)
    }

    fn refused<E: Endpoint>(&self, who: &Credentials, ids: &E::Ids, ask: &E) -> Outcome<ApiError> {
        let answer = self.send(client::request(&self.base, who, ids, ask)?)?;
        match client::reply::<E>(&answer) {
            Err(ReplyError::Api(error)) => {
                println!("{}: {error}", E::NAME);
                Ok(error)
            }
            other => Err(format!("{} should be refused: {other:?}", E::NAME).into()),
        }
    }
}

pub(crate) fn run(base: Base) -> Outcome<()> {
    let mut client = Client::new(base);
    let app = AppCredentials::new(APP_ID, AppKey::new(APP_KEY)?, AppSecret::new(APP_SECRET)?);
    let user =
        |account: &'static str| Credentials::from(app.clone().account(Account::new(account)));
    let ada = client.ask(&user("ada"), &(), &FetchToken::new())?.token.into();
    let bo = client.ask(&user("bo"), &(), &FetchToken::new())?.token.into();
    conversation(&mut client, &app.clone().into(), &ada, &bo, &user("赛"))?;
    strangers(&client, &app, &ada)?;
    let served = SERVED.iter().map(|(name, _)| *name).collect();
    assert_eq!(client.answered, served, "each endpoint that is served should be asked");
    Ok(())
}

/// Ada owns a group, bo is in it, and 赛, who always asks by the application, comes and goes.
fn conversation(
    client: &mut Client,
    app: &Credentials,
    of_ada: &Credentials,
    of_bo: &Credentials,
    of_cy: &Credentials,
) -> Outcome<()> {
    let [ada, bo, cy] = ["ada", "bo", "赛"].map(Account::new);
    let created = client.ask(of_ada, &APP_ID, &CreateTopic::new("chess", vec![bo.clone()]))?;
    let (id, ids) = (created.topic_info.topic_id, (APP_ID, created.topic_info.topic_id));
    assert_eq!(client.ask(of_bo, &ids, &InviteMembers::new(vec![cy.clone()]))?.members.len(), 3);
    assert_eq!(client.ask(of_cy, &ids, &GetTopic::new())?.topic_info, created.topic_info);
    let kick = KickMembers::new(vec![cy.clone()]);
    assert_eq!(client.refused(of_bo, &ids, &kick)?.code, 403, "bo is not the owner");
    assert!(client.refused(of_ada, &ids, &QuitTopic::new())?.is_owner_cannot_quit());

    let now = Timestamp::try_from(SystemTime::now())?;
    let message = Envelope::new(MsgId::new("a1B2c-1")?, now, Body::text("将军"));
    let typed = Content::envelope(&message, Encoder::new(Dialect::ANDROID_A2), SizeLimit::MIMC)?;
    let bytes = Content::bytes(b"\0\xff", SizeLimit::MIMC)?;
    client.ask(app, &(), &PushP2p::new(ada.clone(), bo.clone(), typed.clone()))?;
    let many = vec![bo.clone(), cy.clone()];
    client.ask(app, &(), &PushP2pMore::new(ada.clone(), many, bytes.clone()))?;
    client.ask(app, &(), &PushP2t::new(cy.clone(), id, typed))?;
    client.ask(app, &(), &PushP2tMore::new(bo.clone(), vec![id], bytes.clone()))?;
    let mut unkept = PushP2p::new(ada.clone(), bo.clone(), bytes);
    unkept.is_store = Some(false);
    client.ask(app, &(), &unkept)?;

    let until = Timestamp::from_millis(now.as_millis() + 3_600_000)?;
    let window = Window::day_until(until)?;
    let query = QueryP2pHistory::new(ada.clone(), bo.clone(), window);
    let page = client.ask(of_bo, &(), &query)?;
    let [first, second] = &page.messages[..] else { return Err("two were kept".into()) };
    assert_eq!(first.decode()?.envelope, message, "read with its bizType");
    assert_eq!(second.payload.bytes()?, b"\0\xff");
    assert!(first.sequence < second.sequence && first.ts <= second.ts);
    for (window, count) in [(Window::day_from(first.ts)?, 2), (Window::day_until(first.ts)?, 0)] {
        let query = QueryP2pHistory::new(ada.clone(), bo.clone(), window);
        assert_eq!(client.ask(of_bo, &(), &query)?.messages.len(), count, "{window:?}");
    }
    assert_eq!(client.refused(of_cy, &(), &query)?.code, 403, "between others");
    let last = QueryP2pHistoryOnCount::new(ada.clone(), bo.clone(), until, NonZeroU32::MIN);
    assert_eq!(client.ask(of_ada, &(), &last)?.messages, page.messages[1..]);
    let page = client.ask(of_cy, &(), &QueryP2tHistory::new(cy.clone(), id, window))?;
    assert_eq!((page.topic_id, page.messages.len()), (Some(id), 2));
    let last = QueryP2tHistoryOnCount::new(bo.clone(), id, until, NonZeroU32::MIN);
    assert_eq!(client.ask(of_bo, &(), &last)?.messages, page.messages[1..]);
    let contacts = client.ask(of_bo, &(), &ListContacts::new())?.contacts;
    let names: Vec<_> = contacts.iter().map(|contact| &*contact.name).collect();
    assert_eq!(names, ["chess", "ada"], "newest first");
    let last = contacts[1].last_message.as_ref().ok_or("bo got a message")?;
    assert_eq!(last.payload.as_base64(), "AP8=\r\n", "in lines, unlike the history's");

    assert_eq!(client.ask(of_ada, &ids, &kick)?.members.len(), 2);
    assert_eq!(client.refused(of_cy, &ids, &GetTopic::new())?.code, 403, "no member any more");
    let mut update = UpdateTopic::new();
    (update.owner_account, update.bulletin) = (Some(bo.clone()), Some("mate".to_owned()));
    let info = client.ask(of_ada, &ids, &update)?.topic_info;
    assert_eq!((&info.owner_account, &*info.topic_name), (&Some(bo), "chess"));
    assert_eq!(client.ask(of_ada, &APP_ID, &ListTopics::new())?, [info]);
    client.ask(of_ada, &ids, &QuitTopic::new())?;
    assert_eq!(client.ask(of_ada, &APP_ID, &ListTopics::new())?, []);
    client.ask(of_bo, &ids, &DismissTopic::new())?;
    assert_eq!(client.refused(of_bo, &ids, &GetTopic::new())?.code, 404, "dismissed");
    Ok(())
}

/// What is refused: who is unknown, what is too much, and what is not served.
fn strangers(client: &Client, app: &AppCredentials, ada: &Credentials) -> Outcome<()> {
    let mut forged = app.clone().account(Account::new("ada"));
    forged.app_secret = AppSecret::new("bWFkZSB1cA==")?;
    assert_eq!(client.refused(&forged.into(), &(), &FetchToken::new())?.code, 401);
    let forged = Token::new("bWFkZSB1cA==")?.into();
    assert_eq!(client.refused(&forged, &APP_ID, &ListTopics::new())?.code, 401);
    assert_eq!(client.refused(ada, &AppId::new(1), &ListTopics::new())?.code, 401);

    // Our own client refuses to ask for so much: its request is changed.
    let day = Window::day_from(Timestamp::from_millis(1)?)?;
    let query = QueryP2pHistory::new(Account::new("ada"), Account::new("bo"), day);
    let query = client::request(&client.base, ada, &(), &query)?;
    let longer = query.map(|body| String::from_utf8_lossy(&body).replace("86400001", "86400002"));
    let answer = client.send(longer.map(String::into_bytes))?;
    let error = client::reply::<QueryP2pHistory>(&answer).err().ok_or("more than 24 hours")?;
    println!("query-p2p-history: {error}");
    assert!(error.to_string().contains("longer than 24 hours"), "{error}");

    for facts in endpoints::all() {
        if !client.answered.contains(facts.name) {
            let path = facts.path.replace("{appId}", "1").replace("{topicId}", "2");
            let request =
                Request::builder().method(facts.method).uri(format!("{}{path}", client.base));
            let answer = client.send(request.body(Vec::new())?)?;
            assert!(answer.body().starts_with(br#"{"code":501,"#), "{}", facts.name);
        }
    }
    let answer =
        client.send(Request::get(format!("{}/api/elsewhere", client.base)).body(Vec::new())?)?;
    println!("/api/elsewhere: {}", answer.status());
    assert_eq!(answer.status(), 404);
    Ok(())
}
