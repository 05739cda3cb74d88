//! English, which the libraries speak.

use mimc_msg::{Help, Problem};

use super::Frame;
use crate::report::Told;

pub(super) const FRAME: Frame = Frame {
    error: "error",
    warning: "warning",
    note: "note",
    help: "help",
    rule: "rule",
    behind_base64: "behind the base64",
    inside_string: "inside the string",
    example: "For example",
    cure: "What to do",
};

pub(super) fn words(told: &Told) -> String {
    match told {
        Told::Problem(Problem::Error(error)) => error.reason().to_string(),
        Told::Problem(Problem::Deviation(deviation)) => deviation.describe().to_owned(),
        Told::Problem(Problem::Note(note)) => note.describe().to_owned(),
        Told::Problem(Problem::Document { reason, .. }) => reason.to_string(),
        Told::Problem(other) => format!("{other:?}"),
        Told::Words(words) => words.clone(),
    }
}

/// What the library says, with the options of the program.
pub(super) fn help(help: Help) -> String {
    let option = match help {
        Help::Base64OfMessage => " (--base64)",
        Help::Framed => " (--framed)",
        Help::BizType => " (--biz-type)",
        Help::Pin(_) => " (--dialect)",
        Help::UrlSafe => " (or --allow-base64 url-safe)",
        Help::Padding(_) => " (or --allow-base64 unpadded)",
        Help::OneLine => " (or --allow-base64 mime)",
        _ => "",
    };
    format!("{help}{option}")
}
