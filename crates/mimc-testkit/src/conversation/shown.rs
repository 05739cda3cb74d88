//! What a conversation shows, as lines.

use mimc_conversation::{Conversation, Fact};
use mimc_msg::{Body, Timestamp};

/// Everything that a conversation tells, a line each: messages in order, then the rest, sorted.
pub fn shown(conversation: &Conversation, now: Timestamp) -> Vec<String> {
    for message in conversation.messages() {
        // Of several that say the same, the one of which most is known.
        assert!(conversation.status(&message.fact()) >= Some(message.status()), "{message:?}");
    }
    let mut lines: Vec<String> = conversation.messages().map(|message| line(&message)).collect();
    let mut rest: Vec<String> = Vec::new();
    for pending in conversation.pending_pings(now) {
        let (ping, age) = (pending.ping, pending.age);
        rest.push(format!("ping {} age {age}", fact(&ping)));
    }
    for request in conversation.friend_requests() {
        let answer = request.answer.map_or_else(
            || "open".to_owned(),
            |answer| format!("{} by {}", answer.accepted, fact(&answer.response)),
        );
        rest.push(format!("request {} {answer}", fact(&request.request)));
    }
    for problem in conversation.problems() {
        rest.push(format!("problem {} {:?}", fact(&problem.message), problem.kind));
    }
    rest.extend(conversation.waiting().map(|receipt| format!("waits {}", fact(&receipt))));
    rest.sort();
    // Two that differ in what is not shown here.
    rest.dedup();
    lines.append(&mut rest);
    lines
}

fn line(message: &mimc_conversation::Message<'_>) -> String {
    let recalled = message.recalled().map(|mark| (mark.by.to_string(), mark.at.as_millis()));
    let read: Vec<_> =
        message.read_by().map(|mark| (mark.by.to_string(), mark.at.as_millis())).collect();
    format!(
        "{} sequence {:?} {:?} recalled {recalled:?} read {read:?}",
        fact(&message.fact()),
        message.sequence(),
        message.status(),
    )
}

fn fact(fact: &Fact) -> String {
    let envelope = fact.envelope();
    let said = match &envelope.body {
        Body::Text(text) => text.to_string(),
        Body::Recall(receipt) | Body::Read(receipt) => receipt.target.to_string(),
        Body::FriendResponse { accepted, .. } => accepted.to_string(),
        _ => String::new(),
    };
    format!("{} {} {} {} {said}", fact.sender(), envelope.kind(), envelope.id, envelope.timestamp)
}
