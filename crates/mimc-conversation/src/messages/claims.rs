//! Which contents a sequence or a packet id was seen with: more than one contradict each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mimc_msg::Account;

use crate::content::Content;
use crate::sightings::Sightings;

/// An id of a packet is unique for its sender alone.
type Packet = (Account<'static>, String);

/// Who claims which sequence and which packet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims {
    sequences: BTreeMap<u64, BTreeSet<Arc<Content>>>,
    packets: BTreeMap<Packet, BTreeSet<Arc<Content>>>,
    torn_sequences: BTreeSet<u64>,
    torn_packets: BTreeSet<Packet>,
    /// Packets with several sequences of one content.
    split_packets: BTreeSet<(Arc<Content>, String)>,
}

impl Claims {
    pub(super) fn add(
        &mut self,
        content: &Arc<Content>,
        sightings: &Sightings,
        sequence: Option<u64>,
        packet: Option<&str>,
    ) {
        if let Some(sequence) = sequence {
            let claimed = self.sequences.entry(sequence).or_default();
            claimed.insert(content.clone());
            if claimed.len() > 1 {
                self.torn_sequences.insert(sequence);
            }
        }
        if let Some(packet) = packet {
            let key = (content.sender.clone(), packet.to_owned());
            let claimed = self.packets.entry(key.clone()).or_default();
            claimed.insert(content.clone());
            if claimed.len() > 1 {
                self.torn_packets.insert(key);
            }
            if sightings.is_split(packet) {
                self.split_packets.insert((content.clone(), packet.to_owned()));
            }
        }
    }

    pub(super) fn remove(&mut self, content: &Arc<Content>, sightings: &Sightings) {
        for sequence in sightings.sequences() {
            if let Some(claimed) = self.sequences.get_mut(&sequence) {
                claimed.remove(content);
                if claimed.len() < 2 {
                    self.torn_sequences.remove(&sequence);
                }
                if claimed.is_empty() {
                    self.sequences.remove(&sequence);
                }
            }
        }
        for packet in sightings.packets() {
            self.split_packets.remove(&(content.clone(), packet.to_owned()));
            let key = (content.sender.clone(), packet.to_owned());
            if let Some(claimed) = self.packets.get_mut(&key) {
                claimed.remove(content);
                if claimed.len() < 2 {
                    self.torn_packets.remove(&key);
                }
                if claimed.is_empty() {
                    self.packets.remove(&key);
                }
            }
        }
    }

    pub(crate) fn is_torn_sequence(&self, sequence: u64) -> bool {
        self.torn_sequences.contains(&sequence)
    }

    pub(crate) fn is_torn_packet(&self, sender: &Account<'static>, packet: &str) -> bool {
        self.torn_packets.contains(&(sender.clone(), packet.to_owned()))
    }

    /// The sequences that several contents claim, each with its contents.
    pub(crate) fn torn_sequences(&self) -> impl Iterator<Item = (u64, &BTreeSet<Arc<Content>>)> {
        let claimed = |sequence: &u64| Some((*sequence, self.sequences.get(sequence)?));
        self.torn_sequences.iter().filter_map(claimed)
    }

    /// The packets that several contents claim, each with its contents.
    pub(crate) fn torn_packets(&self) -> impl Iterator<Item = (&str, &BTreeSet<Arc<Content>>)> {
        self.torn_packets.iter().filter_map(|key| Some((&*key.1, self.packets.get(key)?)))
    }

    /// The packets that one content has with several sequences.
    pub(crate) fn split_packets(&self) -> impl Iterator<Item = (&str, &Arc<Content>)> {
        self.split_packets.iter().map(|(content, packet)| (&**packet, content))
    }
}
