//! A bot library that is not ours drives the simulator: so it is a Telegram, and not a mirror of our own client.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command},
    time::Duration,
};

use kinkeeper::{
    clock::Clock,
    simulator::{CallbackAnswer, NewPerson, Press, ShownMessage, Simulator},
};
use tokio::{sync::broadcast::error::RecvError, time::timeout};

const TOKEN: &str = "7000000002:second-client";
const AMINA: i64 = 11;
/// The library starts, asks who it is and polls; a busy machine takes its time.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn python_telegram_bot_echoes_edits_and_answers_a_press() {
    let python = tokio::task::spawn_blocking(library).await.unwrap();
    let simulator = Simulator::new(Clock::system(), TOKEN.to_owned());
    let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    simulator.add_person(NewPerson {
        id: Some(AMINA),
        first_name: "Amina".to_owned(),
        ..NewPerson::default()
    });
    let _bot = Bot::start(&python, &format!("http://{}", listening.addr));

    simulator.write(AMINA, "Habari 👋🏾 <b>ya</b> leo?").unwrap();
    let echo = wait(&simulator, || from_bot(&simulator)).await;
    assert_eq!(echo.text, "Habari 👋🏾 <b>ya</b> leo?");
    assert!(!echo.edited);

    let pressed = simulator.press(AMINA, Press::labelled("Again")).unwrap();
    let query = pressed.callback_query_id().unwrap();
    let toast = wait(&simulator, || simulator.answer_to(query).unwrap()).await;
    let expected = CallbackAnswer {
        text: "Again it is".to_owned(),
        show_alert: false,
        url: None,
    };
    assert_eq!(toast, expected);
    let edited = wait(&simulator, || {
        from_bot(&simulator).filter(|message| message.edited)
    })
    .await;
    assert_eq!(edited.text, "Habari 👋🏾 <b>ya</b> leo?!");
    assert_eq!(edited.id, echo.id);

    let refused: Vec<_> = simulator
        .calls()
        .into_iter()
        .filter(|call| !call.ok)
        .collect();
    assert!(refused.is_empty(), "{refused:?}");
}

/// The newest message of the bot on Amina's phone.
fn from_bot(simulator: &Simulator) -> Option<ShownMessage> {
    let mut messages = simulator.chat(AMINA, 0).unwrap().messages.into_iter();
    messages.rfind(|message| message.from == "bot")
}

/// Looks again at each change, until there is something.
async fn wait<T>(simulator: &Simulator, look: impl Fn() -> Option<T>) -> T {
    let mut changes = simulator.changes();
    let found = timeout(PATIENCE, async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            match changes.recv().await {
                Ok(_) | Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => panic!("the simulator is gone"),
            }
        }
    });
    let calls = || simulator.calls();
    found
        .await
        .unwrap_or_else(|_| panic!("the bot did not answer; it called {:?}", calls()))
}

/// The echo bot's process, which ends with the test.
struct Bot(Child);

impl Bot {
    fn start(python: &Path, url: &str) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulator/echo_ptb.py");
        let child = Command::new(python)
            .arg(script)
            .args([url, TOKEN])
            .env("NO_PROXY", "127.0.0.1")
            .spawn();
        Self(child.expect("the Python that was just installed into starts"))
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has told by then.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Installs the library into a folder of the target, once; gives its Python.
fn library() -> PathBuf {
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("second-client/venv");
    let python = venv.join("bin/python");
    if !venv.join("bin/pip").exists() {
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&venv)
            .status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "python3 -m venv does not work; install python3 and python3-venv"
        );
    }
    let requirements =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulator/requirements.txt");
    let installed = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(requirements)
        .env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
        .status();
    assert!(
        installed.is_ok_and(|status| status.success()),
        "python-telegram-bot cannot be installed; this test needs PyPI, or a pip that is configured for a copy of it"
    );
    python
}
