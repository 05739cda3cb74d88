//! What a conversation costs as it grows: `cargo bench -p mimc-benches --bench conversation`. The time per event must be
//! nearly the same in a state of 1,000 and of 100,000 messages; it grows with the logarithm, and with the misses of caches.

#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "criterion's macros make functions without")]

use std::hint::black_box;
use std::iter;
use std::time::Duration;

use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
    measurement::WallTime,
};
use mimc_conversation::{Address, Conversation, Event, Limits, State};
use mimc_msg::{Account, Body, Envelope, Kind, MsgId, Timestamp};

const SIZES: [u64; 3] = [1_000, 10_000, 100_000];

/// A quarter of each: texts of bo, what ada has read of them, texts of ada, and recalls of every second of these.
fn event(n: u64) -> Event<'static> {
    let at = |n: u64| Timestamp::from_millis(1_516_763_973_000 + n).expect("a time");
    let text = |n: u64| {
        let id = MsgId::of_kind(&Kind::Text, n);
        Envelope::new(id, at(n), Body::text("how about lunch at noon?"))
    };
    let id = MsgId::of_kind(&Kind::Ping, n);
    let (of_bo, envelope) = match n % 4 {
        0 => (true, text(n)),
        1 => (false, text(n - 1).read(id, at(n)).expect("a text")),
        2 => (false, text(n)),
        _ if n % 8 == 3 => (false, text(n - 1).recall(id, at(n)).expect("a text")),
        _ => (true, text(n)),
    };
    let (sender, to) = if of_bo { ("bo", "ada") } else { ("ada", "bo") };
    let event = Event::received(envelope, sender, Address::account(to));
    event.sequence((1_516_763_973_000 + n) * 100_000).packet(format!("web{n}"))
}

/// In this order: oldest first, newest first, or all over.
fn order(name: &str, events: u64) -> Vec<Event<'static>> {
    let place = |n: u64| match name {
        "newest first" => events - 1 - n,
        // A number that no size is a multiple of, so each comes once.
        "all over" => n * 7_919 % events,
        _ => n,
    };
    (0..events).map(|n| event(place(n))).collect()
}

fn state(events: impl IntoIterator<Item = Event<'static>>) -> Conversation {
    let mut state = Conversation::new(Account::new("ada"), Address::account("bo"));
    for event in events {
        state.add(event, Timestamp::MAX).expect("of this conversation");
    }
    state
}

fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).measurement_time(Duration::from_secs(3));
    group
}

fn add(criterion: &mut Criterion) {
    for name in ["oldest first", "newest first", "all over"] {
        let mut group = group(criterion, &format!("add, {name}"));
        for events in SIZES {
            group.throughput(Throughput::Elements(events));
            group.bench_with_input(BenchmarkId::from_parameter(events), &events, |bencher, _| {
                bencher.iter_batched(|| order(name, events), state, BatchSize::LargeInput);
            });
        }
        group.finish();
    }
}

/// Each of two devices has half of the events, and both have every tenth.
fn merge(criterion: &mut Criterion) {
    let mut group = group(criterion, "merge");
    for events in SIZES {
        let half = |of: u64| state((0..events).filter(|n| n % 10 == 0 || n % 2 == of).map(event));
        let (phone, desk) = (half(0), half(1));
        group.throughput(Throughput::Elements(events));
        group.bench_with_input(BenchmarkId::from_parameter(events), &events, |bencher, _| {
            let merged = |mut phone: Conversation| {
                phone.merge(&desk, Timestamp::MAX).expect("the same conversation");
                phone
            };
            bencher.iter_batched(|| phone.clone(), merged, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn show(criterion: &mut Criterion) {
    let mut group = group(criterion, "show");
    for events in SIZES {
        let state = state((0..events).map(event));
        group.throughput(Throughput::Elements(events));
        group.bench_with_input(BenchmarkId::new("all", events), &events, |bencher, _| {
            bencher
                .iter(|| state.messages().filter(|message| message.recalled().is_none()).count());
        });
        group.throughput(Throughput::Elements(50));
        group.bench_with_input(BenchmarkId::new("the last 50", events), &events, |bencher, _| {
            bencher.iter(|| {
                let last = state.messages().rev().take(50);
                last.filter(|message| message.recalled().is_none()).count()
            });
        });
    }
    group.finish();
}

/// Stored as JSON and read again; how long the JSON is, is told.
fn store(criterion: &mut Criterion) {
    let mut group = group(criterion, "store");
    for events in SIZES {
        let state = state((0..events).map(event));
        let json = serde_json::to_vec(&state.state()).expect("JSON");
        println!("{events} events are {} bytes of JSON", json.len());
        group.throughput(Throughput::Elements(events));
        group.bench_with_input(BenchmarkId::new("write", events), &events, |bencher, _| {
            bencher.iter(|| serde_json::to_vec(&state.state()).expect("JSON"));
        });
        group.bench_with_input(BenchmarkId::new("read", events), &events, |bencher, _| {
            bencher.iter(|| {
                let state: State = serde_json::from_slice(&json).expect("a state");
                Conversation::restore(state, Limits::new()).expect("a conversation")
            });
        });
    }
    group.finish();
}

/// A group of as many accounts as events, which all use one id and read each other's texts.
fn crowd(criterion: &mut Criterion) {
    let mut group = group(criterion, "a group of one id");
    let crowd = |events: u64| {
        let id = || MsgId::new("TEXT_1234").expect("an id");
        let at = |n: u64| Timestamp::from_millis(1_516_763_973_000 + n).expect("a time");
        let text = |n| Envelope::new(id(), at(n), Body::text("hi"));
        let read = |n| text(n).read(id(), at(n)).expect("a text");
        let said =
            (0..events / 2).flat_map(move |n| iter::zip([text(n), read(n)], iter::repeat(n)));
        let events =
            said.map(|(envelope, n)| Event::received(envelope, format!("{n}"), Address::Topic(7)));
        events.collect::<Vec<_>>()
    };
    for events in SIZES {
        group.throughput(Throughput::Elements(events));
        group.bench_with_input(BenchmarkId::from_parameter(events), &events, |bencher, _| {
            let added = |events: Vec<Event<'static>>| {
                let mut state = Conversation::new(Account::new("ada"), Address::Topic(7));
                for event in events {
                    black_box(state.add(event, Timestamp::MAX).expect("of this group"));
                }
                state
            };
            bencher.iter_batched(|| crowd(events), added, BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(all, add, merge, show, store, crowd);
criterion_main!(all);
