//! The message formats: what each says, built by hand.

use mimc_msg::Body::{self, Ping, Pong, Read, Recall};
use mimc_msg::{
    Account, Codec, Content, Deviations, Dialect, Encoder, Envelope, Medium, MsgId, Notes, Receipt,
    Timestamp,
};
use serde_json::Value;

/// A message format by its kind, which is its name.
pub(crate) struct Row {
    pub(crate) kind: &'static str,
    /// The heading above it.
    pub(crate) section: &'static str,
    envelope: Envelope<'static>,
}

/// A row for each message format.
pub(crate) fn rows() -> Vec<Row> {
    const URL: &str = "https://github.com/Xiaomi-mimc/operation-manual/blob/master/img-folder/\
                       MIMC-Official-Accounts.jpg";
    let receipt = || Receipt::new(Content::Text, MsgId::new("TEXT_12345").expect("not empty"));
    let account = |name| Some(Account::new(name));
    let welcome = "欢迎使用小米即时消息云(MIMC)";
    let online = "检查用户在线";
    vec![
        row("PING", online, 1_516_763_973_000, Ping(account("A_account"))),
        row("PONG", online, 1_516_763_973_000, Pong(account("B_account"))),
        row("TEXT", "文本消息", 1_516_763_973_000, Body::text(welcome)),
        row("PIC_FILE", "多媒体消息", 1_516_763_973_000, Body::file(Medium::PIC, URL)),
        row("TEXT_RECALL", "撤回消息", 1_516_763_973_090, Recall(receipt())),
        row("TEXT_READ", "已读消息", 1_516_763_973_134, Read(receipt())),
    ]
}

fn row(kind: &'static str, section: &'static str, millis: u64, body: Body<'static>) -> Row {
    let id = MsgId::new(format!("{kind}_12345")).expect("not empty");
    let time = Timestamp::from_millis(millis).expect("in range");
    Row { kind, section, envelope: Envelope::new(id, time, body) }
}

impl Row {
    /// Strict decoding as the manual's dialect reads this, and finds nothing odd about it.
    pub(crate) fn assert_read(&self, json: &str) {
        let codec = Codec::new().dialect(Dialect::MANUAL_V1).strict();
        let decoded = codec.decode(json.as_bytes()).expect(self.kind);
        assert_eq!(decoded.envelope.kind().to_string(), self.kind);
        assert_eq!(decoded.envelope, self.envelope);
        assert_eq!(decoded.dialect, Some(Dialect::MANUAL_V1), "{}", self.kind);
        assert_eq!(decoded.deviations, Deviations::default(), "{}", self.kind);
        assert_eq!(decoded.notes, Notes::default(), "{}", self.kind);
    }

    /// Encoding in the manual's dialect gives the same JSON, and no type beside it.
    pub(crate) fn assert_written(&self, json: &str) {
        let encoded = Encoder::new(Dialect::MANUAL_V1).encode(&self.envelope).expect(self.kind);
        let written: Value = serde_json::from_slice(&encoded.bytes).expect(self.kind);
        assert_eq!(written, serde_json::from_str::<Value>(json).expect(self.kind));
        assert_eq!(encoded.biz_type, None, "{}", self.kind);
    }
}
