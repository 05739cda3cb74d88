//! The report as text, one block for each change.

use std::fmt;

use crate::{Change, Changelog, Report};

/// How much of an example is printed; `--json` gives all of it.
const WIDTH: usize = 400;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        match self.changelog {
            Changelog::Unneeded => writeln!(f, "no change since {}", self.old),
            Changelog::Changed => Ok(()),
            Changelog::Silent => writeln!(
                f,
                "CHANGELOG.md is as it was in {}: it must say what changed in the schemas",
                self.old
            ),
            Changelog::Missing => writeln!(
                f,
                "CHANGELOG.md is missing in {}: it must say what changed in the schemas",
                self.new
            ),
        }?;
        let changes = self.changes.len();
        if changes > 0 {
            let verdict = if self.passes() { "passes" } else { "does not pass" };
            let s = if changes == 1 { "" } else { "s" };
            writeln!(f, "{changes} change{s} since {}: {verdict}", self.old)?;
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({})", self.name, self.file)?;
        for pointer in &self.pointers {
            writeln!(f, "  at {}", if pointer.is_empty() { "the root" } else { pointer })?;
        }
        let mut shown = None;
        for finding in &self.findings {
            writeln!(f, "  {}: {}", finding.verdict, finding.why)?;
            if shown.is_some() && shown == finding.example.as_ref() {
                continue;
            }
            shown = finding.example.as_ref();
            if let Some(example) = &finding.example {
                let text = example.to_string();
                let cut: String = text.chars().take(WIDTH).collect();
                let dots = if cut.len() < text.len() { "…" } else { "" };
                writeln!(f, "    {cut}{dots}")?;
            }
            if let Some(pointer) = &finding.refused_at {
                writeln!(f, "    refused at {pointer}")?;
            }
        }
        Ok(())
    }
}
