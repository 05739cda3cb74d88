//! serde: an envelope and JSON text as values inside other types, through serde_json; an account as text.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;

use crate::envelope::Envelope;
use crate::id::Account;
use crate::json::raw::RawJson;

/// Writes the manual's dialect of 2018-02-03. Only serde_json can carry it.
///
/// ```
/// #[derive(serde::Serialize, serde::Deserialize, PartialEq, Debug)]
/// struct Draft { saved: bool, message: mimc_msg::Envelope<'static> }
///
/// let json = r#"{"saved":true,"message":{"version":0,"msgId":"TEXT_1","msgType":"TEXT","timestamp":"1516763973000","payload":"hi"}}"#;
/// let draft: Draft = serde_json::from_str(json)?;
/// assert_eq!(serde_json::to_string(&draft)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = crate::encode(self).map_err(ser::Error::custom)?;
        let json = String::from_utf8(json).map_err(ser::Error::custom)?;
        RawValue::from_string(json).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

/// Reads any dialect, leniently, without a `bizType` beside it. Only serde_json can carry it.
impl<'de> Deserialize<'de> for Envelope<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        let decoded = crate::decode(json.get().as_bytes()).map_err(de::Error::custom)?;
        Ok(decoded.envelope.into_owned())
    }
}

/// Writes the JSON text as it is. Only serde_json can carry it.
impl Serialize for RawJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: &RawValue = serde_json::from_str(self.as_str()).map_err(ser::Error::custom)?;
        json.serialize(serializer)
    }
}

/// Keeps the JSON text as it came, checked as [`RawJson::parse`] checks it.
impl<'de> Deserialize<'de> for RawJson<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        Ok(RawJson::parse(json.get()).map_err(de::Error::custom)?.into_owned())
    }
}

/// Writes the text.
impl Serialize for Account<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Reads any text.
impl<'de> Deserialize<'de> for Account<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Account::new)
    }
}
