//! What was odd about a document that was read all the same.

mod notes;

use std::fmt;

pub use notes::{Noted, Notes};

/// Something odd about a request, an answer or a callback that has only one meaning all the same.
///
/// Most are [deviations](Note::is_deviation): forms that neither the manual nor the real peer writes.
/// `strict` refuses them. The others say something about a value and are never refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Note {
    /// The server wrote a 64-bit id as a number; its own SDKs read a string (EVIDENCE B.1, B.3).
    IdAsNumber,
    /// The server wrote a small number as a string (`regionBucket` and the like).
    NumberAsText,
    /// `code` is digits in a string: proxies write it so.
    CodeAsString,
    /// `data`, or a list in it, is null and counts as empty.
    NullData,
    /// `messages` of a history page is null and counts as empty.
    NullMessages,
    /// `message` is missing, null or no string. It decides nothing.
    MessageForm,
    /// `row` is not the number of messages on the page.
    RowMismatch,
    /// `name` stands for `topicName`, as in 2017 (EVIDENCE B.3).
    LegacyName,
    /// The query is `?a,b` without a name, as in 2017 (EVIDENCE B.3).
    LegacyQuery,
    /// A query has a plus sign. It counts as a blank, as in forms; clients that do not percent-encode may have
    /// meant it (EVIDENCE B.3).
    QueryPlus,
    /// The path begins with `//`, as the Android demo builds it (EVIDENCE B).
    DoubleSlash,
    /// The body is what should stand in `data`, without the envelope around it (EVIDENCE B.1).
    BareData,
    /// Members that the manual has are not there.
    MissingFields,
    /// Leftovers of Thrift (`setTopicId` and the like) stand beside the members, as in 2017.
    ThriftArtefacts,
    /// A byte order mark stands before the JSON text; it is skipped.
    ByteOrderMark,
    /// The HTTP status is not 200 although `code` is.
    HttpStatus,
    /// The content type of a body is missing, or not JSON in UTF-8.
    ContentType,
    /// The request has a body although the endpoint reads none.
    BodyUnexpected,
    /// `data` is there although the answer has none.
    DataUnexpected,
    /// `data` has the form of another version of the endpoint: an array for an object, or the other
    /// way round.
    DataForm,
    /// A push succeeded, but the answer names no packet.
    PacketIdMissing,
    /// The base64 of a history or callback payload is broken into lines, as MIME does.
    Base64Mime,
    /// A line of MIME base64 has more than 76 characters.
    MimeLineLong,
    /// A line of MIME base64 ends in LF without CR.
    MimeBareLf,
    /// The length in a callback's `authentication` is big-endian.
    AuthenticationBigEndian,
    /// A callback has no `authentication`, as in 2018: it cannot be verified.
    AuthenticationMissing,
    /// The payload of a message is not base64; only that message cannot be decoded.
    PayloadInvalid,
    /// The answer is about another application than the one asked for; a `double` may have rounded
    /// the id on its way.
    AppIdDiffers,
    /// An id is 0.
    IdZero,
    /// An id is above 2^63 - 1: Java and C# clients cannot hold it.
    IdLarge,
    /// There are members that nobody told us of.
    MembersUnknown,
    /// A `userType`, or the `msgType` of a callback, that nobody told us of.
    TypeUnknown,
    /// An account has more than 512 bytes; no limit is documented.
    AccountLong,
    /// An account has a character that looks like a comma; it separates nothing, but is often
    /// pasted for one.
    AccountComma,
    /// An account has a character that means something else in a query unless percent-encoded.
    AccountReserved,
    /// A list names an account twice.
    AccountTwice,
    /// A list has more than 500 accounts, the usual limit of a group.
    AccountsMany,
}

impl Note {
    /// All of them, the deviations first.
    pub const ALL: &'static [Self] = &[
        Self::IdAsNumber,
        Self::NumberAsText,
        Self::CodeAsString,
        Self::NullData,
        Self::NullMessages,
        Self::MessageForm,
        Self::RowMismatch,
        Self::LegacyName,
        Self::LegacyQuery,
        Self::QueryPlus,
        Self::DoubleSlash,
        Self::BareData,
        Self::MissingFields,
        Self::ThriftArtefacts,
        Self::ByteOrderMark,
        Self::HttpStatus,
        Self::ContentType,
        Self::BodyUnexpected,
        Self::DataUnexpected,
        Self::DataForm,
        Self::PacketIdMissing,
        Self::Base64Mime,
        Self::MimeLineLong,
        Self::MimeBareLf,
        Self::AuthenticationBigEndian,
        Self::AuthenticationMissing,
        Self::PayloadInvalid,
        Self::AppIdDiffers,
        Self::IdZero,
        Self::IdLarge,
        Self::MembersUnknown,
        Self::TypeUnknown,
        Self::AccountLong,
        Self::AccountComma,
        Self::AccountReserved,
        Self::AccountTwice,
        Self::AccountsMany,
    ];

    /// The stable name, as reports print it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.about().0
    }

    /// What it is, in words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        self.about().1
    }

    /// Whether it is a form that neither the manual nor the real peer writes: `strict` refuses it.
    #[must_use]
    pub const fn is_deviation(self) -> bool {
        (self as u8) < Self::AuthenticationMissing as u8
    }

    const fn about(self) -> (&'static str, &'static str) {
        match self {
            Self::IdAsNumber => {
                ("id-as-number", "an id is written as a number; it should be a string")
            }
            Self::NumberAsText => ("number-as-text", "a number is written as a string"),
            Self::CodeAsString => {
                ("code-as-string", "`code` is written as a string; it should be an integer")
            }
            Self::NullData => ("null-data", "null counts as empty"),
            Self::NullMessages => ("null-messages", "`messages` is null and counts as empty"),
            Self::MessageForm => ("message-form", "`message` should be a string"),
            Self::RowMismatch => ("row-mismatch", "`row` is not the number of messages"),
            Self::LegacyName => ("legacy-name", "`name` stands for `topicName`, as in 2017"),
            Self::LegacyQuery => ("legacy-query", "the query has no name, as in 2017"),
            Self::QueryPlus => ("query-plus", "a plus sign in a query counts as a blank"),
            Self::DoubleSlash => ("double-slash", "the path begins with two slashes"),
            Self::BareData => ("bare-data", "the data stands alone, without `code` and `message`"),
            Self::MissingFields => ("missing-fields", "members that the manual has are not there"),
            Self::ThriftArtefacts => {
                ("thrift-artefacts", "leftovers of Thrift stand beside the members, as in 2017")
            }
            Self::ByteOrderMark => ("byte-order-mark", "a byte order mark stands before the text"),
            Self::HttpStatus => ("http-status", "the HTTP status is not 200 although `code` is"),
            Self::ContentType => {
                ("content-type", "the content type should be application/json in UTF-8")
            }
            Self::BodyUnexpected => ("body-unexpected", "the request should have no body"),
            Self::DataUnexpected => ("data-unexpected", "`data` should be null"),
            Self::DataForm => {
                ("data-form", "`data` has the form of another version of this answer")
            }
            Self::PacketIdMissing => ("packet-id-missing", "the packet is not named"),
            Self::Base64Mime => ("base64-mime", "the base64 is broken into lines"),
            Self::MimeLineLong => {
                ("mime-line-long", "a line of the base64 has more than 76 characters")
            }
            Self::MimeBareLf => ("mime-bare-lf", "a line of the base64 ends without CR"),
            Self::AuthenticationBigEndian => {
                ("authentication-big-endian", "the length in `authentication` is big-endian")
            }
            Self::AuthenticationMissing => {
                ("authentication-missing", "without `authentication` it cannot be verified")
            }
            Self::PayloadInvalid => ("payload-invalid", "the payload of a message is not base64"),
            Self::AppIdDiffers => ("app-id-differs", "the answer is about another application"),
            Self::IdZero => ("id-zero", "an id is 0"),
            Self::IdLarge => {
                ("id-large", "an id is above 2^63 - 1, which some clients cannot hold")
            }
            Self::MembersUnknown => {
                ("members-unknown", "there are members that are not documented")
            }
            Self::TypeUnknown => ("type-unknown", "the type is not documented"),
            Self::AccountLong => ("account-long", "an account has more than 512 bytes"),
            Self::AccountComma => {
                ("account-comma", "an account has a character that looks like a comma and is none")
            }
            Self::AccountReserved => (
                "account-reserved",
                "an account has a character that must be percent-encoded in a query",
            ),
            Self::AccountTwice => ("account-twice", "an account is named twice"),
            Self::AccountsMany => {
                ("accounts-many", "more accounts than a group usually holds: 500")
            }
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
