//! `mimc explain`

use std::fmt::Write as _;
use std::io::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::console::Console;
use crate::explain::{self, Explained};
use crate::lang::{Choice, Lang};
use crate::output::{Failure, Outcome};
use crate::show::safe;

/// Tell what a code of a report means, with an example and a cure
///
/// Without a code, all codes are listed.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc explain timestamp-seconds
  mimc explain --lang zh")]
pub(crate) struct Args {
    /// The code, as reports print it
    code: Option<String>,

    #[command(flatten)]
    language: Choice,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = args.language.lang();
    let Some(code) = &args.code else {
        let widest = explain::all(lang).iter().map(|it| it.code.width()).max().unwrap_or_default();
        for Explained { code, what, .. } in explain::all(lang) {
            writeln!(console.out, "{code:widest$}  {what}")?;
        }
        return Ok(Outcome::AllWell);
    };
    let Some(explained) = explain::of(code.trim(), lang) else {
        let meant = explain::all(lang).iter().map(|it| it.code);
        let near: Vec<&str> = meant.filter(|it| it.contains(code.trim())).take(5).collect();
        let near = if near.is_empty() {
            "`mimc explain` lists all".to_owned()
        } else {
            format!("did you mean {}?", near.join(", "))
        };
        return Err(Failure::Usage(format!("no code `{}`: {near}", safe(code))));
    };
    console.out.write_all(text(&explained, lang).as_bytes())?;
    Ok(Outcome::AllWell)
}

/// A code, what it means, an example and the cure.
fn text(explained: &Explained, lang: Lang) -> String {
    let Explained { code, what, why, cure } = explained;
    let frame = lang.frame();
    let mut text = format!("{code}: {what}\n\n{why}\n");
    if let Some(example) = explain::example(code) {
        let _ = writeln!(text, "\n{} (mimc check {}):\n", frame.example, example.args);
        for line in String::from_utf8_lossy(&example.input()).trim_end().split('\n') {
            let _ = writeln!(text, "    {}", shortened(&safe(line)));
        }
    }
    let _ = writeln!(text, "\n{}: {cure}", frame.cure);
    text
}

/// The start of a line that is long.
fn shortened(line: &str) -> String {
    const SHOWN: usize = 300;
    let mut shown: String = line.chars().take(SHOWN).collect();
    if shown.len() < line.len() {
        shown += "...";
    }
    shown
}
