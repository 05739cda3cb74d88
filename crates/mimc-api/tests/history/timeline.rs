//! Timelines: pages in any order.

use std::collections::BTreeMap;

use mimc_api::history::{Added, HistoryMessage, HistoryPage, Timeline};
use mimc_api::{Account, AppId, Payload, Sequence};
use proptest::prelude::*;

use super::{cases, time};

/// Messages of numbers with different counts of digits; the number makes the content.
fn truth() -> impl Strategy<Value = BTreeMap<u64, HistoryMessage<'static>>> {
    let number = prop_oneof![0..20u64, 90..110u64, any::<u64>(), Just(u64::MAX)];
    prop::collection::btree_set(number, 0..20)
        .prop_map(|numbers| numbers.into_iter().map(|number| (number, message(number))).collect())
}

fn message(number: u64) -> HistoryMessage<'static> {
    let payload = Payload::new(format!("message {number}").as_bytes());
    let mut message = HistoryMessage::new(Sequence::new(number), payload, time(number / 100_000));
    message.from_account = Some(Account::new("ada"));
    message.to_account = Some(Account::new("bo"));
    message.biz_type = Some("TEXT".into());
    message.extra = Some(format!("{number}").into());
    message
}

fn page(messages: Vec<HistoryMessage<'static>>) -> HistoryPage<'static> {
    HistoryPage::new(AppId::new(1), messages)
}

/// A page of some of the messages; of each, some of what need not be said is left out.
fn some_page(
    truth: &BTreeMap<u64, HistoryMessage<'static>>,
    picks: &[(usize, u8)],
    old: bool,
) -> HistoryPage<'static> {
    let all: Vec<_> = truth.values().collect();
    let messages = picks.iter().filter(|_| !all.is_empty()).map(|(at, silent)| {
        let mut message = all[at % all.len()].clone();
        if old || silent & 1 != 0 {
            message.from_account = None;
        }
        if old || silent & 2 != 0 {
            message.to_account = None;
        }
        message.biz_type = message.biz_type.filter(|_| silent & 4 == 0);
        message.extra = message.extra.filter(|_| silent & 8 == 0);
        message
    });
    let mut page = page(messages.collect());
    if old {
        page.from_account = Some(Account::new("ada"));
        page.to_account = Some(Account::new("bo"));
    }
    page
}

type Picks = Vec<(Vec<(usize, u8)>, bool)>;

fn picks() -> impl Strategy<Value = Picks> {
    let pick = (any::<usize>(), prop_oneof![Just(0), 0..16u8]);
    prop::collection::vec((prop::collection::vec(pick, 0..8), any::<bool>()), 0..8)
}

proptest! {
    #![proptest_config(cases())]

    /// Pages in any order and however often give the same timeline: in order of number, each message once.
    #[test]
    fn pages_come_in_any_order(
        truth in truth(),
        (one, other) in picks().prop_flat_map(|picks| {
            (Just(picks.clone()), Just([picks.clone(), picks].concat()).prop_shuffle())
        }),
    ) {
        let collect = |picks: &Picks| {
            let mut timeline = Timeline::new();
            for (picks, old) in picks {
                let page = some_page(&truth, picks, *old);
                let (before, messages) = (timeline.len(), page.messages.len());
                let added = timeline.add(page);
                assert_eq!(timeline.len(), before + added.new);
                assert_eq!((added.messages(), added.row_differs()), (messages, false));
                assert_eq!(added.conflicts, []);
            }
            timeline
        };
        let timeline = collect(&one);
        prop_assert_eq!(&timeline, &collect(&other));

        let numbers: Vec<u64> = timeline.iter().map(|message| message.sequence.get()).collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a < b));
        prop_assert_eq!(timeline.iter().len(), timeline.len());
        for message in timeline.iter() {
            prop_assert_eq!(timeline.get(message.sequence), Some(message));
            let whole = &truth[&message.sequence.get()];
            prop_assert_eq!(&message.payload, &whole.payload);
        }
        prop_assert!(timeline.clone().into_messages().eq(timeline.iter().cloned()));
        prop_assert!(timeline.iter().rev().map(|message| message.sequence.get()).eq(numbers.into_iter().rev()));
    }

    /// Whole messages come out as they went in.
    #[test]
    fn messages_stay_as_they_are(truth in truth()) {
        let mut timeline = Timeline::new();
        let added = timeline.add(page(truth.values().rev().cloned().collect()));
        prop_assert_eq!(added.new, truth.len());
        prop_assert!(timeline.into_messages().eq(truth.into_values()));
    }

    /// A message that contradicts the first in anything changes nothing and is told.
    #[test]
    fn contradictions_are_told(number: u64, what in 0..6u8, twice: bool) {
        let first = message(number);
        let mut second = first.clone();
        match what {
            0 => second.payload = Payload::new(b"other"),
            1 => second.ts = if first.ts == time(7) { time(8) } else { time(7) },
            2 => second.from_account = Some(Account::new("eve")),
            3 => second.to_account = Some(Account::new("")),
            4 => second.biz_type = Some("".into()),
            _ => second.extra = Some("READ".into()),
        }
        let mut timeline = Timeline::new();
        prop_assert_eq!(timeline.add(page(vec![first.clone()])).new, 1);
        let again = if twice { vec![second.clone(), second] } else { vec![second] };
        let added = timeline.add(page(again));
        prop_assert_eq!(&added.conflicts, &vec![first.sequence; if twice { 2 } else { 1 }]);
        prop_assert_eq!((added.new, added.repeated), (0, 0));
        prop_assert!(!added.row_differs(), "{:?}", added);
        prop_assert!(timeline.into_messages().eq([first]));
    }
}

#[test]
fn order_is_by_number_not_by_text() {
    let mut timeline = Timeline::new();
    let numbers = [100, 9, 18_446_744_073_709_551_615, 10, 99, 0];
    let added = timeline.add(page(numbers.map(message).to_vec()));
    assert_eq!(added.new, 6);
    let order: Vec<_> = timeline.iter().map(|message| message.sequence.get()).collect();
    assert_eq!(order, [0, 9, 10, 99, 100, u64::MAX]);
}

#[test]
fn row_is_checked() {
    let added = |row| {
        let mut page = page(vec![message(1), message(1)]);
        page.row = row;
        let added = Timeline::new().add(page);
        assert_eq!((added.new, added.repeated, added.messages(), added.row), (1, 1, 2, row));
        added
    };
    assert!(!added(None).row_differs());
    assert!(!added(Some(2)).row_differs());
    assert!(added(Some(1)).row_differs());
    assert!(added(Some(u32::MAX)).row_differs());
    assert!(!Added::default().row_differs());
}

#[test]
fn a_message_keeps_its_own_accounts_and_else_gets_those_of_the_page() {
    let mut own = message(1);
    own.from_account = Some(Account::new("own"));
    own.to_account = None;
    let mut page = page(vec![own]);
    page.from_account = Some(Account::new("page"));
    page.to_account = Some(Account::new("to"));
    let mut timeline = Timeline::new();
    assert!(timeline.is_empty());
    assert_eq!(timeline.add(page).new, 1);
    assert!(!timeline.is_empty());
    let only = timeline.into_messages().next().expect("a message");
    assert_eq!(only.from_account.as_ref().map(Account::as_str), Some("own"));
    assert_eq!(only.to_account.as_ref().map(Account::as_str), Some("to"));
}

#[test]
fn a_contradicting_copy_adds_nothing() {
    let mut silent = message(1);
    silent.extra = None;
    let mut copy = message(1);
    copy.payload = Payload::new(b"other");
    let mut timeline = Timeline::new();
    assert_eq!(timeline.add(page(vec![silent.clone()])).new, 1);
    assert_eq!(timeline.add(page(vec![copy])).conflicts, [Sequence::new(1)]);
    assert_eq!(timeline.get(Sequence::new(1)), Some(&silent));
    assert_eq!(timeline.add(page(vec![message(1)])).repeated, 1);
    assert_eq!(timeline.get(Sequence::new(1)), Some(&message(1)));
}
