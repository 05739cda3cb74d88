//! Scenes in which order is tempting.

use super::Said::{Picture, Ping, Pong, Read, Recall, Request, Response, Text};
use super::{Sight, Stage};

const fn ada(id: &'static str, time: i8, said: super::Said) -> Sight {
    Sight::new("ada", id, time, said)
}

const fn bo(id: &'static str, time: i8, said: super::Said) -> Sight {
    Sight::new("bo", id, time, said)
}

const fn cy(id: &'static str, time: i8, said: super::Said) -> Sight {
    Sight::new("cy", id, time, said)
}

/// Each scene with its name, seven sightings each: every order of every part of it must give one state.
#[allow(clippy::too_many_lines, reason = "a table")]
pub fn scenes() -> Vec<(&'static str, Stage, [Sight; 7])> {
    let text = bo("a", -9, Text("hi"));
    let live = bo("a", -9, Text("hi")).packet("p");
    let stored = bo("a", -9, Text("hi")).sequence(-9);
    let recall = bo("r", -8, Recall(false, "a"));
    let read = ada("s", -7, Read(false, "a"));
    let both = bo("a", -9, Text("hi")).packet("p").sequence(-9);
    let disputed = Sight { disputed: true, ..recall.clone() };
    let sent = Sight { sent: true, ..ada("a", -9, Text("hi")) };
    vec![
        (
            "a message live, in the history and in a callback, recalled and read",
            Stage::Pair,
            [
                live.clone(),
                stored.clone(),
                both.clone(),
                recall.clone(),
                read.clone(),
                recall.clone(),
                text.clone(),
            ],
        ),
        (
            "the Web demo: one id for everything",
            Stage::Pair,
            [
                text.clone(),
                bo("a", -8, Text("ho")),
                recall.clone(),
                read.clone(),
                ada("a", -9, Text("hi")),
                bo("s", -5, Read(false, "a")),
                ada("r", -4, Recall(false, "a")),
            ],
        ),
        (
            "the same text sent again",
            Stage::Pair,
            [
                live.clone(),
                bo("a", -9, Text("hi")).packet("q"),
                stored.clone(),
                bo("a", -9, Text("hi")).sequence(-6),
                recall.clone(),
                both.clone(),
                read.clone(),
            ],
        ),
        (
            "recalls of others, of other kinds and of doubtful type",
            Stage::Pair,
            [
                text.clone(),
                ada("r", -8, Recall(false, "a")),
                bo("r", -8, Recall(true, "a")),
                disputed.clone(),
                bo("s", -7, Read(false, "a")),
                bo("a", -9, Picture),
                recall.clone(),
            ],
        ),
        (
            "a recall and its disputed twin",
            Stage::Pair,
            [
                disputed,
                recall.clone(),
                text.clone(),
                bo("r", -20, Recall(false, "a")),
                bo("r", 99, Recall(false, "a")),
                stored.clone(),
                live.clone(),
            ],
        ),
        (
            "sequences and packets that contradict each other",
            Stage::Pair,
            [
                both.clone(),
                bo("b", -9, Text("ho")).sequence(-9),
                bo("b", -9, Text("ho")).packet("p"),
                bo("a", -9, Text("hi")).packet("p").sequence(-5),
                recall.clone(),
                ada("b", -9, Text("hi")).packet("p"),
                read.clone(),
            ],
        ),
        (
            "clocks that jump",
            Stage::Pair,
            [
                bo("a", 100, Text("hi")).sequence(-9),
                bo("b", -100, Text("ho")).sequence(-8),
                ada("c", -8, Text("hi")),
                bo("r", -120, Recall(false, "a")),
                bo("d", 120, Text("hi")),
                ada("s", -128, Read(false, "b")),
                bo("d", 120, Text("hi")).sequence(-7),
            ],
        ),
        (
            "pings and pongs",
            Stage::Pair,
            [
                bo("PING_1", -9, Ping(None)),
                ada("PONG_1", -99, Pong),
                bo("PING_2", -5, Ping(Some("bo"))),
                ada("PING_1", -9, Ping(None)),
                bo("x", -4, Pong),
                bo("PING_3", -3, Ping(Some("ada"))),
                ada("PONG_3", 9, Pong),
            ],
        ),
        (
            "friendship",
            Stage::Pair,
            [
                ada("f", -9, Request(None)),
                bo("g", -20, Response(false)),
                ada("h", -5, Request(None)),
                bo("i", -4, Response(true)),
                bo("j", -3, Request(None)),
                ada("k", -2, Request(Some("bo"))),
                bo("l", -1, Response(false)),
            ],
        ),
        (
            "friendship with oneself and in the name of others",
            Stage::Pair,
            [
                ada("f", -9, Request(None)),
                ada("g", -8, Response(true)),
                bo("h", -7, Request(Some("ada"))),
                ada("i", -6, Response(true)),
                bo("j", -5, Response(true)),
                bo("h", -7, Request(Some("bo"))),
                ada("l", -4, Response(false)),
            ],
        ),
        (
            "a group reads",
            Stage::Group,
            [
                text.clone(),
                ada("s", -8, Read(false, "a")),
                cy("s", -7, Read(false, "a")),
                bo("s", -6, Read(false, "a")),
                cy("a", -9, Text("hi")),
                recall.clone(),
                cy("r", -5, Recall(false, "a")),
            ],
        ),
        (
            "a group with pings and requests",
            Stage::Group,
            [
                bo("PING_1", -9, Ping(None)),
                cy("PONG_1", -8, Pong),
                ada("PONG_1", -7, Pong),
                ada("PING_1", -9, Ping(None)),
                cy("f", -5, Request(None)),
                bo("g", -4, Response(true)),
                cy("PING_2", -3, Ping(None)).packet("p"),
            ],
        ),
        (
            "what this device has sent comes back",
            Stage::Pair,
            [
                sent.clone(),
                Sight { packet: Some("p"), ..sent.clone() },
                Sight { sequence: Some(-9), sent: false, ..sent.clone() },
                bo("s", -5, Read(false, "a")),
                ada("r", -4, Recall(false, "a")),
                Sight { packet: Some("p"), sent: false, ..sent },
                bo("s", -6, Read(false, "a")),
            ],
        ),
    ]
}
