//! That nothing is left.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mimc_msg::{Body, Codec};
use mimc_scrub::Scrub;

/// None of these values is left in a document, also behind base64 to any depth, or behind escapes.
pub fn nothing_is_left(document: &[u8], values: &[String]) {
    let mut layers = vec![String::from_utf8_lossy(document).into_owned()];
    for depth in 0..6 {
        for layer in &layers {
            for value in values {
                assert!(!layer.contains(&**value), "{value:?} is left at depth {depth}: {layer}");
            }
        }
        layers = layers.iter().flat_map(|layer| inside(layer)).collect();
    }
}

/// What a text holds behind escapes of JSON and of URLs, and behind base64.
fn inside(text: &str) -> Vec<String> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engine = GeneralPurpose::new(&STANDARD, config);
    let symbol = |c: char| c.is_ascii_alphanumeric() || "+/-_".contains(c);
    let mut found = Vec::new();
    let joined: String = text.split(['\r', '\n']).collect();
    for text in [text, &joined] {
        for run in text.split(|c| !symbol(c)).filter(|run| run.len() >= 4) {
            let run = run.replace('-', "+").replace('_', "/");
            let whole = if run.len() % 4 == 1 { run.len() - 1 } else { run.len() };
            if let Ok(bytes) = engine.decode(&run[..whole]) {
                found.push(String::from_utf8_lossy(&bytes).into_owned());
                found.extend(mimc_msg::cesu8_to_text(&bytes));
            }
        }
    }
    let escapes = text.replace("\\/", "/").replace("\\\\", "\\").replace("\\\"", "\"");
    if escapes != *text {
        found.push(escapes);
    }
    found
}

/// The words of a message that must not be left: of nine letters or more, so that none comes about by chance, and neither
/// kinds nor documented names.
pub fn words_of(scrub: &Scrub, text: &[u8], biz_type: &str) -> Vec<String> {
    let Ok(decoded) = Codec::new().biz_type(biz_type).decode(text) else { return Vec::new() };
    let envelope = decoded.envelope;
    let account = |account: &Option<mimc_msg::Account<'_>>| {
        account.as_ref().map(|account| account.as_str().to_owned())
    };
    let said = match &envelope.body {
        Body::Text(text) => Some(text.clone().into_owned()),
        Body::Ping(one) | Body::Pong(one) => account(one),
        Body::FriendRequest { requester, .. } => account(requester),
        Body::FriendResponse { responder, .. } => account(responder),
        Body::Recall(receipt) | Body::Read(receipt) => Some(receipt.target.as_str().to_owned()),
        _ => None,
    };
    let kind = envelope.kind().to_string();
    let stays = |word: &String| {
        let document = format!("{{\"{word}\":0}}").into_bytes();
        scrub.document(&document) == document
    };
    let letters = |word: &String| {
        word.chars().count() >= 9
            && word.chars().all(|c| matches!(c, 'a'..='z' | '\u{4e00}'..='\u{9fa5}'))
    };
    let said = [said, Some(envelope.id.as_str().to_owned())].into_iter().flatten();
    said.filter(|word| letters(word) && !kind.contains(&**word) && !stays(word)).collect()
}
