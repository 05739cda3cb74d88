//! What must hold of a request before it is sent and after it is read, beyond the types of its members.

use std::collections::HashSet;

use crate::account::{self, Account, GROUP_LIMIT};
use crate::ids::Sequence;
use crate::invalid::Invalid;
use crate::note::Note;

/// Collects what is odd about a value; each endpoint and answer hands it what it has.
#[derive(Debug, Default)]
pub struct Check {
    /// JSON pointer and note.
    pub(crate) notes: Vec<(String, Note)>,
}

impl Check {
    /// Notes something about the member at this JSON pointer, once.
    pub fn note(&mut self, pointer: impl Into<String>, note: Note) {
        if !self.notes.iter().any(|(_, noted)| *noted == note) {
            self.notes.push((pointer.into(), note));
        }
    }

    /// An account must be one that can be sent.
    ///
    /// # Errors
    /// See [`account::fault`].
    pub fn account(&mut self, member: &'static str, account: &Account) -> Result<(), Invalid> {
        if let Some(why) = account::fault(account.as_str()) {
            return Err(Invalid::new(member, why));
        }
        for note in account::remarks(account.as_str()) {
            self.note(format!("/{member}"), note);
        }
        Ok(())
    }

    /// Each account of a list must be one that can be sent.
    ///
    /// # Errors
    /// See [`account::fault`].
    pub fn accounts(&mut self, member: &'static str, list: &[Account]) -> Result<(), Invalid> {
        let mut seen = HashSet::new();
        for account in list {
            self.account(member, account)?;
            if !seen.insert(account.as_str()) {
                self.note(format!("/{member}"), Note::AccountTwice);
            }
        }
        if list.len() > GROUP_LIMIT {
            self.note(format!("/{member}"), Note::AccountsMany);
        }
        Ok(())
    }

    /// A list must have items.
    ///
    /// # Errors
    /// Where it has none.
    pub fn not_empty<T>(&mut self, member: &'static str, list: &[T]) -> Result<(), Invalid> {
        if list.is_empty() { Err(Invalid::new(member, "the list is empty")) } else { Ok(()) }
    }

    /// A span of message numbers must hold some.
    ///
    /// # Errors
    /// Where it is empty or reversed.
    pub fn sequences(&mut self, start: Sequence, stop: Sequence) -> Result<(), Invalid> {
        let why = "it must be after startSeq: the span is empty";
        if start < stop { Ok(()) } else { Err(Invalid::new("stopSeq", why)) }
    }
}
