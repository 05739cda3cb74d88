//! What holds for whatever bytes come.

use http::{HeaderValue, Method, Request, Response, Uri};
use mimc_api::{
    AppId, Base, Credentials, Endpoint, Note, Notes, ReplyError, client, endpoints, server,
};
use mimc_msg::Place;

/// A place is inside what was read, with a JSON pointer.
fn inside(place: &Place, length: usize, what: &dyn std::fmt::Debug) {
    assert!(place.offset + place.length <= length, "outside of {length} bytes: {what:?}");
    assert!(place.pointer.is_empty() || place.pointer.starts_with('/'), "no pointer: {what:?}");
}

fn notes_inside(notes: &Notes, length: usize) {
    notes.iter().for_each(|noted| inside(&noted.place, length, noted));
}

fn is_code(code: &str) -> bool {
    let word = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !code.is_empty() && code.bytes().all(word)
}

/// Whatever request comes, the server refuses it with a place in it, or reads what the client writes again and the
/// server reads as the same.
pub fn a_request_is_refused_or_comes_back<E: Endpoint>(request: &Request<Vec<u8>>) {
    let target = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    let length = request.body().len().max(target);
    let incoming = match server::request::<E>(request) {
        Ok(incoming) => incoming,
        Err(rejection) => {
            assert!(is_code(rejection.code()), "{}", rejection.code());
            assert!(!rejection.reason().is_empty());
            return inside(&rejection.place(), length, &rejection);
        }
    };
    notes_inside(&incoming.notes, length);
    let deviates = incoming.notes.iter().any(|noted| noted.note.is_deviation());
    assert_eq!(incoming.clone().strict().is_err(), deviates, "{}", E::NAME);
    let credentials = match incoming.credentials.clone() {
        // A server does not see the application where the path or nothing names it.
        Credentials::App(mut app) => {
            app.app_id.get_or_insert(AppId::new(1));
            app.into()
        }
        token => token,
    };
    let again = client::request(&Base::mimc(), &credentials, &incoming.ids, &incoming.input)
        .unwrap_or_else(|error| {
            panic!("{}: read, but not written: {error}: {incoming:?}", E::NAME)
        });
    let read = server::request::<E>(&again).expect("the client has written it");
    assert_eq!(read.ids, incoming.ids, "{}", E::NAME);
    assert_eq!(read.input, incoming.input, "{}", E::NAME);
    assert_eq!(read.credentials, incoming.credentials, "{}", E::NAME);
}

/// Whatever answer comes, the client refuses it with a place in it, or reads what the server writes again and the
/// client reads as the same.
pub fn an_answer_is_refused_or_comes_back<E: Endpoint>(response: &Response<Vec<u8>>) {
    let length = response.body().len();
    match client::reply::<E>(response) {
        Ok(answer) => {
            notes_inside(&answer.notes, length);
            let deviates = answer.notes.iter().any(|noted| noted.note.is_deviation());
            let data = answer.data.clone();
            assert_eq!(answer.strict().is_err(), deviates, "{}", E::NAME);
            let again = client::reply::<E>(&server::reply::<E>(&data));
            let again = again.unwrap_or_else(|error| panic!("{}: {error}: {data:?}", E::NAME));
            assert_eq!(again.data, data, "{}", E::NAME);
        }
        Err(ReplyError::Api(error)) => {
            assert_ne!(error.code, 200);
            notes_inside(&error.notes, length);
            let again = client::reply::<E>(&server::error(&error));
            let Err(ReplyError::Api(again)) = again else { panic!("no error: {again:?}") };
            assert_eq!((again.code, &again.message), (error.code, &error.message));
            assert_eq!(again.data, error.data);
            assert!(!error.to_string().contains(char::is_control), "{error}");
        }
        Err(error) => {
            assert!(is_code(error.code()), "{}", error.code());
            inside(error.place().expect("it has a place"), length, &error);
        }
    }
}

/// Whatever the target, what reads it is the endpoint that `find` finds; and what was read without a deviation, the
/// client may have written.
pub fn a_target_is_of_one_endpoint<E: Endpoint>(method: &Method, uri: &Uri) {
    use mimc_api::Rejection::{InvalidPath, WrongEndpoint};
    let length = uri.path_and_query().map_or(0, |target| target.as_str().len());
    let found = endpoints::find(method, uri.path()).map(|facts| facts.name);
    match server::target::<E>(method, uri) {
        Err(WrongEndpoint | InvalidPath) => assert_ne!(found, Some(E::NAME)),
        Err(rejection) => {
            assert_eq!(found, Some(E::NAME), "{rejection}");
            inside(&rejection.place(), length, &rejection);
        }
        Ok(notes) => {
            assert_eq!(found, Some(E::NAME));
            assert_eq!(notes.contains(Note::DoubleSlash), uri.path().starts_with("//"));
            notes_inside(&notes, length);
            let mut request = Request::new(Vec::new());
            *request.method_mut() = method.clone();
            *request.uri_mut() = uri.clone();
            request.headers_mut().insert("token", HeaderValue::from_static("t"));
            a_request_is_refused_or_comes_back::<E>(&request);
        }
    }
}
