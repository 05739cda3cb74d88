//! A fault that is put at a random place of a sound message, in any layer, is told with a span that covers it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{Codec, Diagnosis, Dialect, Encoder, Envelope, RawEnvelope, Severity};
use mimc_testkit::message::{dialect, envelope, law::spans_are_places};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// A sound message and the type beside it, if its dialect can carry the envelope.
fn sound(envelope: &Envelope<'_>, dialect: Dialect) -> Option<(String, String)> {
    let encoded = Encoder::new(dialect).lossy().encode(envelope).ok()?;
    let biz_type = encoded.biz_type.map(std::borrow::Cow::into_owned).unwrap_or_default();
    let text = String::from_utf8(encoded.bytes.clone()).ok()?;
    let codec = Codec::new().dialect(dialect).biz_type(&biz_type);
    codec.decode(text.as_bytes()).is_ok().then_some((text.clone(), biz_type.clone()))
}

/// The places inside strings, at which an escape may begin or end; and those outside.
fn places(text: &str) -> (Vec<usize>, Vec<usize>) {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    let mut in_string = false;
    let mut skip = 0;
    let mut number = false;
    for (at, c) in text.char_indices() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        match c {
            '"' => {
                if in_string {
                    inside.push(at);
                } else {
                    outside.push(at);
                }
                in_string = !in_string;
            }
            '\\' if in_string => {
                inside.push(at);
                // Nor between the two halves of a pair.
                let pair = text[at..].starts_with("\\ud8");
                skip = if pair {
                    11
                } else if text[at..].starts_with("\\u") {
                    5
                } else {
                    1
                };
            }
            _ if in_string => inside.push(at),
            // Not inside of numbers and words.
            _ => {
                let letter = c.is_alphanumeric() || "+-.".contains(c);
                if !(letter && number) && at > 0 {
                    outside.push(at);
                }
                number = letter;
                continue;
            }
        }
        number = false;
    }
    (inside, outside)
}

/// Whether an error covers the byte, or stands just at it.
fn covers(diagnosis: &Diagnosis, at: usize) -> bool {
    let errors = diagnosis.findings().iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| &it.span).any(|span| span.start <= at && at < span.end.max(span.start + 1))
}

proptest! {
    #![proptest_config(cases(2000))]

    /// In a string, or between the tokens.
    #[test]
    fn faults_of_syntax_are_covered(
        envelope in envelope(),
        dialect in dialect(),
        in_string in any::<bool>(),
        fault in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let Some((text, biz_type)) = sound(&envelope, dialect) else { return Ok(()) };
        let (inside, outside) = places(&text);
        let (places, faults) = if in_string {
            (inside, &["\\q", "\u{1}", "\\ud83d", "\\uZ", "\t", "\\udc00"][..])
        } else {
            (outside, &["@", "#", "\u{a7}", "\u{b}", "?", "~"][..])
        };
        let at = places[at.index(places.len())];
        let fault = faults[fault.index(faults.len())];
        let broken = format!("{}{fault}{}", &text[..at], &text[at..]);
        let codec = Codec::new().dialect(dialect).biz_type(&biz_type);
        let diagnosis = codec.diagnose(broken.as_bytes(), 100);
        prop_assert!(covers(&diagnosis, at), "byte {at} of {broken}: {:?}", diagnosis.findings());
        spans_are_places(&diagnosis, broken.as_bytes());
        let base64 = STANDARD.encode(&broken);
        let diagnosis = codec.diagnose_base64(base64.as_bytes(), 100);
        let character = at / 3 * 4 + at % 3;
        prop_assert!(covers(&diagnosis, character), "character {character} of {base64}: {:?}", diagnosis.findings());
        spans_are_places(&diagnosis, base64.as_bytes());
    }

    /// In the base64 around a message, and in that of its body; told through both.
    #[test]
    fn faults_of_base64_are_covered(
        envelope in envelope(),
        dialect in dialect(),
        at in any::<prop::sample::Index>(),
        inner in any::<bool>(),
        bad in prop::sample::select(&["*", "!", "\u{4e2d}", " "]),
    ) {
        let Some((text, biz_type)) = sound(&envelope, dialect) else { return Ok(()) };
        let codec = Codec::new().dialect(dialect).biz_type(&biz_type);
        let raw = RawEnvelope::parse(text.as_bytes()).expect("it is sound");
        let body = ["payload", "content"].into_iter().find_map(|name| raw.get(name));
        let digits = body.map(|body| body.value_span.start + 1..body.value_span.end - 1);
        let digits = digits.filter(|digits| dialect.is_base64() && envelope.version == 0 && digits.len() > 3);
        let (broken, at) = match digits.filter(|_| inner) {
            Some(digits) => {
                let at = digits.start + at.index(digits.len());
                (format!("{}{bad}{}", &text[..at], &text[at + 1..]), at)
            }
            None => {
                let base64 = STANDARD.encode(&text);
                let at = at.index(base64.len());
                let broken = format!("{}{bad}{}", &base64[..at], &base64[at + 1..]);
                let diagnosis = codec.diagnose_base64(broken.as_bytes(), 100);
                prop_assert!(covers(&diagnosis, at), "character {at} of {broken}: {:?}", diagnosis.findings());
                spans_are_places(&diagnosis, broken.as_bytes());
                return Ok(());
            }
        };
        let diagnosis = codec.diagnose(broken.as_bytes(), 100);
        prop_assert!(covers(&diagnosis, at), "byte {at} of {broken}: {:?}", diagnosis.findings());
        let base64 = STANDARD.encode(&broken);
        let diagnosis = codec.diagnose_base64(base64.as_bytes(), 100);
        let character = at / 3 * 4 + at % 3;
        prop_assert!(covers(&diagnosis, character), "character {character} of {base64}: {:?}", diagnosis.findings());
    }

    /// Any bytes at all give a diagnosis, as long as asked for.
    #[test]
    fn any_bytes_are_diagnosed(bytes in any::<Vec<u8>>(), rest in "\\PC{0,60}", most in 0_usize..5) {
        for text in [bytes, format!("{{{rest}").into_bytes(), rest.into_bytes()] {
            for diagnosis in [Codec::new().diagnose(&text, most), Codec::new().diagnose_base64(&text, most)] {
                prop_assert!(diagnosis.findings().len() <= most.max(1));
                spans_are_places(&diagnosis, &text);
            }
        }
    }
}
