//! Hostile arguments and inputs, run in memory: nothing that `mimc` prints steers a terminal or forges a line.

mod arguments;
mod law;
mod lines;
mod messages;

use std::iter::once;

use mimc_cli::Program;
use mimc_testkit::cli::{Ran, run};
use proptest::prelude::*;

/// What steers, hides, turns, breaks or widens; and what looks like another line.
const FRAGMENTS: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://a.example\u{1b}\\link",
    "\u{9b}2J",
    "\u{9d}0;t\u{9c}",
    "\0",
    "\u{7}",
    "\u{8}",
    "\u{7f}",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{202d}",
    "\u{2066}",
    "\u{2069}",
    "\u{200f}",
    "\u{61c}",
    "\u{200b}",
    "\u{feff}",
    "\u{2060}",
    "\u{2064}",
    "\u{206a}",
    "\u{ad}",
    "\u{34f}",
    "\u{180e}",
    "\u{3164}",
    "\u{ffa0}",
    "\u{115f}",
    "\u{fffa}",
    "\u{e0001}",
    "\u{e0041}",
    "\u{e007f}",
    "\u{e0100}",
    "\u{fe00}",
    "\u{1d173}",
    "\u{1bca0}",
    "\u{200d}",
    "\u{fe0f}",
    "👨\u{200d}👩",
    "欢迎",
    "\u{fdfd}",
    "e\u{301}\u{302}\u{303}",
    "\u{10ffff}",
    "\u{fffd}",
    "\n{\"line\":9,\"ok\":true}",
    "\r-:9: error[forged]: x",
    "\nerror: forged",
    "\"",
    "\\",
    "'",
    "{}",
    "`",
    "$(x)",
    "TEXT",
    "_READ",
    "%",
    ",",
    "[",
    " ",
];

/// Texts of such fragments and of any characters.
fn hostile() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        3 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(fragment, 0..6).prop_map(|fragments| fragments.concat())
}

/// What these arguments give; wrong ones, what is said of them.
fn ran(args: &[&str], input: &str, terminal: bool) -> Ran {
    match Program::parse(once("mimc").chain(args.iter().copied())) {
        Ok(program) => run(&program, input.as_bytes(), &[], terminal),
        Err(usage) => {
            assert_eq!(usage.to_string(), usage.render().to_string());
            Ran { out: String::new(), err: usage.to_string(), code: 2 }
        }
    }
}
