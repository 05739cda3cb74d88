//! What holds for any answer.

use super::Law;
use crate::api::Tape;
use http::Response;
use mimc_api::{Endpoint, Note, client, server};
use serde_json::Value;

/// What the server answers, the client reads, without a deviation of form; also in another order and with
/// members that nobody knows.
#[derive(Debug)]
pub struct AnswersArrive;

impl Law for AnswersArrive {
    fn holds<E: Endpoint>(&mut self, mut tape: Tape) {
        let data: E::Reply = tape.value();
        let response = server::reply::<E>(&data);
        let answer = client::reply::<E>(&response).expect(E::NAME);
        assert_eq!(answer.data, data, "{}", E::NAME);
        assert_eq!(answer.message, E::SUCCESS);
        let of_form = [
            Note::IdAsNumber,
            Note::NumberAsText,
            Note::CodeAsString,
            Note::NullMessages,
            Note::LegacyName,
            Note::BareData,
            Note::HttpStatus,
            Note::DataUnexpected,
            Note::MembersUnknown,
            Note::ThriftArtefacts,
        ];
        for note in of_form {
            assert!(!answer.notes.contains(note), "{}: {note}", E::NAME);
        }
        let mut body: Value = serde_json::from_slice(response.body()).expect("JSON");
        scatter(&mut body["data"]);
        let text =
            format!(r#"{{"nobody":[{{}}],"data":{},"message":null,"code":"200"}}"#, body["data"]);
        let answer = client::reply::<E>(&Response::new(text)).expect(E::NAME);
        assert_eq!(answer.data, data, "{}", E::NAME);
        for note in [Note::MembersUnknown, Note::CodeAsString, Note::MessageForm] {
            assert!(answer.notes.contains(note), "{}: {note}", E::NAME);
        }
        assert!(answer.strict().is_err());
    }
}

/// Adds a member that nobody knows to every object; serde_json sorts the members anew.
fn scatter(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(scatter);
            members.insert("aNobody".into(), true.into());
        }
        Value::Array(items) => items.iter_mut().for_each(scatter),
        _ => {}
    }
}
