//! What hostile texts cost to diagnose: 16 times the text, about 16 times the time; and never more findings than asked for.

use mimc_msg::{Base64Forms, Codec};
use mimc_testkit::cost::grows_linearly;

use crate::hostile::HOSTILE;

/// Texts that are hard to mend, by about how many bytes they have.
type Made = (&'static str, fn(usize) -> String);

const BROKEN: &[Made] = &[
    ("quotes of another sort", |size| format!("{{\"a\":\"{}", "'".repeat(size))),
    ("quotes that follow one another", |size| format!("{{\"a\":1 {}", "\"b\" ".repeat(size / 4))),
    ("one quote of each sort", |size| format!("{{\"a\":1 {}", "'“`‘\\\"".repeat(size / 10))),
    ("line ends in a string", |size| format!("{{\"a\":\"{}\"}}", "\n".repeat(size))),
    ("control characters", |size| format!("{{\"a\":\"{}\"}}", "\u{1}a".repeat(size / 2))),
    ("unfinished comments", |size| format!("{{{}", "/*".repeat(size / 2))),
    ("comments", |size| format!("{{{}", "//\n".repeat(size / 3))),
    ("other comments", |size| format!("{{{}", "# ".repeat(size / 2))),
    ("names that are not closed", |size| format!("{{{}", "\"a:".repeat(size / 3))),
    ("words before names", |size| format!("{{\"a\":{}", "b version ".repeat(size / 10))),
    ("commas", |size| format!("{{{}", ",".repeat(size))),
    ("colons", |size| format!("{{\"a\"{}", ":".repeat(size))),
    ("names alone", |size| format!("{{{}", "a ".repeat(size / 2))),
    ("open brackets", |size| format!("{{\"a\":{}", "[".repeat(size))),
    ("open braces", |size| "{".repeat(size)),
    ("closing brackets", |size| format!("{{\"a\":{}", "]".repeat(size))),
    ("brackets that do not fit", |size| format!("{{\"a\":{}", "[}".repeat(size / 2))),
    ("one name", |size| format!("{{{}", "\"a\":1,".repeat(size / 6))),
    ("junk", |size| format!("{{{}", "@ ".repeat(size / 2))),
    ("halves of surrogates", |size| format!("{{\"a\":\"{}\"}}", "\\ud800".repeat(size / 6))),
    ("nearly known members", |size| format!("{{{}}}", "\"msgid\":1,".repeat(size / 10))),
    ("unescaped quotes", |size| format!("{{\"a\":\"{}\"}}", "b\"c\"d ".repeat(size / 6))),
    ("a body that is nearly base64", |size| {
        format!(
            r#"{{"version":0,"msgId":"a","msgType":103,"timestamp":1,"content":"{}"}}"#,
            "aGkaGk*".repeat(size / 7)
        )
    }),
    ("escaped base64", |size| {
        format!(
            r#"{{"version":0,"msgId":"a","msgType":104,"timestamp":1,"content":"{}"}}"#,
            "\\u0061GkgaGkg".repeat(size / 13)
        )
    }),
];

/// Small, so that a run is over before the machine does something else.
const SMALL: usize = 2_000;

fn diagnose(text: &[u8]) {
    let codec = Codec::new().base64(Base64Forms::CANONICAL.mime());
    for diagnosis in [codec.diagnose(text, 20), codec.diagnose_base64(text, 20)] {
        assert!(diagnosis.findings().len() <= 20);
    }
}

#[test]
fn time_grows_with_the_text() {
    let mut failed = Vec::new();
    for (name, text) in BROKEN {
        let (small, large) = (text(SMALL), text(16 * SMALL));
        if !grows_linearly(|| diagnose(small.as_bytes()), || diagnose(large.as_bytes())) {
            failed.push(*name);
        }
    }
    for hostile in HOSTILE {
        let (small, large) = ((hostile.text)(SMALL), (hostile.text)(16 * SMALL));
        if !grows_linearly(|| diagnose(&small), || diagnose(&large)) {
            failed.push(hostile.name);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
