//! What envelopes and bodies are made of.

use mimc_msg::{Account, Content, Extra, Medium, MsgId, RawJson};
use proptest::prelude::*;

use super::json::json_text;

pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ]{0,12}",
        Just("欢迎使用小米即时消息云(MIMC)😀".to_owned()),
        Just("aGk=".to_owned()),
        Just(String::new()),
    ]
}

pub(super) fn msg_id() -> impl Strategy<Value = MsgId<'static>> {
    prop_oneof!["[A-Z]{3,5}_[0-9]{1,5}", "[a-zA-Z0-9]{5}-[0-9]", ".{1,20}", "\\PC{1,9}"]
        .prop_filter_map("not empty", |id| MsgId::new(id).ok())
}

pub(super) fn account() -> impl Strategy<Value = Option<Account<'static>>> {
    prop::option::of(text()).prop_map(|account| account.map(Account::new))
}

pub(super) fn medium() -> impl Strategy<Value = Medium<'static>> {
    "(PIC|AUDIO|BIN|[A-Z0-9]{1,4}(_[A-Z0-9]{1,3}){0,2})"
        .prop_map(|word| Medium::new(word).expect("a word"))
}

pub(super) fn content() -> impl Strategy<Value = Content<'static>> {
    prop_oneof![Just(Content::Text), medium().prop_map(Content::File)]
}

pub(super) fn extra(names: &'static str) -> impl Strategy<Value = Extra<'static>> {
    prop::collection::vec((names, json_text()), 0..3).prop_map(|members| {
        let mut extra = Extra::new();
        for (name, json) in members {
            extra.insert(name, RawJson::parse(&json).expect("JSON").into_owned());
        }
        extra
    })
}
