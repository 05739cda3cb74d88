//! Laws about diagnosing one text.

use std::collections::BTreeSet;

use mimc_msg::{Codec, DecodeError, Diagnosis, Problem, Scratch, Severity};

/// A diagnosis of at most this many findings leaves none out for what the tests make.
const ALL: usize = 100_000;

/// There is an error exactly when decoding fails, and the first is the one that decoding gives; else there are the
/// deviations and notes of decoding. The same holds with base64 around.
pub fn diagnosis_agrees(text: &[u8], base64: &[u8], codec: Codec<'_>) {
    let decode: Codec<'_> = codec;
    let decoded = decode.decode(text);
    let diagnosis = codec.diagnose(text, ALL);
    let shown = || String::from_utf8_lossy(text).into_owned();
    is_tied(&diagnosis, decoded.as_ref().err(), &shown);
    if let Ok(decoded) = &decoded {
        let told = |severity: Severity| -> BTreeSet<&str> {
            let of = diagnosis.findings().iter().filter(|finding| finding.severity == severity);
            of.map(mimc_msg::Finding::code).collect()
        };
        let deviations: BTreeSet<&str> =
            decoded.deviations.iter().map(mimc_msg::Flag::code).collect();
        let notes: BTreeSet<&str> = decoded.notes.iter().map(mimc_msg::Flag::code).collect();
        assert_eq!(told(Severity::Warning), deviations, "{}", shown());
        assert_eq!(told(Severity::Note), notes, "{}", shown());
    }
    spans_are_places(&diagnosis, text);
    few_are_the_first(codec, text, &diagnosis);

    let mut scratch = Scratch::new();
    let decoded = decode.decode_base64(base64, &mut scratch);
    let diagnosis = codec.diagnose_base64(base64, ALL);
    let shown = || String::from_utf8_lossy(base64).into_owned();
    is_tied(&diagnosis, decoded.as_ref().err(), &shown);
    spans_are_places(&diagnosis, base64);
}

fn is_tied(diagnosis: &Diagnosis, error: Option<&DecodeError>, shown: &dyn Fn() -> String) {
    assert_eq!(
        diagnosis.is_ok(),
        error.is_none(),
        "{error:?} {:?}: {}",
        diagnosis.findings(),
        shown()
    );
    let Some(error) = error else { return };
    let first = &diagnosis.findings()[0];
    assert_eq!(first.severity, Severity::Error);
    assert_eq!((first.code(), &*first.pointer), (error.code(), error.pointer()), "{}", shown());
    assert_eq!(first.to_string(), error.reason().to_string());
    // What is about the whole text has no place.
    if let Some(place) = error.place() {
        assert_eq!(first.span.start, place.offset, "{first:?} {error:?}: {}", shown());
        assert!(
            place.length == 0 || first.span.len() == place.length,
            "{first:?} {error:?}: {}",
            shown()
        );
    }
}

/// Every span lies in its text, and is the one of the layer put through all layers.
pub fn spans_are_places(diagnosis: &Diagnosis, text: &[u8]) {
    assert_eq!(diagnosis.layers()[0].text(), text);
    for finding in diagnosis.findings() {
        let layer = &diagnosis.layers()[finding.layer];
        assert!(finding.inner.start <= finding.inner.end, "{finding:?}");
        assert!(finding.inner.end <= layer.text().len(), "{finding:?}");
        assert!(
            finding.span.start <= finding.span.end && finding.span.end <= text.len(),
            "{finding:?}"
        );
        assert_eq!(diagnosis.outermost(finding.layer, finding.inner.clone()), finding.span);
        assert!(!finding.rule().is_empty());
        assert!(finding.help.is_none_or(|help| !help.to_string().is_empty()), "{finding:?}");
        if let Problem::Deviation(_) | Problem::Note(_) = finding.problem {
            assert!(
                finding.severity != Severity::Error
                    || matches!(finding.problem, Problem::Deviation(_))
            );
        }
    }
    let mut rest = diagnosis.findings().iter().skip(1).map(|finding| finding.span.start);
    let mut last = 0;
    assert!(rest.all(|start| std::mem::replace(&mut last, start) <= start), "not in order");
}

/// Where fewer are asked for, the first error is the same, and what is left out is told.
fn few_are_the_first(codec: Codec<'_>, text: &[u8], all: &Diagnosis) {
    let few = codec.diagnose(text, 2);
    assert!(few.findings().len() <= 2);
    assert_eq!(few.is_ok(), all.is_ok());
    if !all.is_ok() {
        let place = |finding: &mimc_msg::Finding| (finding.problem.clone(), finding.span.start);
        assert_eq!(place(&few.findings()[0]), place(&all.findings()[0]));
    }
    assert_eq!(few.omitted() > 0, all.findings().len() > 2, "{few:?}\n{all:?}");
}
