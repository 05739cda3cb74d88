//! A token proxy, the manual's AppProxyService: it keeps the secret of the application, knows its users, and
//! hands MIMC's answer to their clients byte for byte. A stand-in for MIMC and a client are in this program too.

use std::error::Error;

use axum::http::{HeaderMap, HeaderValue, Request, Response, StatusCode, request::Parts};
use axum::{Router, body::Body, body::Bytes, extract::State, routing::post};
use mimc_api::token::{self, FetchToken, TokenData};
use mimc_api::{Account, ApiError, AppCredentials, AppId, AppKey, AppSecret, Base, Endpoint as _};
use mimc_api::{SecurityKey, Token, Uuid, client, server};

/// What the proxy keeps. None of it goes to a client.
#[derive(Clone)]
struct Proxy {
    mimc: Base,
    app: AppCredentials,
    http: reqwest::Client,
}

/// A client asks. Its user is known by a session, which your own login has made.
async fn ask(State(proxy): State<Proxy>, headers: HeaderMap) -> Result<Response<Body>, StatusCode> {
    let account = match headers.get("x-session").map(HeaderValue::as_bytes) {
        Some(b"session-of-ada") => Account::new("ada"),
        Some(b"session-of-bo") => Account::new("bo"),
        _ => return Err(StatusCode::UNAUTHORIZED),
    };
    let token = fetch(&proxy, account).await.inspect_err(|error| println!("proxy: {error}"));
    token.map(|answer| answer.map(Body::from)).map_err(|_| StatusCode::BAD_GATEWAY)
}

async fn fetch(proxy: &Proxy, account: Account) -> Result<Response<Vec<u8>>, Box<dyn Error>> {
    let credentials = proxy.app.clone().account(account).into();
    let request = client::request(&proxy.mimc, &credentials, &(), &FetchToken::new())?;
    let answer = proxy.http.execute(request.try_into()?).await?;
    let answer = Response::builder().status(answer.status()).body(answer.bytes().await?)?;
    Ok(token::pass_on(&answer)?)
}

/// The stand-in for MIMC: it has one token, and an error for everybody else.
async fn mimc(State(token): State<TokenData>, parts: Parts, body: Bytes) -> Response<Body> {
    let request = server::request::<FetchToken>(&Request::from_parts(parts, body));
    let account = request.ok().and_then(|request| request.credentials.app()?.account.clone());
    let known = account.filter(|account| *account == token.app_account);
    let answer = known.map(|_| server::reply::<FetchToken>(&token));
    answer.unwrap_or_else(|| server::error(&ApiError::new(500, "no token"))).map(Body::from)
}

/// Serves on a free port of loopback until the program ends.
async fn serve(router: Router) -> Result<Base, Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?).parse()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(base)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let id = AppId::new(2_882_303_761_517_669_588);
    let (key, token) = (SecurityKey::new("bWFkZSB1cA==")?, Token::new("bWFkZS91cA==")?);
    let token = TokenData::new(id, Account::new("ada"), Uuid::new(1), key, token);
    let mimc = Router::new().route(FetchToken::PATH, post(mimc)).with_state(token.clone());
    let app = AppCredentials::new(id, AppKey::new("5521766988")?, AppSecret::new("bWFkZSB1cA")?);
    let http = reqwest::Client::builder().no_proxy().build()?;
    let state = Proxy { mimc: serve(mimc).await?, app, http: http.clone() };
    let proxy = serve(Router::new().route("/token", post(ask)).with_state(state)).await?;
    for (session, status) in [("session-of-ada", 200), ("session-of-bo", 502), ("forged", 401)] {
        let request = http.post(format!("{proxy}/token")).header("x-session", session);
        let answer = request.send().await?;
        println!("{session}: {}", answer.status());
        assert_eq!(answer.status(), status, "{session}");
        if status == 200 {
            let sent = server::reply::<FetchToken>(&token).into_body();
            assert_eq!(answer.bytes().await?, sent, "not what MIMC sent");
            println!("{session}: {} bytes, as MIMC sent them", sent.len());
        }
    }
    Ok(())
}
