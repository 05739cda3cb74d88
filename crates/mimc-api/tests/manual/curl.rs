//! Reads a curl line, as far as the manual uses curl.

use http::header::{HeaderName, HeaderValue};
use http::{Method, Request};

/// The request that curl would send: `-XMETHOD`, `-d BODY`, `-H HEADER`, and a URL.
pub(crate) fn parse(line: &str) -> Request<Vec<u8>> {
    let mut words = words(line).into_iter();
    assert_eq!(words.next(), Some("curl"));
    let (mut method, mut url, mut body) = (None, None, None);
    let mut request = Request::new(Vec::new());
    while let Some(word) = words.next() {
        match word {
            "-d" => body = words.next(),
            "-H" => {
                let (name, value) = words.next().and_then(|text| text.split_once(':')).expect(line);
                let name: HeaderName = name.parse().expect(name);
                let value = HeaderValue::from_str(value.trim()).expect(value);
                assert_eq!(request.headers_mut().insert(name, value), None, "twice in {line}");
            }
            option if option.starts_with('-') => {
                let name = option.strip_prefix("-X").unwrap_or_else(|| panic!("what is {option}?"));
                method = Some(name.parse().expect(name));
            }
            address => assert_eq!(url.replace(address), None, "two URLs in {line}"),
        }
    }
    let without_x = if body.is_some() { Method::POST } else { Method::GET };
    *request.method_mut() = method.unwrap_or(without_x);
    *request.uri_mut() = url.expect("a URL").parse().expect(line);
    *request.body_mut() = body.unwrap_or_default().into();
    request
}

/// The words of a line: those in quotes are whole, and nothing is escaped.
fn words(line: &str) -> Vec<&str> {
    let (mut words, mut rest) = (Vec::new(), line);
    while let Some(first) = rest.chars().next() {
        let (word, behind) = match first {
            quote @ ('"' | '\'') => rest[1..].split_once(quote).expect("the other quote"),
            _ => rest.split_at(rest.find(' ').unwrap_or(rest.len())),
        };
        words.push(word);
        rest = behind.trim_start();
        assert!(rest.is_empty() || rest.len() < behind.len(), "no blank behind {word}");
    }
    words
}
