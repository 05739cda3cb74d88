//! What has no effect, and why.

use std::sync::Arc;

use super::Conversation;
use crate::content::{Content, Role};
use crate::fact::Fact;
use crate::messages::Line;
use crate::problem::{Problem, ProblemKind};
use crate::receipts::{Verdict, is_receipt};

impl Conversation {
    /// Every message that has no effect though it claims one, and every contradiction, sorted.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let told = |content: &Arc<Content>, kind| Problem { message: Fact(content.clone()), kind };
        let idle = self.receipts.waiting.idle();
        let void = self.messages.line(&Line::Void).map(|place| &place.content);
        let responses = self.messages.friend_responses().map(|place| &place.content);
        let claims = idle.chain(void).chain(responses);
        let claims = claims.filter_map(|content| Some(told(content, self.kind_of(content)?)));
        let sequences = self.messages.claims.torn_sequences().flat_map(|(sequence, contents)| {
            contents
                .iter()
                .map(move |content| told(content, ProblemKind::SequenceTwice { sequence }))
        });
        let packet = |content: &Arc<Content>, packet: &str| {
            told(content, ProblemKind::PacketTwice { packet: packet.to_owned() })
        };
        let torn = self.messages.claims.torn_packets();
        let torn = torn.flat_map(|(id, contents)| contents.iter().map(move |c| packet(c, id)));
        let split = self.messages.claims.split_packets().map(|(id, content)| packet(content, id));
        let mut problems: Vec<_> = claims.chain(sequences).chain(torn).chain(split).collect();
        problems.sort();
        problems.dedup();
        problems
    }

    /// Why a message has no effect, if it has none.
    pub(super) fn problem_of(
        &self,
        content: &Arc<Content>,
        sequence: Option<u64>,
        packet: Option<&str>,
    ) -> Option<Problem> {
        let contradiction = || self.contradiction(content, sequence, packet);
        let kind = self.kind_of(content).or_else(contradiction)?;
        Some(Problem { message: Fact(content.clone()), kind })
    }

    fn kind_of(&self, content: &Content) -> Option<ProblemKind> {
        if content.disputed {
            return Some(ProblemKind::TypeConflict);
        }
        if content.names_another() {
            return Some(ProblemKind::AccountMismatch);
        }
        if let Role::FriendResponse { .. } = content.role() {
            return (!self.answers(content)).then_some(ProblemKind::NobodyAsked);
        }
        if !is_receipt(content) {
            return None;
        }
        match self.receipts.verdict(content) {
            Verdict::Counts | Verdict::Waits => None,
            Verdict::Ambiguous(messages) => Some(ProblemKind::Ambiguous { messages }),
            Verdict::NotAuthor => Some(ProblemKind::NotAuthor),
            Verdict::NotReceiver => Some(ProblemKind::NotReceiver),
            Verdict::KindMismatch => Some(ProblemKind::KindMismatch),
            Verdict::Disputed => Some(ProblemKind::TypeConflict),
        }
    }

    /// What this sighting of a message contradicts.
    fn contradiction(
        &self,
        content: &Arc<Content>,
        sequence: Option<u64>,
        packet: Option<&str>,
    ) -> Option<ProblemKind> {
        let sightings = self.messages.get(content)?;
        let claims = &self.messages.claims;
        if let Some(sequence) = sequence.filter(|sequence| claims.is_torn_sequence(*sequence)) {
            return Some(ProblemKind::SequenceTwice { sequence });
        }
        let torn = |packet: &&str| {
            sightings.is_split(packet) || claims.is_torn_packet(&content.sender, packet)
        };
        let packet = packet.filter(torn)?.to_owned();
        Some(ProblemKind::PacketTwice { packet })
    }
}
