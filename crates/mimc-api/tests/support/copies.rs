//! Broken copies of requests and texts with a canary in them.

use http::{HeaderValue, Request};

/// What stands in the place of every secret.
pub(crate) const CANARY: &str = "CANARY+0123456789/abcdef==";

/// The request with each header missing, doubled or not ASCII, and its body broken in many ways.
pub(crate) fn broken_copies(request: &Request<Vec<u8>>) -> Vec<Request<Vec<u8>>> {
    let mut copies = Vec::new();
    for (name, value) in request.headers() {
        let mut copy = request.clone();
        copy.headers_mut().remove(name);
        copies.push(copy);
        let mut copy = request.clone();
        copy.headers_mut().append(name, value.clone());
        copies.push(copy);
        let mut copy = request.clone();
        let mut bytes = value.as_bytes().to_vec();
        bytes.push(0xe9);
        copy.headers_mut().insert(name, HeaderValue::from_bytes(&bytes).expect("a value"));
        copies.push(copy);
    }
    let (parts, body) = request.clone().into_parts();
    let with = |body| Request::from_parts(parts.clone(), body);
    copies.extend(broken_texts(&body).map(with));
    copies
}

/// A JSON text cut at each byte, and with each value of its canary made into something else.
pub(crate) fn broken_texts(body: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let text = String::from_utf8(body.to_vec()).expect("UTF-8");
    let cut: Vec<_> = (0..body.len()).map(|end| body[..end].to_vec()).collect();
    let quoted = format!("\"{CANARY}\"");
    let others = [
        format!("[{quoted}]"),
        format!("{{\"a\":{quoted}}}"),
        format!("{quoted}{quoted}"),
        format!("\"{CANARY}\\u0001\""),
        format!("\"{CANARY}\\ud800\""),
        format!("\"{CANARY} \""),
        CANARY.to_owned(),
    ];
    let others: Vec<_> =
        others.iter().map(|other| text.replace(&quoted, other).into_bytes()).collect();
    let twice = text.replacen('{', &format!("{{\"token\":{quoted},\"token\":{quoted},"), 1);
    let elsewhere = text.replace(":\"", &format!(":\"{CANARY}"));
    cut.into_iter().chain(others).chain([twice.into_bytes(), elsewhere.into_bytes()])
}
