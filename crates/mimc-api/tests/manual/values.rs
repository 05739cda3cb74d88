//! The placeholders of the manual, `$appId` and its like, and made-up values in their place.

use mimc_api::Account;
use mimc_msg::Timestamp;

/// How ids and times are written where JSON leaves the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As strings, as this crate writes them.
    Strings,
    /// As numbers.
    Numbers,
}

enum Value {
    Text(&'static str),
    /// A number in both forms.
    Number(u64),
    /// A string in one form, a number in the other.
    Either(u64),
}

use Value::{Either, Number, Text};

const VALUES: &[(&str, Value)] = &[
    ("account", Text("bo")),
    ("appAccount", Text("ada")),
    ("appId", Either(2_882_303_761_517_669_588)),
    ("appKey", Either(5_521_766_911_588)),
    ("appPackage", Text("com.example.chat")),
    ("appSecret", Text("made+up/Secret==")),
    ("chid", Number(9)),
    ("fromAccount", Text("ada")),
    ("fromResource", Text("phone-1")),
    ("msg", Text("你好，世界")),
    ("msgType", Text("")),
    ("newBulletin", Text("周五见")),
    ("newTopicName", Text("新读书会")),
    ("ownerAccount", Text("olga")),
    ("ownerToken", Text("made/up+token-of-olga=")),
    ("ownerUuid", Either(20_314_985_462_321_152)),
    ("packetId", Text("7dAVo1wD-1")),
    ("payload", Text("5L2g5aW9")),
    ("sequence", Either(118_306_520_157_999_104)),
    ("toAccount", Text("bo")),
    ("token", Text("made/up+token-of-ada=")),
    ("topicBulletin1", Text("第一章")),
    ("topicBulletin2", Text("")),
    ("topicId", Either(11_464_322_971_074_560)),
    ("topicId1", Either(11_464_322_971_074_561)),
    ("topicId2", Either(11_464_322_971_074_562)),
    ("topicName", Text("读书会")),
    ("topicName1", Text("一")),
    ("topicName2", Text("二")),
    ("ts", Number(1_517_616_000_123)),
    ("userAccount1", Text("user_1")),
    ("userAccount2", Text("user.2")),
    ("userAccount3", Text("user-3")),
    ("userAccount4", Text("4")),
    ("userAccount5", Text("user~5")),
    ("userToken1", Text("made/up+token-of-user_1=")),
    ("userUuid1", Either(20_314_985_462_321_153)),
    ("userUuid2", Either(20_314_985_462_321_154)),
    ("userUuid3", Either(20_314_985_462_321_155)),
    ("userUuid4", Either(20_314_985_462_321_156)),
    ("userUuid5", Either(20_314_985_462_321_157)),
    ("utcFromTime", Either(1_517_616_000_000)),
    ("utcToTime", Either(1_517_702_400_000)),
    ("uuid", Either(20_314_985_462_321_150)),
];

fn value(name: &str) -> &'static Value {
    let found = VALUES.iter().find(|(known, _)| *known == name);
    &found.unwrap_or_else(|| panic!("nobody knows ${name}")).1
}

/// The text in the place of a placeholder.
pub(crate) fn text(name: &str) -> String {
    match value(name) {
        Text(text) => (*text).to_owned(),
        Number(number) | Either(number) => number.to_string(),
    }
}

/// The same as an account.
pub(crate) fn account(name: &str) -> Account {
    Account::new(text(name))
}

/// The number in the place of a placeholder.
pub(crate) fn number(name: &str) -> u64 {
    text(name).parse().expect(name)
}

/// The same as a time.
pub(crate) fn time(name: &str) -> Timestamp {
    Timestamp::from_millis(number(name)).expect(name)
}

/// The text with values for its placeholders: bare ones inside double quotes, JSON outside.
pub(crate) fn fill(text: &str, form: Form) -> String {
    let (mut filled, mut quoted, mut rest) = (String::new(), false, text);
    while let Some(at) = rest.find(['"', '$']) {
        filled.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        if rest[at..].starts_with('"') {
            (quoted, rest) = (!quoted, behind);
            filled.push('"');
        } else {
            let end = behind.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(behind.len());
            let name = &behind[..end];
            filled.push_str(&if quoted { self::text(name) } else { json(name, form) });
            rest = &behind[end..];
        }
    }
    filled + rest
}

fn json(name: &str, form: Form) -> String {
    match value(name) {
        Either(number) if form == Form::Numbers => number.to_string(),
        Number(number) => number.to_string(),
        Text(_) | Either(_) => serde_json::Value::from(text(name)).to_string(),
    }
}
