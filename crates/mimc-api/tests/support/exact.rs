//! Where values of a JSON text are, by serde_json: the second opinion on places.

use std::borrow::Cow;
use std::collections::HashMap;

use mimc_msg::Place;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A name, which serde borrows where it can.
#[derive(Deserialize, PartialEq, Eq, Hash)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

/// The value at the pointer and whether it is there; else the last value on the way.
fn at<'t>(text: &'t str, pointer: &str) -> (&'t RawValue, bool) {
    let mut value: &RawValue = serde_json::from_str(text).expect("JSON");
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let found = if let Ok(members) =
            serde_json::from_str::<HashMap<Name<'_>, &RawValue>>(value.get())
        {
            members.get(&Name(name.into())).copied()
        } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(value.get()) {
            token.parse::<usize>().ok().and_then(|at| items.get(at).copied())
        } else {
            None
        };
        match found {
            Some(found) => value = found,
            None => return (value, false),
        }
    }
    (value, true)
}

/// Sees that a place has the bytes of the value that it names, or those of the object that lacks it.
#[track_caller]
pub(crate) fn assert_exact(input: &[u8], place: &Place, what: &str) {
    let text = std::str::from_utf8(input).expect("UTF-8");
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (value, is_there) = at(json, &place.pointer);
    let offset = value.get().as_ptr() as usize - text.as_ptr() as usize;
    assert_eq!(place.offset, offset, "{what}: {place:?} in {text}");
    let length = value.get().len();
    let fits = place.length == length || !is_there && place.length == 0;
    assert!(fits, "{what}: {place:?}, not {length} bytes, in {text}");
    if !is_there {
        let parent = place.pointer.rsplit_once('/').expect("a member").0;
        assert!(at(json, parent).1, "{what}: {place:?}: nothing lacks it in {text}");
    }
}
