//! Texts that one set of patterns and lengths takes and another does not.

use std::collections::{HashSet, VecDeque};

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::{primitives::StateID, start};
use serde_json::Value;

use crate::facts::lengths;

/// How many states of all automata together are looked at.
const STATES: usize = 200_000;
/// How large an automaton may get.
const SIZE: usize = 4 << 20;

/// What is demanded of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Texts {
    pub(crate) patterns: Vec<String>,
    pub(crate) shortest: usize,
    pub(crate) longest: Option<usize>,
}

/// What was found out.
#[derive(Debug, PartialEq)]
pub(crate) enum Found {
    /// No such text exists.
    None,
    /// The shortest one.
    Text(String),
    /// It would take too long, or a pattern is beyond automata.
    Unknown,
}

impl Texts {
    /// What the facts demand of a text.
    pub(crate) fn of(facts: &[Value]) -> Self {
        let patterns = facts.iter().filter_map(|fact| fact.get("pattern")?.as_str());
        Self {
            patterns: patterns.map(Into::into).collect(),
            shortest: lengths(facts, "minLength").max().unwrap_or(0),
            longest: lengths(facts, "maxLength").min(),
        }
    }

    /// The shortest text that this takes.
    pub(crate) fn shortest_text(&self) -> Found {
        search(self, None)
    }

    /// The shortest text that this takes and `other` does not.
    pub(crate) fn beyond(&self, other: &Self) -> Found {
        search(self, Some(other))
    }

    fn fits(&self, length: usize) -> bool {
        length >= self.shortest && self.longest.is_none_or(|longest| length <= longest)
    }
}

type Dfa = dense::DFA<Vec<u32>>;

/// All automata at once: a state each (`None`: has matched already), and how many characters there were.
#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    at: Vec<Option<StateID>>,
    length: usize,
}

fn search(have: &Texts, lack: Option<&Texts>) -> Found {
    if have.patterns.is_empty() && lack.is_none_or(|lack| lack.patterns.is_empty()) {
        return by_length(have, lack);
    }
    let lacked = lack.map_or(&[][..], |lack| &lack.patterns);
    let patterns = have.patterns.iter().chain(lacked);
    let mut dfas: Vec<Dfa> = match patterns.map(|pattern| automaton(pattern)).collect() {
        Some(dfas) => dfas,
        None => return Found::Unknown,
    };
    // The last one keeps the bytes to UTF-8.
    dfas.extend(dense::DFA::builder().build(r"\A(?s:.)*\z").ok());
    let bounds = [Some(have), lack].into_iter().flatten();
    let cap = bounds.map(|texts| texts.shortest.max(texts.longest.map_or(0, |l| l + 1))).max();
    let cap = cap.unwrap_or(0);
    let bytes = alphabet(&dfas);
    let config = start::Config::new().anchored(Anchored::No);
    let starts: Option<Vec<_>> =
        dfas.iter().map(|dfa| dfa.start_state(&config).ok().map(Some)).collect();
    let Some(at) = starts else { return Found::Unknown };
    let mut reached = vec![(State { at, length: 0 }, 0, 0)];
    let mut seen = HashSet::from([reached[0].0.clone()]);
    let mut queue = VecDeque::from([0]);
    while let Some(index) = queue.pop_front() {
        let state = reached[index].0.clone();
        let ends: Vec<bool> = dfas.iter().zip(&state.at).map(|(dfa, at)| ends(dfa, *at)).collect();
        let (own, other) = ends.split_at(have.patterns.len());
        let (other, utf8) = other.split_at(lacked.len());
        let taken = own.iter().chain(utf8).all(|ends| *ends) && have.fits(state.length);
        let kept = lack.is_some_and(|lack| other.iter().all(|e| *e) && lack.fits(state.length));
        if taken && !kept {
            return text(&reached, index);
        }
        for &byte in &bytes {
            let step = |(dfa, at): (&Dfa, &Option<StateID>)| at.and_then(|at| step(dfa, at, byte));
            let at: Vec<_> = dfas.iter().zip(&state.at).map(step).collect();
            let starts_character = byte & 0xC0 != 0x80;
            let length = (state.length + usize::from(starts_character)).min(cap);
            if have.longest.is_some_and(|longest| length > longest) || lost(&dfas, &at, have) {
                continue;
            }
            if dfas.iter().zip(&at).any(|(dfa, at)| at.is_some_and(|at| dfa.is_quit_state(at))) {
                return Found::Unknown;
            }
            let next = State { at, length };
            if seen.insert(next.clone()) {
                queue.push_back(reached.len());
                reached.push((next, index, byte));
            }
        }
        if reached.len() > STATES {
            return Found::Unknown;
        }
    }
    Found::None
}

/// The same where only the lengths count.
fn by_length(have: &Texts, lack: Option<&Texts>) -> Found {
    let beyond = lack.and_then(|lack| lack.longest).map_or(0, |longest| longest.saturating_add(1));
    let lengths = [have.shortest, have.shortest.max(beyond)];
    let found = lengths
        .into_iter()
        .find(|length| have.fits(*length) && lack.is_none_or(|lack| !lack.fits(*length)));
    match found {
        Some(length) if length <= STATES => Found::Text("a".repeat(length)),
        Some(_) => Found::Unknown,
        None => Found::None,
    }
}

/// Whether a pattern that must match, or UTF-8, never will.
fn lost(dfas: &[Dfa], at: &[Option<StateID>], have: &Texts) -> bool {
    let needed = |index: usize| index < have.patterns.len() || index + 1 == dfas.len();
    let mut each = dfas.iter().zip(at).enumerate();
    each.any(|(index, (dfa, at))| needed(index) && at.is_some_and(|at| dfa.is_dead_state(at)))
}

/// The state after a byte, or `None` when there is a match that nothing takes back.
fn step(dfa: &Dfa, at: StateID, byte: u8) -> Option<StateID> {
    let next = dfa.next_state(at, byte);
    (!dfa.is_match_state(next)).then_some(next)
}

fn ends(dfa: &Dfa, at: Option<StateID>) -> bool {
    at.is_none_or(|at| dfa.is_match_state(dfa.next_eoi_state(at)))
}

/// The automaton of a pattern as the validator reads it.
fn automaton(pattern: &str) -> Option<Dfa> {
    let translated = jsonschema_regex::to_rust_regex(pattern).ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Unanchored)
        .dfa_size_limit(Some(SIZE))
        .determinize_size_limit(Some(4 * SIZE));
    dense::DFA::builder().configure(config).build(&translated).ok()
}

/// One byte for all that no automaton tells apart; letters and digits first.
fn alphabet(dfas: &[Dfa]) -> Vec<u8> {
    let readable = (b'a'..=b'z').chain(b'0'..=b'9').chain(b'A'..=b'Z').chain(b' '..=b'~');
    let mut known = HashSet::new();
    let mut bytes = Vec::new();
    for byte in readable.chain(0..=255) {
        let classes: Vec<u8> = dfas.iter().map(|dfa| dfa.byte_classes().get(byte)).collect();
        if known.insert(classes) {
            bytes.push(byte);
        }
    }
    bytes
}

fn text(reached: &[(State, usize, u8)], mut index: usize) -> Found {
    let mut bytes = Vec::new();
    while index != 0 {
        bytes.push(reached[index].2);
        index = reached[index].1;
    }
    bytes.reverse();
    String::from_utf8(bytes).map_or(Found::Unknown, Found::Text)
}
