//! What replaces documents.

use std::collections::BTreeSet;

use crate::bytes::StandIns;
use crate::json;
use crate::key::Key;
use crate::words::{self, Role};

/// Replaces what documents say of people, by a key.
#[derive(Clone, Debug)]
pub struct Scrub {
    pub(crate) key: Key,
    /// Names of members that stay, beside the documented ones.
    pub(crate) names: BTreeSet<String>,
}

impl Scrub {
    /// Replaces by this key.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self { key, names: BTreeSet::new() }
    }

    /// Keeps the names of these members, too. The documented ones stay anyway; others are replaced, since some programs
    /// use accounts as names.
    ///
    /// ```
    /// use mimc_scrub::{Key, Scrub};
    ///
    /// let scrub = Scrub::new(Key::new(&[7; 32])?).keep_names(["order"]);
    /// let replaced = scrub.document(br#"{"order":7,"zhang":7}"#);
    /// assert!(replaced.starts_with(br#"{"order":7,"#));
    /// assert!(!replaced.ends_with(br#""zhang":7}"#));
    /// # Ok::<(), mimc_scrub::ShortKey>(())
    /// ```
    #[must_use]
    pub fn keep_names(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.names.extend(names.into_iter().map(Into::into));
        self
    }

    /// The document with other names, ids, texts and secrets: a message, a request, an answer or a callback, header lines
    /// before it, base64 of one, a line of a log that has one in it. It may be malformed, and need not be UTF-8.
    ///
    /// ```
    /// use mimc_scrub::{Key, Scrub};
    ///
    /// let scrub = Scrub::new(Key::new(&[7; 32])?);
    /// let request = scrub.document(b"GET /api/topic/2882303761517613555/21351314321\ntoken: FQw1yQZ/QDI9");
    /// let request = String::from_utf8_lossy(&request).into_owned();
    /// assert!(request.starts_with("GET /api/topic/"));
    /// assert!(request.contains("\ntoken: "));
    /// assert!(!request.contains("21351314321") && !request.contains("FQw1yQZ"));
    /// # Ok::<(), mimc_scrub::ShortKey>(())
    /// ```
    #[must_use]
    pub fn document(&self, document: &[u8]) -> Vec<u8> {
        let (text, stand_ins) = StandIns::text(document);
        let mut replaced = Vec::with_capacity(document.len());
        stand_ins.bytes(&self.document_text(&text), &mut replaced);
        replaced
    }

    fn document_text(&self, text: &str) -> String {
        const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
        let inner = text.trim_matches(BLANKS);
        let symbol = |byte| u8::is_ascii_alphanumeric(&byte) || b"+/-_=\r\n".contains(&byte);
        if !inner.bytes().all(symbol) || words::is_of_requests(inner) {
            return json::document(self, text, 0);
        }
        // Base64 around everything may be in lines.
        let start = text.len() - text.trim_start_matches(BLANKS).len();
        let before = text.get(..start).unwrap_or_default();
        let behind = text.get(start + inner.len()..).unwrap_or_default();
        format!("{before}{}{behind}", self.text(inner, 0))
    }

    /// The `bizType` that travelled beside a message: a kind stays, anything else is replaced.
    ///
    /// ```
    /// use mimc_scrub::{Key, Scrub};
    ///
    /// let scrub = Scrub::new(Key::new(&[7; 32])?);
    /// assert_eq!(scrub.biz_type("TEXT"), "TEXT");
    /// assert_ne!(scrub.biz_type("to Wang Fang"), "to Wang Fang");
    /// # Ok::<(), mimc_scrub::ShortKey>(())
    /// ```
    #[must_use]
    pub fn biz_type(&self, biz_type: &str) -> String {
        self.value(biz_type, Role::Kind, 0)
    }
}
