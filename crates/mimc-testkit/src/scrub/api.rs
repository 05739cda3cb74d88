//! That clients and servers of the HTTP API say the same.

use http::{Request, Response};
use mimc_api::{Endpoint, Notes, client, server};
use mimc_scrub::Scrub;

use crate::api::{Law, Tape, make};

/// What a server says of a request, and a client of an answer, it says of the scrubbed one: the same error, or the same
/// notes.
#[derive(Debug)]
pub struct ApiVerdictsStay<'s>(pub &'s Scrub);

impl Law for ApiVerdictsStay<'_> {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let response = server::reply::<E>(&tape.value());
        let body = self.0.document(response.body());
        let (before, after) = (answered::<E>(response.body()), answered::<E>(&body));
        assert_eq!(before, after, "{}: {}", E::NAME, String::from_utf8_lossy(&body));
        let Some(made) = make::<E>(tape) else { return };
        let text = written(&made.request);
        let scrubbed = self.0.document(&text);
        let (before, after) = (asked::<E>(&text), asked::<E>(&scrubbed));
        assert_eq!(before, after, "{}: {}", E::NAME, String::from_utf8_lossy(&scrubbed));
    }
}

fn codes(notes: &Notes) -> Vec<String> {
    notes.iter().map(|noted| noted.note.code().to_owned()).collect()
}

fn answered<E: Endpoint>(body: &[u8]) -> Result<Vec<String>, String> {
    match client::reply::<E>(&Response::new(body)) {
        Ok(answer) => Ok(codes(&answer.notes)),
        Err(error) => Err(error.code().to_owned()),
    }
}

fn asked<E: Endpoint>(text: &[u8]) -> Result<Vec<String>, String> {
    let request = read(text).ok_or("not HTTP")?;
    match server::request::<E>(&request) {
        Ok(incoming) => Ok(codes(&incoming.notes)),
        Err(rejection) => Err(rejection.code().to_owned()),
    }
}

/// A request as it stands in a report: method and target, headers, a blank line, the body.
fn written(request: &Request<Vec<u8>>) -> Vec<u8> {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let mut text = format!("{} {target}\n", request.method()).into_bytes();
    for (name, value) in request.headers() {
        text.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\n"].concat());
    }
    text.push(b'\n');
    text.extend(request.body());
    text
}

fn read(text: &[u8]) -> Option<Request<Vec<u8>>> {
    let end = text.windows(2).position(|two| two == b"\n\n")?;
    let (head, body) = text.split_at(end);
    let mut lines = head.split(|byte| *byte == b'\n');
    let (method, target) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
    let mut request = Request::builder().method(method).uri(target);
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':')?;
        request = request.header(line.get(..colon)?, line.get(colon + 2..)?);
    }
    request.body(body.get(2..)?.to_vec()).ok()
}
