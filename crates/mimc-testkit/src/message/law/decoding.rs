//! Laws about the reading of one text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mimc_msg::{
    Codec, DecodeError, Decoded, Deviation, Dialect, EncodeError, Encoder, Flag as _, Message,
    RawEnvelope, Scratch,
};

use super::known::may_not_come_back;

fn pinned(codec: Codec<'_>, pin: Option<Dialect>) -> Codec<'_> {
    pin.map_or(codec, |pin| codec.dialect(pin))
}

/// Whatever strict accepts, lenient accepts equally and without a deviation; and what lenient accepts without a
/// deviation, strict accepts.
pub fn strict_is_lenient_without_deviations(text: &[u8], biz_type: &str, pin: Option<Dialect>) {
    let lenient = pinned(Codec::new().biz_type(biz_type), pin);
    match (lenient.strict().decode(text), lenient.decode(text)) {
        (Ok(strict), lenient) => {
            assert!(strict.deviations.is_empty(), "{:?}", strict.deviations);
            assert_eq!(Ok(strict), lenient);
        }
        (Err(DecodeError::Deviation { deviation, .. }), Ok(lenient)) => {
            assert!(lenient.deviations.contains(deviation), "{deviation} is not told");
        }
        (Err(_), Err(_)) => {}
        (Err(error), Ok(_)) => panic!("only strict refuses: {error}"),
    }
}

/// White space between members changes nothing, although a message without any is read in a way of its own.
pub fn white_space_means_nothing(text: &[u8], biz_type: &str, pin: Option<Dialect>) {
    let Some(brace) = text.iter().position(|byte| *byte == b'{') else { return };
    let mut spaced = text.to_vec();
    spaced.insert(brace + 1, b' ');
    for codec in [Codec::new(), Codec::new().strict()] {
        let codec = pinned(codec.biz_type(biz_type), pin);
        let mut scratch = Scratch::new();
        match (codec.decode_with(text, &mut scratch), codec.decode(&spaced)) {
            (Err(close), Err(spaced)) => {
                assert_eq!(close.code(), spaced.code());
                assert_eq!(close.pointer(), spaced.pointer());
                let offsets = [spaced.offset(), spaced.offset().saturating_sub(1)];
                assert!(offsets.contains(&close.offset()), "{close:?}, {spaced:?}");
            }
            (close, spaced) => assert_eq!(close, spaced),
        }
    }
}

/// An error names a place inside the text, a pointer and a code in kebab-case.
pub fn errors_have_places(text: &[u8], error: &DecodeError) {
    let length = error.place().map_or(0, |place| place.length);
    assert!(error.offset() + length <= text.len(), "outside: {error:?}");
    let pointer = error.pointer();
    assert!(pointer.is_empty() || pointer.starts_with('/'), "no pointer: {error:?}");
    let code = error.code();
    assert!(code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{code}");
    assert!(error.to_string().contains(&error.reason().to_string()), "{error:?}");
}

/// What is read in one dialect, is read equally when pinned to it, unless its body stands in the other member; and the places of the deviations are those of
/// the deviations.
pub fn pins_agree(text: &[u8], biz_type: &str) {
    let codec = Codec::new().biz_type(biz_type);
    let Ok(decoded) = codec.decode(text) else { return };
    assert!(decoded.fits.iter().next().is_some(), "no dialect fits");
    assert!(decoded.dialect.is_none_or(|dialect| decoded.fits.contains(dialect)));
    if let Some(dialect) = decoded.dialect {
        match codec.dialect(dialect).decode(text) {
            Ok(pinned) => {
                assert_eq!(pinned.envelope, decoded.envelope, "pinned to {dialect}");
                assert_eq!(pinned.deviations, decoded.deviations, "pinned to {dialect}");
            }
            // A pin says in which member the body is.
            Err(DecodeError::WrongDialect { .. })
                if decoded.deviations.contains(Deviation::BodyName) => {}
            Err(error) => panic!("read as {dialect}, but pinned to it: {error}"),
        }
    }
    let places = codec.deviations(text).expect("it is read");
    assert_eq!(places.len(), decoded.deviations.iter().count());
    for (deviation, place) in places {
        assert!(decoded.deviations.contains(deviation), "{deviation}");
        assert!(place.offset + place.length <= text.len(), "{deviation} outside: {place:?}");
    }
}

/// Decode, encode, decode is the same value, in the same dialect; what cannot be encoded again is on a short list.
pub fn comes_back(text: &[u8], biz_type: &str, pin: Option<Dialect>) {
    let shown = || String::from_utf8_lossy(text).into_owned();
    let Ok(decoded) = pinned(Codec::new().biz_type(biz_type), pin).decode(text) else { return };
    let dialect = decoded.dialect.or(decoded.fits.iter().next()).expect("one fits");
    match Encoder::new(dialect).encode(&decoded.envelope) {
        Ok(encoded) => {
            let biz_type = encoded.biz_type.as_deref().unwrap_or_default();
            // By detection where detection named it, so that an ambiguous message stays one.
            let again = pinned(Codec::new().biz_type(biz_type), pin.map(|_| dialect));
            let again = again
                .decode(&encoded.bytes)
                .unwrap_or_else(|error| panic!("{}: written again: {error}", shown()));
            assert_eq!(again.envelope, decoded.envelope, "{}", shown());
        }
        Err(EncodeError::CannotCarry { loss, .. }) => {
            assert!(may_not_come_back(loss, &decoded), "{}: {}", shown(), loss.code());
        }
        Err(error) => panic!("{}: {error}", shown()),
    }
}

/// The header that stays readable is that of the message.
pub fn the_header_agrees(text: &[u8], biz_type: &str) {
    let decoded = Codec::new().biz_type(biz_type).decode(text);
    let raw = match (RawEnvelope::parse(text), &decoded) {
        (Ok(raw), _) => raw,
        (Err(error), decoded) => {
            let same = decoded.as_ref().expect_err("the first pass refuses it").code();
            assert_eq!(error.code(), same);
            return;
        }
    };
    let header = raw.header(Some(biz_type));
    let _ = raw.payload();
    if let Ok(Decoded { envelope, .. }) = decoded {
        assert_eq!(header.version, Some(envelope.version));
        assert_eq!(header.timestamp, Some(envelope.timestamp));
        assert_eq!(header.kind, Some(envelope.kind()));
        assert_eq!(header.id, Some(envelope.id));
    }
}

/// The ways of reading agree: borrowed from a scratch, or allocated; and so does base64 around, in one line or many.
pub fn every_way_in_agrees(text: &[u8], biz_type: &str, width: usize) {
    let codec = Codec::new().biz_type(biz_type);
    let read = codec.read(text);
    let mut scratch = Scratch::new();
    assert_eq!(codec.read_with(text, &mut scratch), read);
    if let Ok(text) = std::str::from_utf8(text) {
        let (mut scratch, decoded) = (Scratch::new(), codec.decode(text.as_bytes()));
        assert_eq!(codec.decode_str(text), decoded);
        assert_eq!(codec.decode_str_with(text, &mut scratch), decoded);
    }
    let base64 = STANDARD.encode(text);
    let mut scratch = Scratch::new();
    let mut fault = None;
    match (codec.read_base64(base64.as_bytes(), &mut scratch), &read) {
        (Err(outer), Err(inner)) => {
            assert_eq!(outer.code(), inner.code());
            let at = inner.offset();
            assert_eq!(outer.offset(), (at / 3 * 4 + at % 3).min(base64.len()));
            errors_have_places(base64.as_bytes(), &outer);
            fault = base64.as_bytes().get(outer.offset());
        }
        (outer, inner) => assert_eq!(&outer, inner),
    }
    let starts = (0..base64.len()).step_by(width.max(1));
    let lines = starts.map(|at| &base64[at..base64.len().min(at + width.max(1))]);
    let mime = lines.collect::<Vec<_>>().join("\r\n") + "\r\n";
    let mut scratch = Scratch::new();
    match (
        codec.decode_base64(mime.as_bytes(), &mut scratch),
        read.and_then(Message::into_envelope),
    ) {
        (Ok(mime), Ok(plain)) => {
            assert_eq!(mime.envelope, plain.envelope);
            assert!(mime.deviations.contains(Deviation::Base64Mime));
        }
        (Err(broken), Err(plain)) => {
            assert_eq!(broken.code(), plain.code());
            errors_have_places(mime.as_bytes(), &broken);
            // The same character of the base64, unless it is the end or the text is no envelope at all.
            if let (Some(fault), Some(_)) = (fault, broken.place()) {
                assert_eq!(mime.as_bytes().get(broken.offset()), Some(fault));
            }
        }
        (mime, plain) => panic!("{mime:?} but {plain:?}"),
    }
}
