//! Evidence for a dialect.

use mimc_msg::{Codec, Confidence, Dialect, Flag as _};

/// The evidence says what decoding says, or is the same error; without a pin, something speaks against every dialect that
/// does not fit; and each place is in the text.
pub fn the_evidence_is_for_the_verdict(codec: Codec<'_>, pinned: bool, text: &[u8]) {
    let (decoded, evidence) = (codec.decode(text), codec.evidence(text));
    let (decoded, evidence) = match (decoded, evidence) {
        (Ok(decoded), Ok(evidence)) => (decoded, evidence),
        (Err(error), Err(same)) => return assert_eq!(error, same),
        other => panic!("one of both: {other:?}"),
    };
    assert_eq!(evidence.dialect, decoded.dialect);
    assert_eq!(evidence.fits, decoded.fits);
    let told: Vec<_> = evidence.deviations.iter().map(|(one, _)| *one).collect();
    assert!(decoded.deviations.iter().all(|one| told.contains(&one)), "{told:?}");
    assert_eq!(decoded.deviations.len(), told.len(), "{told:?}");
    let expected = match (pinned, decoded.dialect, decoded.fits.len()) {
        (true, ..) => Confidence::Pinned,
        (false, None, _) => Confidence::Several,
        (false, Some(_), 1) => Confidence::Sure,
        (false, Some(_), _) => Confidence::ByOrder,
    };
    assert_eq!(evidence.confidence, expected);
    let others = evidence.ruled_out.iter().map(|other| other.dialect);
    let mut all: Vec<Dialect> = others.chain(evidence.fits.iter()).collect();
    all.sort_by_key(|dialect| dialect.index());
    assert_eq!(all, Dialect::ALL);
    for other in &evidence.ruled_out {
        assert!(pinned || !other.objections.is_empty(), "nothing speaks against {other:?}");
        for objection in &other.objections {
            let answer =
                evidence.answers.iter().find(|answer| answer.question == objection.question);
            let found = answer.map(|answer| answer.found);
            assert!(found.is_some() && found != Some(objection.expected), "{other:?}: {found:?}");
        }
    }
    for place in evidence.answers.iter().filter_map(|answer| answer.place.as_ref()) {
        let value = text.get(place.offset..place.offset + place.length).expect("in the text");
        assert!(!value.is_empty() && mimc_msg::RawJson::from_slice(value).is_ok(), "{place:?}");
    }
}
