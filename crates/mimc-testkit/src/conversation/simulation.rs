//! Two accounts on three devices, a server, and links that lose, repeat and reorder.

mod device;
mod dice;
mod server;

use mimc_conversation::{Action, Event};
use mimc_msg::{Body, Content, Envelope, MsgId, Receipt, Timestamp};

use super::{NOW, shown};
use device::Device;
use dice::Dice;
use server::Server;

/// Two accounts talk for a while: texts, also many of one id, recalls and read notices, also forged ones, pings that are
/// answered, friend requests. `ada` has two devices, `bo` one; their clocks differ, pushes are lost, doubled and late, the
/// history is read in part now and then, and states are stored and restored. In the end each device reads the whole history;
/// then all show the same, and the devices of `ada` have one state once they have merged. Gives what they show.
pub fn devices_converge(seed: u64) -> Vec<String> {
    let mut dice = Dice::new(seed);
    let mut server = Server::default();
    let mut devices = [("ada", "bo"), ("ada", "bo"), ("bo", "ada")].map(|(me, with)| {
        let clock = i64::try_from(dice.below(240_000)).expect("below a bound") - 120_000;
        Device::new(me, with, clock)
    });
    let steps = 10 + dice.below(30);
    for step in 0..steps {
        let now = NOW + step * (1 + dice.below(3) * 900);
        let at = dice.index(devices.len());
        if let Some(body) = body(&devices[at], &mut dice) {
            let id = id(&mut dice, &body);
            write(&mut devices, at, &mut server, now, id, body, &mut dice);
        }
        for (at, event) in server.due(now) {
            see(&mut devices, at, event, &mut server, now, &mut dice);
        }
        match dice.below(8) {
            0 => devices[at].restart(),
            1 => {
                let page = server.page(&mut dice);
                for event in page {
                    see(&mut devices, at, event, &mut server, now, &mut dice);
                }
            }
            _ => {}
        }
    }
    catch_up(&mut devices, &server);
    let now = millis(NOW);
    let [one, two, three] = devices.map(|device| device.state);
    assert_eq!(shown(&one, now), shown(&two, now), "seed {seed}");
    assert_eq!(shown(&one, now), shown(&three, now), "seed {seed}");
    let (mut first, mut second) = (one.clone(), two.clone());
    first.merge(&two, now).expect("of one account");
    second.merge(&one, now).expect("of one account");
    assert_eq!(first, second, "seed {seed}");
    assert_eq!(shown(&first, now), shown(&one, now), "seed {seed}");
    shown(&first, now)
}

/// What a device says next, if anything.
fn body(device: &Device, dice: &mut Dice) -> Option<Body<'static>> {
    let known: Vec<MsgId<'static>> =
        device.state.messages().map(|message| message.envelope().id.clone()).collect();
    let known = |dice: &mut Dice| -> Option<Receipt<'static>> {
        let id = known.get(dice.index(known.len() + 1))?.clone();
        Some(Receipt::new(Content::Text, id))
    };
    Some(match dice.below(12) {
        0..=4 => Body::text(["hi", "ho", "hm"][dice.index(3)]),
        // Of whose message it is, nobody looks: some of these are forged.
        5 | 6 => Body::Recall(known(dice)?),
        7 | 8 => Body::Read(known(dice)?),
        9 => Body::Ping(None),
        10 => Body::friend_request(None),
        _ => Body::friend_response(None, dice.once_in(2)),
    })
}

/// An id: the Web demo's, or one of its own.
fn id(dice: &mut Dice, body: &Body<'_>) -> MsgId<'static> {
    match dice.below(6) {
        0 => MsgId::new("TEXT_1234").expect("an id"),
        _ => MsgId::of_kind(&body.kind(), dice.below(1000)),
    }
}

/// A device writes, and the server pushes it to the others.
fn write(
    devices: &mut [Device; 3],
    at: usize,
    server: &mut Server,
    now: u64,
    id: MsgId<'static>,
    body: Body<'static>,
    dice: &mut Dice,
) {
    let device = &mut devices[at];
    let (me, with) = (device.me, mimc_conversation::Address::account(device.with));
    let envelope = Envelope::new(id, device.time(now), body);
    let packet = format!("{me}{}", dice.below(1 << 40));
    let received = Event::received(envelope.clone(), me, with.clone()).packet(packet.clone());
    device.add(Event::sent(envelope, me, with).packet(packet), now);
    let others: Vec<usize> = (0..devices.len()).filter(|other| *other != at).collect();
    server.take(received, now, &others, dice);
}

/// A device sees something, and answers where it is told to.
fn see(
    devices: &mut [Device; 3],
    at: usize,
    event: Event<'static>,
    server: &mut Server,
    now: u64,
    dice: &mut Dice,
) {
    for action in devices[at].add(event, now).actions {
        if let Action::Answer { pong, .. } = action {
            write(devices, at, server, now, pong.id.clone(), Body::Pong(None), dice);
        }
    }
}

/// Each device reads the whole history, oldest or newest first.
fn catch_up(devices: &mut [Device; 3], server: &Server) {
    for (at, device) in devices.iter_mut().enumerate() {
        let history: Vec<_> = match at {
            1 => server.history().rev().collect(),
            _ => server.history().collect(),
        };
        for event in history {
            device.add(event, NOW);
        }
    }
}

fn millis(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis).expect("a time")
}
