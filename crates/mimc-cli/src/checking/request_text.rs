//! A request without a body, as text: `GET /api/topic/1/2`, and perhaps headers below.

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Method, Uri};
use mimc_msg::Place;

use crate::fault::Fault;

/// What stands in the text, and where.
pub(super) struct RequestText<'t> {
    pub(super) method: Method,
    pub(super) uri: Uri,
    /// The path and what follows it.
    pub(super) target: Span,
    pub(super) headers: HeaderMap,
    /// The value of each header.
    pub(super) values: Vec<(HeaderName, Span)>,
    pub(super) body: &'t [u8],
}

/// Some bytes of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) length: usize,
}

impl Span {
    pub(super) fn place(self, pointer: impl Into<String>) -> Place {
        let mut place = Place::new(pointer.into(), self.start);
        place.length = self.length;
        place
    }

    fn fault(self, code: &'static str, why: &str) -> Fault {
        Fault::at(code, self.place(""), why)
    }
}

impl<'t> RequestText<'t> {
    /// Takes `METHOD TARGET` apart, and the lines below it: headers up to a blank line, then the body.
    pub(super) fn parse(text: &'t [u8]) -> Result<Self, Fault> {
        let mut lines = Lines { text, start: 0 };
        let (_, first) = lines.next().unwrap_or((0, b""));
        let (method, uri, target) = request_line(first)?;
        let (mut headers, mut values) = (HeaderMap::new(), Vec::new());
        for (start, line) in lines.by_ref().take_while(|(_, line)| !line.is_empty()) {
            let (name, value, span) = header(start, line)?;
            headers.append(name.clone(), value);
            values.push((name, span));
        }
        Ok(Self { method, uri, target, headers, values, body: &text[lines.start..] })
    }
}

/// Lines without their ends, and the byte at which each begins.
struct Lines<'t> {
    text: &'t [u8],
    start: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (start, rest) = (self.start, &self.text[self.start..]);
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        self.start += end;
        let line = rest[..end].strip_suffix(b"\n").unwrap_or(&rest[..end]);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        (end > 0).then_some((start, line))
    }
}

/// The method and the target; what HTTP writes behind them counts for nothing.
fn request_line(line: &[u8]) -> Result<(Method, Uri, Span), Fault> {
    let fault = |start, length, why| Span { start, length }.fault("invalid-request-line", why);
    let mut words = line.splitn(3, |byte| *byte == b' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method.is_empty() || target.is_empty() {
        return Err(fault(0, 0, "expected a method and a target, as in `GET /api/topic/1/2`"));
    }
    let start = method.len() + 1;
    if words.next().is_some_and(|rest| !rest.starts_with(b"HTTP/")) {
        let why = "a target has no blank; in a query it is written as %20";
        return Err(fault(start + target.len(), 1, why));
    }
    let uri = Uri::try_from(target).map_err(|_| {
        fault(start, target.len(), "this is not a target: a path, and perhaps a query")
    })?;
    let method = Method::from_bytes(method)
        .map_err(|_| fault(0, method.len(), "this is not the method of a request"))?;
    let path = path_in(target, &uri);
    Ok((method, uri, Span { start: start + path, length: target.len() - path }))
}

/// Where the path begins: in `https://host/path`, behind the host.
fn path_in(target: &[u8], uri: &Uri) -> usize {
    match target.windows(3).position(|bytes| bytes == b"://") {
        Some(at) if uri.host().is_some() => {
            let host = &target[at + 3..];
            at + 3 + host.iter().position(|byte| *byte == b'/').unwrap_or(host.len())
        }
        _ => 0,
    }
}

/// A header: its name, its value, and the bytes of that.
fn header(start: usize, line: &[u8]) -> Result<(HeaderName, HeaderValue, Span), Fault> {
    let fault = |span: Span, why| span.fault("invalid-header", why);
    let whole = Span { start, length: line.len() };
    let colon = memchr::memchr(b':', line).ok_or_else(|| {
        fault(whole, "expected a header, as in `topicId: 1`; a blank line ends the headers")
    })?;
    let name = HeaderName::from_bytes(&line[..colon])
        .map_err(|_| fault(whole, "this is not the name of a header"))?;
    let value = line[colon + 1..].trim_ascii_start();
    let start = start + line.len() - value.len();
    let value = value.trim_ascii_end();
    let span = Span { start, length: value.len() };
    let value = HeaderValue::from_bytes(value)
        .map_err(|_| fault(span, "a header has no control characters"))?;
    Ok((name, value, span))
}
