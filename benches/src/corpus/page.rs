//! Pages of history as the server answers them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::message::mixed;
use super::text::{Spelling, account, quoted};
use crate::dice::Dice;

/// The answer with a page of so many messages of `mixed`, each in base64 as the server has it.
#[must_use]
pub fn page(seed: u64, messages: usize) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let (from, to) = (account(&mut dice), account(&mut dice));
    let start = dice.between(1_516_763_973_000, 1_600_000_000_000);
    let rows: Vec<_> = (0..messages).map(|nth| row(&mut dice, nth, start, &from, &to)).collect();
    // The application is a number on these pages and nowhere else (EVIDENCE B.4).
    format!(
        r#"{{"code":200,"message":"success","data":{{"appId":2882303761517479657,"messages":[{}],"row":{messages},"timestamp":{start}}}}}"#,
        rows.join(",")
    )
    .into_bytes()
}

fn row(dice: &mut Dice, nth: usize, start: usize, from: &str, to: &str) -> String {
    let message = mixed(dice);
    let (from, to) = if dice.percent(50) { (from, to) } else { (to, from) };
    format!(
        r#"{{"sequence":"{}","payload":"{}","ts":{},"fromAccount":"{from}","toAccount":"{to}","bizType":{},"extra":""}}"#,
        118_306_520_157_999_104 + nth,
        BASE64_STANDARD.encode(&message.bytes),
        start + nth * 1000,
        quoted(&message.biz_type, Spelling::Minimal),
    )
}
