//! The schemas against the decoders.

use arbitrary::{Result, Unstructured};
use mimc_msg::{Dialect, Flag as _};
use mimc_testkit::schema::{edited, messages};
use serde_json::Value;

use crate::make;

/// A message as JSON; or choices for up to three edits, and an envelope made from the rest.
///
/// * `message.strict` accepts exactly what strict decoding accepts, where there are no unknown members.
/// * `message` accepts what lenient decoding accepts where scalars have their types and nothing is said twice.
/// * What `known-message` accepts, `message` accepts; what is strict and of a documented kind, it accepts.
/// * What the encoder writes in a dialect is strict in it; what is strict in it is read, but for what lies behind the
///   base64.
pub fn schema(data: &[u8]) {
    if data.first() == Some(&b'{') {
        if let Ok(message) = serde_json::from_slice::<Value>(data) {
            of_the_manual(&message);
        }
        return;
    }
    let _ = made(&mut Unstructured::new(data));
}

fn made(u: &mut Unstructured<'_>) -> Result<()> {
    let mut edits = Vec::new();
    for _ in 0..u.int_in_range(0..=3_u8)? {
        edits.push(u.arbitrary::<[u8; 5]>()?.map(u32::from));
    }
    let dialect = *u.choose(Dialect::ALL)?;
    let envelope = make::envelope(u)?;
    if dialect == Dialect::MANUAL_V1 {
        let Some(message) = messages::in_dialect(&envelope, dialect) else { return Ok(()) };
        let message = edited(message, &edits, &messages::NAMES);
        of_the_manual(&message);
    } else {
        messages::dialects_agree(&envelope, &edits, dialect);
    }
    Ok(())
}

fn of_the_manual(message: &Value) {
    messages::strict_agrees(message);
    messages::lenient_agrees(message);
    messages::known_is_a_part(message);
}
