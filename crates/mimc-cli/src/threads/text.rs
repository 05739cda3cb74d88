//! A conversation as people read it.

use jiff::Timestamp as Time;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;
use mimc_conversation::{Conversation, Fact, Mark, Message, Status};
use mimc_msg::{Account, Envelope, Timestamp};
use unicode_width::UnicodeWidthStr as _;

use crate::seen::Talk;
use crate::show::{self, pad, safe};

/// Names longer than this do not move the texts of others.
const WIDEST: usize = 20;

/// In which time zone times are shown: UTC where there is none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Zone(Option<TimeZone>);

impl Zone {
    /// `UTC`, `+08:00`, or a name that the system knows: `Asia/Shanghai`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if matches!(text, "UTC" | "Z") {
            return Ok(Self(None));
        }
        let zone = DateTimeParser::new().parse_time_zone(text);
        zone.map(|zone| Self(Some(zone)))
            .map_err(|_| "no time zone: UTC, +08:00, or a name as the system has it".to_owned())
    }

    fn time(&self, time: Timestamp) -> String {
        let millis = time.as_millis();
        let found = i64::try_from(millis).ok().and_then(|at| Time::from_millisecond(at).ok());
        match (&self.0, found) {
            (Some(zone), Some(time)) => time
                .to_zoned_datetime(zone.clone())
                .strftime("%Y-%m-%dT%H:%M:%S%.3f%:z")
                .to_string(),
            _ => show::time(millis),
        }
    }
}

/// A title, the messages in order, and what has no effect, a line each.
pub(super) fn talk(talk: &Talk, conversation: &Conversation, zone: &Zone) -> String {
    let mut lines = vec![talk.title()];
    let senders = conversation.messages().map(|message| safe(message.sender().as_str()).width());
    let width = senders.filter(|width| *width <= WIDEST).max().unwrap_or_default();
    lines.extend(conversation.messages().map(|message| line(&message, width, zone)));
    for request in conversation.friend_requests() {
        let answer = match request.answer {
            None => "waits for an answer",
            Some(answer) if answer.accepted => "was accepted",
            Some(_) => "was declined",
        };
        lines.push(format!("  ? {} {answer}", fact(&request.request, zone)));
    }
    for ping in super::pings(conversation) {
        lines.push(format!("  ? {} has no answer", fact(&ping, zone)));
    }
    for receipt in conversation.waiting() {
        lines.push(format!("  ? {} waits for its message", fact(&receipt, zone)));
    }
    for problem in conversation.problems() {
        let (code, what) = (problem.kind.code(), problem.kind.describe());
        lines.push(format!("  ! {} [{code}] {what}", fact(&problem.message, zone)));
    }
    lines.join("\n") + "\n"
}

/// A message: when, who, what, and what became of it.
fn line(message: &Message<'_>, width: usize, zone: &Zone) -> String {
    let envelope = message.envelope();
    let said = show::body(&envelope.body);
    let kind = match envelope.kind().to_string() {
        text if text == "TEXT" => String::new(),
        none if none.is_empty() => "(no type) ".to_owned(),
        kind => format!("({}) ", safe(&kind)),
    };
    // A stroke through text would take codes that steer a terminal.
    let said = match message.status() {
        Status::Recalled => format!("~~{kind}{said}~~"),
        _ => format!("{kind}{said}"),
    };
    let marks: Vec<String> = message
        .recalled()
        .map(|mark| format!("recalled {}", zone.time(mark.at)))
        .into_iter()
        .chain(message.read_by().map(|mark| read(&mark, zone)))
        .collect();
    let marks = if marks.is_empty() { String::new() } else { format!("  [{}]", marks.join(", ")) };
    let (time, sender) = (zone.time(envelope.timestamp), safe(message.sender().as_str()));
    format!("  {time}  {}  {said}{marks}", pad(&sender, width)).trim_end().to_owned()
}

fn read(mark: &Mark, zone: &Zone) -> String {
    format!("read by {} {}", safe(mark.by.as_str()), zone.time(mark.at))
}

fn fact(fact: &Fact, zone: &Zone) -> String {
    named(fact.sender(), fact.envelope(), zone)
}

/// Which message it is: when, who, kind, id and what it says.
pub(crate) fn named(sender: &Account<'_>, envelope: &Envelope<'_>, zone: &Zone) -> String {
    let (time, sender) = (zone.time(envelope.timestamp), safe(sender.as_str()));
    let (kind, id) = (safe(&envelope.kind().to_string()), safe(envelope.id.as_str()));
    format!("{time}  {sender}  {kind} {id} {}", show::body(&envelope.body)).trim_end().to_owned()
}
