//! What a conversation costs in memory, also where somebody means ill, and what is dropped.

mod support;

use allocation_counter::measure;
use mimc_conversation::{Action, Address, Conversation, DropReason, Event, Limits};
use mimc_msg::{Account, Body, Content, Envelope, RawJson, Receipt};
use support::{FLOODS, NOW, add_all, conversation, id, millis, receipt, text};

fn number() -> RawJson<'static> {
    RawJson::parse("1").expect("JSON")
}

/// Whatever comes, no more memory is held than twice the limits of bytes.
#[test]
fn memory_is_bounded() {
    let limits = Limits::new().bytes(1 << 20).receipt_bytes(1 << 18);
    let most = 2 * ((1 << 20) + (1 << 18));
    for (name, event) in FLOODS {
        let members = |n: u64| {
            let members = (0..5000_u64).map(|member| (format!("{member}").into(), number()));
            let mut receipt = Receipt::new(Content::Text, id(format!("t{n}")));
            receipt.extra = members.collect();
            let mut envelope = Envelope::new(id("m"), millis(n), Body::Read(receipt));
            if n % 2 == 0 {
                envelope.body = Body::text("hi");
                envelope.extra = (0..5000_u64).map(|m| (format!("{m}").into(), number())).collect();
            }
            Event::received(envelope, "bo", Address::account("ada"))
        };
        for (how, event) in [
            ("as it is", Box::new(event) as Box<dyn Fn(u64) -> Event<'static>>),
            ("of members", Box::new(move |n| if n < 20 { members(n) } else { event(n) })),
            ("long", Box::new(|n| text(format!("{n}{}", "a".repeat(9000)), n, "b".repeat(9000)))),
            ("long recalls", Box::new(|n| receipt(n, format!("{n}{}", "a".repeat(15_000)), true))),
        ] {
            let info = measure(|| {
                let mut conversation = conversation(limits);
                add_all(&mut conversation, (0..6000).map(event));
            });
            assert!(info.bytes_max <= most, "{name} {how}: {} above {most}", info.bytes_max);
        }
    }
}

/// In a group too, where names of senders may be long, and each may mark each message.
#[test]
fn memory_is_bounded_in_groups() {
    let limits = Limits::new().bytes(1 << 20).receipt_bytes(1 << 18);
    let most = 2 * ((1 << 20) + (1 << 18));
    let info = measure(|| {
        let mut group = Conversation::within(Account::new("ada"), Address::Topic(7), limits);
        for n in 0..3000_u64 {
            let sender = format!("{n}{}", "a".repeat(9000));
            let receipt = Receipt::new(Content::Text, id(format!("t{}", n % 10)));
            for body in [Body::text("hi"), Body::Read(receipt.clone()), Body::Recall(receipt)] {
                let envelope = Envelope::new(id(format!("t{}", n % 100)), millis(NOW + n), body);
                let event = Event::received(envelope, sender.clone(), Address::Topic(7));
                group.add(event.packet(format!("p{n}")), millis(NOW)).unwrap();
            }
        }
    });
    assert!(info.bytes_max <= most, "{} above {most}", info.bytes_max);
}

/// A flood of receipts drives out its sender's own and nobody else's, and a recall that counts stays.
#[test]
fn a_flood_drives_out_its_own() {
    let mut conversation = conversation(Limits::new().receipts(10));
    add_all(&mut conversation, [text("a", 0, "hi"), receipt(1, "a", true)].into_iter());
    add_all(&mut conversation, [receipt(0, "later", false)].into_iter());
    add_all(&mut conversation, (0..500).map(|n| receipt(n, format!("t{n}"), true)));
    assert_eq!(conversation.losses().receipts, 491);
    assert!(conversation.messages().all(|message| message.recalled().is_some()));
    assert!(conversation.waiting().any(|receipt| receipt.sender().as_str() == "ada"));
}

/// A message that was dropped and comes again is still recalled.
#[test]
fn a_recall_outlives_its_message() {
    let mut conversation = conversation(Limits::new().messages(1));
    add_all(&mut conversation, [text("a", 0, "hi"), receipt(1, "a", true)].into_iter());
    assert_eq!(add_all(&mut conversation, [text("b", 2, "ho")].into_iter()), 0);
    assert_eq!(conversation.losses().messages, 1);
    let mut wider = Conversation::restore(conversation.state(), Limits::new()).unwrap();
    let again = wider.add(text("a", 0, "hi"), millis(NOW)).unwrap();
    assert!(matches!(again.actions[..], [Action::Delete { .. }]));
}

/// What has waited for longer than the window is dropped when the app says so, and told; what counts, or has another reason to
/// do nothing, stays.
#[test]
fn what_waits_too_long_expires() {
    let mut conversation = conversation(Limits::new().window(1000));
    add_all(&mut conversation, [text("a", 0, "hi"), receipt(0, "a", true)].into_iter());
    add_all(&mut conversation, [receipt(0, "a", false), receipt(10, "later", true)].into_iter());
    add_all(&mut conversation, [receipt(11, "later", false), receipt(10, "b", true)].into_iter());
    assert_eq!(conversation.expire(millis(NOW + 1010)), []);
    let expired = conversation.expire(millis(NOW + 1011));
    let targets: Vec<_> = expired.iter().map(|dropped| dropped.message.sender().as_str()).collect();
    assert_eq!(targets, ["bo", "bo"]);
    assert!(expired.iter().all(|dropped| dropped.why == DropReason::Expired));
    assert_eq!((conversation.losses().receipts, conversation.waiting().count()), (2, 1));
    assert!(conversation.messages().all(|message| message.recalled().is_some()));
}
