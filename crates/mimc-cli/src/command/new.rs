//! `mimc new`

use std::time::SystemTime;

use base64::Engine as _;
use mimc_msg::{
    Account, Body, Dialect, Envelope, Extra, Kind, KindCode, MsgId, Payload, RawJson, Receipt,
    Timestamp,
};

use crate::console::Console;
use crate::options;
use crate::output::{Failure, Outcome};
use crate::results::Results;
use crate::sheet::Sheet;
use crate::writing::Writing;

/// Compose a message from flags
///
/// A dialect whose type travels outside gives {"bizType":"TEXT","message":"..."}.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc new TEXT --text hi
  mimc new PIC_FILE --url https://example.com/1.png --dialect android-a2
  mimc new TEXT_RECALL --target TEXT_12345 --id TEXT_RECALL_12345 --time 1516763973090")]
pub(crate) struct Args {
    /// What the message is: TEXT, PIC_FILE, TEXT_READ, STICKER, ...
    kind: String,

    /// The id; by default the kind, `_` and the time
    #[arg(long)]
    id: Option<String>,

    /// Milliseconds since 1970, or a time such as 2018-01-24T03:19:33Z; by default now
    #[arg(long, value_name = "TIME")]
    time: Option<String>,

    #[command(flatten)]
    body: BodyArgs,

    /// A further member of the message
    #[arg(long, value_name = "NAME=JSON")]
    extra: Vec<String>,

    /// The dialect to write
    #[arg(long, value_parser = options::dialect(), value_name = "DIALECT", default_value = "manual-v1")]
    dialect: Dialect,

    /// Write what the dialect can carry, and warn of the rest
    #[arg(long)]
    lossy: bool,
}

/// What the message says; which of them a kind needs is said where one is missing.
#[derive(clap::Args, Debug)]
struct BodyArgs {
    /// The text of a text message or custom kind
    #[arg(long, allow_hyphen_values = true)]
    text: Option<String>,
    /// The URL of a file
    #[arg(long)]
    url: Option<String>,
    /// The account of a ping or pong, or of the one who asks for or answers friendship
    #[arg(long)]
    account: Option<String>,
    /// The id of the message that is recalled or was read
    #[arg(long, value_name = "ID")]
    target: Option<String>,
    /// Whether friendship is accepted
    #[arg(long, value_name = "BOOL")]
    accepted: Option<bool>,
    /// The JSON body of a custom kind
    #[arg(long, value_name = "JSON")]
    raw: Option<String>,
    /// The bytes of a custom kind, in base64
    #[arg(long, value_name = "BASE64")]
    bytes: Option<String>,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let envelope = compose(args).map_err(Failure::Usage)?;
    let mut sheet = Sheet::default();
    Writing::to(console, args.lossy)
        .envelope(1, &envelope, args.dialect, &mut Vec::new(), &mut sheet)
        .map_err(|fault| Failure::Usage(format!("{}: {}", fault.code, fault.message)))?;
    Results::new(&mut console.out, &console.err, None).take(&mut sheet)?;
    Ok(Outcome::AllWell)
}

fn compose(args: &Args) -> Result<Envelope<'static>, String> {
    if args.kind.is_empty() {
        return Err("KIND must not be empty".into());
    }
    let kind = KindCode::parse(&args.kind)
        .map_or_else(|| Kind::parse(args.kind.clone()), Kind::into_owned);
    let time = match &args.time {
        Some(text) => parse_time(text)?,
        None => Timestamp::try_from(SystemTime::now()).map_err(|error| error.to_string())?,
    };
    let id = match &args.id {
        Some(id) => MsgId::new(id.clone()).map_err(|error| error.to_string())?,
        None => MsgId::of_kind(&kind, time),
    };
    let mut envelope = Envelope::new(id, time, args.body.of_kind(&kind)?);
    envelope.extra = extra(&args.extra)?;
    Ok(envelope)
}

impl BodyArgs {
    fn of_kind(&self, kind: &Kind<'static>) -> Result<Body<'static>, String> {
        let need = |value: &Option<String>, flag: &str| {
            value.clone().ok_or_else(|| format!("{kind} needs --{flag}"))
        };
        let account = || self.account.clone().map(Account::new);
        let receipt = |content| {
            let target = MsgId::new(need(&self.target, "target")?).map_err(|e| e.to_string())?;
            Ok::<_, String>(Receipt::new(content, target))
        };
        let (body, taken): (_, &[&str]) = match kind.clone() {
            Kind::Ping => (Body::Ping(account()), &["account"]),
            Kind::Pong => (Body::Pong(account()), &["account"]),
            Kind::Text => (Body::text(need(&self.text, "text")?), &["text"]),
            Kind::File(medium) => (Body::file(medium, need(&self.url, "url")?), &["url"]),
            Kind::Recall(content) => (Body::Recall(receipt(content)?), &["target"]),
            Kind::Read(content) => (Body::Read(receipt(content)?), &["target"]),
            Kind::FriendRequest => (Body::friend_request(account()), &["account"]),
            Kind::FriendResponse => {
                let accepted =
                    self.accepted.ok_or("ADD_FRIEND_RESPONSE needs --accepted true or false")?;
                (Body::friend_response(account(), accepted), &["account", "accepted"])
            }
            kind => (Body::other(kind, self.payload()?), &["text", "raw", "bytes"]),
        };
        match self.given().find(|flag| !taken.contains(flag)) {
            Some(flag) => Err(format!("--{flag} does not go with {kind}")),
            None => Ok(body),
        }
    }

    /// The names of the flags that were given.
    fn given(&self) -> impl Iterator<Item = &'static str> {
        [
            ("text", self.text.is_some()),
            ("url", self.url.is_some()),
            ("account", self.account.is_some()),
            ("target", self.target.is_some()),
            ("accepted", self.accepted.is_some()),
            ("raw", self.raw.is_some()),
            ("bytes", self.bytes.is_some()),
        ]
        .into_iter()
        .filter_map(|(flag, given)| given.then_some(flag))
    }

    fn payload(&self) -> Result<Payload<'static>, String> {
        Ok(match (&self.text, &self.raw, &self.bytes) {
            (None, None, None) => Payload::Absent,
            (Some(text), None, None) => Payload::Text(text.clone().into()),
            (None, Some(raw), None) if raw.trim_start().starts_with('"') => {
                return Err("--raw takes JSON that is no string: use --text".into());
            }
            (None, Some(raw), None) => {
                let json = RawJson::parse(raw).map_err(|error| format!("--raw: {error}"))?;
                Payload::Json(json.into_owned())
            }
            (None, None, Some(base64)) => {
                let bytes = base64::engine::general_purpose::STANDARD.decode(base64);
                Payload::Bytes(bytes.map_err(|error| format!("--bytes: {error}"))?.into())
            }
            _ => return Err("only one of --text, --raw and --bytes can be the body".into()),
        })
    }
}

fn parse_time(text: &str) -> Result<Timestamp, String> {
    let millis = match text.parse::<u64>() {
        Ok(millis) => Some(millis),
        Err(_) => text
            .parse::<jiff::Timestamp>()
            .ok()
            .and_then(|time| u64::try_from(time.as_millisecond()).ok()),
    };
    millis
        .and_then(|millis| Timestamp::from_millis(millis).ok())
        .ok_or_else(|| "--time takes milliseconds since 1970 or 2018-01-24T03:19:33Z".to_owned())
}

fn extra(members: &[String]) -> Result<Extra<'static>, String> {
    let mut extra = Extra::new();
    for member in members {
        let (name, json) =
            member.split_once('=').ok_or("--extra takes NAME=JSON, such as read=false")?;
        let json = RawJson::parse(json).map_err(|error| format!("--extra {name}: {error}"))?;
        extra.insert(name.to_owned(), json.into_owned());
    }
    Ok(extra)
}
