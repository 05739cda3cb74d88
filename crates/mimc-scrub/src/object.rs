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
    let mut roles: Vec<Role> = Vec::with_capacity(outline.parts().len());
    let mut end = 0;
    for Part { form, span, whole, name, .. } in outline.parts() {
        json::between(scrub, of(end, whole.start), depth, out);
        out.push_str(of(whole.start, span.start));
        let role = name.and_then(|name| roles.get(name).copied()).unwrap_or_default();
        let word = of(span.start, span.end);
        let (replaced, says) = part(scrub, *form, word, role, depth);
        // To decoders that miss a quote before, a letter behind a backslash is an escape.
        let bare = matches!(form, PartForm::BareName | PartForm::BareText);
        if bare && replaced != word && of(0, span.start).ends_with('\\') {
            out.pop();
            out.push_str(&part(scrub, *form, of(span.start - 1, span.end), role, depth).0);
        } else {
            out.push_str(&replaced);
        }
        roles.push(says);
        out.push_str(of(span.end, whole.end));
        end = whole.end;
    }
    json::between(scrub, of(end, outline.end()), depth, out);
    outline.end()
}

/// The replacement of a name, and what it says of the value; or that of a value of this role.
fn part(scrub: &Scrub, form: PartForm, word: &str, role: Role, depth: usize) -> (String, Role) {
    match form {
        PartForm::Name | PartForm::BareName => {
            if let Some(meant) = slip(word) {
                return (word.to_owned(), words::role(&meant));
            }
            let mut says = Role::Value;
            let replaced = respelled(word, |name| {
                says = words::role(name);
                scrub.name(name, depth)
            });
            (replaced, says)
        }
        PartForm::Text => (respelled(word, |text| scrub.value(text, role, depth)), role),
        _ => (bare::value(scrub, word, form, role, depth), role),
    }
}

/// What a name with escapes means, where it has some that are none and is nearly one of messages.
fn slip(name: &str) -> Option<String> {
    let meant = name.contains('\\').then(|| Units::json(name).mended())?;
    nearest_member(&meant).is_some().then_some(meant)
}
