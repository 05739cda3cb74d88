//! ada with the Android demo and bo with the Web demo chat through a server in memory: pushes are base64, half of them are
//! lost, and what was lost comes from the history. In the end both show the same.

use std::error::Error;

use mimc_api::history::HistoryMessage;
use mimc_api::push::PushP2p;
use mimc_api::{Account, Content, Sequence};
use mimc_conversation::{Action, Address, Conversation, Event, Status};
use mimc_msg::{
    Body, Codec, Dialect, Encoder, Envelope, Kind, Medium, MsgId, SizeLimit, Timestamp,
};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// One of the two, with an app that does what it is told.
struct Party {
    me: Account,
    with: Account,
    writes: Dialect,
    /// What the other one writes. The form of the Web demo's messages is also that of others, so it must be known.
    reads: Dialect,
    state: Conversation,
}

/// What the server has stored, and how many pushes were lost.
#[derive(Default)]
struct Server {
    stored: Vec<HistoryMessage<'static>>,
    lost: usize,
}

impl Server {
    /// Stores a push, and gives what of it arrives: every second one does, with the id of its packet.
    fn take(&mut self, push: &PushP2p, now: Timestamp) -> Done<Option<(Content, String)>> {
        let number = self.stored.len() as u64;
        let sequence = Sequence::new(now.as_millis() * 100_000 + number);
        let mut stored = HistoryMessage::of(&push.content(), sequence, now)?;
        stored.from_account = Some(push.from_account.clone());
        self.stored.push(stored);
        let arrives = number % 2 == 0;
        self.lost += usize::from(!arrives);
        Ok(arrives.then(|| (push.content(), format!("packet{number}"))))
    }
}

impl Party {
    fn new(me: &'static str, with: &'static str, writes: Dialect, reads: Dialect) -> Self {
        let state = Conversation::new(Account::new(me), Address::account(with));
        Self { me: Account::new(me), with: Account::new(with), writes, reads, state }
    }

    fn read(bytes: &[u8], biz_type: Option<&str>, dialect: Dialect) -> Done<Envelope<'static>> {
        let codec = Codec::new().dialect(dialect).biz_type(biz_type.unwrap_or_default());
        Ok(codec.decode(bytes)?.envelope.into_owned())
    }

    /// Writes a message in its dialect and pushes it.
    fn send(&mut self, message: &Envelope<'_>, now: Timestamp) -> Done<PushP2p> {
        let encoded = Encoder::new(self.writes).lossy().encode(message)?;
        let biz_type = encoded.biz_type.as_deref().map(str::to_owned);
        // What others will read is what was sent: the demos' pongs, for one, name no account.
        let sent = Self::read(&encoded.bytes, biz_type.as_deref(), self.writes)?;
        let to = Address::Account(self.with.clone());
        self.state.add(Event::sent(sent, self.me.clone(), to), now)?;
        let content = Content::bytes(&encoded.bytes, SizeLimit::MIMC)?;
        let content = content.with_biz_type(biz_type.unwrap_or_default());
        Ok(PushP2p::new(self.me.clone(), self.with.clone(), content))
    }

    /// Takes a push, tells what the app does about it, and gives what must be answered.
    fn receive(
        &mut self,
        (content, packet): (Content, String),
        now: Timestamp,
    ) -> Done<Vec<Envelope<'static>>> {
        let envelope = Self::read(&content.payload()?, content.biz_type(), self.reads)?;
        let to = Address::Account(self.me.clone());
        let event = Event::received(envelope, self.with.clone(), to).packet(packet);
        self.see(event, now)
    }

    /// Reads the history.
    fn catch_up(&mut self, server: &Server, now: Timestamp) -> Done {
        for stored in &server.stored {
            let own = stored.from_account.as_ref() == Some(&self.me);
            let (sender, to, dialect) = if own {
                (&self.me, &self.with, self.writes)
            } else {
                (&self.with, &self.me, self.reads)
            };
            let envelope =
                Self::read(&stored.payload.bytes()?, stored.biz_type.as_deref(), dialect)?;
            let event = Event::received(envelope, sender.clone(), Address::Account(to.clone()));
            self.see(event.sequence(stored.sequence.get()), now)?;
        }
        Ok(())
    }

    fn see(&mut self, event: Event<'_>, now: Timestamp) -> Done<Vec<Envelope<'static>>> {
        let mut answers = Vec::new();
        for action in self.state.add(event, now)?.actions {
            match action {
                Action::Delete { message, .. } => {
                    println!("{} deletes {}", self.me, message.envelope().id);
                }
                Action::MarkRead { message, by, .. } => {
                    println!("{} marks {} as read by {by}", self.me, message.envelope().id);
                }
                Action::Answer { pong, .. } => answers.push(*pong),
                other => println!("{}: {other:?}", self.me),
            }
        }
        Ok(answers)
    }

    /// What it shows: who said what, and what became of it.
    fn shown(&self) -> Vec<(String, String, Status)> {
        let shown = self.state.messages().map(|message| {
            let said = match &message.envelope().body {
                Body::Text(text) => text.to_string(),
                Body::File { url, .. } => url.to_string(),
                other => other.kind().to_string(),
            };
            (message.sender().to_string(), said, message.status())
        });
        shown.collect()
    }
}

fn main() -> Done {
    let mut clock = 1_552_809_600_000;
    let mut tick = || -> Done<Timestamp> {
        clock += 1000;
        Ok(Timestamp::from_millis(clock)?)
    };
    let (android, web) = (Dialect::ANDROID_A2, Dialect::WEBJS_W3);
    let mut ada = Party::new("ada", "bo", android, web);
    let mut bo = Party::new("bo", "ada", web, android);
    let mut server = Server::default();

    let text = Envelope::new(MsgId::new("AF7T1-0")?, tick()?, Body::text("你好, bo 👋"));
    let photo = Body::file(Medium::PIC, "https://a.example/1.jpg");
    let photo = Envelope::new(MsgId::new("AF7T1-1")?, tick()?, photo);
    let wrong = Envelope::new(MsgId::new("TEXT_1234")?, tick()?, Body::text("for somebody else"));
    let ping = Envelope::new(MsgId::of_kind(&Kind::Ping, 12345), tick()?, Body::Ping(None));
    let messages = [
        (true, text.clone()),
        (true, photo.clone()),
        (false, text.read(MsgId::new("AF7T1-2")?, tick()?)?),
        (false, wrong.clone()),
        (false, wrong.recall(MsgId::new("AF7T1-3")?, tick()?)?),
        (false, photo.read(MsgId::new("AF7T1-4")?, tick()?)?),
        (true, ping),
    ];
    for (of_ada, message) in messages {
        let now = tick()?;
        let (from, to) = if of_ada { (&mut ada, &mut bo) } else { (&mut bo, &mut ada) };
        let push = from.send(&message, now)?;
        let Some(arrived) = server.take(&push, now)? else { continue };
        for pong in to.receive(arrived, now)? {
            let push = to.send(&pong, now)?;
            println!("{} answers with {}", to.me, pong.id);
            if let Some(arrived) = server.take(&push, now)? {
                from.receive(arrived, now)?;
            }
        }
    }

    assert!(server.lost > 0 && ada.shown() != bo.shown(), "without the history they differ");
    let now = tick()?;
    ada.catch_up(&server, now)?;
    bo.catch_up(&server, now)?;
    for (sender, said, status) in ada.shown() {
        println!("{sender}: {said} ({status:?})");
    }
    assert_eq!(ada.shown(), bo.shown());
    let statuses: Vec<_> = ada.shown().into_iter().map(|(.., status)| status).collect();
    assert_eq!(statuses, [Status::Read, Status::Read, Status::Recalled]);
    assert_eq!((ada.state.problems(), bo.state.problems()), (Vec::new(), Vec::new()));
    assert_eq!(ada.state.pending_pings(now).count(), 0);
    Ok(())
}
