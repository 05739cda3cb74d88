//! How much is kept.

/// How much a [`Conversation`](crate::Conversation) keeps. What goes beyond is dropped, and told.
///
/// Counts and bytes bound the memory, whatever is sent: at most about twice [`Self::bytes`] and [`Self::receipt_bytes`]
/// together, as a test holds. Where nothing was dropped, neither order nor repetition matters.
///
/// ```
/// use mimc_conversation::Limits;
///
/// let phone = Limits::new().messages(2_000).bytes(4 << 20);
/// # let _ = phone;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) messages: usize,
    pub(crate) signals: usize,
    pub(crate) receipts: usize,
    pub(crate) bytes: usize,
    pub(crate) receipt_bytes: usize,
    pub(crate) event_bytes: usize,
    pub(crate) window: u64,
    pub(crate) patience: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

impl Limits {
    /// 200,000 messages, 1,000 pings and pongs, 20,000 receipts; 256 MiB for the messages and 32 MiB for the receipts; 64 KiB
    /// for one of them, four times what MIMC carries; seven days for what waits, one minute for an answer to a ping.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            messages: 200_000,
            signals: 1_000,
            receipts: 20_000,
            bytes: 256 << 20,
            receipt_bytes: 32 << 20,
            event_bytes: 64 << 10,
            window: 7 * 24 * 3600 * 1000,
            patience: 60 * 1000,
        }
    }

    /// How many messages are kept besides pings, pongs and receipts. The first in order are dropped first.
    #[must_use]
    pub const fn messages(self, messages: usize) -> Self {
        Self { messages, ..self }
    }

    /// How many pings and pongs are kept. The first in order are dropped first.
    #[must_use]
    pub const fn signals(self, signals: usize) -> Self {
        Self { signals, ..self }
    }

    /// How many receipts are kept besides recalls that count, of which each message has one at most. Dropped first are those
    /// that count for nothing, of the account that has most of them, read notices before recalls, the earliest first; then
    /// read notices that count, the earliest first.
    #[must_use]
    pub const fn receipts(self, receipts: usize) -> Self {
        Self { receipts, ..self }
    }

    /// How much memory messages take, in bytes, roughly: their texts, the ids by which they were seen, and what it costs to
    /// find them. Pings and pongs are dropped first, then messages.
    #[must_use]
    pub const fn bytes(self, bytes: usize) -> Self {
        Self { bytes, ..self }
    }

    /// The same for receipts.
    #[must_use]
    pub const fn receipt_bytes(self, bytes: usize) -> Self {
        Self { receipt_bytes: bytes, ..self }
    }

    /// How much text one event may have, in bytes. A longer one is refused.
    #[must_use]
    pub const fn event_bytes(self, bytes: usize) -> Self {
        Self { event_bytes: bytes, ..self }
    }

    /// For how many milliseconds [`Conversation::expire`](crate::Conversation::expire) keeps receipts that wait for their
    /// message, and how far behind a ping a pong may stand that answers it without naming it: seven days, for as long as the
    /// server keeps what a device that is offline will get.
    #[must_use]
    pub const fn window(self, millis: u64) -> Self {
        Self { window: millis, ..self }
    }

    /// Up to which age in milliseconds a ping is answered: an old one asks nothing any more. And how far behind it a pong of
    /// this account may stand that spares another one.
    #[must_use]
    pub const fn patience(self, millis: u64) -> Self {
        Self { patience: millis, ..self }
    }
}
