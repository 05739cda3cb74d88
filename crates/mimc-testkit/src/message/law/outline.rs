//! Laws about the outline of one text.

use mimc_msg::{Outline, Part, PartForm, RawJson};

/// The parts stand one behind the other in the text, on whole characters where it has any; and a value that is of a member
/// follows its name.
pub fn an_outline_is_in_order(text: &[u8]) {
    let outline = Outline::of(text);
    let chars = std::str::from_utf8(text).ok();
    let mut end = 0;
    for (at, Part { form, span, whole, name, .. }) in outline.parts().iter().enumerate() {
        let places = [end, whole.start, span.start, span.end, whole.end, outline.end()];
        assert!(places.is_sorted(), "{places:?}: {}", String::from_utf8_lossy(text));
        assert!(chars.is_none_or(|text| places.iter().all(|at| text.is_char_boundary(*at))));
        if let Some(name) = name {
            assert!(*name < at && outline.parts()[*name].form.is_name() && !form.is_name());
        }
        end = whole.end;
    }
    assert!(outline.end() <= text.len());
}

/// Of a text that is JSON, the parts are its strings, numbers and literals, and between them are marks and white space.
pub fn the_outline_of_json_is_exact(text: &str) {
    let outline = Outline::of(text.as_bytes());
    let mut end = 0;
    for Part { form, span, whole, .. } in outline.parts() {
        assert!(is_between(&text[end..whole.start]), "{text}");
        let value = RawJson::parse(&text[whole.clone()]).expect(text);
        let is = match value.as_str().as_bytes()[0] {
            b'"' => matches!(form, PartForm::Name | PartForm::Text),
            b't' | b'f' | b'n' => *form == PartForm::Literal,
            _ => *form == PartForm::Number,
        };
        assert!(
            is && whole.len() - span.len() == if value.text().is_some() { 2 } else { 0 },
            "{text}"
        );
        end = whole.end;
    }
    assert!(is_between(&text[end..]) && text[outline.end()..].trim().is_empty(), "{text}");
}

fn is_between(text: &str) -> bool {
    text.chars().all(|c| " \t\r\n{}[],:".contains(c))
}
