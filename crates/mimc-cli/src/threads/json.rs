//! A conversation for machines, one object a line.

use mimc_conversation::{Conversation, Fact, Mark, Message, Status};
use mimc_msg::{Account, Envelope};

use crate::json::{member, number, put};
use crate::record::write_said;
use crate::seen::Talk;

/// The messages in order, then what waits, then what has no effect.
pub(super) fn talk(out: &mut Vec<u8>, talk: &Talk, conversation: &Conversation) {
    for message in conversation.messages() {
        self::message(out, talk, &message);
    }
    for request in conversation.friend_requests() {
        let answer = request.answer.map(|answer| answer.accepted);
        let state = match answer {
            None => "waiting",
            Some(true) => "accepted",
            Some(false) => "declined",
        };
        fact(out, talk, &request.request);
        member(out, ",\"status\":", state);
        put(out, "}\n");
    }
    for waiting in super::pings(conversation).chain(conversation.waiting()) {
        fact(out, talk, &waiting);
        put(out, ",\"status\":\"waiting\"}\n");
    }
    for problem in conversation.problems() {
        fact(out, talk, &problem.message);
        member(out, ",\"problem\":", problem.kind.code());
        put(out, "}\n");
    }
}

fn message(out: &mut Vec<u8>, talk: &Talk, message: &Message<'_>) {
    fact(out, talk, &message.fact());
    if let Some(sequence) = message.sequence() {
        put(out, ",\"sequence\":\"");
        number(out, sequence);
        put(out, "\"");
    }
    let status = match message.status() {
        Status::Sent => "sent",
        Status::Read => "read",
        Status::Recalled => "recalled",
        _ => "delivered",
    };
    member(out, ",\"status\":", status);
    if let Some(recalled) = message.recalled() {
        mark(out, ",\"recalled\":", &recalled);
    }
    let mut before = ",\"readBy\":[";
    for read in message.read_by() {
        mark(out, before, &read);
        before = ",";
    }
    put(out, if before == "," { "]}\n" } else { "}\n" });
}

/// Writes the conversation, the sender and the message; the object stays open.
pub(crate) fn write_named(
    out: &mut Vec<u8>,
    talk: &Talk,
    sender: &Account<'_>,
    envelope: &Envelope<'_>,
) {
    talk.write(out);
    member(out, ",\"fromAccount\":", sender.as_str());
    write_said(out, envelope);
}

fn fact(out: &mut Vec<u8>, talk: &Talk, fact: &Fact) {
    write_named(out, talk, fact.sender(), fact.envelope());
}

fn mark(out: &mut Vec<u8>, before: &str, mark: &Mark) {
    put(out, before);
    member(out, "{\"account\":", mark.by.as_str());
    put(out, ",\"timestamp\":");
    number(out, mark.at.as_millis());
    put(out, "}");
}
