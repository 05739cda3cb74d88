//! How large and how deep a text may be that is read.

/// Limits on a text that is read as JSON, so that what a hostile one costs is known before it is read.
///
/// What passes a limit is a [`SyntaxFault`](crate::SyntaxFault) of its own, at the byte where it passes it:
///
/// ```
/// use mimc_msg::{Codec, Limits};
///
/// let limits = Limits::new().bytes(1 << 20).members(4);
/// let text = br#"{"msgType":"TEXT","a":1,"b":2,"c":3,"d":4}"#;
/// let error = Codec::new().limits(limits).decode(text).unwrap_err();
/// assert_eq!((error.code(), error.offset()), ("too-many-members", 36));
/// ```
///
/// A text that does not begin as JSON does, which [`Codec::read`](crate::Codec::read) hands back as it is, has no
/// limit: nothing of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) depth: u32,
    pub(crate) bytes: u32,
    pub(crate) members: u32,
    pub(crate) items: u32,
}

impl Limits {
    /// No limits but those that the reader has by nature: 128 levels, and 2^32 - 1 of everything else.
    pub const MAX: Self = Self { depth: 128, bytes: u32::MAX, members: u32::MAX, items: u32::MAX };

    /// The default: 128 levels, 64 MiB, 65,536 members of one object, 1,048,576 items of one list.
    #[must_use]
    pub const fn new() -> Self {
        Self { depth: Self::MAX.depth, bytes: 64 << 20, members: 1 << 16, items: 1 << 20 }
    }

    /// How many levels of objects and lists; the outermost has depth 1. More than 128 count as 128.
    #[must_use]
    pub const fn depth(mut self, levels: usize) -> Self {
        self.depth = at_most(levels, Self::MAX.depth);
        self
    }

    /// How many bytes the text may have. More than 2^32 - 1 count as that.
    #[must_use]
    pub const fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = at_most(bytes, Self::MAX.bytes);
        self
    }

    /// How many members one object may have.
    #[must_use]
    pub const fn members(mut self, members: usize) -> Self {
        self.members = at_most(members, Self::MAX.members);
        self
    }

    /// How many items one list may have.
    #[must_use]
    pub const fn items(mut self, items: usize) -> Self {
        self.items = at_most(items, Self::MAX.items);
        self
    }

    /// How many levels there may be.
    #[must_use]
    pub const fn max_depth(self) -> usize {
        self.depth as usize
    }

    /// How many bytes there may be.
    #[must_use]
    pub const fn max_bytes(self) -> usize {
        self.bytes as usize
    }

    /// How many members one object may have.
    #[must_use]
    pub const fn max_members(self) -> usize {
        self.members as usize
    }

    /// How many items one list may have.
    #[must_use]
    pub const fn max_items(self) -> usize {
        self.items as usize
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the smaller of the two fits")]
const fn at_most(wanted: usize, most: u32) -> u32 {
    if wanted < most as usize { wanted as u32 } else { most }
}
