//! The notes on one document.

use mimc_msg::Place;

use super::Note;

/// A note and where the reason for it was first seen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {}", note.describe())]
#[non_exhaustive]
pub struct Noted {
    /// What is odd.
    pub note: Note,
    /// Where; for a query or header the member is its name.
    pub place: Place,
}

impl Noted {
    /// A note.
    #[must_use]
    pub const fn new(note: Note, place: Place) -> Self {
        Self { note, place }
    }
}

/// The notes on one document: each at most once, with its first place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(Vec<Noted>);

impl Extend<Noted> for Notes {
    fn extend<I: IntoIterator<Item = Noted>>(&mut self, notes: I) {
        notes.into_iter().for_each(|Noted { note, place }| self.add(note, place));
    }
}

impl Notes {
    /// No notes.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn add(&mut self, note: Note, place: Place) {
        if !self.contains(note) {
            self.0.push(Noted { note, place });
        }
    }

    /// Whether it was noted.
    #[must_use]
    pub fn contains(&self, note: Note) -> bool {
        self.0.iter().any(|noted| noted.note == note)
    }

    /// Whether nothing was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The notes in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Noted> {
        self.0.iter()
    }

    /// Refuses the first deviation: what every `strict` does.
    pub(crate) fn strict(&self) -> Result<(), Noted> {
        match self.iter().find(|noted| noted.note.is_deviation()) {
            Some(noted) => Err(noted.clone()),
            None => Ok(()),
        }
    }
}

impl FromIterator<Noted> for Notes {
    fn from_iter<I: IntoIterator<Item = Noted>>(notes: I) -> Self {
        let mut all = Self::new();
        all.extend(notes);
        all
    }
}

impl IntoIterator for Notes {
    type Item = Noted;
    type IntoIter = std::vec::IntoIter<Noted>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'n> IntoIterator for &'n Notes {
    type Item = &'n Noted;
    type IntoIter = std::slice::Iter<'n, Noted>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
