//! An object, read as a diagnosis reads it: one with faults, too.

use mimc_msg::{Outline, Part, PartForm, nearest_member};

use crate::units::{Units, respelled};
use crate::words::{self, Role};
use crate::{Scrub, bare, json};

/// Appends the replacement of an object that the text begins with; gives the length of the object.
pub(crate) fn object(scrub: &Scrub, text: &str, depth: usize, out: &mut String) -> usize {
    let outline = Outline::of(text.as_bytes());
    let of = |start, end| text.get(start..end).unwrap_or_default();
    // What each name says of its value.
    let mut roles = Vec::with_capacity(outline.parts().len());
    let mut end = 0;
    for part in outline.parts() {
        let Part { form, span, whole, name, .. } = part;
        let word = of(span.start, span.end);
        out.push_str(&json::between(scrub, of(end, whole.start), depth));
        out.push_str(of(whole.start, span.start));
        let role = name.and_then(|name| roles.get(name).copied()).unwrap_or_default();
        let mut says = Role::Value;
        let mut name = |name: &str| {
            says = words::role(name);
            scrub.name(name, depth)
        };
        out.push_str(&match form {
            PartForm::Name => match slip(word) {
                Some(meant) => {
                    says = words::role(&meant);
                    word.to_owned()
                }
                None => respelled(word, name),
            },
            PartForm::BareName => name(word),
            PartForm::Text => respelled(word, |text| scrub.value(text, role, depth)),
            _ => bare::value(scrub, word, *form, role, depth),
        });
        roles.push(says);
        out.push_str(of(span.end, whole.end));
        end = whole.end;
    }
    out.push_str(&json::between(scrub, of(end, outline.end()), depth));
    outline.end()
}

/// What a name with escapes means, where it has some that are none and is nearly one of messages.
fn slip(name: &str) -> Option<String> {
    let meant = name.contains('\\').then(|| Units::json(name).mended())?;
    nearest_member(&meant).is_some().then_some(meant)
}
