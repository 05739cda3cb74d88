//! Names of which the second quote is missing.

use super::Mender;
use super::look::{Next, Quote, near_mark};
use super::pieces::How;
use crate::diagnose::help::Help;
use crate::diagnose::outline::PartForm;

impl Mender<'_> {
    /// Whether the string at the cursor holds a colon behind a word, and has none behind it, as in `{"a:1,"b":2}`.
    pub(super) fn is_unclosed_name(&self, next: Next) -> bool {
        let word = self.word_in_quote();
        let behind = self.rest().get(1 + word..).unwrap_or_default();
        word > 0 && near_mark(behind) == Some(b':') && !self.is_name(next)
    }

    /// How long the word is that stands behind the quote at the cursor.
    fn word_in_quote(&self) -> usize {
        let rest = self.rest().get(1..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count()
    }

    /// Reads such a name.
    pub(super) fn unclosed_name(&mut self, quote: Quote) {
        let at = self.pos;
        let word = at + 1..at + 1 + self.word_in_quote();
        let end = self.behind_space(self.quoted_end(quote));
        // Decoding stops where the colon should be.
        self.unexpected(at..end, Help::CloseQuote);
        let start = self.out.text.len();
        self.out.put("\"", at..word.start, How::Copied);
        let text = self.text_of(word.clone()).to_owned();
        self.out.copy(&text, word.start);
        self.out.put("\"", word.end..word.end, How::Replaced);
        self.pos = word.end;
        self.outlined(PartForm::Name, word.clone(), at..word.end);
        self.named(start, at);
    }
}
