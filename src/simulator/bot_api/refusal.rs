//! What the Bot API says when it does not do what it was asked, as status and JSON body.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// A refused call: HTTP status, description in Telegram's words, and what the client may do about it.
#[derive(Clone, Debug)]
pub(in crate::simulator) struct Refusal {
    pub code: u16,
    pub description: String,
    pub parameters: Option<Value>,
}

impl Refusal {
    pub fn bad_request(why: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", why.as_ref()))
    }

    pub fn forbidden(why: &str) -> Self {
        Self::new(403, format!("Forbidden: {why}"))
    }

    pub fn conflict(why: &str) -> Self {
        Self::new(409, format!("Conflict: {why}"))
    }

    pub fn unauthorized() -> Self {
        Self::new(401, "Unauthorized".to_owned())
    }

    pub fn not_found() -> Self {
        Self::new(404, "Not Found".to_owned())
    }

    pub fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large".to_owned())
    }

    pub fn too_many(retry_after: u64) -> Self {
        Self {
            parameters: Some(json!({"retry_after": retry_after})),
            ..Self::new(429, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    pub fn moved(to_chat: i64) -> Self {
        Self {
            parameters: Some(json!({"migrate_to_chat_id": to_chat})),
            ..Self::bad_request("group chat was upgraded to a supergroup chat")
        }
    }

    pub fn query_too_old() -> Self {
        Self::bad_request("query is too old and response timeout expired or query ID is invalid")
    }

    pub fn not_modified() -> Self {
        Self::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
        )
    }

    fn new(code: u16, description: String) -> Self {
        Self {
            code,
            description,
            parameters: None,
        }
    }

    pub fn body(&self) -> Value {
        let mut body =
            json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code).unwrap_or(StatusCode::BAD_REQUEST);
        let mut response = (status, Json(self.body())).into_response();
        if let Some(seconds) = self
            .parameters
            .as_ref()
            .and_then(|given| given["retry_after"].as_u64())
        {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
