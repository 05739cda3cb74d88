//! The table of edits: what is edited, where, how, and what has to come out.

mod message;
mod request;

use serde_json::Value;

/// An edit of one file: each value is put where its pointer says, or taken away.
pub(crate) type Edit = Vec<(&'static str, Option<Value>)>;

/// What is edited, in which file, how, and the verdicts as `check::verdicts` writes them.
pub(crate) type Row = (&'static str, &'static str, Edit, &'static str);

pub(crate) fn rows() -> Vec<Row> {
    [request::read(), request::write(), message::answers(), message::envelopes(), message::unions()]
        .concat()
}

fn put(pointer: &'static str, value: Value) -> (&'static str, Option<Value>) {
    (pointer, Some(value))
}

fn gone(pointer: &'static str) -> (&'static str, Option<Value>) {
    (pointer, None)
}
