//! An example of a document, put together from one value for each name of a member.

use serde_json::{Map, Value, json};

/// An example of a schema that stands alone. Null stands where a member has no value here: a test names it.
pub(crate) fn of(schema: &Value) -> Value {
    Maker { definitions: schema.get("$defs") }.make("", schema)
}

struct Maker<'s> {
    definitions: Option<&'s Value>,
}

impl Maker<'_> {
    fn make(&self, name: &str, schema: &Value) -> Value {
        if let Some(value) = known(name) {
            return value;
        }
        if let Some(value) =
            schema.get("examples").or(schema.get("enum")).and_then(|values| values.get(0))
        {
            return value.clone();
        }
        if let Some(definition) =
            schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"))
        {
            let inner = self.definitions.and_then(|all| all.get(definition));
            return known(definition).or_else(|| Some(self.make(name, inner?))).unwrap_or_default();
        }
        if let Some(Value::Array(branches)) = schema.get("anyOf") {
            let null = json!({ "type": "null" });
            let branch = branches.iter().find(|branch| **branch != null);
            return branch.map(|branch| self.make(name, branch)).unwrap_or_default();
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => &kinds[0],
            kind => kind,
        };
        match kind.as_str() {
            Some("object") => self.object(schema),
            Some("array") => json!([self.make(&format!("{name}[]"), &schema["items"])]),
            Some("boolean") => true.into(),
            Some("string") if name == "messages[]" => "hi".into(),
            Some("string") if name == "data[]" => "READ".into(),
            kind if matches!(name, "ts" | "timestamp") => time(kind),
            _ => Value::Null,
        }
    }

    fn object(&self, schema: &Value) -> Value {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let is_there = |name: &str| schema["properties"].get(name).is_some();
        let is_required = |name: &str| {
            let mut required = schema["required"].as_array().into_iter().flatten();
            required.any(|found| found == name)
        };
        // A change of a group names the new owner once; only the manual of 2018-02-03 has these in the body.
        let is_old = |name: &str| {
            matches!(name, "topicId" | "ownerUuid")
                && is_there("ownerAccount")
                && is_there("bulletin")
        };
        let members: Map<String, Value> = properties
            .filter(|(name, _)| is_required(name) || !is_old(name))
            .map(|(name, property)| (name.clone(), self.make(name, property)))
            .collect();
        members.into()
    }
}

/// A value for each name of a member, or of the type of an id. Secrets and ids are made up.
fn known(name: &str) -> Option<Value> {
    Some(match name {
        "code" => json!(200),
        "message" | "updateMsg" => "success".into(),
        "updateCode" => "200".into(),
        "AppId" | "appId" | "fromAppId" | "toAppId" => "2882303761517669588".into(),
        "AppKey" => "5111766983588".into(),
        "AppSecret" => "bWFkZSB1cCBzZWNyZXQhIQ==".into(),
        "SecurityKey" => "bWFkZSB1cCBrZXkhISEhIQ==".into(),
        "Token" => "bWFkZSB1cCB0b2tlbg==".into(),
        "authentication" => "bWFkZSB1cCBwcm9vZiEhIQ==".into(),
        "TopicId" | "topicId" | "PeerId" => "21351198708203520".into(),
        "Uuid" | "uuid" => "10776577642332160".into(),
        "stopSeq" => "155123027575068002".into(),
        "Sequence" | "sequence" => "155123027575068001".into(),
        "PacketId" | "packetId" => "a1B2c-1".into(),
        "toAccount" | "toAccounts[]" | "blackAccount" | "member" => "bo".into(),
        "accounts" => "bo,cy".into(),
        "Account" | "RequestAccount" => "ada".into(),
        "appPackage" => "com.example.chat".into(),
        "fromResource" | "toResource" | "offlineResources[]" => "phone".into(),
        "topicName" | "name" => "hikers".into(),
        "bulletin" => "Sunday at nine".into(),
        "miChid" => json!(9),
        "regionBucket" => json!(154),
        "regionKey" => "REGION_CN".into(),
        "feDomainName" | "relayDomainName" | "ppsMiotDomainName" => "app.chat.example".into(),
        "utcFromTime" => "1545379200000".into(),
        "utcToTime" => "1545379260000".into(),
        "bizType" => "TEXT".into(),
        "msg" => "hi".into(),
        "extra" | "msgExtra" | "extraValue" => "READ".into(),
        "extraKey" => "state".into(),
        "sequenceExtraMap" => json!({ "155123027575068001": "READ" }),
        "extraKeyMap" | "extraFilterMap" => json!({ "state": "READ" }),
        "count" | "row" | "memberNum" | "userCnt" => json!(1),
        // base64 of {"version":0,"msgId":"TEXT_12345","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}
        "Payload" => "eyJ2ZXJzaW9uIjowLCJtc2dJZCI6IlRFWFRfMTIzNDUiLCJtc2dUeXBlIjoiVEVYVCIsInRpbWVzdGFtcCI6IjE1MTY3NjM5NzMwMDAiLCJwYXlsb2FkIjoiaGkifQ==".into(),
        _ => return None,
    })
}

/// When the server took a message, as text or number.
fn time(kind: Option<&str>) -> Value {
    if kind == Some("integer") { json!(1_545_379_200_123_u64) } else { "1545379200123".into() }
}
