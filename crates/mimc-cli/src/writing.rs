//! Messages as lines: as they are, or in a frame where the type travels outside.

use std::io::{BufRead, Write as _};

use mimc_msg::{Dialect, Encoder, Envelope, Flag as _};
use serde::Serialize;

use crate::console::{Complaints, Console, Output};
use crate::fault::Fault;
use crate::output::{Failure, Outcome};
use crate::show::{Escaping, escape, one_line, safe};

/// Writes messages, one a line.
pub(crate) struct Writing<'w, 'c> {
    out: &'w mut Output<'c>,
    pub(crate) err: &'w Complaints<'c>,
    lossy: bool,
    /// Whether a terminal shows the output: then nothing goes out that could steer it. Elsewhere, bytes
    /// go out as the dialect has them.
    terminal: bool,
    buffer: Vec<u8>,
    bad: bool,
}

/// A line of a message whose type travels outside.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Frame<'m> {
    biz_type: &'m str,
    message: &'m str,
}

impl<'w, 'c> Writing<'w, 'c> {
    /// To a console, whose input is left to be read.
    pub(crate) fn new(
        console: &'w mut Console<'c>,
        lossy: bool,
    ) -> (Self, &'w mut (dyn BufRead + 'c)) {
        let Console { input, out, err, terminal } = console;
        let terminal = *terminal;
        (Self { out, err, lossy, terminal, buffer: Vec::new(), bad: false }, &mut **input)
    }

    /// Tells of a line that could not be written; what came before stands before it.
    pub(crate) fn settle(&mut self, line: u64, written: Result<(), Fault>) -> Result<(), Failure> {
        if let Err(fault) = written {
            self.bad = true;
            self.out.flush()?;
            self.err.tell(&fault.in_line(line));
        }
        Ok(())
    }

    /// Ends the output.
    pub(crate) fn finish(self) -> Result<Outcome, Failure> {
        self.out.flush()?;
        Ok(Outcome::of(self.bad))
    }

    /// Writes a message in a dialect; the inner result is that of the message, the outer that of the run.
    pub(crate) fn envelope(
        &mut self,
        line: u64,
        envelope: &Envelope<'_>,
        dialect: Dialect,
    ) -> Result<Result<(), Fault>, Failure> {
        let encoder = Encoder::new(dialect);
        let encoder = if self.lossy { encoder.lossy() } else { encoder };
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let beside = match encoder.encode_into(envelope, &mut buffer) {
            Ok(beside) => beside,
            Err(error) => return Ok(Err(Fault::of_line(error.code(), error.to_string()))),
        };
        for loss in beside.losses.iter() {
            let (code, what, instead) = (loss.code(), loss.describe(), loss.instead());
            let warning = format!("{code}: {dialect} cannot carry {what}; {instead}");
            self.err.tell(&format!("line {line}: warning: {warning}"));
        }
        let text = String::from_utf8_lossy(&buffer);
        match beside.biz_type {
            Some(biz_type) => self.frame(&biz_type, &text)?,
            None if self.terminal => {
                escape(self.out, &one_line(&text))?;
                self.out.write_all(b"\n")?;
            }
            None => writeln!(self.out, "{}", one_line(&text))?,
        }
        self.buffer = buffer;
        Ok(Ok(()))
    }

    /// Writes a text that is no envelope, whole; in a frame where a type is to stand beside it.
    pub(crate) fn foreign(
        &mut self,
        bytes: &[u8],
        beside: Option<&str>,
    ) -> Result<Result<(), Fault>, Failure> {
        let fault = |message| Ok(Err(Fault::of_line("not-one-line", message)));
        match (beside, std::str::from_utf8(bytes)) {
            (Some(biz_type), Ok(text)) => self.frame(biz_type, text)?,
            (Some(_), Err(_)) => return fault("bytes that are not UTF-8 do not fit a frame"),
            (None, _) if bytes.contains(&b'\n') => {
                return fault("a foreign text with line breaks does not fit a line");
            }
            (None, _) if self.terminal => {
                writeln!(self.out, "{}", safe(&String::from_utf8_lossy(bytes)))?;
            }
            (None, _) => {
                self.out.write_all(bytes)?;
                self.out.write_all(b"\n")?;
            }
        }
        Ok(Ok(()))
    }

    fn frame(&mut self, biz_type: &str, message: &str) -> Result<(), Failure> {
        let mut json = serde_json::Serializer::with_formatter(&mut *self.out, Escaping);
        Frame { biz_type, message }
            .serialize(&mut json)
            .map_err(|error| Failure::from(std::io::Error::from(error)))?;
        self.out.write_all(b"\n")?;
        Ok(())
    }
}
