//! A simulator on loopback with one volunteer, and the ways in which tests call it.

use chrono::{DateTime, Utc};
use kinkeeper::{
    clock::Clock,
    simulator::{Listening, NewPerson, Simulator},
};
use serde_json::{Value, json};
use teloxide::Bot;

pub const TOKEN: &str = "7000000001:simulated-token";
pub const AMINA: i64 = 11;

pub struct Stand {
    pub simulator: Simulator,
    pub bot: Bot,
    pub url: String,
    pub listening: Listening,
}

pub fn start_of_time() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_467_200, 0).unwrap()
}

impl Stand {
    /// Amina has pressed Start; nothing waits for the bot.
    pub async fn new() -> Self {
        let simulator = Simulator::new(Clock::frozen(start_of_time()), TOKEN.to_owned());
        simulator.add_person(NewPerson {
            id: Some(AMINA),
            first_name: "Amina".to_owned(),
            language_code: Some("sw".to_owned()),
            started: true,
            ..NewPerson::default()
        });
        Self::serving(simulator).await
    }

    /// Any simulator, on loopback.
    pub async fn serving(simulator: Simulator) -> Self {
        let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let url = format!("http://{}", listening.addr);
        let bot = Bot::new(TOKEN).set_api_url(url.parse().unwrap());
        Self {
            simulator,
            bot,
            url,
            listening,
        }
    }

    /// Calls a method; gives the HTTP status and the body, or None when the connection was closed.
    pub async fn try_call(&self, method: &str, params: Value) -> Option<(u16, String)> {
        let url = format!("{}/bot{TOKEN}/{method}", self.url);
        let response = match self.bot.client().post(url).json(&params).send().await {
            Ok(response) => response,
            // A server that only keeps silent has not closed anything.
            Err(error) => {
                assert!(!error.is_timeout(), "{method}: {error}");
                return None;
            }
        };
        let status = response.status().as_u16();
        Some((status, response.text().await.ok()?))
    }

    /// Calls a method that succeeds; gives its result.
    pub async fn call(&self, method: &str, params: Value) -> Value {
        let (status, body) = self.try_call(method, params).await.expect("an answer");
        let mut body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(
            (status, &body["ok"]),
            (200, &json!(true)),
            "{method}: {body}"
        );
        body["result"].take()
    }

    /// Calls a method that is refused; gives status and description.
    pub async fn refused(&self, method: &str, params: Value) -> (u16, String) {
        let (status, body) = self.try_call(method, params).await.expect("an answer");
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["ok"], false, "{method}: {body}");
        assert_eq!(body["error_code"], status);
        (status, body["description"].as_str().unwrap().to_owned())
    }

    /// Sends Amina a text; gives the message's id.
    pub async fn send(&self, text: &str) -> i64 {
        let sent = self
            .call("sendMessage", json!({"chat_id": AMINA, "text": text}))
            .await;
        sent["message_id"].as_i64().unwrap()
    }

    /// Sends Amina a text with one button, which she presses; gives the callback query's id.
    pub async fn pressed_button(&self) -> String {
        let keyboard = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]});
        let params = json!({"chat_id": AMINA, "text": "Sure?", "reply_markup": keyboard});
        self.call("sendMessage", params).await;
        let press = kinkeeper::simulator::Press::labelled("Yes");
        let pressed = self.simulator.press(AMINA, press).unwrap();
        pressed.callback_query_id().unwrap().to_owned()
    }

    /// The ids of a fresh poll.
    pub async fn poll(&self, params: Value) -> Vec<i64> {
        let updates = self.call("getUpdates", params).await;
        let updates = updates.as_array().unwrap().iter();
        updates
            .map(|update| update["update_id"].as_i64().unwrap())
            .collect()
    }

    /// Asks the control API.
    pub async fn control(&self, path: &str) -> Value {
        let response = self
            .bot
            .client()
            .get(format!("{}/control/{path}", self.url))
            .send()
            .await
            .unwrap();
        response.json().await.unwrap()
    }

    /// Tells the control API; gives the status and the answer.
    pub async fn tell(&self, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/control/{path}", self.url);
        let response = self
            .bot
            .client()
            .post(url)
            .json(&body)
            .send()
            .await
            .unwrap();
        (
            response.status().as_u16(),
            response.json().await.unwrap_or_default(),
        )
    }
}
