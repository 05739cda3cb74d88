//! What clap says of wrong arguments: it quotes them, and they may hold anything.

use clap::Error;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};

use crate::show;

/// The error with what it quotes made safe. Its own words keep their lines and colours.
pub(crate) fn cleaned(mut error: Error) -> Error {
    let quoted: Vec<_> = error
        .context()
        // All of it is ours, and it has lines.
        .filter(|(kind, _)| *kind != ContextKind::Usage)
        .filter_map(|(kind, value)| Some((kind, safe(value)?)))
        .collect();
    for (kind, value) in quoted {
        error.insert(kind, value);
    }
    // What a parser of values says stands in no context.
    let text = error.to_string();
    let lines: Vec<_> = text.split('\n').map(show::safe).collect();
    let safe = lines.join("\n");
    if safe == text {
        return error;
    }
    Error::raw(error.kind(), safe.strip_prefix("error: ").unwrap_or(&safe))
}

/// The value made safe; None where it is safe as it is.
fn safe(value: &ContextValue) -> Option<ContextValue> {
    let one = |text: &String| show::safe(text);
    let safe = match value {
        ContextValue::String(text) => ContextValue::String(one(text)),
        ContextValue::Strings(texts) => ContextValue::Strings(texts.iter().map(one).collect()),
        // Of what has colours, only what is not safe loses them.
        ContextValue::StyledStr(text) => ContextValue::StyledStr(plain(text)),
        ContextValue::StyledStrs(texts) => {
            ContextValue::StyledStrs(texts.iter().map(plain).collect())
        }
        _ => return None,
    };
    (safe != *value).then_some(safe)
}

fn plain(text: &StyledStr) -> StyledStr {
    let shown = text.to_string();
    let safe = show::safe(&shown);
    if safe == shown { text.clone() } else { StyledStr::from(safe) }
}
