//! Receives callbacks: verifies each, drops what came before, reads the message, answers. The program posts to
//! itself a genuine callback, the same again, a forged one, and what is no callback.

use std::collections::HashSet;
use std::error::Error;
use std::sync::{Arc, Mutex};

use axum::http::{Response, StatusCode};
use axum::{Router, body::Body, body::Bytes, extract::State, routing::post};
use mimc_api::callback::{self, CallbackType, Verifier};
use mimc_api::{Account, AppId, AppSecret, PacketId};
use mimc_msg::{Envelope, Timestamp};

/// As MIMC posts it; the message is one of the Android demo.
const GENUINE: &str = r#"{"msgType":"NORMAL_MSG","fromAppId":"2882303761517669588","fromAccount":"ada",
    "toAppId":"2882303761517669588","toAccount":"bo","timestamp":"1645000000100","packetId":"packet-1",
    "payload":"eyJ2ZXJzaW9uIjowLCJtc2dJZCI6ImExQjJjLTEiLCJ0aW1lc3RhbXAiOjE2NDUwMDAwMDAwMDAsInBheWxvYWQiOiJhR2s9In0=",
    "bizType":"TEXT","authentication":"5PkmaW1f7yiAPr8HyuCh5LKacsoPZckwBjkm8BSVZ9TShhb0JhDip6+Q4m/Ii74c"}"#;

struct Receiver {
    verifier: Verifier,
    /// The clock. It stands still here; yours is `SystemTime::now().try_into()`.
    now: Timestamp,
    kept: Mutex<(HashSet<Packet>, Vec<Envelope<'static>>)>,
}

/// What a callback that is posted again has in common with the first. The id is the sender's own.
type Packet = (CallbackType, Option<Account>, PacketId);

async fn receive(
    State(receiver): State<Arc<Receiver>>,
    body: Bytes,
) -> Result<Response<Body>, StatusCode> {
    let unverified = callback::read(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    let verified = receiver.verifier.verify(&unverified, receiver.now);
    let callback = verified.map_err(|_| StatusCode::FORBIDDEN)?.into_callback();
    let mut kept = receiver.kept.lock().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let (seen, messages) = &mut *kept;
    let (about, from) = (callback.msg_type.clone(), callback.from_account.clone());
    if callback.packet_id.clone().is_none_or(|packet| seen.insert((about, from, packet))) {
        match callback.decode() {
            Ok(decoded) => messages.push(decoded.envelope),
            Err(error) => println!("receiver: not a message: {error}"),
        }
    }
    Ok(callback::received().map(Body::from)) // else MIMC posts it again
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let secret = AppSecret::new("2xZmr+/yj+/T5U+vvbataQ==")?;
    let receiver = Arc::new(Receiver {
        verifier: Verifier::new(AppId::new(2_882_303_761_517_669_588), &secret),
        now: Timestamp::from_millis(1_645_000_000_500)?,
        kept: Mutex::default(),
    });
    let router = Router::new().route("/callback", post(receive)).with_state(receiver.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/callback", listener.local_addr()?);
    tokio::spawn(async { axum::serve(listener, router).await });

    let http = reqwest::Client::builder().no_proxy().build()?;
    let forged = GENUINE.replace("5PkmaW1f", "AAAAAAAA");
    let posts = [("genuine", GENUINE, 200), ("again", GENUINE, 200), ("forged", &forged, 403)];
    for (what, body, status) in posts.into_iter().chain([("no callback", "{}", 400)]) {
        let answer = http.post(&url).body(body.to_owned()).send().await?;
        println!("{what}: {}", answer.status());
        assert_eq!(answer.status(), status, "{what}");
    }
    let kept = receiver.kept.lock().map_err(|_| "the receiver has panicked")?;
    let texts: Vec<_> = kept.1.iter().map(|message| &message.body).collect();
    println!("received: {texts:?}");
    assert_eq!(texts, [&mimc_msg::Body::text("hi")], "once, although it was posted twice");
    Ok(())
}
