//! The ways by which one message was seen.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What a sequence, a packet id or a link between them costs in memory beside its text, roughly: a few entries of maps, some of
/// which have one entry alone.
const COST: usize = 512;

/// By which sequences and packets a content was seen. Only ever grows, and is the same in whatever order it grew.
///
/// Each sequence is a message of its own. A packet that was seen with a sequence is the message of that sequence. A packet
/// that was not is taken for one of the sequences without a packet, as long as there are any: the content is the same to the
/// last byte, so nothing depends on which. What is left over are further messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sightings {
    sequences: BTreeMap<u64, BTreeSet<String>>,
    /// With how many sequences each packet was seen.
    packets: BTreeMap<String, usize>,
    /// Whether the server gave it out.
    pub(crate) received: bool,
    /// How many sequences have no packet, and packets no sequence.
    open_sequences: usize,
    open_packets: usize,
    /// How long the sender's name is, which stands beside each packet id.
    sender: usize,
    /// What all of them take in memory, roughly.
    pub(crate) cost: usize,
}

impl Sightings {
    /// None yet, of a message of an account whose name is so long.
    pub(crate) fn new(sender: usize) -> Self {
        Self { sender, ..Self::default() }
    }

    /// Adds one; whether it told anything new.
    pub(crate) fn add(
        &mut self,
        sequence: Option<u64>,
        packet: Option<&str>,
        received: bool,
    ) -> bool {
        let before = self.cost;
        let told = received && !self.received;
        self.received |= received;
        if let Some(sequence) = sequence {
            if let Entry::Vacant(entry) = self.sequences.entry(sequence) {
                entry.insert(BTreeSet::new());
                self.open_sequences += 1;
                self.cost += COST;
            }
        }
        if let Some(packet) = packet {
            if !self.packets.contains_key(packet) {
                self.packets.insert(packet.to_owned(), 0);
                self.open_packets += 1;
                self.cost += COST + 2 * packet.len() + self.sender;
            }
        }
        if let (Some(sequence), Some(packet)) = (sequence, packet) {
            self.link(sequence, packet);
        }
        told || self.cost > before
    }

    fn link(&mut self, sequence: u64, packet: &str) {
        let Some(linked) = self.sequences.get_mut(&sequence) else { return };
        let first = linked.is_empty();
        if linked.insert(packet.to_owned()) {
            self.open_sequences -= usize::from(first);
            self.cost += COST + packet.len();
            if let Some(links) = self.packets.get_mut(packet) {
                self.open_packets -= usize::from(*links == 0);
                *links += 1;
            }
        }
    }

    /// How many messages have this content: one at least, since it was seen.
    pub(crate) fn messages(&self) -> usize {
        (self.sequences.len() + self.left_over()).max(1)
    }

    /// How many of them have no sequence.
    pub(crate) fn without_sequence(&self) -> usize {
        self.messages() - self.sequences.len()
    }

    fn left_over(&self) -> usize {
        self.open_packets.saturating_sub(self.open_sequences)
    }

    /// The sequences, in order.
    pub(crate) fn sequences(&self) -> impl Iterator<Item = u64> {
        self.sequences.keys().copied()
    }

    /// The packet ids, in order.
    pub(crate) fn packets(&self) -> impl Iterator<Item = &str> {
        self.packets.keys().map(String::as_str)
    }

    /// The packet ids that were seen with a sequence.
    pub(crate) fn packets_of(&self, sequence: u64) -> impl Iterator<Item = &str> {
        self.sequences.get(&sequence).into_iter().flatten().map(String::as_str)
    }

    /// Each message that has no sequence, with its packet id where it is known. Of packets that may be those of sequences, the
    /// first in order are taken for them.
    pub(crate) fn loose(&self) -> Vec<Option<&str>> {
        if self.sequences.is_empty() && self.packets.is_empty() {
            return vec![None];
        }
        self.open().skip(self.open_sequences).map(Some).collect()
    }

    /// The packet ids that were never seen with a sequence, in order.
    fn open(&self) -> impl Iterator<Item = &str> {
        self.packets.iter().filter(|(_, links)| **links == 0).map(|(packet, _)| &**packet)
    }

    /// Whether a packet was seen with more than one sequence.
    pub(crate) fn is_split(&self, packet: &str) -> bool {
        self.packets.get(packet).is_some_and(|links| *links > 1)
    }

    /// The fewest sightings from which the same comes out.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Option<u64>, Option<&str>)> {
        let linked = self.sequences.iter().flat_map(|(sequence, packets)| {
            let bare = packets.is_empty().then_some((Some(*sequence), None));
            bare.into_iter().chain(packets.iter().map(|packet| (Some(*sequence), Some(&**packet))))
        });
        let open = self.open().map(|packet| (None, Some(packet)));
        let none = (self.sequences.is_empty() && self.packets.is_empty()).then_some((None, None));
        linked.chain(open).chain(none)
    }
}
