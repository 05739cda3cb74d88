//! Pushes a message in two dialects and reads both back from the history, with `ureq` and with `reqwest`.
//! The server, a stand-in for MIMC made of the same types, is in this program too.

use std::{error::Error, sync::Mutex, time::SystemTime};

use axum::{Router, body::Body, body::Bytes, http::Request, http::Response, http::request::Parts};
use mimc_api::history::{HistoryMessage, HistoryPage, QueryP2pHistory, Window};
use mimc_api::push::{PushP2p, Pushed};
use mimc_api::{Account, ApiError, AppCredentials, AppId, AppKey, AppSecret, Base, Content};
use mimc_api::{Credentials, Endpoint as _, PacketId, Sequence, client, endpoints, server};
use mimc_msg::{Dialect, Encoder, Envelope, MsgId, SizeLimit};

const APP: AppId = AppId::new(2_882_303_761_517_669_588);
static KEPT: Mutex<Vec<HistoryMessage<'static>>> = Mutex::new(Vec::new()); // what was pushed
type Answer = Result<Response<Vec<u8>>, Box<dyn Error>>;

fn stand_in(request: &Request<Bytes>) -> Answer {
    let mut kept = KEPT.lock().map_err(|_| "a push has panicked")?;
    match endpoints::find(request.method(), request.uri().path()).map(|facts| facts.name) {
        Some(PushP2p::NAME) => {
            let content = server::request::<PushP2p>(request)?.input.content();
            let sequence = Sequence::new(kept.len() as u64 + 1);
            kept.push(HistoryMessage::of(&content, sequence, SystemTime::now().try_into()?)?);
            Ok(server::reply::<PushP2p>(&Pushed::new(PacketId::new(sequence.to_string()))))
        }
        Some(QueryP2pHistory::NAME) => {
            server::request::<QueryP2pHistory>(request)?;
            Ok(server::reply::<QueryP2pHistory>(&HistoryPage::new(APP, kept.clone())))
        }
        _ => Err("no such endpoint".into()),
    }
}

/// An answer has a code of its own, so that an HTTP status is no error; and loopback needs no proxy.
fn with_ureq(request: Request<Vec<u8>>) -> Answer {
    let config = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build();
    let (parts, mut body) = config.new_agent().run(request)?.into_parts();
    Ok(Response::from_parts(parts, body.read_to_vec()?))
}

async fn with_reqwest(request: Request<Vec<u8>>) -> Answer {
    let http = reqwest::Client::builder().no_proxy().build()?;
    let answer = http.execute(request.try_into()?).await?;
    Ok(Response::builder().status(answer.status()).body(answer.bytes().await?.into())?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let base: Base = format!("http://{}", listener.local_addr()?).parse()?;
    let router = Router::new().fallback(async |parts: Parts, body: Bytes| {
        let answer = stand_in(&Request::from_parts(parts, body));
        answer.unwrap_or_else(|e| server::error(&ApiError::new(400, e.to_string()))).map(Body::from)
    });
    runtime.spawn(async { axum::serve(listener, router).await });

    let app = AppCredentials::new(APP, AppKey::new("5521766988")?, AppSecret::new("bWFkZSB1cA")?);
    let (ada, bo, now) = (Account::new("ada"), Account::new("bo"), SystemTime::now().try_into()?);
    let app = Credentials::from(app.account(bo.clone()));
    let message = Envelope::new(MsgId::new("a1B2c-1")?, now, mimc_msg::Body::text("hi"));
    for dialect in [Dialect::ANDROID_A2, Dialect::JAVA_J2] {
        let content = Content::envelope(&message, Encoder::new(dialect), SizeLimit::MIMC)?;
        let mut push = PushP2p::new(ada.clone(), bo.clone(), content);
        push.is_store = Some(true);
        let answer = with_ureq(client::request(&base, &app, &(), &push)?)?;
        println!("pushed as {dialect}: {:?}", client::reply::<PushP2p>(&answer)?.data);
    }
    let query = QueryP2pHistory::new(ada, bo, Window::day_from(now)?);
    let query = client::request(&base, &app, &(), &query)?;
    for answer in [with_ureq(query.clone())?, runtime.block_on(with_reqwest(query))?] {
        let page = client::reply::<QueryP2pHistory>(&answer)?.data;
        assert_eq!(page.messages.len(), 2, "two were pushed");
        for stored in page.messages {
            assert_eq!(stored.decode()?.envelope, message, "{stored:?}");
            println!("{}: read with its bizType, {:?}", stored.sequence, stored.biz_type);
        }
    }
    Ok(())
}
