//! Messages as lines: as they are, or in a frame where the type travels outside.

use mimc_msg::{Dialect, Encoder, Envelope, Flag as _};

use crate::console::Console;
use crate::fault::Fault;
use crate::json;
use crate::sheet::Sheet;
use crate::show::safe;

/// How messages are written, one a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writing {
    lossy: bool,
    /// Whether a terminal shows the output: then nothing goes out that could steer it. Elsewhere, bytes
    /// go out as the dialect has them.
    terminal: bool,
}

impl Writing {
    /// To a console.
    pub(crate) fn to(console: &Console<'_>, lossy: bool) -> Self {
        Self { lossy, terminal: console.terminal }
    }

    /// Writes a message in a dialect, made in a buffer.
    pub(crate) fn envelope(
        self,
        line: u64,
        envelope: &Envelope<'_>,
        dialect: Dialect,
        buffer: &mut Vec<u8>,
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        let encoder = Encoder::new(dialect);
        let encoder = if self.lossy { encoder.lossy() } else { encoder };
        buffer.clear();
        let beside = encoder
            .encode_into(envelope, buffer)
            .map_err(|error| Fault::of_line(error.code(), error.to_string()))?;
        for loss in beside.losses.iter() {
            let (code, what, instead) = (loss.code(), loss.describe(), loss.instead());
            let warning = format!("{code}: {dialect} cannot carry {what}; {instead}");
            sheet.tell(&format!("line {line}: warning: {warning}"));
        }
        match beside.biz_type {
            Some(biz_type) => frame(&biz_type, &String::from_utf8_lossy(buffer), &mut sheet.out),
            None if self.terminal => {
                json::raw(&mut sheet.out, &String::from_utf8_lossy(buffer));
                sheet.out.push(b'\n');
            }
            None => {
                // Line ends and tabs can only be white space between the tokens of JSON.
                let one_line =
                    |byte: &u8| if matches!(byte, b'\n' | b'\r' | b'\t') { b' ' } else { *byte };
                sheet.out.extend(buffer.iter().map(one_line));
                sheet.out.push(b'\n');
            }
        }
        Ok(())
    }

    /// Writes a text that is no envelope, whole; in a frame where a type is to stand beside it.
    pub(crate) fn foreign(
        self,
        bytes: &[u8],
        beside: Option<&str>,
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        let fault = |message| Err(Fault::of_line("not-one-line", message));
        match (beside, std::str::from_utf8(bytes)) {
            (Some(biz_type), Ok(text)) => frame(biz_type, text, &mut sheet.out),
            (Some(_), Err(_)) => return fault("bytes that are not UTF-8 do not fit a frame"),
            (None, _) if bytes.contains(&b'\n') => {
                return fault("a foreign text with line breaks does not fit a line");
            }
            (None, _) if self.terminal => sheet.line(&safe(&String::from_utf8_lossy(bytes))),
            (None, _) => {
                sheet.out.extend_from_slice(bytes);
                sheet.out.push(b'\n');
            }
        }
        Ok(())
    }
}

/// Writes a line of a message whose type travels outside.
fn frame(biz_type: &str, message: &str, out: &mut Vec<u8>) {
    json::member(out, "{\"bizType\":", biz_type);
    json::member(out, ",\"message\":", message);
    out.extend_from_slice(b"}\n");
}

/// Counts a line, and tells of one that could not be written.
pub(crate) fn settle(line: u64, written: Result<(), Fault>, sheet: &mut Sheet) {
    sheet.count(written.is_err());
    if let Err(fault) = written {
        sheet.tell(&fault.in_line(line));
    }
}
