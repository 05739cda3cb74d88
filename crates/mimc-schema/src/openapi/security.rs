//! Who may ask: the security schemes, and which of them an endpoint takes.

use mimc_api::Auth;
use serde_json::{Value, json};

/// The headers that credentials travel in. Where they travel in the body, the body's schema has them.
pub(super) fn schemes() -> Value {
    let header = |name: &str, what: &str| json!({ "type": "apiKey", "in": "header", "name": name, "description": what });
    json!({
        "token": header("token", "The token of a user's session. Where a request has it and the application's credentials, it counts."),
        "appId": header("appId", "The application's id."),
        "appKey": header("appKey", "The application's key."),
        "appSecret": header("appSecret", "The application's secret. For the application's own server only."),
        "appAccount": header("appAccount", "The user for whom the application asks. Where it is not ASCII, base64 of its UTF-8, \
            and beside it the header appAccountEncode: base64."),
    })
}

/// What an endpoint takes: any one of the list.
pub(super) fn taken(auth: Auth) -> Value {
    match auth {
        Auth::Token => json!([{ "token": [] }]),
        Auth::TokenOrApp => {
            json!([{ "token": [] }, { "appKey": [], "appSecret": [], "appAccount": [] }])
        }
        Auth::TokenOrAppWithId => {
            json!([{ "token": [] }, { "appId": [], "appKey": [], "appSecret": [], "appAccount": [] }])
        }
        // They stand in the body.
        _ => json!([]),
    }
}

/// The header that goes with an account that is not ASCII.
pub(super) fn account_encoding(auth: Auth) -> Option<Value> {
    matches!(auth, Auth::TokenOrApp | Auth::TokenOrAppWithId).then(|| {
        json!({
            "name": "appAccountEncode", "in": "header", "required": false,
            "description": "Says that appAccount is base64, as it must be where it is not ASCII.",
            "schema": { "type": "string", "enum": ["base64"] },
        })
    })
}
