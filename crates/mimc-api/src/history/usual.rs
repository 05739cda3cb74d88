//! A page of history that is written as usual, read in one go and without a copy.
//!
//! Nearly all answers have no white space between their tokens, no escapes, no members that nobody knows, none
//! twice and none that is null. What is so is read here, at about a tenth of the instructions; of anything else
//! nothing is said, and the general way reads it from the start. It is the general way that says what is
//! right: `tests/history/usual.rs` holds the two equal.

use std::borrow::Cow;

use mimc_msg::{Account, Limits, Timestamp};

use crate::history::page::{HistoryMessage, HistoryPage};
use crate::ids::{AppId, Sequence, TopicId};
use crate::payload::Payload;

/// How deep the messages of a page stand in an answer.
const DEPTH: usize = 4;
/// The most members that an object of an answer has here.
const MEMBERS: usize = 7;

/// What `message` and `data` of a good answer are.
pub(crate) fn answer(bytes: &[u8], limits: Limits) -> Option<(&str, HistoryPage<'_>)> {
    if limits.max_depth() < DEPTH
        || limits.max_members() < MEMBERS
        || limits.max_bytes() < bytes.len()
    {
        return None;
    }
    let mut scan = Scan { text: simdutf8::basic::from_utf8(bytes).ok()?, pos: 0 };
    let (mut code, mut message, mut data) = (None, None, None);
    scan.object(|scan| {
        if scan.is(br#""code":"#) {
            set(&mut code, scan.number()?)
        } else if scan.is(br#""message":"#) {
            set(&mut message, scan.string()?)
        } else if scan.is(br#""data":"#) {
            set(&mut data, scan.page(limits)?)
        } else {
            None
        }
    })?;
    let whole = scan.pos == bytes.len() && code? == 200;
    whole.then_some((message?, data?))
}

/// Fills in a member; None where it is there already.
#[inline]
fn set<T>(member: &mut Option<T>, value: T) -> Option<()> {
    let first = member.is_none();
    *member = Some(value);
    first.then_some(())
}

/// A place in an answer. What is not as usual is None, and then the place means nothing any more.
struct Scan<'a> {
    text: &'a str,
    pos: usize,
}

impl<'a> Scan<'a> {
    fn page(&mut self, limits: Limits) -> Option<HistoryPage<'a>> {
        let mut page = HistoryPage::default();
        let mut messages = None;
        self.object(|scan| {
            if scan.is(br#""appId":"#) {
                set(&mut page.app_id, AppId::new(scan.id()?))
            } else if scan.is(br#""topicId":"#) {
                set(&mut page.topic_id, TopicId::new(scan.id()?))
            } else if scan.is(br#""toAccount":"#) {
                set(&mut page.to_account, Account::new(scan.string()?))
            } else if scan.is(br#""fromAccount":"#) {
                set(&mut page.from_account, Account::new(scan.string()?))
            } else if scan.is(br#""messages":"#) {
                set(&mut messages, scan.messages(limits)?)
            } else if scan.is(br#""row":"#) {
                set(&mut page.row, u32::try_from(scan.number()?).ok()?)
            } else if scan.is(br#""timestamp":"#) {
                set(&mut page.timestamp, scan.time()?)
            } else {
                None
            }
        })?;
        page.messages = messages?;
        Some(page)
    }

    fn messages(&mut self, limits: Limits) -> Option<Vec<HistoryMessage<'a>>> {
        let mut messages = Vec::new();
        self.byte(b'[')?;
        if self.byte(b']').is_some() {
            return Some(messages);
        }
        loop {
            let start = self.pos;
            messages.push(self.message()?);
            if messages.len() > limits.max_items() {
                return None;
            }
            if self.byte(b',').is_none() {
                break;
            }
            if messages.len() == 1 {
                // The others are about as long as the first.
                messages.reserve((self.text.len() - self.pos) / (self.pos - start) + 1);
            }
        }
        self.byte(b']')?;
        Some(messages)
    }

    #[inline]
    fn message(&mut self) -> Option<HistoryMessage<'a>> {
        let (mut sequence, mut payload, mut ts) = (None, None, None);
        let (mut from_account, mut to_account, mut biz_type, mut extra) = (None, None, None, None);
        self.object(|scan| {
            if scan.is(br#""sequence":"#) {
                set(&mut sequence, scan.quoted_number()?)
            } else if scan.is(br#""payload":"#) {
                set(&mut payload, scan.string()?)
            } else if scan.is(br#""ts":"#) {
                set(&mut ts, scan.time()?)
            } else if scan.is(br#""fromAccount":"#) {
                set(&mut from_account, scan.string()?)
            } else if scan.is(br#""toAccount":"#) {
                set(&mut to_account, scan.string()?)
            } else if scan.is(br#""bizType":"#) {
                set(&mut biz_type, scan.string()?)
            } else if scan.is(br#""extra":"#) {
                set(&mut extra, scan.string()?)
            } else {
                None
            }
        })?;
        Some(HistoryMessage {
            sequence: Sequence::new(sequence?),
            payload: Payload::from_base64(payload?),
            ts: ts?,
            from_account: from_account.map(Account::new),
            to_account: to_account.map(Account::new),
            biz_type: biz_type.map(Cow::Borrowed),
            extra: extra.map(Cow::Borrowed),
        })
    }

    /// Steps through an object, `member` through each of its members.
    #[inline]
    fn object(&mut self, mut member: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.byte(b'{')?;
        loop {
            member(self)?;
            if self.byte(b',').is_none() {
                return self.byte(b'}');
            }
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.pos..).unwrap_or_default()
    }

    /// Steps over these bytes, where they come next.
    #[inline]
    fn is(&mut self, bytes: &[u8]) -> bool {
        let is = self.rest().starts_with(bytes);
        if is {
            self.pos += bytes.len();
        }
        is
    }

    #[inline]
    fn byte(&mut self, byte: u8) -> Option<()> {
        self.is(&[byte]).then_some(())
    }

    /// A string without escapes: what stands between its quotes.
    #[inline]
    fn string(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        if self.is(b"\"") {
            return Some("");
        }
        let length = memchr::memchr2(b'"', b'\\', self.rest())?;
        let string = self.text.get(self.pos..self.pos + length)?;
        self.pos += length;
        self.byte(b'"')?;
        // Without control characters: all bytes are looked at, which goes sixteen at a time.
        (string.bytes().fold(u8::MAX, u8::min) >= b' ').then_some(string)
    }

    /// An integer of up to 19 digits, which a `u64` always holds.
    #[inline]
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut length) = (0_u64, 0);
        for &byte in self.rest() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            length += 1;
        }
        // A leading zero is a fault.
        let fine = length == 1 || (2..20).contains(&length) && self.rest().first() != Some(&b'0');
        self.pos += length;
        fine.then_some(number)
    }

    fn quoted_number(&mut self) -> Option<u64> {
        self.byte(b'"')?;
        let number = self.number()?;
        self.byte(b'"')?;
        Some(number)
    }

    fn time(&mut self) -> Option<Timestamp> {
        Timestamp::from_millis(self.number()?).ok()
    }

    /// An id as a number, or as its text.
    fn id(&mut self) -> Option<u64> {
        match self.rest().first() {
            Some(b'"') => self.quoted_number(),
            _ => self.number(),
        }
    }
}
