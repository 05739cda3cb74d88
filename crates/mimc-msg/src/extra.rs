//! Members that nobody told us of, kept in order.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::json::raw::RawJson;

/// Unknown members of an object, in order, each as the JSON text that it came as.
///
/// ```
/// use mimc_msg::{Extra, RawJson};
///
/// let mut extra = Extra::new();
/// extra.insert("read", RawJson::parse("false")?);
/// assert_eq!(extra.get("read").unwrap().as_str(), "false");
/// # Ok::<(), mimc_msg::InvalidJson>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Extra<'a>(Vec<(Cow<'a, str>, RawJson<'a>)>);

impl<'a> Extra<'a> {
    /// No members; does not allocate.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// No members yet, and room for so many.
    pub(crate) fn with_capacity(members: usize) -> Self {
        Self(Vec::with_capacity(members))
    }

    /// Adds a member at the end, or replaces the value of the one that has this name already.
    ///
    /// It looks through all of them; for many members, collect them.
    pub fn insert(&mut self, name: impl Into<Cow<'a, str>>, value: RawJson<'a>) {
        let name = name.into();
        match self.0.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = value,
            None => self.push(name, value),
        }
    }

    /// Adds a member whose name the scanner has seen to be new.
    pub(crate) fn push(&mut self, name: Cow<'a, str>, value: RawJson<'a>) {
        self.0.push((name, value));
    }

    /// The value of the member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&RawJson<'a>> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawJson<'a>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same members, owning their texts.
    #[must_use]
    pub fn into_owned(self) -> Extra<'static> {
        let owned = |(name, value): (Cow<'a, str>, RawJson<'a>)| {
            (Cow::Owned(name.into_owned()), value.into_owned())
        };
        Extra(self.0.into_iter().map(owned).collect())
    }
}

/// As if each was [inserted](Extra::insert), in the order in which they come.
impl<'a> FromIterator<(Cow<'a, str>, RawJson<'a>)> for Extra<'a> {
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, RawJson<'a>)>>(members: I) -> Self {
        let mut extra = Self::new();
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::new();
        for (name, value) in members {
            match places.entry(name.clone()) {
                Entry::Occupied(place) => extra.0[*place.get()].1 = value,
                Entry::Vacant(place) => {
                    place.insert(extra.len());
                    extra.push(name, value);
                }
            }
        }
        extra
    }
}
