//! Where the schema of a request or answer and its reader may differ.

use mimc_api::Note;
use serde_json::Value;

/// What only the reader refuses: JSON Schema cannot say it, or generators of code could not bear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unsaid {
    /// Rules that tie members together: windows, spans, base64 where `msgType` says so, something to change, one new
    /// owner, the group of the path.
    BetweenMembers,
    /// A control character in an account: a pattern with one breaks what is generated from it.
    ControlCharacter,
    /// An id above 2^64 - 1, or a time above 2^63 - 1: a text has no order.
    NumberTooLarge,
    /// `200.0` or `1e2`: to JSON Schema they are integers.
    IntegerWithFraction,
    /// No data where the code is 200: errors have none, and a flat answer has one form for both.
    DataMissing,
    /// Text that only looks like base64.
    Base64,
}

impl Unsaid {
    const ALL: [Self; 6] = [
        Self::BetweenMembers,
        Self::ControlCharacter,
        Self::NumberTooLarge,
        Self::IntegerWithFraction,
        Self::DataMissing,
        Self::Base64,
    ];

    /// Whether one of them is why only the reader refuses.
    pub(crate) fn explains(document: &Value, why: &str) -> bool {
        Self::ALL.into_iter().any(|unsaid| unsaid.is_why(document, why))
    }

    pub(crate) fn is_why(self, document: &Value, why: &str) -> bool {
        let says = |words: &[&str]| words.iter().any(|words| why.contains(words));
        match self {
            Self::BetweenMembers => says(&[
                "the window is empty",
                "the window is longer than 24 hours",
                "the span is empty",
                "nothing is to change",
                "`ownerAccount` names one too",
                "the path has another group",
                "`msgType` says base64",
            ]),
            Self::ControlCharacter => {
                says(&["control character", "cannot be the value of a header"])
                    && some(document, &has_control)
            }
            Self::NumberTooLarge => some(document, &is_too_large),
            Self::IntegerWithFraction => some(document, &Value::is_f64),
            Self::DataMissing => {
                why.contains("`/data`") && document["code"] == 200 && document["data"].is_null()
            }
            Self::Base64 => says(&["is not base64"]),
        }
    }
}

/// What only the schema refuses, or reads otherwise than it is written: forms that a note tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beyond {
    /// No text in `message`.
    MessageForm,
    /// The list of contacts in the form of the other version of the endpoint.
    DataForm,
    /// Data alone, without `code` around it.
    BareData,
    /// An error may have any data; in the schemas it has that of a good answer, or null.
    DataOfAnError,
    /// Null where an empty list or object would do.
    NullData,
    /// A time as a number above 2^53, which fits no JavaScript number.
    LargeTime,
    /// A member by the name that it had in 2017, or without the spelling mistake of the real server.
    OtherName,
}

impl Beyond {
    const ALL: [Self; 7] = [
        Self::MessageForm,
        Self::DataForm,
        Self::BareData,
        Self::DataOfAnError,
        Self::NullData,
        Self::LargeTime,
        Self::OtherName,
    ];

    /// Whether one of them is why a document that is read is refused by the schema, or is written otherwise.
    pub(crate) fn explains(document: &Value, notes: &[Note]) -> bool {
        Self::ALL.into_iter().any(|beyond| beyond.is_why(document, notes))
    }

    pub(crate) fn is_why(self, document: &Value, notes: &[Note]) -> bool {
        match self {
            Self::MessageForm => notes.contains(&Note::MessageForm),
            Self::DataForm => notes.contains(&Note::DataForm),
            Self::BareData => notes.contains(&Note::BareData),
            Self::DataOfAnError => document["code"] != 200 && !document["data"].is_null(),
            Self::NullData => notes.contains(&Note::NullData),
            Self::LargeTime => {
                some(document, &|value| value.as_u64().is_some_and(|number| number >= 1 << 53))
            }
            Self::OtherName => {
                notes.contains(&Note::LegacyName)
                    || document.to_string().contains("\"appAccount\":")
            }
        }
    }
}

/// Whether some value inside is so; also the name of a member, as a text.
fn some(value: &Value, is: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        Value::Object(members) => {
            members.iter().any(|(name, value)| is(&Value::from(name.clone())) || some(value, is))
        }
        Value::Array(items) => items.iter().any(|item| some(item, is)),
        value => is(value),
    }
}

fn has_control(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.chars().any(char::is_control))
}

/// Whether digits are above the largest time or id.
fn is_too_large(value: &Value) -> bool {
    let digits = value.as_str().is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let text = value.as_str().unwrap_or_default();
    digits
        && text.len() >= 19
        && text.parse::<u64>().map_or(true, |number| number > i64::MAX.unsigned_abs())
}

/// Whether every scalar of a document that is written again is written with the same type.
pub(crate) fn same_types(document: &Value, written: &Value) -> bool {
    match (document, written) {
        (Value::Object(document), Value::Object(written)) => document
            .iter()
            .all(|(name, value)| written.get(name).is_none_or(|again| same_types(value, again))),
        (Value::Array(document), Value::Array(written)) => {
            document.iter().zip(written).all(|(value, again)| same_types(value, again))
        }
        (document, written) => std::mem::discriminant(document) == std::mem::discriminant(written),
    }
}

mod tests {
    //! Each entry, shown.

    use mimc_api::contact::ListContactsV2;
    use mimc_api::history::{QueryP2pHistory, QueryP2pHistoryOnSequence};
    use mimc_api::push::PushP2p;
    use mimc_api::token::FetchToken;
    use mimc_api::topic::{DismissTopic, GetTopic, InviteMembers, ListTopics, UpdateTopic};
    use mimc_api::unlimited::ListUnlimitedMembers;
    use mimc_api::{Endpoint, Note, server};
    use serde_json::{Value, json};

    use super::super::api::{Taken, take_answer, take_callback};
    use super::{Beyond, Unsaid};
    use mimc_testkit::schema::accepts;

    /// The example of a document, with another value at a place.
    fn example(name: &str, place: &str, value: Value) -> Value {
        let documents = mimc_schema::documents();
        let document = documents.iter().find(|document| document.name == name).expect(name);
        let mut example = document.schema["examples"][0].clone();
        match place.rsplit_once('/') {
            Some((parent, name)) => example.pointer_mut(parent).expect(place)[name] = value,
            None => example = value,
        }
        example
    }

    #[track_caller]
    fn unsaid<E: Endpoint>(unsaid: Unsaid, place: &str, value: Value) {
        let name = format!("{}-request", E::NAME);
        let document = example(&name, place, value);
        assert!(accepts(&name, &document), "{document}");
        let refused = server::body::<E>(document.to_string().as_bytes()).expect_err(&name);
        assert!(unsaid.is_why(&document, &refused.to_string()), "{refused}");
    }

    #[test]
    fn only_the_reader_of_a_request_refuses() {
        unsaid::<QueryP2pHistory>(Unsaid::BetweenMembers, "/utcToTime", json!("1545379200000"));
        unsaid::<QueryP2pHistory>(Unsaid::BetweenMembers, "/utcToTime", json!("1545479200000"));
        unsaid::<QueryP2pHistoryOnSequence>(Unsaid::BetweenMembers, "/stopSeq", json!("1"));
        unsaid::<UpdateTopic>(Unsaid::BetweenMembers, "", json!({}));
        let owners = json!({ "ownerAccount": "ada", "ownerUuid": "1" });
        unsaid::<UpdateTopic>(Unsaid::BetweenMembers, "", owners);
        unsaid::<InviteMembers>(Unsaid::ControlCharacter, "/accounts", json!("ada,b\u{1}o"));
        unsaid::<UpdateTopic>(Unsaid::NumberTooLarge, "/ownerUuid", json!("18446744073709551616"));
        let mut push = example("push-p2p-request", "/msgType", json!("base64"));
        push["msg"] = json!("no");
        unsaid::<PushP2p>(Unsaid::BetweenMembers, "", push);
    }

    #[track_caller]
    fn unsaid_of_answer<E: Endpoint>(unsaid: Unsaid, document: &Value) {
        let name = format!("{}-response", E::NAME);
        assert!(accepts(&name, document), "{document}");
        let Taken::Refused(why) = take_answer::<E>(document) else { panic!("read: {document}") };
        assert!(unsaid.is_why(document, &why), "{why}");
    }

    #[test]
    fn only_the_reader_of_an_answer_refuses() {
        let answer = |place: &str, value| example("get-topic-response", place, value);
        unsaid_of_answer::<GetTopic>(Unsaid::DataMissing, &answer("/data", json!(null)));
        unsaid_of_answer::<GetTopic>(Unsaid::IntegerWithFraction, &answer("/code", json!(200.0)));
        let large = answer("/data/topicInfo/topicId", json!("18446744073709551616"));
        unsaid_of_answer::<GetTopic>(Unsaid::NumberTooLarge, &large);
        let callback = example("callback", "/payload", json!("no"));
        assert!(accepts("callback", &callback));
        let Taken::Refused(why) = take_callback(&callback) else { panic!("read: {callback}") };
        assert!(Unsaid::Base64.is_why(&callback, &why), "{why}");
    }

    /// The document is read, and its schema refuses it, or takes it for one that is written so.
    #[track_caller]
    fn beyond<E: Endpoint>(beyond: Beyond, document: &Value) -> Vec<Note> {
        let name = format!("{}-response", E::NAME);
        let Taken::Read { written, notes } = take_answer::<E>(document) else {
            panic!("refused: {document}")
        };
        let strict = accepts(&format!("{name}.strict"), document);
        assert!(!accepts(&name, document) || strict != (written == *document), "{document}");
        assert!(beyond.is_why(document, &notes), "{notes:?}");
        notes
    }

    #[test]
    fn only_the_reader_of_an_answer_reads() {
        let nothing = json!({ "code": 200, "data": null });
        beyond::<DismissTopic>(Beyond::MessageForm, &nothing);
        beyond::<ListContactsV2>(
            Beyond::DataForm,
            &json!({ "code": 200, "message": "", "data": [] }),
        );
        let token = example("fetch-token-response", "/message", json!(""));
        beyond::<FetchToken>(Beyond::BareData, &token["data"]);
        beyond::<GetTopic>(
            Beyond::DataOfAnError,
            &json!({ "code": 500, "message": "", "data": "why" }),
        );
        beyond::<ListTopics>(
            Beyond::NullData,
            &json!({ "code": 200, "message": "", "data": null }),
        );
        let page = example("query-p2p-history-response", "/data/timestamp", json!(1_u64 << 53));
        beyond::<QueryP2pHistory>(Beyond::LargeTime, &page);
        let mut old = example("get-topic-response", "/data/topicInfo/name", json!("hikers"));
        old["data"]["topicInfo"].as_object_mut().expect("an object").shift_remove("topicName");
        beyond::<GetTopic>(Beyond::OtherName, &old);
        let mut right =
            example("list-unlimited-members-response", "/data/members/0/appAccount", json!("ada"));
        right["data"]["members"][0].as_object_mut().expect("an object").shift_remove("appAccout");
        beyond::<ListUnlimitedMembers>(Beyond::OtherName, &right);
    }
}
