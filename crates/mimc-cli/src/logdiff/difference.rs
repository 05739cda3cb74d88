//! A difference between two logs.

use mimc_conversation::Position;

use super::{Log, Said};
use crate::json::{member, number, put};
use crate::threads::{Zone, named, write_named};

/// What is different about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// The log lacks it; the lines are those of the other log.
    Lost,
    /// The log has it again; the lines are all of it.
    Duplicate,
    /// The log has it behind a later message; the lines are its own and that of the other.
    Reordered,
    /// The same of a recall: its message was there for longer than it should.
    LateRecall,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Duplicate => "duplicate",
            Self::Reordered => "reordered",
            Self::LateRecall => "late-recall",
        }
    }
}

/// A difference, and the lines that show it.
#[derive(Debug)]
pub(crate) struct Difference<'l> {
    pub(super) said: &'l Said,
    pub(super) place: Position,
    pub(super) log: Log,
    pub(super) sort: Sort,
    pub(super) lines: Vec<u64>,
}

impl Difference<'_> {
    /// By what differences are sorted.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let Said { talk, sender, envelope } = self.said;
        let (sender, id) = (sender.as_str().to_owned(), envelope.id.as_str().to_owned());
        (talk.clone(), self.place, sender, id, self.log, self.sort, self.lines.clone())
    }

    /// For people.
    pub(crate) fn text(&self, zone: &Zone) -> String {
        let (log, sort) = (self.log.name(), self.sort.name());
        let other = if self.log == Log::A { "B" } else { "A" };
        let lines: Vec<String> = self.lines.iter().map(u64::to_string).collect();
        let seen = match (self.sort, &lines[..]) {
            (Sort::Lost, lines) => format!("line {} of {other}", lines.join(", ")),
            (Sort::Reordered | Sort::LateRecall, [own, late]) => {
                format!("line {own}, behind line {late}")
            }
            (_, lines) => format!("lines {}", lines.join(", ")),
        };
        let named = named(&self.said.sender, &self.said.envelope, zone);
        format!("{log} {sort:<11}  {named}  ({seen})")
    }

    /// For machines.
    pub(crate) fn json(&self, out: &mut Vec<u8>) {
        write_named(out, &self.said.talk, &self.said.sender, &self.said.envelope);
        member(out, ",\"difference\":", self.sort.name());
        member(out, ",\"log\":", self.log.name());
        let mut before = ",\"lines\":[";
        for line in &self.lines {
            put(out, before);
            number(out, *line);
            before = ",";
        }
        put(out, "]}\n");
    }
}
