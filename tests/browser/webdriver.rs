//! A browser by WebDriver: commands go to a chromedriver of our own, elements and values come back.
//!
//! The protocol is a dozen JSON calls over HTTP on loopback, so it is spoken here without a library.
//! Nothing waits by sleeping: the browser itself holds back an answer until an element is there.

use std::fmt;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long an element may take to appear; a busy machine with two cores needs seconds.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long chromedriver may take for one answer; it includes the patience.
const ANSWER: Duration = Duration::from_secs(90);
/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What chromedriver refuses: WebDriver's word for it, and the reason.
struct Refusal {
    error: String,
    message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.error, self.message)
    }
}

/// Starts of chromedriver before it is given up.
const STARTS: usize = 5;

/// A headless Chromium with a profile of its own; both end when it is dropped, also by a panic.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    profile: TempDir,
}

impl Browser {
    /// Starts chromedriver on a free port, and Chromium with a window of this size.
    pub fn start(width: u32, height: u32) -> Self {
        let (driver, port) = (0..STARTS)
            .find_map(|_| started())
            .expect("chromedriver starts and names its port");
        let profile = TempDir::new().expect("a folder for the browser's profile");
        let mut browser = Self {
            driver,
            port,
            session: String::new(),
            profile,
        };
        let arguments = [
            "--headless=new".into(),
            "--no-sandbox".into(),
            "--disable-gpu".into(),
            "--disable-dev-shm-usage".into(),
            "--no-first-run".into(),
            "--disable-background-networking".into(),
            "--disable-component-update".into(),
            "--disable-sync".into(),
            "--lang=en".into(),
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", browser.profile.path().display()),
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "timeouts": {"implicit": PATIENCE.as_millis()},
            "goog:chromeOptions": {"args": arguments},
        }}});
        let session = browser
            .call("POST", "/session", &wanted)
            .unwrap_or_else(|refusal| panic!("no browser starts: {refusal}"));
        browser.session = session["sessionId"]
            .as_str()
            .expect("a session has an id")
            .to_owned();
        browser
    }

    /// Opens a page and waits until it is loaded.
    pub fn open(&self, url: &str) {
        self.must("POST", "/url", &json!({"url": url}));
    }

    /// Makes the page believe that it is on a phone's screen.
    pub fn phone_screen(&self, width: u32, height: u32) {
        self.must(
            "POST",
            "/goog/cdp/execute",
            &json!({
                "cmd": "Emulation.setDeviceMetricsOverride",
                "params": {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": true},
            }),
        );
    }

    /// Waits until something is at this XPath.
    pub fn wait_for(&self, xpath: &str) {
        self.find(xpath);
    }

    /// Clicks what is at this XPath, once it is there and can be clicked.
    pub fn click(&self, xpath: &str) {
        self.with_element(xpath, "POST", "click", &json!({}));
    }

    /// Types into what is at this XPath.
    pub fn type_into(&self, xpath: &str, text: &str) {
        self.with_element(xpath, "POST", "value", &json!({"text": text}));
    }

    /// All text of what is at this XPath, once it is there; also while it is still fading in.
    pub fn text(&self, xpath: &str) -> String {
        let text = self.with_element(xpath, "GET", "property/textContent", &Value::Null);
        text.as_str().expect("a text").to_owned()
    }

    /// What this piece of JavaScript returns.
    pub fn evaluate(&self, script: &str) -> Value {
        self.must(
            "POST",
            "/execute/sync",
            &json!({"script": script, "args": []}),
        )
    }

    /// Presses a key and lets it go, wherever the focus is.
    pub fn key(&self, key: char) {
        let actions = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.must(
            "POST",
            "/actions",
            &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}),
        );
    }

    /// Does something with an element; when the page has just redrawn it, with the one that took its place.
    fn with_element(&self, xpath: &str, method: &str, act: &str, body: &Value) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.find(xpath);
            let path = format!("/session/{}/element/{element}/{act}", self.session);
            match self.call(method, &path, body) {
                Ok(value) => return value,
                Err(refusal) if passing(&refusal) && Instant::now() < deadline => {}
                Err(refusal) => panic!("{act} on {xpath}: {refusal}"),
            }
        }
    }

    /// WebDriver's name of the element at this XPath, once it is there.
    fn find(&self, xpath: &str) -> String {
        let wanted = json!({"using": "xpath", "value": xpath});
        let found = self.must("POST", "/element", &wanted);
        found[ELEMENT]
            .as_str()
            .expect("an element has a name")
            .to_owned()
    }

    fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}{path}", self.session);
        self.call(method, &path, body)
            .unwrap_or_else(|refusal| panic!("{method} {path} {body}: {refusal}"))
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, Refusal> {
        let port = self.port;
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let unreachable = |error: std::io::Error| Refusal {
            error: "unreachable".into(),
            message: error.to_string(),
        };
        let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(unreachable)?;
        stream.set_read_timeout(Some(ANSWER)).map_err(unreachable)?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).map_err(unreachable)?;
        let answer = read_answer(stream).map_err(unreachable)?;
        let value = &answer["value"];
        match value["error"].as_str() {
            None => Ok(value.clone()),
            Some(error) => Err(Refusal {
                error: error.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // Chromium ends with its session; what goes wrong here is mended below.
            let path = format!("/session/{}", self.session);
            drop(self.call("DELETE", &path, &Value::Null));
        }
        drop(self.driver.kill());
        drop(self.driver.wait());
        end_those_with(&self.profile.path().display().to_string());
    }
}

/// Whether the page was only being redrawn, or something was still in front.
fn passing(refusal: &Refusal) -> bool {
    [
        "stale element reference",
        "element click intercepted",
        "element not interactable",
    ]
    .contains(&refusal.error.as_str())
}

/// Starts chromedriver. It takes one free port for two kinds of address; where somebody else has one of the two
/// meanwhile, it ends, and there is nothing.
fn started() -> Option<(Child, u16)> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is installed; scripts/test does it");
    let port = announced_port(&mut driver);
    if port.is_none() {
        drop(driver.wait());
    }
    Some((driver, port?))
}

fn announced_port(driver: &mut Child) -> Option<u16> {
    let mut said = BufReader::new(driver.stdout.as_mut().expect("its output is piped"));
    let mut line = String::new();
    loop {
        line.clear();
        let read = said.read_line(&mut line).expect("chromedriver speaks");
        if read == 0 {
            return None;
        }
        let port = line
            .trim()
            .strip_prefix("ChromeDriver was started successfully on port ");
        if let Some(port) = port {
            return Some(port.trim_end_matches('.').parse().expect("a port"));
        }
    }
}

fn read_answer(stream: TcpStream) -> std::io::Result<Value> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    let mut line = String::new();
    while {
        line.clear();
        reader.read_line(&mut line)? > 2
    } {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().expect("a length in bytes");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(serde_json::from_slice(&body)?)
}

/// Ends the processes whose command line names this folder, which only our own Chromium does.
fn end_those_with(folder: &str) {
    let Ok(processes) = fs::read_dir("/proc") else {
        return;
    };
    for process in processes.flatten() {
        let Ok(command) = fs::read(process.path().join("cmdline")) else {
            continue;
        };
        if String::from_utf8_lossy(&command).contains(folder) {
            let id = process.file_name();
            drop(
                Command::new("kill")
                    .arg("-9")
                    .arg(id)
                    .stderr(Stdio::null())
                    .status(),
            );
        }
    }
}
