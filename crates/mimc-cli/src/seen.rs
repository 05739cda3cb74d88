//! What a line tells of a conversation: a message, and what is known of its way.

mod line;
mod way;

use std::borrow::Cow;

use clap::Args;
use mimc_conversation::{Address, Event};
use mimc_msg::{Account, Base64Forms, Codec, Deviation, Dialect, Envelope, Flag as _, Scratch};

use crate::fault::Fault;
use crate::input::IN_A_LINE;
use crate::lines::Line;
use crate::options;
use crate::record::{Meant, Record};
use line::{Parsed, Stored};

pub(crate) use way::Talk;

/// What stands in for what lines do not name.
#[derive(Args, Debug)]
pub(crate) struct Defaults {
    /// Who sent a message whose line has no `fromAccount`
    #[arg(long, value_name = "ACCOUNT")]
    from: Option<String>,

    /// To whom a message went whose line has neither `toAccount` nor `topicId`
    #[arg(long, value_name = "ACCOUNT", conflicts_with = "topic")]
    to: Option<String>,

    /// The group of a message whose line has neither `toAccount` nor `topicId`
    #[arg(long, value_name = "TOPIC")]
    topic: Option<u64>,

    /// The type beside a stored message whose line has no `bizType`
    #[arg(long, value_name = "TYPE", default_value = "", hide_default_value = true)]
    biz_type: String,

    /// Pin the dialect of stored messages: it decides where the forms of several fit
    #[arg(long, value_parser = options::dialect(), value_name = "DIALECT")]
    dialect: Option<Dialect>,
}

/// A message as a line tells of it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) envelope: Envelope<'static>,
    pub(crate) sender: Account<'static>,
    pub(crate) to: Address<'static>,
    pub(crate) sequence: Option<u64>,
    pub(crate) packet: Option<String>,
    disputed: bool,
}

impl Seen {
    /// The conversation that it is of.
    pub(crate) fn talk(&self) -> Talk {
        Talk::of(&self.sender, &self.to)
    }

    pub(crate) fn event(&self) -> Event<'static> {
        let event = Event::received(self.envelope.clone(), self.sender.clone(), self.to.clone());
        let event = event.disputed(self.disputed);
        let event = self.sequence.into_iter().fold(event, Event::sequence);
        self.packet.clone().into_iter().fold(event, Event::packet)
    }
}

/// The messages of a line: one, or those of a page of history. Each may be bad by itself.
pub(crate) fn read(
    line: &Line<'_>,
    defaults: &Defaults,
    scratch: &mut Scratch,
) -> Vec<Result<Seen, Fault>> {
    match line.text.map_err(Fault::from).and_then(line::parse) {
        Err(fault) => vec![Err(fault)],
        Ok(Parsed::Record(way, record)) => vec![recorded(&way, &record, defaults)],
        Ok(Parsed::Stored(stored)) => {
            stored.into_iter().map(|stored| decoded(&stored?, defaults, scratch)).collect()
        }
    }
}

/// What a record of `decode --json` stands for, with its way beside it.
fn recorded(way: &line::Way<'_>, record: &Record<'_>, defaults: &Defaults) -> Result<Seen, Fault> {
    let Meant::Envelope(envelope, _) = record.meant().map_err(invalid)? else {
        return Err(invalid("the record of a text that is no envelope"));
    };
    let conflict = Deviation::BizTypeConflict.code();
    let disputed = record.deviations.iter().flatten().any(|deviation| *deviation == conflict);
    defaults.way(way, *envelope, disputed)
}

/// A message of the history or of a callback.
fn decoded(stored: &Stored<'_>, defaults: &Defaults, scratch: &mut Scratch) -> Result<Seen, Fault> {
    let biz_type = stored.biz_type.as_deref().unwrap_or(&defaults.biz_type);
    // As the contact list has it, too.
    let codec = Codec::new().limits(IN_A_LINE).base64(Base64Forms::CANONICAL.mime());
    let codec = codec.biz_type(biz_type);
    let codec = defaults.dialect.map_or(codec, |dialect| codec.dialect(dialect));
    let decoded = codec.decode_base64(stored.payload.as_bytes(), scratch).map_err(|error| {
        let mut fault = Fault::from(&error);
        // Its place is in the payload, and not in the line.
        fault.message = format!("in `payload`: {}", fault.message);
        (fault.offset, fault.length) = (0, 0);
        fault
    })?;
    let disputed = decoded.deviations.contains(Deviation::BizTypeConflict);
    defaults.way(&stored.way, decoded.envelope.into_owned(), disputed)
}

impl Defaults {
    fn way(
        &self,
        way: &line::Way<'_>,
        envelope: Envelope<'static>,
        disputed: bool,
    ) -> Result<Seen, Fault> {
        let account = |named: &Option<Cow<'_, str>>, default: &Option<String>| {
            let named = named.as_deref().or(default.as_deref());
            named.map(|account| Account::new(account.to_owned()))
        };
        let sender = account(&way.from_account, &self.from)
            .ok_or_else(|| invalid("`fromAccount` is missing (--from stands in for it)"))?;
        let topic = line::number("topicId", way.topic_id)?;
        let own = way.to_account.is_some() || topic.is_some();
        let topic = if own { topic } else { self.topic };
        let to = match topic {
            Some(topic) => Address::Topic(topic),
            None => account(&way.to_account, &self.to).map(Address::Account).ok_or_else(|| {
                invalid("`toAccount` and `topicId` are missing (--to or --topic stands in)")
            })?,
        };
        let sequence = line::number("sequence", way.sequence)?;
        let packet = way.packet_id.as_deref().map(str::to_owned);
        Ok(Seen { envelope, sender, to, sequence, packet, disputed })
    }
}

fn invalid(message: impl Into<String>) -> Fault {
    Fault::of_line("invalid-record", message)
}
