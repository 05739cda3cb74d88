//! Laws about the writing of one message.

use mimc_msg::{Codec, Dialect, EncodeError, Encoder, Envelope};

use super::known::{is_ambiguous, readable};

/// What is encoded, strict decoding reads: pinned, and given the returned `bizType`. Loss that is allowed is
/// reported, and what is written is read unless the loss says otherwise.
pub fn strict_decoding_reads_it(envelope: &Envelope<'_>, dialect: Dialect) {
    let codec = |biz_type| Codec::new().biz_type(biz_type).dialect(dialect);
    match Encoder::new(dialect).encode(envelope) {
        // The body of an ambiguous message is written for detection, which leaves it as it is.
        Ok(_) if is_ambiguous(envelope) && !dialect.is_base64() => {}
        Ok(encoded) => {
            assert_eq!(encoded.biz_type.is_some(), dialect.is_type_outside());
            assert!(encoded.losses.is_empty());
            let shown = String::from_utf8_lossy(&encoded.bytes);
            let codec = codec(encoded.biz_type.as_deref().unwrap_or_default()).strict();
            let decoded =
                codec.decode(&encoded.bytes).unwrap_or_else(|error| panic!("{shown}: {error}"));
            assert_eq!(&decoded.envelope, envelope, "{shown}");
            assert!(decoded.deviations.is_empty(), "{shown}");
            // Canonical input gives the same bytes.
            let again = Encoder::new(dialect).encode(&decoded.envelope).expect("it was encoded");
            assert_eq!(again.bytes, encoded.bytes, "{shown}");
        }
        Err(EncodeError::CannotCarry { loss, .. }) => {
            let encoded = Encoder::new(dialect).lossy().encode(envelope).expect("loss is allowed");
            assert!(encoded.losses.contains(loss), "{loss} is not told");
            if encoded.losses.iter().all(readable) {
                let shown = String::from_utf8_lossy(&encoded.bytes);
                let codec = codec(encoded.biz_type.as_deref().unwrap_or_default());
                let decoded =
                    codec.decode(&encoded.bytes).unwrap_or_else(|error| panic!("{shown}: {error}"));
                assert_eq!(decoded.envelope.id, envelope.id);
            }
        }
        Err(error) => panic!("{error}"),
    }
}

/// After an error in encoding, the caller's buffer is as it was.
pub fn appends_or_leaves_alone(envelope: &Envelope<'_>, dialect: Dialect) {
    let mut buffer = b"before".to_vec();
    let encoded = Encoder::new(dialect).encode(envelope);
    match Encoder::new(dialect).encode_into(envelope, &mut buffer) {
        Ok(beside) => {
            let encoded = encoded.expect("both or none");
            assert_eq!(&buffer[6..], &encoded.bytes[..]);
            assert_eq!(beside.biz_type, encoded.biz_type);
        }
        Err(_) => {
            assert!(encoded.is_err());
            assert_eq!(&buffer[..], b"before");
        }
    }
}
