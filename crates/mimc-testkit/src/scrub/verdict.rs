//! That the codec says the same.

use mimc_msg::{
    Codec, DecodeError, Diagnosis, Dialect, Finding, ForeignForm, Message, Outline, PartForm,
    Scratch,
};
use mimc_scrub::Scrub;

/// A scrubbed message has the verdict of the message: the same code at the same member, or the same dialects, deviations,
/// notes, kind, version and time; also in base64, also pinned, and also when it is scrubbed twice.
pub fn the_verdict_stays(scrub: &Scrub, text: &[u8], biz_type: &str, pin: Option<Dialect>) {
    let mut scrubbed = (text.to_vec(), biz_type.to_owned());
    for _ in 0..2 {
        scrubbed = (scrub.document(&scrubbed.0), scrub.biz_type(&scrubbed.1));
        let before = Verdict::of(text, biz_type, pin);
        let after = Verdict::of(&scrubbed.0, &scrubbed.1, pin);
        assert_eq!(before, after, "{}", String::from_utf8_lossy(&scrubbed.0));
    }
    let wrapped = mimc_msg::Base64Forms::encode(text).into_bytes();
    let before = Verdict::of_base64(&wrapped, biz_type, pin);
    let after = Verdict::of_base64(&scrub.document(&wrapped), &scrub.biz_type(biz_type), pin);
    assert_eq!(before, after, "in base64");
}

/// Diagnosing a scrubbed message finds what it finds in the message, in the same order, also in base64.
///
/// Not where a word without its first quote has a backslash: with the backslash it may be an escape, without it may be
/// equal to another word, and not both can stay (docs/scrub.md).
pub fn the_diagnosis_stays(scrub: &Scrub, text: &[u8], biz_type: &str, pin: Option<Dialect>) {
    if has_escaped_word(text) {
        return;
    }
    let (scrubbed, beside) = (scrub.document(text), scrub.biz_type(biz_type));
    let (before, after) = (codec(biz_type, pin), codec(&beside, pin));
    let codes =
        |diagnosis: &Diagnosis| diagnosis.findings().iter().map(Finding::code).collect::<Vec<_>>();
    assert_eq!(
        codes(&before.diagnose(text, MOST)),
        codes(&after.diagnose(&scrubbed, MOST)),
        "{} became {}",
        String::from_utf8_lossy(text),
        String::from_utf8_lossy(&scrubbed),
    );
    // A word of four letters may be base64 of three marks by chance.
    if text.len() < 4 {
        return;
    }
    let wrapped = mimc_msg::Base64Forms::encode(text).into_bytes();
    assert_eq!(
        codes(&before.diagnose_base64(&wrapped, MOST)),
        codes(&after.diagnose_base64(&scrub.document(&wrapped), MOST)),
        "in base64: {}",
        String::from_utf8_lossy(text),
    );
}

fn has_escaped_word(text: &[u8]) -> bool {
    Outline::of(text).parts().iter().any(|part| {
        let word = text.get(part.span.start.saturating_sub(1)..part.span.end);
        matches!(part.form, PartForm::BareName | PartForm::BareText)
            && word.is_some_and(|word| word.contains(&b'\\'))
    })
}

/// How many findings are looked at.
const MOST: usize = 100;

/// What decoding says of a message, without what it says.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Refused { code: &'static str, pointer: String },
    Foreign { object: bool },
    Read(Box<Read>),
}

#[derive(Debug, PartialEq, Eq)]
struct Read {
    dialect: Option<Dialect>,
    fits: Vec<Dialect>,
    codes: Vec<&'static str>,
    version: u32,
    timestamp: u64,
    id: usize,
    known: Option<String>,
    body: std::mem::Discriminant<mimc_msg::Body<'static>>,
}

impl Verdict {
    fn of(text: &[u8], biz_type: &str, pin: Option<Dialect>) -> Self {
        Self::from(codec(biz_type, pin).read(text))
    }

    fn of_base64(text: &[u8], biz_type: &str, pin: Option<Dialect>) -> Self {
        Self::from(codec(biz_type, pin).read_base64(text, &mut Scratch::new()))
    }
}

fn codec(biz_type: &str, pin: Option<Dialect>) -> Codec<'_> {
    let codec = Codec::new().biz_type(biz_type);
    pin.map_or(codec, |pin| codec.dialect(pin))
}

impl From<Result<Message<'_>, DecodeError>> for Verdict {
    fn from(read: Result<Message<'_>, DecodeError>) -> Self {
        match read {
            Err(error) => {
                Self::Refused { code: error.code(), pointer: documented(error.pointer()) }
            }
            Ok(Message::Foreign(foreign)) => {
                Self::Foreign { object: foreign.form == ForeignForm::Object }
            }
            Ok(Message::Envelope(decoded)) => {
                let envelope = decoded.envelope.clone().into_owned();
                let kind = envelope.kind();
                Self::Read(Box::new(Read {
                    dialect: decoded.dialect,
                    fits: decoded.fits.iter().collect(),
                    codes: decoded
                        .deviations
                        .iter()
                        .map(mimc_msg::Flag::code)
                        .chain(decoded.notes.iter().map(mimc_msg::Flag::code))
                        .collect(),
                    version: envelope.version,
                    timestamp: envelope.timestamp.as_millis(),
                    id: envelope.id.as_str().len(),
                    known: kind.is_known().then(|| kind.to_string()),
                    body: std::mem::discriminant(&envelope.body),
                }))
            }
            Ok(_) => unreachable!("a message is an envelope or foreign"),
        }
    }
}

/// The names of a pointer that are documented; the others are replaced.
fn documented(pointer: &str) -> String {
    let message = ["version", "msgId", "msgType", "type", "timestamp", "payload", "content"];
    let inside = ["recall_msgId", "read_msgId", "add_requester", "add_responser", "accepted"];
    let known = |name: &&str| message.contains(name) || inside.contains(name);
    pointer
        .split('/')
        .map(|name| if known(&name) { name } else { "*" })
        .collect::<Vec<_>>()
        .join("/")
}
