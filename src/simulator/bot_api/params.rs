//! Takes a request in any of the encodings that the Bot API accepts, gives its parameters and files.

use std::collections::HashMap;

use axum::{
    Form,
    body::{Bytes, to_bytes},
    extract::{FromRequest, Multipart, Query, Request},
    http::{Method, header::CONTENT_TYPE},
};
use serde_json::{Map, Value};

use super::Refusal;

/// The most that one request may carry: Telegram takes uploads of up to 50 MB.
pub(in crate::simulator) const REQUEST_LIMIT: usize = 51 << 20;

/// What a call brought: every value as text, as the real server keeps them, and uploads by field name.
#[derive(Debug, Default)]
pub(in crate::simulator) struct Params {
    values: HashMap<String, String>,
    files: HashMap<String, Upload>,
}

/// One uploaded file.
#[derive(Clone, Debug)]
pub(in crate::simulator) struct Upload {
    pub name: Option<String>,
    pub mime: Option<String>,
    pub bytes: Bytes,
}

impl Params {
    /// Reads the query string and the body (JSON, urlencoded or multipart).
    pub async fn read(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        if let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(request.uri()) {
            params.values.extend(pairs);
        }
        let kind = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_ascii_lowercase();
        if kind.starts_with("multipart/form-data") {
            params.read_multipart(request).await?;
            return Ok(params);
        }
        if kind.starts_with("application/x-www-form-urlencoded") && request.method() == Method::POST
        {
            let Ok(Form(pairs)) = Form::<Vec<(String, String)>>::from_request(request, &()).await
            else {
                return Err(Refusal::bad_request("can't parse request parameters"));
            };
            params.values.extend(pairs);
        } else if kind.starts_with("application/json") {
            let body = to_bytes(request.into_body(), REQUEST_LIMIT)
                .await
                .map_err(|_| Refusal::too_large())?;
            match serde_json::from_slice(&body) {
                Ok(Value::Object(object)) => params.take_object(object),
                Err(_) if body.is_empty() => {}
                Ok(_) | Err(_) => {
                    return Err(Refusal::bad_request(
                        "can't parse request parameters JSON object",
                    ));
                }
            }
        }
        Ok(params)
    }

    /// Parameters of a call that came as the answer to a webhook.
    pub fn from_object(object: Map<String, Value>) -> Self {
        let mut params = Self::default();
        params.take_object(object);
        params
    }

    fn take_object(&mut self, object: Map<String, Value>) {
        for (name, value) in object {
            match value {
                Value::Null => {}
                Value::String(text) => drop(self.values.insert(name, text)),
                other => drop(self.values.insert(name, other.to_string())),
            }
        }
    }

    async fn read_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = || Refusal::bad_request("can't parse multipart form data");
        let mut form = Multipart::from_request(request, &())
            .await
            .map_err(|_| broken())?;
        while let Some(field) = form.next_field().await.map_err(|_| broken())? {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().map(str::to_owned);
            let mime = field.content_type().map(str::to_owned);
            let bytes = field.bytes().await.map_err(|_| broken())?;
            if file_name.is_some() {
                let upload = Upload {
                    name: file_name,
                    mime,
                    bytes,
                };
                self.files.insert(name, upload);
            } else {
                self.values
                    .insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        Ok(())
    }

    /// A value as it came; None when it is missing or empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    /// A whole number; what is none counts as missing, as the real server has it.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    /// True for `true`, `yes` and `1`.
    pub fn flag(&self, name: &str) -> bool {
        let text = self.text(name).unwrap_or_default().to_lowercase();
        matches!(text.as_str(), "true" | "yes" | "1")
    }

    /// A JSON object, or a 400 that says `refusal`.
    pub fn object(&self, name: &str, refusal: &str) -> Result<Option<Map<String, Value>>, Refusal> {
        self.json(name, refusal)?
            .map(|value| match value {
                Value::Object(object) => Ok(object),
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Array(_) => Err(Refusal::bad_request(refusal)),
            })
            .transpose()
    }

    /// A JSON array, or a 400 that says `refusal`.
    pub fn array(&self, name: &str, refusal: &str) -> Result<Option<Vec<Value>>, Refusal> {
        self.json(name, refusal)?
            .map(|value| match value {
                Value::Array(array) => Ok(array),
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Object(_) => Err(Refusal::bad_request(refusal)),
            })
            .transpose()
    }

    fn json(&self, name: &str, refusal: &str) -> Result<Option<Value>, Refusal> {
        self.text(name)
            .map(|text| serde_json::from_str(text).map_err(|_| Refusal::bad_request(refusal)))
            .transpose()
    }

    /// The upload for `name`: a file part of that name, or the part that `attach://…` points at.
    pub fn upload(&self, name: &str) -> Option<&Upload> {
        let part = self
            .text(name)
            .and_then(|text| text.strip_prefix("attach://"));
        self.files.get(part.unwrap_or(name))
    }
}
