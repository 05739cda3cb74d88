//! The words that stay: names of members, kinds, dialects, and what URLs and requests are made of.

use mimc_msg::{Dialect, Kind};

/// What the name of a member says about its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing: it is replaced.
    #[default]
    Value,
    /// It is a kind or a type, which stays.
    Kind,
    /// It is a list with commas, each item a value.
    List,
    /// It is a time, a version, a code, a count or a place in an order: digits stay.
    Count,
}

/// The role of the value of the member of this name.
pub(crate) fn role(name: &str) -> Role {
    if KINDS.contains(&name) {
        Role::Kind
    } else if COUNTS.contains(&name) {
        Role::Count
    } else if LISTS.contains(&name) {
        Role::List
    } else {
        Role::Value
    }
}

/// Whether a member of this name is documented.
pub(crate) fn is_member(name: &str) -> bool {
    role(name) != Role::Value || MEMBERS.binary_search(&name).is_ok()
}

/// Whether a text is a word that says nothing of anybody.
pub(crate) fn is_word(text: &str) -> bool {
    matches!(text, "true" | "false" | "success" | "success！")
        || Kind::parse(text).is_documented()
        || text.parse::<Dialect>().is_ok()
}

/// Whether a text is what `true`, `false` and `null` begin with: a document may be cut off there.
pub(crate) fn begins_literal(text: &str) -> bool {
    ["true", "false", "null"].iter().any(|literal| literal.starts_with(text))
}

/// Whether a word outside of strings is one of requests or URLs. Headers are written in any case.
pub(crate) fn is_of_requests(word: &str) -> bool {
    let is = |name: &&str| name.eq_ignore_ascii_case(word);
    [MEMBERS, COUNTS, KINDS].iter().any(|names| names.iter().any(is))
        || REQUESTS.binary_search_by(|known| known.cmp(&&*word.to_ascii_lowercase())).is_ok()
}

/// A kind of any sender: one word of ASCII.
pub(crate) fn is_kind_word(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

/// Whether a text is a number as counts and times are: of at most 20 digits, as 64 bits have.
pub(crate) fn is_count(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.trim_start_matches('0').len() <= 20
}

/// Where the rest begins of an id of the manual's form, `TEXT_12345`.
pub(crate) fn kind_prefix(text: &str) -> Option<usize> {
    let end = text.rfind('_')?;
    Kind::parse(text.get(..end)?).is_documented().then_some(end + 1)
}

const KINDS: &[&str] = &["bizType", "msgType", "type", "userType"];

const LISTS: &[&str] = &["accounts", "toAccounts"];

const COUNTS: &[&str] = &[
    "code",
    "count",
    "lastSequence",
    "memberNum",
    "row",
    "sequence",
    "startSeq",
    "stopSeq",
    "timestamp",
    "ts",
    "updateCode",
    "userCnt",
    "utcFromTime",
    "utcToTime",
    "version",
];

/// The members of messages, of requests and of answers, in order; `tests/words.rs` holds them to the schemas.
const MEMBERS: &[&str] = &[
    "accepted",
    "account",
    "accounts",
    "add_requester",
    "add_responser",
    "appAccount",
    "appAccountEncode",
    "appAccout",
    "appId",
    "appKey",
    "appPackage",
    "appSecret",
    "authentication",
    "blackAccount",
    "blackTopicId",
    "bulletin",
    "chid",
    "contact",
    "contacts",
    "content",
    "context",
    "data",
    "desc",
    "extra",
    "extraFilterMap",
    "extraKey",
    "extraKeyMap",
    "extraValue",
    "feDomainName",
    "fromAccount",
    "fromAppId",
    "fromResource",
    "fromUuid",
    "getAllExtra",
    "id",
    "isBlack",
    "isEnd",
    "isStore",
    "lastMessage",
    "member",
    "members",
    "message",
    "messages",
    "miChid",
    "miUserId",
    "miUserSecurityKey",
    "msg",
    "msgExtra",
    "msgExtraFlag",
    "msgId",
    "name",
    "object",
    "offlineAccounts",
    "offlineResources",
    "ownerAccount",
    "ownerId",
    "ownerUuid",
    "packetId",
    "packetIds",
    "payload",
    "ppsMiotDomainName",
    "read_msgId",
    "reason",
    "recall_msgId",
    "regionBucket",
    "regionKey",
    "relayDomainName",
    "reports",
    "resources",
    "sequenceExtraMap",
    "startUuid",
    "toAccount",
    "toAccounts",
    "toAppId",
    "toResource",
    "toUuid",
    "token",
    "topic",
    "topicId",
    "topicIds",
    "topicInfo",
    "topicName",
    "topics",
    "updateMsg",
    "updates",
    "url",
    "uuid",
    "valid",
];

/// Words of request lines, headers and addresses, in small letters, in order.
const REQUESTS: &[&str] = &[
    "aac",
    "accept",
    "amr",
    "api",
    "app",
    "appkey",
    "application",
    "appsecret",
    "authorization",
    "base64",
    "batchupdate",
    "bearer",
    "blackaccount",
    "blacklist",
    "bmp",
    "charset",
    "chat",
    "cn",
    "com",
    "connection",
    "contact",
    "content",
    "content-length",
    "content-type",
    "curl",
    "delete",
    "extra",
    "file",
    "ftp",
    "gbk",
    "get",
    "gif",
    "gzip",
    "host",
    "htm",
    "html",
    "http",
    "https",
    "jpeg",
    "jpg",
    "json",
    "keep-alive",
    "localhost",
    "mimc",
    "more",
    "mp3",
    "mp4",
    "msg",
    "multimsgpush",
    "multitopicpush",
    "multiupdate",
    "net",
    "online",
    "onlineinfo",
    "org",
    "p2p",
    "p2t",
    "p2u",
    "patch",
    "pdf",
    "plain",
    "png",
    "post",
    "push",
    "put",
    "query",
    "queryoncount",
    "queryonsequence",
    "queryontime",
    "server",
    "session",
    "singlemsgpush",
    "text",
    "token",
    "topic",
    "topicblacklist",
    "topics",
    "txt",
    "ucs",
    "uctopic",
    "update",
    "user-agent",
    "userlist",
    "utf-8",
    "utf8",
    "v2",
    "wav",
    "www",
    "xiaomi",
    "zip",
];

#[cfg(test)]
mod tests {
    use super::{MEMBERS, REQUESTS};

    #[test]
    fn lists_are_in_order() {
        assert!(MEMBERS.is_sorted() && REQUESTS.is_sorted());
    }
}
