//! Credentials: each endpoint takes its own, whole.

use http::Request;
use mimc_api::{
    Account, AppCredentials, AppId, AppKey, AppSecret, Auth, Base, Credentials, Endpoint, Note,
    RequestError, Token, client, server,
};
use mimc_testkit::api::{Law, Tape, make};

pub(crate) fn token() -> Credentials {
    Token::new("t0k").expect("a token").into()
}

pub(crate) fn app() -> AppCredentials {
    let secret = AppSecret::new("made+up==").expect("a secret");
    AppCredentials::new(AppId::new(7), AppKey::new("5111").expect("a key"), secret)
}

/// The client writes the credentials that the endpoint takes, and no others.
pub(crate) struct Written;

impl Law for Written {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        let write = |credentials: Credentials| {
            client::request(&Base::mimc(), &credentials, &made.ids, &made.input)
        };
        let refused = |credentials: Credentials| match write(credentials) {
            Ok(_) => "",
            Err(RequestError::Credentials(fault)) => {
                assert_eq!(fault.code(), "invalid-credentials");
                assert_eq!(RequestError::from(fault).code(), "invalid-credentials");
                fault.name
            }
            Err(other) => panic!("{}: {other:?}", E::NAME),
        };
        let without_id = {
            let mut app = app().account(Account::new("ada"));
            app.app_id = None;
            app
        };
        let whole = app().account(Account::new("ada"));
        // With a token, the whole, without the account, a bad one, without the id.
        let expected = match E::AUTH {
            Auth::TokenOrApp => ["", "", "appAccount", "appAccount", ""],
            Auth::TokenOrAppWithId => ["", "", "appAccount", "appAccount", "appId"],
            Auth::Token => ["", "token", "token", "token", "token"],
            Auth::App => ["appSecret", "", "", "", "appId"],
            Auth::AppForAccount => ["appSecret", "", "appAccount", "appAccount", "appId"],
            other => panic!("{other:?}"),
        };
        let found = [
            refused(token()),
            refused(whole.into()),
            refused(app().into()),
            refused(app().account(Account::new(" ada")).into()),
            refused(without_id.into()),
        ];
        assert_eq!(found, expected, "{}", E::NAME);
    }
}

/// The server wants each credential of a body, and keeps no account that a push does not have.
pub(crate) struct InBody;

impl Law for InBody {
    fn holds<E: Endpoint>(&mut self, tape: Tape) {
        let Some(made) = make::<E>(tape) else { return };
        if !E::AUTH.in_body() {
            return;
        }
        let body = made.body();
        let read = |body: serde_json::Map<String, serde_json::Value>| {
            server::request::<E>(&made.with_body(&body.into()))
        };
        for name in ["appId", "appKey", "appSecret", "appAccount"] {
            let mut without = body.clone();
            let was_there = without.remove(name).is_some();
            assert_eq!(was_there, name != "appAccount" || E::AUTH == Auth::AppForAccount);
            if was_there {
                let refused = read(without).expect_err(name);
                let code = if name == "appAccount" { "invalid-value" } else { "missing-member" };
                let pointer = format!("/{name}");
                assert_eq!((refused.code(), &*refused.place().pointer), (code, &*pointer));
            }
            let mut empty = body.clone();
            empty.insert(name.into(), "".into());
            if was_there {
                let refused = read(empty).expect_err(name);
                assert_eq!(&*refused.place().pointer, format!("/{name}"), "{}", E::NAME);
            }
        }
        if E::AUTH == Auth::App {
            let mut more = body.clone();
            more.insert("appAccount".into(), "ada".into());
            let incoming = read(more).expect(E::NAME);
            assert_eq!(incoming.credentials, made.seen);
            assert_eq!(incoming.credentials.app().expect("an application").account, None);
            assert!(incoming.notes.contains(Note::MembersUnknown));
        }
        // A header says nothing here.
        let mut request: Request<Vec<u8>> = made.request.clone();
        request.headers_mut().insert("token", http::HeaderValue::from_static("t0k"));
        made.assert_read(&request, "a token in a header");
        let mut nothing = body;
        nothing.clear();
        assert_eq!(read(nothing).expect_err("nothing").code(), "missing-member");
    }
}
