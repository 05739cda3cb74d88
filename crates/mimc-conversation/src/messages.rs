//! Everything that was seen but receipts, in order.

mod claims;
mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::Arc;

use mimc_msg::Account;

use crate::content::{Content, Role};
use crate::sightings::Sightings;
use crate::tally::Tally;

pub(crate) use claims::Claims;
pub(crate) use place::Place;

/// What the bookkeeping of a content costs in memory beside its text, roughly.
const COST: usize = 1024;

/// What a content takes in memory, roughly: its id and sender stand in indexes, too.
fn cost(content: &Content) -> usize {
    COST + content.weight() + 3 * content.id().len() + 4 * content.sender.as_str().len()
}

/// Messages of one sort, and of one sender where it matters who sent them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    Shown,
    Ping,
    Pong(Account<'static>),
    FriendRequest(Account<'static>),
    FriendResponse(Account<'static>),
    /// What claims to have an effect, and must not have one.
    Void,
}

impl Line {
    fn of(content: &Content) -> Self {
        let sender = || content.sender.clone();
        if content.disputed || content.names_another() {
            return Self::Void;
        }
        match content.role() {
            Role::Ping => Self::Ping,
            Role::Pong => Self::Pong(sender()),
            Role::FriendRequest => Self::FriendRequest(sender()),
            Role::FriendResponse { .. } => Self::FriendResponse(sender()),
            Role::Shown | Role::Recall | Role::Read => Self::Shown,
        }
    }
}

/// What an added sighting changed.
pub(crate) struct Change {
    /// Whether it told anything new.
    pub(crate) told: bool,
    /// How many messages of this content there were before, and are now.
    pub(crate) before: usize,
    pub(crate) after: usize,
}

/// Texts, files, pings, pongs, friend requests and their answers, and whatever else is no receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Messages {
    seen: BTreeMap<Arc<Content>, Sightings>,
    lines: BTreeMap<Line, BTreeSet<Place>>,
    pub(crate) pings: Tally,
    pub(crate) pongs: Tally,
    pub(crate) claims: Claims,
    /// In order, and counted: pings and pongs, and all others.
    pub(crate) passing: Stock,
    pub(crate) lasting: Stock,
    /// What all of them take in memory, roughly.
    pub(crate) bytes: usize,
}

/// Messages that are dropped in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stock {
    places: BTreeSet<Place>,
    pub(crate) count: usize,
}

impl Stock {
    /// The content that stands first.
    pub(crate) fn first(&self) -> Option<&Arc<Content>> {
        self.places.first().map(|place| &place.content)
    }
}

impl Messages {
    pub(crate) fn add(
        &mut self,
        content: &Arc<Content>,
        sequence: Option<u64>,
        packet: Option<&str>,
        received: bool,
    ) -> Change {
        let known = self.seen.get(content);
        let before = known.map_or(0, Sightings::messages);
        let loose = known.map_or(0, Sightings::without_sequence);
        if known.is_none() {
            self.bytes += cost(content);
            let sender = content.sender.as_str().len();
            self.seen.insert(content.clone(), Sightings::new(sender));
            self.tally(content, 0, 1);
        }
        let Some(sightings) = self.seen.get_mut(content) else {
            return Change { told: false, before, after: before };
        };
        let cost = sightings.cost;
        let told = sightings.add(sequence, packet, received) || before == 0;
        self.bytes += sightings.cost - cost;
        let (after, loose_now) = (sightings.messages(), sightings.without_sequence());
        self.claims.add(content, sightings, sequence, packet);
        if let Some(sequence) = sequence {
            self.put(Place::sequenced(content, sequence), true);
        }
        if (loose > 0) != (loose_now > 0) {
            self.put(Place::timed(content), loose_now > 0);
        }
        let stock = self.stock(content);
        stock.count = (stock.count + after).saturating_sub(before);
        Change { told, before, after }
    }

    /// Takes out all messages of a content.
    pub(crate) fn remove(&mut self, content: &Arc<Content>) -> Option<Sightings> {
        let sightings = self.seen.remove(content)?;
        for sequence in sightings.sequences() {
            self.put(Place::sequenced(content, sequence), false);
        }
        if sightings.without_sequence() > 0 {
            self.put(Place::timed(content), false);
        }
        self.tally(content, 1, 0);
        self.claims.remove(content, &sightings);
        self.stock(content).count -= sightings.messages();
        self.bytes -= cost(content) + sightings.cost;
        Some(sightings)
    }

    fn stock(&mut self, content: &Content) -> &mut Stock {
        match content.role() {
            Role::Ping | Role::Pong => &mut self.passing,
            _ => &mut self.lasting,
        }
    }

    fn put(&mut self, place: Place, there: bool) {
        let line = Line::of(&place.content);
        if there {
            self.stock(&place.content).places.insert(place.clone());
            self.lines.entry(line).or_default().insert(place);
            return;
        }
        self.stock(&place.content).places.remove(&place);
        if let Some(places) = self.lines.get_mut(&line) {
            places.remove(&place);
            if places.is_empty() {
                self.lines.remove(&line);
            }
        }
    }

    /// Counts pings and pongs by id: each content once, however often it was seen.
    fn tally(&mut self, content: &Content, before: usize, after: usize) {
        let tally = match Line::of(content) {
            Line::Ping => &mut self.pings,
            Line::Pong(_) => &mut self.pongs,
            _ => return,
        };
        tally.count(content, before, after);
    }

    /// The accounts whose pongs are kept.
    pub(crate) fn ponging(&self) -> impl Iterator<Item = &Account<'static>> {
        self.lines_from(Line::Pong(Account::new(""))).filter_map(|(line, _)| match line {
            Line::Pong(account) => Some(account),
            _ => None,
        })
    }

    /// The first pong of an account behind a ping.
    pub(crate) fn pong_behind(&self, account: &Account<'static>, ping: &Place) -> Option<&Place> {
        self.lines.get(&Line::Pong(account.clone()))?.range::<Place, _>(ping..).next()
    }

    pub(crate) fn line(&self, line: &Line) -> impl DoubleEndedIterator<Item = &Place> {
        self.lines.get(line).into_iter().flatten()
    }

    pub(crate) fn first(&self, line: &Line) -> Option<&Place> {
        self.lines.get(line)?.first()
    }

    pub(crate) fn last(&self, line: &Line) -> Option<&Place> {
        self.lines.get(line)?.last()
    }

    /// The friend requests, of whomever.
    pub(crate) fn friend_requests(&self) -> impl Iterator<Item = &Place> {
        self.lines_from(Line::FriendRequest(Account::new(""))).flat_map(|(_, places)| places)
    }

    /// The friend responses, of whomever.
    pub(crate) fn friend_responses(&self) -> impl Iterator<Item = &Place> {
        self.lines_from(Line::FriendResponse(Account::new(""))).flat_map(|(_, places)| places)
    }

    /// The lines of a sort, of which this is the first that there can be.
    fn lines_from(&self, first: Line) -> impl Iterator<Item = (&Line, &BTreeSet<Place>)> {
        let sort = discriminant(&first);
        self.lines.range(first..).take_while(move |(line, _)| discriminant(*line) == sort)
    }

    pub(crate) fn get(&self, content: &Arc<Content>) -> Option<&Sightings> {
        self.seen.get(content)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Arc<Content>, &Sightings)> {
        self.seen.iter()
    }
}
