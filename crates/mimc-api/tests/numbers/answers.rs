//! Numbers in answers: one of each sort.

use mimc_api::contact::{ListContacts, ListContactsV2};
use mimc_api::history::{QueryP2pHistory, QueryP2tHistory};
use mimc_api::token::FetchToken;
use mimc_api::topic::{DismissTopic, GetTopic};
use mimc_api::unlimited::{GetUnlimitedOnline, ListUnlimitedMembers, ListUnlimitedTopics};

use super::members::{CODE, ID, Member, SMALL, TIME};
use super::read::{answer, answer_code};

const TOPIC: &str = r#"{"code":200,"message":"success","data":{"topicInfo":{"topicId":#,"ownerUuid":"2","topicName":"g","bulletin":null},"members":[]}}"#;
const OWNER: &str = r#"{"code":200,"message":"success","data":{"topicInfo":{"topicId":"1","ownerUuid":#,"topicName":"g","bulletin":null},"members":[]}}"#;
const MEMBER: &str = r#"{"code":200,"message":"success","data":{"topicInfo":{"topicId":"1","ownerUuid":"2","topicName":"g","bulletin":null},"members":[{"uuid":#,"account":"a"}]}}"#;
const PAGE_APP: &str =
    r#"{"code":200,"message":"success","data":{"appId":#,"row":0,"messages":[]}}"#;
const PAGE_TOPIC: &str =
    r#"{"code":200,"message":"success","data":{"appId":1,"topicId":#,"row":0,"messages":[]}}"#;
const PAGE_ROW: &str =
    r#"{"code":200,"message":"success","data":{"appId":1,"row":#,"messages":[]}}"#;
const PAGE_TIME: &str =
    r#"{"code":200,"message":"success","data":{"appId":1,"row":0,"timestamp":#,"messages":[]}}"#;
const SEQUENCE: &str = r#"{"code":200,"message":"success","data":{"appId":1,"row":1,"messages":[{"sequence":#,"payload":"aGk=","ts":1}]}}"#;
const TS: &str = r#"{"code":200,"message":"success","data":{"appId":1,"row":1,"messages":[{"sequence":"1","payload":"aGk=","ts":#}]}}"#;
const ANSWER_CODE: &str = r#"{"code":#,"message":"success","data":null}"#;
const CHID: &str = r#"{"code":200,"message":"success","data":{"appId":"1","appPackage":"","appAccount":"a","miChid":#,"miUserId":"2","miUserSecurityKey":"k","token":"t"}}"#;
const BUCKET: &str = r#"{"code":200,"message":"success","data":{"appId":"1","appPackage":"","appAccount":"a","miChid":9,"miUserId":"2","miUserSecurityKey":"k","token":"t","regionBucket":#}}"#;
const USER: &str = r#"{"code":200,"message":"success","data":{"appId":"1","appPackage":"","appAccount":"a","miChid":9,"miUserId":#,"miUserSecurityKey":"k","token":"t"}}"#;
const ONLINE: &str = r#"{"code":200,"message":"success","data":{"topicId":"1","userCnt":#}}"#;
const MANY: &str =
    r#"{"code":200,"message":"success","data":{"members":[],"memberNum":#,"isEnd":true}}"#;
const NEXT: &str = r#"{"code":200,"message":"success","data":{"members":[],"memberNum":0,"isEnd":false,"startUuid":#}}"#;
const TOPICS: &str = r#"{"code":200,"message":"success","data":["1",#]}"#;
const PEER: &str = r#"{"code":200,"message":"success","data":[{"userType":"USER","id":#,"name":"a","timestamp":"1"}]}"#;
const CONTACT: &str = r#"{"code":200,"message":"success","data":[{"userType":"USER","id":"1","name":"a","timestamp":#}]}"#;
const LAST: &str = r#"{"code":200,"message":"success","data":[{"userType":"USER","id":"1","name":"a","timestamp":"1","lastMessage":{"fromUuid":#,"fromAccount":"a","sequence":"1","payload":"aGk="}}]}"#;
const LIST: &str = r#"{"code":200,"message":"success","data":{"appId":"1","appAccount":"a","uuid":#,"row":0,"timestamp":1,"contacts":[]}}"#;

pub(super) const MEMBERS: &[Member] = &[
    Member {
        pointer: "/data/topicInfo/topicId",
        range: ID,
        document: TOPIC,
        read: answer::<GetTopic>,
    },
    Member {
        pointer: "/data/topicInfo/ownerUuid",
        range: ID,
        document: OWNER,
        read: answer::<GetTopic>,
    },
    Member {
        pointer: "/data/members/0/uuid",
        range: ID,
        document: MEMBER,
        read: answer::<GetTopic>,
    },
    Member {
        pointer: "/data/appId",
        range: ID,
        document: PAGE_APP,
        read: answer::<QueryP2pHistory>,
    },
    Member {
        pointer: "/data/topicId",
        range: ID,
        document: PAGE_TOPIC,
        read: answer::<QueryP2tHistory>,
    },
    Member {
        pointer: "/data/row",
        range: SMALL,
        document: PAGE_ROW,
        read: answer::<QueryP2pHistory>,
    },
    Member {
        pointer: "/data/timestamp",
        range: TIME,
        document: PAGE_TIME,
        read: answer::<QueryP2pHistory>,
    },
    Member {
        pointer: "/data/messages/0/sequence",
        range: ID,
        document: SEQUENCE,
        read: answer::<QueryP2pHistory>,
    },
    Member {
        pointer: "/data/messages/0/ts",
        range: TIME,
        document: TS,
        read: answer::<QueryP2pHistory>,
    },
    Member {
        pointer: "/code",
        range: CODE,
        document: ANSWER_CODE,
        read: answer_code::<DismissTopic>,
    },
    Member { pointer: "/data/miChid", range: SMALL, document: CHID, read: answer::<FetchToken> },
    Member {
        pointer: "/data/regionBucket",
        range: SMALL,
        document: BUCKET,
        read: answer::<FetchToken>,
    },
    Member { pointer: "/data/miUserId", range: ID, document: USER, read: answer::<FetchToken> },
    Member {
        pointer: "/data/userCnt",
        range: SMALL,
        document: ONLINE,
        read: answer::<GetUnlimitedOnline>,
    },
    Member {
        pointer: "/data/memberNum",
        range: SMALL,
        document: MANY,
        read: answer::<ListUnlimitedMembers>,
    },
    Member {
        pointer: "/data/startUuid",
        range: ID,
        document: NEXT,
        read: answer::<ListUnlimitedMembers>,
    },
    Member { pointer: "/data/1", range: ID, document: TOPICS, read: answer::<ListUnlimitedTopics> },
    Member { pointer: "/data/0/id", range: ID, document: PEER, read: answer::<ListContacts> },
    Member {
        pointer: "/data/0/timestamp",
        range: TIME,
        document: CONTACT,
        read: answer::<ListContacts>,
    },
    Member {
        pointer: "/data/0/lastMessage/fromUuid",
        range: ID,
        document: LAST,
        read: answer::<ListContacts>,
    },
    Member { pointer: "/data/uuid", range: ID, document: LIST, read: answer::<ListContactsV2> },
];
