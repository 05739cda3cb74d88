//! Headers: each once, in any case, and all of them.

use http::{HeaderValue, Request};
use mimc_api::{Auth, Credentials, Endpoint, Input, server};
use mimc_testkit::api::{Law, Tape, make};

use super::credentials::token;

const CREDENTIALS: [&str; 6] =
    ["token", "appId", "appKey", "appSecret", "appAccount", "appAccountEncode"];

fn inputs<E: Endpoint>() -> &'static [&'static str] {
    match E::INPUT {
        Input::Headers(names) => names,
        _ => &[],
    }
}

/// What is there twice is refused, what is missing too; the case of names does not matter.
pub(crate) struct Once;

impl Law for Once {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let names = CREDENTIALS.iter().chain(inputs::<E>());
        for &name in names.filter(|name| made.request.headers().contains_key(**name)) {
            let mut twice = made.request.clone();
            let value = twice.headers()[name].clone();
            twice.headers_mut().append(name.parse::<http::HeaderName>().expect(name), value);
            let refused = server::request::<E>(&twice).expect_err(name);
            let told = (refused.code(), refused.place().pointer.into_owned());
            assert_eq!(told, ("invalid-credentials", format!("/{name}")), "{}", E::NAME);

            let mut without = made.request.clone();
            without.headers_mut().remove(name);
            let read = server::request::<E>(&without);
            if name == "appAccountEncode" {
                // The account is then taken for what it is: base64 is an account too.
                assert_ne!(read.expect(name).credentials, made.seen);
                continue;
            }
            let refused = read.expect_err(name);
            let missing = match (name, E::AUTH) {
                // Without a token, an application may ask.
                ("token", Auth::TokenOrApp | Auth::TokenOrAppWithId) => "appKey",
                _ => name,
            };
            let code = if inputs::<E>().contains(&name) {
                "missing-member"
            } else {
                "invalid-credentials"
            };
            let told = (refused.code(), refused.place().pointer.into_owned());
            assert_eq!(told, (code, format!("/{missing}")), "{}", E::NAME);
        }
        let mut upper = Request::builder().method(E::METHOD).uri(made.request.uri().clone());
        for (name, value) in made.request.headers() {
            upper = upper.header(name.as_str().to_uppercase(), value);
        }
        let upper = upper.body(made.request.body().clone()).expect("a request");
        made.assert_read(&upper, "upper case");
    }
}

/// Beside a token, what an application sends counts for nothing, broken or whole.
pub(crate) struct TokenWins;

impl Law for TokenWins {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        if E::AUTH.in_body() {
            return;
        }
        let mut both = made.request;
        for (name, value) in [
            ("appkey", "5111"),
            ("appsecret", "made+up=="),
            ("appaccount", "ada"),
            ("appid", "no id"),
        ] {
            both.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
        }
        both.headers_mut().insert("token", HeaderValue::from_static("t0k"));
        assert_eq!(server::request::<E>(&both).expect(E::NAME).credentials, token());
        both.headers_mut().append("appkey", HeaderValue::from_static("twice"));
        assert_eq!(server::request::<E>(&both).expect(E::NAME).credentials, token());
        // But a broken token is not passed over.
        both.headers_mut().insert("token", HeaderValue::from_static(""));
        let refused = server::request::<E>(&both).expect_err(E::NAME);
        assert_eq!(&*refused.place().pointer, "/token");
        assert!(matches!(refused, mimc_api::Rejection::Credentials(_)));
        assert!(matches!(token(), Credentials::Token(_)));
    }
}
