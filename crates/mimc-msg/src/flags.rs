//! Sets of the closed enums that reports are made of: bit sets, no allocation.

use std::fmt;
use std::marker::PhantomData;

/// One of a closed list of at most 32, each with a stable code.
pub trait Flag: Copy + fmt::Debug + 'static {
    /// The whole list, in the order of its codes' first appearance in the documentation.
    const ALL: &'static [Self];

    /// The stable name, as reports print it: kebab-case.
    fn code(self) -> &'static str;

    /// The place in [`Flag::ALL`].
    fn index(self) -> usize;
}

/// A set of flags; `Copy`, and iterated in the order of [`Flag::ALL`].
pub struct Flags<T> {
    bits: u32,
    of: PhantomData<T>,
}

impl<T: Flag> Flags<T> {
    /// The empty set.
    pub const NONE: Self = Self { bits: 0, of: PhantomData };

    /// Adds a flag.
    pub fn insert(&mut self, flag: T) {
        self.bits |= 1 << flag.index();
    }

    /// Whether the flag is in the set.
    #[must_use]
    pub fn contains(self, flag: T) -> bool {
        self.bits & 1 << flag.index() != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many flags are in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// The flags in order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL.iter().copied().filter(move |flag| self.contains(*flag))
    }
}

impl<T: Flag> FromIterator<T> for Flags<T> {
    fn from_iter<I: IntoIterator<Item = T>>(flags: I) -> Self {
        let mut set = Self::NONE;
        set.extend(flags);
        set
    }
}

impl<T: Flag> Extend<T> for Flags<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, flags: I) {
        flags.into_iter().for_each(|flag| self.insert(flag));
    }
}

impl<T> Clone for Flags<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Flags<T> {}

impl<T: Flag> Default for Flags<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T> PartialEq for Flags<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Flags<T> {}

impl<T: Flag> fmt::Debug for Flags<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Implements [`Flag`] and `Display` for a field-less enum from its variants and their codes.
macro_rules! flags {
    ($type:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $crate::flags::Flag for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn index(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::flags::Flag::code(*self))
            }
        }
    };
}

pub(crate) use flags;
