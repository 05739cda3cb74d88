//! Text for people and terminals: nothing from a message may steer one.

use jiff::Timestamp as Time;
use mimc_msg::{Body, Decoded, Dialect, Flag as _, Foreign, ForeignForm, Message, Note, Payload};
use unicode_width::UnicodeWidthStr as _;

/// Whether a character could make a terminal or a reader see something else than what is there:
///
/// * control characters, which steer a terminal;
/// * line and paragraph separators, which end a line for some programs and not for others;
/// * marks, embeddings, overrides and isolates of direction, which show text in another order;
/// * what Unicode has nothing shown for (`Default_Ignorable_Code_Point`) and the marks of annotations: fillers, joiners
///   of words, tags, selectors of variants. They make two texts look the same that are not, and a text of tags carries
///   a whole message that nobody sees.
///
/// Of the last, U+200C, U+200D, U+FE0E and U+FE0F stay: Persian, Indian scripts and emoji are spelled with them. Escaped
/// for it are the flags of England, Scotland and Wales, which are spelled in tags, and rare forms of Han and Mongolian.
/// Letters that run from right to left are text.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    matches!(c, '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0d}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text with unsafe characters escaped, as Rust writes them.
pub(crate) fn safe(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unsafe(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// JSON text on one line: raw line ends and tabs can only be white space between its tokens.
pub(crate) fn one_line(json: &str) -> String {
    json.replace(['\n', '\r', '\t'], " ")
}

/// A message in one line: dialect, type, id, time, body, and what was odd.
pub(crate) fn message(message: &Message<'_>) -> String {
    match message {
        Message::Envelope(decoded) => envelope(decoded),
        Message::Foreign(foreign) => self::foreign(foreign),
        _ => String::new(),
    }
}

fn envelope(decoded: &Decoded<'_>) -> String {
    let envelope = &decoded.envelope;
    let kind = match envelope.kind().to_string() {
        none if none.is_empty() => "-".to_owned(),
        kind => safe(&kind),
    };
    let mut line = format!(
        "{}  {}  {}  {}  {}",
        pad(decoded.dialect.map_or("ambiguous", Dialect::name), 10),
        pad(&kind, 19),
        pad(&safe(envelope.id.as_str()), 16),
        time(envelope.timestamp.as_millis()),
        body(&envelope.body),
    );
    let notes = decoded.notes.iter().map(|note| match note {
        Note::Ambiguous => {
            let fits: Vec<_> = decoded.fits.iter().map(Dialect::name).collect();
            format!("fits {}", fits.join(", "))
        }
        note => note.code().to_owned(),
    });
    let odd: Vec<String> = decoded
        .deviations
        .iter()
        .map(|deviation| deviation.code().to_owned())
        .chain(notes)
        .collect();
    if !odd.is_empty() {
        line = format!("{line}  [{}]", odd.join(", "));
    }
    line.trim_end().to_owned()
}

fn foreign(foreign: &Foreign<'_>) -> String {
    let form = if foreign.form == ForeignForm::Object { "object" } else { "raw" };
    let text = foreign.text().map_or_else(|| bytes(foreign.bytes), safe);
    let odd: Vec<&str> = foreign.deviations.iter().map(mimc_msg::Flag::code).collect();
    let odd = if odd.is_empty() { String::new() } else { format!("  [{}]", odd.join(", ")) };
    format!("{}  {}  {text}{odd}", pad("foreign", 10), pad(form, 19))
}

/// What a message says, for people.
pub(crate) fn body(body: &Body<'_>) -> String {
    let name = |account: &Option<mimc_msg::Account<'_>>| {
        account.as_ref().map_or_else(|| "somebody".to_owned(), |account| safe(account.as_str()))
    };
    match body {
        Body::Ping(None) | Body::Pong(None) => String::new(),
        Body::Ping(account) | Body::Pong(account) => format!("from {}", name(account)),
        Body::Text(text) | Body::File { url: text, .. } => safe(text),
        Body::Recall(receipt) => format!("recalls {}", safe(receipt.target.as_str())),
        Body::Read(receipt) => format!("has read {}", safe(receipt.target.as_str())),
        Body::FriendRequest { requester, .. } => format!("{} asks", name(requester)),
        Body::FriendResponse { responder, accepted, .. } => {
            format!("{} {}", name(responder), if *accepted { "accepts" } else { "declines" })
        }
        Body::Other { payload, .. } => match payload {
            Payload::Text(text) => safe(text),
            Payload::Bytes(found) => bytes(found),
            Payload::Json(json) => safe(&one_line(json.as_str())),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

fn bytes(bytes: &[u8]) -> String {
    use base64::Engine as _;
    format!("{} bytes: {}", bytes.len(), base64::engine::general_purpose::STANDARD.encode(bytes))
}

/// A time in UTC, to the millisecond; the number where no calendar reaches it.
pub(crate) fn time(millis: u64) -> String {
    match i64::try_from(millis).ok().and_then(|millis| Time::from_millisecond(millis).ok()) {
        Some(time) => format!("{time:.3}"),
        None => millis.to_string(),
    }
}

/// Pads to a width of columns, as a terminal counts them.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

/// Rows in columns, each as wide as its widest cell; the last one as it comes.
pub(crate) fn columns<const N: usize>(rows: &[[&str; N]]) -> Vec<String> {
    let widths: [usize; N] = std::array::from_fn(|column| {
        rows.iter().map(|row| row[column].width()).max().unwrap_or_default()
    });
    let line = |row: &[&str; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| pad(cell, width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
