//! Where names and values stand, in JSON and in what is nearly JSON.

use mimc_msg::{Outline, PartForm};
use mimc_testkit::message::law::{an_outline_is_in_order, the_outline_of_json_is_exact};
use mimc_testkit::message::{json_text, odd_message, rough_json};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn outlines_are_in_order(bytes: Vec<u8>, rough in rough_json(), rest in "\\PC{0,60}") {
        an_outline_is_in_order(&bytes);
        an_outline_is_in_order(rough.as_bytes());
        an_outline_is_in_order(format!("{{{rest}").as_bytes());
        an_outline_is_in_order(&[b"{", &*bytes].concat());
    }

    #[test]
    fn outlines_of_json_are_exact(json in json_text(), (message, _) in odd_message()) {
        the_outline_of_json_is_exact(&json);
        the_outline_of_json_is_exact(&message);
    }
}

#[test]
fn values_know_their_names() {
    use PartForm::{BareName, BareText, Literal, Name, Number, Text};
    let named = |text: &str| -> Vec<(PartForm, String, Option<usize>)> {
        let outline = Outline::of(text.as_bytes());
        let parts = outline.parts().iter();
        parts.map(|it| (it.form, text[it.span.clone()].to_owned(), it.name)).collect()
    };
    let of = |form, text: &str, name| (form, text.to_owned(), name);
    assert_eq!(
        named(r#"{"a":[1,{"b":"c"},null],"d":"e\n"} {"f":1}"#),
        [
            of(Name, "a", None),
            of(Number, "1", Some(0)),
            of(Name, "b", None),
            of(Text, "c", Some(2)),
            of(Literal, "null", Some(0)),
            of(Name, "d", None),
            of(Text, r"e\n", Some(5)),
        ]
    );
    assert_eq!(
        named(r#"{'a':None b:c d", "e" 007x, "f:"g"}"#),
        [
            of(Name, "a", None),
            of(Literal, "None", Some(0)),
            of(BareName, "b", None),
            of(BareText, "c d", Some(2)),
            of(Name, "e", None),
            of(Number, "007x", Some(4)),
            of(Name, "f", None),
            of(Text, "g", Some(6)),
        ]
    );
    assert_eq!(named("[1]"), [of(Number, "1", None)]);
    assert_eq!(named(""), []);
}
