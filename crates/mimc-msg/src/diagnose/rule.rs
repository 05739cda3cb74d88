//! Which rule a code is about.

/// The rule that a code is about: a section of docs/rules.md, and what stands behind it.
///
/// The manual is that of 2018-02-03.
pub(crate) fn rule(code: &str) -> &'static str {
    match code {
        "byte-order-mark" | "invalid-utf8" => "RULES 2; RFC 8259 section 8.1",
        "unexpected-end" | "unexpected-byte" | "trailing-data" => "RULES 2; RFC 8259 section 2",
        "control-in-string" | "invalid-escape" => "RULES 2; RFC 8259 section 7",
        "lone-surrogate" => "RULES 2; RFC 8259 section 8.2",
        "invalid-number" => "RULES 2; RFC 8259 section 6",
        "duplicate-member" => "RULES 2; RFC 8259 section 4",
        "too-deep" | "too-long" | "too-many-members" | "too-many-items" => {
            "RULES 2; RFC 8259 section 9"
        }
        "trailing-nul" => "RULES 2; EVIDENCE A (the C demo)",
        "not-an-envelope" => "RULES 1",
        "missing-member" | "wrong-type" | "invalid-value" => {
            "RULES 3 and 6; manual, message format"
        }
        "type-conflict" | "body-conflict" | "body-twice" | "type-twice" | "members-unknown" => {
            "RULES 3"
        }
        "version-missing" | "version-text" | "version-unknown" => "RULES 3; manual, `version`",
        "msg-id-number" | "msg-id-control" | "msg-id-prefix" => "RULES 3; manual, `msgId`",
        "timestamp-zeros" | "timestamp-form" | "timestamp-seconds" | "timestamp-far" => {
            "RULES 3; manual, `timestamp`"
        }
        "type-empty" | "code-text" | "biz-type-conflict" | "type-missing" => "RULES 3 and 4",
        "kind-unknown" => "RULES 4; manual, `msgType`",
        "wrong-dialect" | "ambiguous" | "body-name" => "RULES 5; EVIDENCE A",
        "body-missing" | "receipt-both" | "receipt-json-text" | "receipt-bare"
        | "accepted-text" | "receipt-self" | "url-not-http" | "url-unsafe" => {
            "RULES 6; manual, `payload`"
        }
        "text-cesu8" | "body-not-utf8" => "RULES 6; RFC 3629",
        "invalid-base64" => "RULES 7; RFC 4648 section 4",
        "base64-mime" => "RULES 7; RFC 2045 section 6.8",
        _ => "EVIDENCE B; manual, HTTP API",
    }
}
