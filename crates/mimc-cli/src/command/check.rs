//! `mimc check`

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use terminal_size::{Width, terminal_size};

use crate::checking::{self, Name, NameParser};
use crate::console::Console;
use crate::input::Input;
use crate::lang::Choice;
use crate::lines::Line;
use crate::options::Reading;
use crate::output::{Failure, Outcome};
use crate::report::{Hidden, Page, SarifResults, full, short, write_sarif, write_verdict};
use crate::sheet::{Sheet, Tally};
use crate::show::safe;
use crate::work::Desk;

/// How wide a report is that no terminal shows.
const WIDTH: usize = 100;

/// Check messages, or documents of another type
///
/// Everything that is wrong with a document is shown at its place, also inside of base64; and as warnings and notes what is
/// odd about it: forms that neither the specification nor the official makers write, and values worth knowing of. With
/// --strict, the forms are errors. `mimc explain CODE` tells more of each. Secrets in documents of the HTTP API are not
/// shown.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  mimc check messages.jsonl
  mimc check --strict --json --document message.json
  mimc check --as create-topic-response --document answer.json
  mimc check --sarif messages.jsonl > messages.sarif
  echo 'GET /api/topic/1/2' | mimc check --as get-topic-request")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    reading: Reading,

    /// What the documents are: message, callback, account, contact-payload, NAME-request, NAME-response
    ///
    /// `mimc endpoints` lists every NAME. An answer is checked by its body, and so is a request that has
    /// one. A request without a body is checked as its method and target, `GET /api/topic/1/2`; with
    /// --document, its headers may follow, one a line.
    #[arg(
        long = "as",
        value_parser = NameParser,
        value_name = "NAME",
        default_value = "message",
        hide_possible_values = true
    )]
    name: Name,

    /// One line a finding
    #[arg(long, group = "form")]
    short: bool,

    /// One JSON object a document, for machines
    #[arg(long, group = "form")]
    json: bool,

    /// One SARIF 2.1.0 log, for code hosts and editors
    #[arg(long, group = "form")]
    sarif: bool,

    /// How many findings of a document are shown
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u16).range(1..))]
    most: u16,

    /// How many columns a report has: by default as many as the terminal, or 100
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    width: Option<u16>,

    #[command(flatten)]
    language: Choice,
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    if let (true, Some(option)) = (args.name != Name::Message, args.reading.of_messages()) {
        let name = args.name;
        return Err(Failure::Usage(format!("--{option} goes with --as message, not with {name}")));
    }
    let file = match args.input.path() {
        Some(path) => safe(&path.display().to_string()),
        None => "-".to_owned(),
    };
    let lang = args.language.lang();
    let width = args.width.map_or_else(|| width_of(console), usize::from);
    let page = Page { file: &file, width, lang };
    let log = SarifResults::default();
    let bracket = AtomicBool::new(false);
    let answer = |desk: &mut Desk, line: &Line<'_>, sheet: &mut Sheet| {
        let most = usize::from(args.most);
        let checked = checking::check(args.name, line, &args.reading, most, &mut desk.scratch);
        sheet.count(!checked.is_ok());
        let text = line.text.unwrap_or_default();
        if is_of_several(text) && !args.input.document {
            bracket.store(true, Ordering::Relaxed);
        }
        if args.json {
            write_verdict(&mut sheet.out, line.number, text, &checked, lang);
            return;
        }
        sheet.found(checked.items.iter().map(|item| (item.severity, item.code)));
        if args.sarif {
            log.take(&file, line.number, text, &checked, lang);
        } else if args.short {
            sheet.text(&short(page, &checked, text, line.number));
        } else if !checked.items.is_empty() {
            let secret = args.name != Name::Message;
            let hidden = if secret { Hidden::secrets(text) } else { Hidden::nothing() };
            sheet.text(&full(page, &checked, text, line.number, &hidden));
        }
    };
    let Tally { lines, bad, codes } = args.input.answer(console, &answer)?;
    if args.sarif {
        console.out.write_all(&write_sarif(log, lang))?;
        console.out.flush()?;
    }
    if !args.json {
        if bracket.into_inner() {
            console.err.tell(lang.several_lines());
        }
        if lines > 1 {
            for ((severity, code), count) in &codes {
                let severity = lang.severity(*severity);
                console.err.tell(&format!("mimc: {count:>7} {severity}[{code}]"));
            }
        }
        console.err.tell(&lang.checked(lines, bad));
    }
    Ok(Outcome::of(bad > 0))
}

/// Whether a line looks like one of a document of several: of JSON, or of an answer with its headers.
fn is_of_several(line: &[u8]) -> bool {
    matches!(line.trim_ascii(), b"{" | b"[") || line.starts_with(b"HTTP/")
}

/// How wide the terminal is that shows the output.
fn width_of(console: &Console<'_>) -> usize {
    let columns = terminal_size().filter(|_| console.terminal);
    columns.map_or(WIDTH, |(Width(columns), _)| usize::from(columns).max(40))
}
