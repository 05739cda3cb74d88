//! A small stand-in for MIMC on loopback, to test clients of any language against. It keeps everything in memory.
//!
//! `stand_in [--port N]` prints `listening on http://127.0.0.1:PORT` and serves until it is killed; without a port,
//! or with 0, on a free one. What was odd about a request goes to standard error. `stand_in --self-test` talks to
//! itself instead, and says what about.
//!
//! It knows one application, which is made up: appId 2882303761517669588, appKey "5111766983588", appSecret
//! "2xZmr+/yj+/T5U+vvbataQ==". Every account exists, and its uuid is always the same. The endpoints served are in
//! `served.rs`; of the others it says so with code 501. The codes 400 (not understood), 401 (who asks?), 403 (may
//! not), 404 (no such group) and 501 are its own: those of MIMC are not known, but for that of an owner who quits. Ids are strings everywhere; the
//! real server writes the `appId` of a page of history as a number.

mod contacts;
mod messages;
mod self_test;
mod served;
mod state;
mod topics;

use std::error::Error;
use std::io::{Write as _, stdout};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use axum::http::{Request, request::Parts};
use axum::{Router, body::Body, body::Bytes, extract};
use state::State;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (port, test) = match arguments[..] {
        [] => (0, false),
        ["--port", port] => (port.parse()?, false),
        ["--self-test"] => (0, true),
        _ => return Err("usage: stand_in [--port N | --self-test]".into()),
    };
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)))?;
    let base = format!("http://{}", listener.local_addr()?);
    println!("listening on {base}");
    stdout().flush()?;
    let router = Router::new().fallback(answer).with_state(Arc::new(Mutex::new(State::default())));
    let server = async { axum::serve(listener, router).await };
    if !test {
        return Ok(runtime.block_on(server)?);
    }
    runtime.spawn(server);
    self_test::run(base.parse()?)
}

type Shared = extract::State<Arc<Mutex<State>>>;

async fn answer(
    extract::State(state): Shared,
    parts: Parts,
    body: Bytes,
) -> served::Response<Body> {
    // A panic would be a fault in the stand-in; what was kept before it is still whole.
    let mut state = state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    served::answer(&Request::from_parts(parts, body), &mut state).map(Body::from)
}
