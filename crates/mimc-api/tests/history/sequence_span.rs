//! Spans of message numbers.

use std::time::Duration;

use mimc_api::history::{QueryP2pHistoryOnSequence, Retention, SequenceSpan};
use mimc_api::{Account, Base, Credentials, Sequence, Token, client};
use mimc_msg::Timestamp;
use proptest::prelude::*;

use super::{MAX, any_range, any_time, cases, retention, times};

proptest! {
    #![proptest_config(cases())]

    /// A span of numbers is clipped as the times are, by the observed rule.
    #[test]
    fn numbers_follow_times(range in any_range(), keep in retention(), now in any_time(), tail in 0..100_000u64) {
        let first = |time: Timestamp| time.as_millis().saturating_mul(100_000);
        match SequenceSpan::of_times(range.clone()) {
            Ok(span) => {
                prop_assert_eq!(span.start().get(), first(range.start));
                prop_assert_eq!(span.stop().get(), first(range.end));
                prop_assert!(span.start() < span.stop());
                // A number of a time is in the span if the time is in the range.
                if let Some(number) = now.as_millis().checked_mul(100_000).and_then(|n| n.checked_add(tail)) {
                    let number = Sequence::new(number);
                    let inside = span.start() <= number && number < span.stop();
                    prop_assert_eq!(inside, range.contains(&now));
                }
                let floor = Sequence::new(first(keep.begin(now)));
                let (kept, clipped) = span.keep_within(keep, now);
                prop_assert_eq!(kept.is_none(), span.stop() <= floor);
                prop_assert_eq!(clipped.is_none(), floor <= span.start());
                if let Some(kept) = kept {
                    prop_assert_eq!((kept.start(), kept.stop()), (span.start().max(floor), span.stop()));
                }
                if let Some(clipped) = clipped {
                    prop_assert_eq!(clipped.asked, span.start()..span.stop());
                    let left = kept.map_or(span.stop()..span.stop(), |kept| kept.start()..kept.stop());
                    prop_assert_eq!(clipped.kept, left);
                }
            }
            Err(_) => prop_assert!(range.is_empty() || first(range.start) == u64::MAX),
        }
    }

    /// Any numbers: a span that is made is not empty, and clipping leaves the end.
    #[test]
    fn any_numbers(start: u64, stop: u64, keep in retention(), now in any_time()) {
        let span = SequenceSpan::new(Sequence::new(start)..Sequence::new(stop));
        prop_assert_eq!(span.is_ok(), start < stop);
        if let Ok(span) = span {
            let (kept, clipped) = span.keep_within(keep, now);
            prop_assert!(kept.is_some() || clipped.is_some());
            prop_assert!(kept.is_none_or(|kept| kept.stop() == span.stop() && kept.start() >= span.start()));
        }
    }
}

#[test]
fn numbers_of_64_bits_end() {
    let span = SequenceSpan::of_times(times(1_551_230_275_750..1_551_230_275_751)).expect("a span");
    let captured = Sequence::new(155_123_027_575_068_001);
    assert!(span.start() <= captured && captured < span.stop());

    let last = u64::MAX / SequenceSpan::PER_MILLISECOND;
    let span = SequenceSpan::of_times(times(last..MAX)).expect("a span");
    assert_eq!((span.start().get(), span.stop().get()), (last * 100_000, u64::MAX));
    let error = SequenceSpan::of_times(times(last + 1..MAX)).expect_err("too late");
    assert_eq!(error.to_string(), "`stopSeq`: it must be after startSeq: the span is empty");
    assert!(SequenceSpan::of_times(times(1..1)).is_err());

    let (kept, clipped) = span.keep_within(Retention::new(Duration::ZERO), Timestamp::MAX);
    assert_eq!(kept, None);
    assert!(clipped.is_some_and(|clipped| clipped.kept.is_empty()));
}

#[test]
fn a_span_is_a_request_that_can_be_sent() {
    let credentials = Credentials::from(Token::new("FQw1yQZ").expect("a token"));
    let span = SequenceSpan::of_times(times(0..MAX)).expect("a span");
    let (to, from) = (Account::new("bo"), Account::new("ada"));
    let query = QueryP2pHistoryOnSequence::new(from, to, span.start(), span.stop());
    client::request(&Base::mimc(), &credentials, &(), &query).expect("a request");
}
