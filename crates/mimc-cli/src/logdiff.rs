//! What two devices saw of the same conversations, compared.

mod difference;

use std::collections::{HashMap, HashSet};

use mimc_conversation::Position;
use mimc_msg::{Account, Body, Envelope};

use crate::seen::{Seen, Talk};

pub(crate) use difference::{Difference, Sort};

/// One of the two logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Log {
    A,
    B,
}

impl Log {
    pub(crate) const BOTH: [Self; 2] = [Self::A, Self::B];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

/// What is the same for all sightings of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Said {
    pub(crate) talk: Talk,
    pub(crate) sender: Account<'static>,
    pub(crate) envelope: Envelope<'static>,
}

/// One sighting: its line, and the way.
#[derive(Clone, Debug)]
struct Sighting {
    line: u64,
    sequence: Option<u64>,
    packet: Option<String>,
}

/// Whether some of them are the same message seen again, and not once live and once in the history.
fn repeated(sightings: &[Sighting]) -> bool {
    let (mut sequences, mut packets, mut bare) = (HashSet::new(), HashSet::new(), false);
    sightings.iter().enumerate().any(|(at, one)| {
        let unknown = one.sequence.is_none() && one.packet.is_none();
        let again = (at > 0 && (unknown || bare))
            || one.sequence.is_some_and(|sequence| !sequences.insert(sequence))
            || one.packet.as_ref().is_some_and(|packet| !packets.insert(packet));
        bare |= unknown;
        again
    })
}

/// Both logs, by what was said.
#[derive(Debug, Default)]
pub(crate) struct Logs(HashMap<Said, [Vec<Sighting>; 2]>);

impl Logs {
    /// Adds what a line of a log tells; the lines of a log come in their order.
    pub(crate) fn add(&mut self, log: Log, line: u64, seen: Seen) {
        let talk = seen.talk();
        let Seen { sender, envelope, sequence, packet, .. } = seen;
        let both = self.0.entry(Said { talk, sender, envelope }).or_default();
        let [a, b] = both;
        let sightings = if log == Log::A { a } else { b };
        sightings.push(Sighting { line, sequence, packet });
    }

    /// All differences, in the order of the messages.
    pub(crate) fn differences(&self) -> Vec<Difference<'_>> {
        let mut found: Vec<Difference<'_>> = Vec::new();
        for (said, both) in &self.0 {
            let place = place(said, both);
            for log in Log::BOTH {
                let (own, other) = of(log, both);
                let lines = |sightings: &[Sighting]| sightings.iter().map(|one| one.line).collect();
                let told = |sort, lines: Vec<u64>| Difference { said, place, log, sort, lines };
                if messages(&[own]) < messages(&[own, other]) {
                    found.push(told(Sort::Lost, lines(other)));
                }
                if repeated(own) {
                    found.push(told(Sort::Duplicate, lines(own)));
                }
            }
        }
        for log in Log::BOTH {
            self.reordered(log, &mut found);
        }
        found.sort_by_cached_key(Difference::order);
        found
    }

    /// What a log has behind something that is later.
    fn reordered<'l>(&'l self, log: Log, found: &mut Vec<Difference<'l>>) {
        let first = |(said, both): (&'l Said, &[Vec<Sighting>; 2])| {
            Some((of(log, both).0.first()?.line, said, place(said, both)))
        };
        let mut order: Vec<_> = self.0.iter().filter_map(first).collect();
        order.sort_by_key(|(line, _, place)| (*line, *place));
        let mut latest: HashMap<&Talk, (Position, u64)> = HashMap::new();
        for (line, said, place) in order {
            match latest.get(&said.talk) {
                Some(&(late, behind)) if place < late => {
                    let recall = matches!(said.envelope.body, Body::Recall(_));
                    let sort = if recall { Sort::LateRecall } else { Sort::Reordered };
                    let lines = vec![line, behind];
                    found.push(Difference { said, place, log, sort, lines });
                }
                _ => {
                    latest.insert(&said.talk, (place, line));
                }
            }
        }
    }
}

/// The sightings of a log, and those of the other.
fn of(log: Log, [a, b]: &[Vec<Sighting>; 2]) -> (&[Sighting], &[Sighting]) {
    if log == Log::A { (a, b) } else { (b, a) }
}

/// How many messages were seen in these logs together, at least: sequences and packets tell them apart.
fn messages(logs: &[&[Sighting]]) -> usize {
    let seen = || logs.iter().copied().flatten();
    let sequences: HashSet<u64> = seen().filter_map(|one| one.sequence).collect();
    let packets: HashSet<&str> = seen().filter_map(|one| one.packet.as_deref()).collect();
    sequences.len().max(packets.len()).max(seen().take(1).count())
}

/// Where the message stands: by its sequence, whichever log knows it.
fn place(said: &Said, both: &[Vec<Sighting>; 2]) -> Position {
    let sequence = both.iter().flatten().filter_map(|one| one.sequence).min();
    Position::of(sequence, said.envelope.timestamp)
}
