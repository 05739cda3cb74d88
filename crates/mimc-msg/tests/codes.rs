//! `docs/codes.md`: every name that a report, a command line or a wire has of its own, and what it means.

use std::collections::HashSet;

use mimc_msg::{
    Account, Confidence, Content, Deviation, Deviations, Dialect, Flag, Kind, Loss, MsgId, Note,
    Question, SizeLimit, Timestamp,
};
use mimc_testkit::tables::{hold, quoted, table};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

fn dialects(text: &mut String) {
    let columns = ["name", "type", "`timestamp`", "body"];
    table(
        text,
        "Dialects",
        &columns,
        Dialect::ALL.iter().map(|&dialect| {
            let form = if dialect.is_type_code() { "code" } else { "text" };
            let place = dialect.type_member().map_or("`bizType`, beside it".to_owned(), quoted);
            assert_eq!(dialect.is_type_outside(), dialect.type_member().is_none());
            let timestamp = if dialect.is_timestamp_number() { "number" } else { "string" };
            let body = if dialect.is_base64() { "base64" } else { "plain" };
            vec![
                quoted(dialect.name()),
                format!("{form} in {place}"),
                timestamp.to_owned(),
                format!("{body} in `{}`", dialect.body_member()),
            ]
        }),
    );
}

fn kinds(text: &mut String) {
    table(
        text,
        "Kinds that the manual or an SDK names",
        &["kind", "code", "content"],
        Kind::documented().map(|kind| {
            let content = kind.content().map(|content| match content {
                Content::File(medium) => quoted(&Kind::File(medium).to_text()),
                _ => quoted("TEXT"),
            });
            let code = kind.code().map(|code| code.to_string());
            let or = |cell: Option<String>| cell.unwrap_or("-".to_owned());
            vec![quoted(&kind.to_text()), or(code), or(content)]
        }),
    );
}

fn document() -> String {
    let mut text = String::from(
        "# Names and what they mean\n\n\
         Written by the crate, held by `crates/mimc-msg/tests/codes.rs`. The codes are stable.\n",
    );
    dialects(&mut text);
    kinds(&mut text);
    table(
        &mut text,
        "Deviations: what strict decoding refuses and lenient decoding tells",
        &["code", "meaning"],
        Deviation::ALL.iter().map(|it| vec![quoted(it.code()), it.describe().to_owned()]),
    );
    table(
        &mut text,
        "Notes: what is told and never refused",
        &["code", "meaning"],
        Note::ALL.iter().map(|it| vec![quoted(it.code()), it.describe().to_owned()]),
    );
    table(
        &mut text,
        "Losses: what a dialect cannot carry",
        &["code", "what", "where loss is allowed"],
        Loss::ALL
            .iter()
            .map(|it| vec![quoted(it.code()), it.describe().to_owned(), it.instead().to_owned()]),
    );
    table(
        &mut text,
        "Questions: what tells dialects apart",
        &["code", "what"],
        Question::ALL.iter().map(|it| vec![quoted(it.code()), it.describe().to_owned()]),
    );
    table(
        &mut text,
        "Confidence: how sure a dialect is",
        &["code", "meaning"],
        Confidence::ALL.iter().map(|it| vec![quoted(it.code()), it.describe().to_owned()]),
    );
    text
}

#[test]
fn the_names_are_those_of_the_document() {
    hold("codes.md", &document());
}

/// A code stands for one kind and a kind for one code, in the documented kinds and nowhere else.
#[test]
fn codes_and_kinds_go_both_ways() {
    for code in 0..=u16::MAX {
        match Kind::from_code(code) {
            Some(kind) => assert!(kind.code() == Some(code) && kind.is_documented(), "{kind}"),
            None => assert!(!(101..=108).contains(&code)),
        }
    }
    for kind in Kind::documented() {
        assert!(kind.is_documented() && kind.is_known() && !kind.is_custom(), "{kind}");
        assert!(kind.code().is_none_or(|code| Kind::from_code(code).as_ref() == Some(&kind)));
    }
    let all: HashSet<_> = Kind::documented().collect();
    assert_eq!(all.len(), Kind::documented().count());
    for other in ["CAT_FILE", "CAT_FILE_READ", "STICKER", "101", ""] {
        assert!(!Kind::parse(other).is_documented(), "{other}");
    }
}

fn is_in_order<T: Flag + Eq + std::hash::Hash>() {
    let codes: HashSet<_> = T::ALL.iter().map(|flag| flag.code()).collect();
    assert_eq!(codes.len(), T::ALL.len(), "no code twice");
    for (at, flag) in T::ALL.iter().enumerate() {
        assert_eq!(flag.index(), at, "{flag:?}");
    }
}

#[test]
fn lists_are_in_order() {
    is_in_order::<Deviation>();
    is_in_order::<Note>();
    is_in_order::<Loss>();
    is_in_order::<Dialect>();
    assert!(Question::ALL.is_sorted_by(|a, b| a < b));
}

/// What is printed is the name, the text or the number itself.
#[test]
fn names_print_themselves() {
    let dialect = Dialect::ANDROID_A1;
    assert_eq!(format!("{dialect} {dialect:?}"), "android-a1 Dialect(android-a1)");
    assert_eq!(MsgId::new("a-1").expect("an id").to_string(), "a-1");
    assert_eq!(Account::new("alice").to_string(), "alice");
    assert_eq!(
        Timestamp::from_millis(1_516_763_973_000).expect("a time").to_string(),
        "1516763973000"
    );
    assert_eq!(Deviation::TextCesu8.to_string(), "text-cesu8");
}

#[test]
fn limits_are_in_bytes() {
    assert_eq!((SizeLimit::MIMC.bytes(), SizeLimit::MIMC_2018.bytes()), (15_360, 10_240));
    assert_eq!((SizeLimit::default(), MsgId::MAX_LEN), (SizeLimit::MIMC, 15_360));
    assert!(SizeLimit::new(2).check(b"{}").is_ok());
    let error = SizeLimit::new(1).check(b"{}").expect_err("too large");
    assert_eq!(error.to_string(), "the message has 2 bytes; at most 1 can be sent");
}

proptest! {
    #![proptest_config(cases(500))]

    /// A set of flags has what was put in, in the order of the list, and is equal to one with the same.
    #[test]
    fn sets_hold_what_was_put_in(
        some in prop::collection::vec(prop::sample::select(Deviation::ALL), 0..8),
        other in prop::collection::vec(prop::sample::select(Deviation::ALL), 0..2),
    ) {
        let set: Deviations = some.iter().copied().collect();
        let expected: Vec<_> = Deviation::ALL.iter().copied().filter(|it| some.contains(it)).collect();
        prop_assert_eq!(set.iter().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(set.len(), expected.len());
        prop_assert_eq!(set.is_empty(), expected.is_empty());
        let names = expected.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ");
        prop_assert_eq!(format!("{set:?}"), format!("{{{names}}}"));
        let other: Deviations = other.into_iter().collect();
        prop_assert_eq!(set == other, set.iter().eq(other.iter()));
    }
}
