//! What a conversation must show, found slowly and obviously: by looking at all that was seen, for every question anew.

mod said;

use std::collections::BTreeSet;

use said::{effective, fact, is_receipt, names_another, rank, same, time};

use super::{NOW, Said, Sight, Stage};

/// A message: a sighting that stands for all of the same content, and its sequence.
type Shown<'s> = (u128, &'s Sight, Option<u64>);

/// What [`shown`](super::shown) must give for a conversation that has seen this.
pub fn model(stage: Stage, seen: &[Sight]) -> Vec<String> {
    let all = Model { stage, seen };
    let messages = all.messages(|said| matches!(said, Said::Text(_) | Said::Picture));
    let mut lines: Vec<String> =
        messages.iter().map(|message| all.line(&messages, message)).collect();
    let mut rest = BTreeSet::new();
    all.receipts(&messages, &mut rest);
    all.pings(&mut rest);
    all.friends(&mut rest);
    all.contradictions(&mut rest);
    lines.extend(rest);
    lines
}

struct Model<'s> {
    stage: Stage,
    seen: &'s [Sight],
}

impl<'s> Model<'s> {
    /// The messages of some sorts, in order.
    fn messages(&self, sort: impl Fn(Said) -> bool) -> Vec<Shown<'s>> {
        let mut found: Vec<Shown<'s>> = Vec::new();
        for (at, sight) in self.seen.iter().enumerate() {
            let before = self.seen.iter().take(at);
            if !sort(sight.said) || before.into_iter().any(|other| same(sight, other)) {
                continue;
            }
            let alike: Vec<&Sight> = self.seen.iter().filter(|other| same(sight, other)).collect();
            let sequences: BTreeSet<u64> = alike.iter().filter_map(|one| one.number()).collect();
            let packets: BTreeSet<&str> = alike.iter().filter_map(|one| one.packet).collect();
            let together = |one: &&&Sight| one.number().is_some() && one.packet.is_some();
            let linked: Vec<_> = alike.iter().filter(together).collect();
            let of_packets: BTreeSet<_> = linked.iter().filter_map(|one| one.packet).collect();
            let of_sequences: BTreeSet<_> = linked.iter().filter_map(|one| one.number()).collect();
            let left = (packets.len() - of_packets.len())
                .saturating_sub(sequences.len() - of_sequences.len());
            let left = if sequences.is_empty() { left.max(1) } else { left };
            let behind = u128::from(time(sight)) * 100_000 + 99_999;
            found.extend(std::iter::repeat_n((behind, sight, None), left));
            let numbers = sequences.into_iter();
            found.extend(numbers.map(|number| (u128::from(number), sight, Some(number))));
        }
        found.sort_by_key(|(at, sight, number)| (*at, rank(sight), *number));
        found
    }

    /// The messages that a receipt may mean.
    fn named<'m>(messages: &'m [Shown<'s>], receipt: &Sight) -> Vec<&'m Shown<'s>> {
        let (Said::Recall(picture, target) | Said::Read(picture, target)) = receipt.said else {
            return Vec::new();
        };
        let own = matches!(receipt.said, Said::Recall(..));
        let may = |(_, message, _): &&Shown<'s>| {
            message.id == target
                && (message.said == Said::Picture) == picture
                && (message.sender == receipt.sender) == own
        };
        messages.iter().filter(may).collect()
    }

    /// The receipts that count for a message, of each account the earliest.
    fn marks(
        &self,
        messages: &[Shown<'s>],
        message: &Shown<'s>,
        recall: bool,
    ) -> Vec<(String, u64)> {
        let counts = |receipt: &&Sight| {
            is_receipt(receipt.said)
                && matches!(receipt.said, Said::Recall(..)) == recall
                && !receipt.disputed
                && matches!(&*Self::named(messages, receipt), [only] if same(only.1, message.1))
        };
        let receipts: Vec<_> = self.seen.iter().filter(counts).collect();
        let accounts: BTreeSet<_> = receipts.iter().map(|receipt| receipt.sender).collect();
        let earliest = |account: &&str| {
            let own = receipts.iter().filter(|receipt| receipt.sender == *account);
            own.map(|receipt| time(receipt)).min().expect("there is one")
        };
        accounts.iter().map(|account| ((*account).to_owned(), earliest(account))).collect()
    }

    fn line(&self, messages: &[Shown<'s>], message: &Shown<'s>) -> String {
        let (_, sight, number) = message;
        let recalled = self.marks(messages, message, true).into_iter().next();
        let read = self.marks(messages, message, false);
        let received = self.seen.iter().any(|one| same(one, sight) && !one.sent);
        let status = match () {
            () if recalled.is_some() => "Recalled",
            () if !read.is_empty() => "Read",
            () if received || number.is_some() => "Delivered",
            () => "Sent",
        };
        format!("{} sequence {number:?} {status} recalled {recalled:?} read {read:?}", fact(sight))
    }

    /// Receipts that count for nothing.
    fn receipts(&self, messages: &[Shown<'s>], lines: &mut BTreeSet<String>) {
        for receipt in self.seen.iter().filter(|sight| is_receipt(sight.said)) {
            // Only the earliest of its sort is kept.
            let slot = |one: &Sight| (one.sender, one.said, one.disputed);
            let alike = self.seen.iter().filter(|one| slot(one) == slot(receipt));
            if alike.min_by_key(|one| rank(one)).is_some_and(|first| !same(first, receipt)) {
                continue;
            }
            let (Said::Recall(_, target) | Said::Read(_, target)) = receipt.said else { continue };
            let of_id = |own: bool| {
                messages.iter().any(|(_, message, _)| {
                    message.id == target && (message.sender == receipt.sender) == own
                })
            };
            let recall = matches!(receipt.said, Said::Recall(..));
            let kind = match Self::named(messages, receipt).len() {
                _ if receipt.disputed => "TypeConflict".to_owned(),
                1 => continue,
                0 if of_id(recall) => "KindMismatch".to_owned(),
                0 if of_id(!recall) => if recall { "NotAuthor" } else { "NotReceiver" }.to_owned(),
                0 => {
                    lines.insert(format!("waits {}", fact(receipt)));
                    continue;
                }
                several => format!("Ambiguous {{ messages: {several} }}"),
            };
            lines.insert(format!("problem {} {kind}", fact(receipt)));
        }
    }

    /// Those of a sort that may have an effect, in order.
    fn valid(&self, sort: impl Fn(Said) -> bool) -> Vec<Shown<'s>> {
        let mut found = self.messages(sort);
        found.retain(|(_, sight, _)| !sight.disputed && !names_another(sight));
        found
    }

    /// The same, each once: at its first sequence, where it has one.
    fn once(&self, sort: impl Fn(Said) -> bool) -> Vec<Shown<'s>> {
        let all = self.valid(sort);
        let is_first = |shown: &&Shown<'s>| {
            let alike = all.iter().filter(|other| same(other.1, shown.1));
            shown.2 == alike.filter_map(|other| other.2).min()
        };
        all.iter().filter(is_first).copied().collect()
    }

    fn pings(&self, lines: &mut BTreeSet<String>) {
        let pongs = self.valid(|said| said == Said::Pong);
        let all = self.once(|said| matches!(said, Said::Ping(_)));
        for ping in &all {
            // Of several with one id, none is named.
            let name = |shown: &Shown<'s>| (shown.1.sender, shown.1.id);
            let alone = all.iter().all(|other| name(other) != name(ping) || same(other.1, ping.1));
            let number = ping.1.id.strip_prefix("PING_").unwrap_or(ping.1.id);
            let ids = [format!("PONG_{number}"), format!("PONG_{}", ping.1.id)];
            let place = |shown: &Shown<'s>| (shown.0, rank(shown.1).0, shown.1.sender, shown.1.id);
            let answers = |pong: &&Shown<'s>| {
                let by = pong.1.sender;
                let counts = by != ping.1.sender && (ping.1.sender == "ada" || by == "ada");
                let names = alone && ids.iter().any(|id| id == pong.1.id);
                counts && (names || place(pong) > place(ping))
            };
            if !pongs.iter().any(|pong| answers(&pong)) {
                let age = NOW.saturating_sub(time(ping.1));
                lines.insert(format!("ping {} age {age}", fact(ping.1)));
            }
        }
    }

    fn friends(&self, lines: &mut BTreeSet<String>) {
        let requests = self.valid(|said| matches!(said, Said::Request(_)));
        let responses = self.valid(|said| matches!(said, Said::Response(_)));
        let pair = self.stage == Stage::Pair;
        for request in &self.once(|said| matches!(said, Said::Request(_))) {
            let by_others = responses.iter().filter(|one| pair && one.1.sender != request.1.sender);
            let last = by_others.into_iter().next_back();
            let first = requests.iter().find(|one| one.1.sender == request.1.sender);
            let is_first = first.is_some_and(|first| same(first.1, request.1));
            let behind = last.is_some_and(|last| {
                (last.0, rank(last.1)) > (request.0, rank(request.1)) || is_first
            });
            let answer = last.filter(|_| behind).map_or_else(
                || "open".to_owned(),
                |last| format!("{} by {}", last.1.said == Said::Response(true), fact(last.1)),
            );
            lines.insert(format!("request {} {answer}", fact(request.1)));
        }
        for response in responses {
            if !pair || requests.iter().all(|request| request.1.sender == response.1.sender) {
                lines.insert(format!("problem {} NobodyAsked", fact(response.1)));
            }
        }
    }

    fn contradictions(&self, lines: &mut BTreeSet<String>) {
        for one in self.seen.iter().filter(|sight| !is_receipt(sight.said)) {
            if one.disputed && effective(one.said) {
                lines.insert(format!("problem {} TypeConflict", fact(one)));
            } else if names_another(one) {
                lines.insert(format!("problem {} AccountMismatch", fact(one)));
            }
            for two in self.seen.iter().filter(|sight| !is_receipt(sight.said)) {
                if let (Some(number), true) = (one.number(), one.number() == two.number()) {
                    if !same(one, two) {
                        let twice = format!("SequenceTwice {{ sequence: {number} }}");
                        lines.insert(format!("problem {} {twice}", fact(one)));
                    }
                }
                if let (Some(packet), true) = (one.packet, one.packet == two.packet) {
                    let numbers = (one.number(), two.number());
                    let split = matches!(numbers, (Some(a), Some(b)) if a != b);
                    if one.sender == two.sender && (!same(one, two) || split) {
                        let twice = format!("PacketTwice {{ packet: {packet:?} }}");
                        lines.insert(format!("problem {} {twice}", fact(one)));
                    }
                }
            }
        }
    }
}
