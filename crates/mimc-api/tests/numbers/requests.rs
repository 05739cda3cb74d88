//! Numbers in requests and callbacks: one of each sort.

use mimc_api::history::{QueryP2pHistoryOnCount, QueryP2pHistoryOnSequence};
use mimc_api::message_extra::UpdateP2pMessageExtra;
use mimc_api::push::{PushP2t, PushP2tMore};
use mimc_api::token::FetchToken;
use mimc_api::topic::UpdateTopic;
use mimc_api::topic_blacklist::AddToTopicBlacklist;

use super::members::{COUNT, ID, Member, TIME};
use super::read::{app_id, callback, input};

const BEFORE: &str = r#"{"toAccount":"b","fromAccount":"a","utcToTime":#,"count":1}"#;
const HOW_MANY: &str = r#"{"toAccount":"b","fromAccount":"a","utcToTime":"1","count":#}"#;
const STOP: &str = r#"{"toAccount":"b","fromAccount":"a","startSeq":"0","stopSeq":#}"#;
const EXTRA: &str = r#"{"toAccount":"b","fromAccount":"a","sequence":#,"extra":""}"#;
const UPDATED: &str = r#"{"topicId":#,"topicName":"g"}"#;
const NEW_OWNER: &str = r#"{"ownerUuid":#}"#;
const BLACK: &str = r#"{"blackAccount":"a","blackTopicId":#}"#;
const PUSH: &str =
    r#"{"appId":"1","appKey":"k","appSecret":"s","fromAccount":"a","topicId":#,"msg":"hi"}"#;
const PUSH_MORE: &str =
    r#"{"appId":"1","appKey":"k","appSecret":"s","fromAccount":"a","topicIds":["1",#],"msg":"hi"}"#;
const APP: &str = r#"{"appId":#,"appKey":"k","appSecret":"s","appAccount":"a"}"#;

pub(super) const MEMBERS: &[Member] = &[
    Member {
        pointer: "/utcToTime",
        range: TIME,
        document: BEFORE,
        read: input::<QueryP2pHistoryOnCount>,
    },
    Member {
        pointer: "/count",
        range: COUNT,
        document: HOW_MANY,
        read: input::<QueryP2pHistoryOnCount>,
    },
    // A span that ends before the first sequence has nothing in it.
    Member {
        pointer: "/stopSeq",
        range: (1, ID.1),
        document: STOP,
        read: input::<QueryP2pHistoryOnSequence>,
    },
    Member {
        pointer: "/sequence",
        range: ID,
        document: EXTRA,
        read: input::<UpdateP2pMessageExtra>,
    },
    Member { pointer: "/topicId", range: ID, document: UPDATED, read: input::<UpdateTopic> },
    Member { pointer: "/ownerUuid", range: ID, document: NEW_OWNER, read: input::<UpdateTopic> },
    Member {
        pointer: "/blackTopicId",
        range: ID,
        document: BLACK,
        read: input::<AddToTopicBlacklist>,
    },
    Member { pointer: "/topicId", range: ID, document: PUSH, read: input::<PushP2t> },
    Member { pointer: "/topicIds/1", range: ID, document: PUSH_MORE, read: input::<PushP2tMore> },
    Member { pointer: "/appId", range: ID, document: APP, read: app_id::<FetchToken> },
    Member {
        pointer: "/appId",
        range: ID,
        document: r#"{"msgType":"NORMAL_TOPIC_MSG","payload":"aGk=","appId":#}"#,
        read: callback,
    },
    Member {
        pointer: "/sequence",
        range: ID,
        document: r#"{"msgType":"NORMAL_MSG","payload":"aGk=","sequence":#}"#,
        read: callback,
    },
    Member {
        pointer: "/timestamp",
        range: TIME,
        document: r#"{"msgType":"NORMAL_MSG","payload":"aGk=","timestamp":#}"#,
        read: callback,
    },
];
