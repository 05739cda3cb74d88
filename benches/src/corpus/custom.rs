//! Payloads of kinds that applications make up: objects and lists of any members.

use super::text::{Script, Spelling, letters, quoted, text, url};
use crate::dice::Dice;

/// Kinds that no manual names.
pub(super) const KINDS: [&str; 6] = ["STICKER", "LOCATION", "ORDER", "RED_PACKET", "json", "CARD"];

/// An object or, where the dialect takes one, a list.
pub(super) fn payload(dice: &mut Dice, spelling: Spelling, lists: bool) -> String {
    match dice.below(if lists { 4 } else { 3 }) {
        0 => format!(
            r#"{{"lat":{}.{:06},"lng":{}.{:06},"title":{}}}"#,
            dice.between(18, 53),
            dice.below(1_000_000),
            dice.between(73, 134),
            dice.below(1_000_000),
            quoted(&text(dice, Script::Cjk, 18), spelling),
        ),
        1 => format!(
            r#"{{"orderId":{},"paid":{},"items":[{},{}],"note":null}}"#,
            quoted(&letters(dice, 16), spelling),
            dice.percent(50),
            item(dice, spelling),
            item(dice, spelling),
        ),
        2 => format!(
            r#"{{"pack":{},"w":{},"h":{},"url":{}}}"#,
            dice.below(500),
            dice.between(16, 512),
            dice.between(16, 512),
            quoted(&url(dice, "PIC"), spelling),
        ),
        _ => {
            let points: Vec<_> =
                (0..dice.between(3, 12)).map(|_| dice.below(2000).to_string()).collect();
            format!("[{}]", points.join(","))
        }
    }
}

fn item(dice: &mut Dice, spelling: Spelling) -> String {
    format!(
        r#"{{"sku":{},"name":{},"count":{},"price":{}.{:02}}}"#,
        dice.below(1_000_000),
        quoted(&text(dice, Script::Cjk, 9), spelling),
        dice.between(1, 9),
        dice.below(1000),
        dice.below(100),
    )
}

/// One or two members that no manual names.
pub(super) fn members(dice: &mut Dice, spelling: Spelling) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("from", quoted(&super::text::account(dice), spelling)),
        ("seq", dice.below(1_000_000).to_string()),
        ("ext", format!(r#"{{"client":"3.2.{}","tags":["a","b"]}}"#, dice.below(20))),
        ("silent", dice.percent(50).to_string()),
    ];
    dice.shuffle(&mut all);
    all.truncate(dice.between(1, 2));
    all
}
