//! Whole envelopes.

use mimc_msg::{Body, Dialect, Envelope, Flag as _, Payload, RawJson, Timestamp};
use proptest::prelude::*;

use super::body::body;
use super::parts::{extra, msg_id};

/// Any dialect.
pub fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(Dialect::ALL)
}

/// Any envelope that can be built, one in several not carried by one dialect or other.
pub fn envelope() -> impl Strategy<Value = Envelope<'static>> {
    let version = prop_oneof![8 => Just(0), 1 => any::<u32>()];
    let timestamp = prop_oneof![
        Just(0),
        1_500_000_000_000u64..1_700_000_000_000,
        0..=Timestamp::MAX.as_millis(),
        Just(Timestamp::MAX.as_millis()),
    ];
    (version, msg_id(), timestamp, body(), extra("[xyz\u{e9}\"]{1,3}")).prop_map(
        |(version, id, timestamp, body, extra)| {
            let timestamp = Timestamp::from_millis(timestamp).expect("in range");
            let mut envelope = Envelope::new(id, timestamp, body);
            envelope.version = version;
            envelope.extra = extra;
            // A later version carries raw JSON or nothing.
            if version > 0 {
                let kind = envelope.kind();
                let json = RawJson::parse(r#"{"v":[1]}"#).expect("JSON");
                envelope.body = Body::other(kind, Payload::Json(json));
            }
            envelope
        },
    )
}
