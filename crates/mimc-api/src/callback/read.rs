//! Reading a callback, and answering it.

use http::Response;
use mimc_msg::Limits;

use crate::callback::model::Callback;
use crate::callback::trust::Unverified;
use crate::json::{Body, Context, Malformed, Writer};
use crate::note::{Note, Notes};

/// Reads the body of a callback. Nothing has been verified by that.
///
/// # Errors
/// Where it is not JSON, or lacks `msgType` or `payload`, or the payload is not base64.
pub fn read(body: &[u8]) -> Result<Unverified, Malformed> {
    read_within(body, Limits::new())
}

/// As [`read`], within other limits than the default.
///
/// # Errors
/// As [`read`].
pub fn read_within(body: &[u8], limits: Limits) -> Result<Unverified, Malformed> {
    let mut notes = Notes::new();
    let body = Body::parse(body, limits, &mut notes)?;
    let callback: Callback = body.read(&mut Context::new(Writer::Callback, &mut notes))?;
    for (pointer, note) in callback.oddities() {
        if note == Note::PayloadInvalid {
            return Err(Malformed::invalid(body.place(pointer), note.describe()));
        }
        notes.add(note, body.place(pointer));
    }
    Ok(Unverified::new(callback, notes))
}

/// The answer to a callback that was received: HTTP status 200 and nothing else.
///
/// To any other status MIMC posts again, at most three times: after 5 seconds, 30 seconds and 5 minutes
/// (EVIDENCE B.9). So the same message may come more than once also when it was received.
#[must_use]
pub fn received() -> Response<Vec<u8>> {
    Response::new(Vec::new())
}
