//! Where a document and the codec differ, and why: a closed list.

use std::collections::BTreeSet;

/// Numbers in texts are patterns to JSON Schema, and a pattern knows the number of digits alone.
pub(crate) const NO_COMPARISON: &str = "a text of digits has a length, not a value";

/// Of requests, answers and callbacks: why, and which lines with their document for reading.
pub(crate) const OF_THE_API: &[(&str, &[&str])] = &[
    // Refused by the reader, allowed by the document.
    (NO_COMPARISON, &["own-id-12 list-topics-response"]),
    (
        "the order and the distance of two times or sequences",
        &[
            "own-p2t-seq query-p2t-history-on-sequence-request",
            "own-p2u-window query-p2u-history-on-time-request",
            "own-seq-reversed query-p2p-history-on-sequence-request",
            "own-window-empty query-p2p-history-request",
            "q-window query-p2p-history-request",
            "q-window-reversed query-p2p-history-request",
        ],
    ),
    (
        "at least one of several members, or at most one: unions, which generators of code take apart",
        &[
            "own-uc-nothing update-unlimited-topic-request",
            "own-update-nothing update-topic-request",
            "own-update-two-owners update-topic-request",
        ],
    ),
    (
        "whether data is there follows from the code, and answers are flat for the generators of code",
        &["s-token-nodata fetch-token-response"],
    ),
    (
        "an old name of a member is one that the document lets through",
        &["own-both-names list-topics-response"],
    ),
    (
        "what is base64 is a text to JSON Schema, here by msgType, there among others that are told only",
        &["c-bad-payload callback", "q-push-bad-b64 push-p2p-request"],
    ),
    (
        "headers and paths stand beside the body",
        &["h-no-auth create-topic-request", "own-update-other update-topic-request"],
    ),
    (
        "a proof is verified with the secret",
        &["c-auth-short callback", "c-auth-wrong-secret callback"],
    ),
    // Read without a flag, refused by the document.
    (
        "a text where a number is written, or a number where a text is",
        &[
            "own-rq-extra-update-v2-p2p update-p2p-message-extra-v2-request",
            "own-rq-extra-update-v2-p2t update-p2t-message-extra-v2-request",
            "own-rq-hist-p2t-oncount query-p2t-history-on-count-request",
            "own-rq-hist-p2t-oncount-v2 query-p2t-history-on-count-v2-request",
            "own-rq-push-kefu push-p2p-request",
            "rq-hist-p2p-oncount query-p2p-history-on-count-request",
            "rq-hist-p2p-oncount-num query-p2p-history-on-count-request",
            "rs-hist-extra-json query-p2p-history-response",
            "rs-hist-p2t query-p2p-history-response",
            "rs-token-cpp-extra fetch-token-response",
        ],
    ),
    (
        "the data of an error is kept, whatever it is; that of a document is the endpoint's",
        &["er-data-present get-topic-response"],
    ),
];

/// What was found wrong, as `LINE DOCUMENT`.
#[derive(Default)]
pub(crate) struct Findings(BTreeSet<String>);

impl Findings {
    pub(crate) fn add(&mut self, line: &str, document: &str) {
        self.0.insert(format!("{line} {document}"));
    }

    /// Nothing but the exceptions was found, and each of them was.
    #[track_caller]
    pub(crate) fn are_only(&self, exceptions: &[(&str, &[&str])]) {
        let allowed = exceptions.iter().flat_map(|(_, lines)| *lines);
        let allowed: BTreeSet<String> = allowed.map(|line| (*line).to_owned()).collect();
        let new: Vec<_> = self.0.difference(&allowed).collect();
        let unused: Vec<_> = allowed.difference(&self.0).collect();
        assert!(
            new.is_empty() && unused.is_empty(),
            "not listed: {new:#?}, not needed: {unused:#?}"
        );
    }
}
