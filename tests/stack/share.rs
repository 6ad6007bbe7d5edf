//! A family's link opens its summary once, through real HTTP: previews burn nothing, and what was taken back, used or
//! has ended shows one and the same page.

use std::net::SocketAddr;
use std::sync::Arc;

use chrono::TimeDelta;
use kinkeeper::core::service::{Lack, Service};
use kinkeeper::web::share::{self, Shares};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::stand::{AMINA, Names, Stand};
use crate::support::Engine;

/// What a summary must not smuggle into a page.
const GOAL: &str = "Reads <script>alert(1)</script> & rests";

async fn stand(engine: Engine) -> (Stand, SocketAddr) {
    let names = Names {
        amina: "Amina",
        alias: "The blue gate",
        goal: GOAL,
    };
    let mut stand = Stand::open_with(engine, names).await;
    Arc::make_mut(&mut stand.base.programme).public_url = Some("https://pages.example/".into());
    stand.be_reborn();
    let mut tx = stand.base.store.begin().await.expect("a transaction");
    let service = Service {
        name: "Hill school".into(),
        lack: Lack::School,
        area: "Riverside".into(),
        contact: "0700 222 333".into(),
        hours: String::new(),
        languages: String::new(),
        notes: String::new(),
    };
    tx.list_service(service).await.expect("listed");
    tx.commit().await.expect("committed");
    let routes = share::routes(Shares::of(&stand.base, &stand.clock));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let addr = listener.local_addr().expect("its address");
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (stand, addr)
}

/// The family releases its goals on the volunteer's phone; gives the path of the link.
async fn released(stand: &mut Stand, language: &str) -> String {
    stand.write(AMINA, "/menu");
    stand.rest().await;
    for words in [
        "Cases",
        "K7M2QX",
        "Help from services",
        "Find a service",
        "School",
        "Hill school",
        "Share a summary",
        "Caregiver",
        "Goals",
        "Done",
        language,
        "7 days",
        "Send",
    ] {
        stand.tap(AMINA, words).await;
    }
    let said = stand.newest(AMINA).text;
    let url = said.lines().last().expect("the link");
    let path = url.strip_prefix("https://pages.example").expect("ours");
    assert_eq!(path.len(), "/share/".len() + 22, "128 bits: {path}");
    path.to_owned()
}

/// One request; gives the status and the whole answer.
async fn ask(addr: SocketAddr, method: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(addr).await.expect("it listens");
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("answered");
    let status = answer
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    (status.expect("a status"), answer)
}

/// What no page but the summary may show.
fn tells_nothing(answer: &str) {
    for secret in ["Reads", "K7M2QX", "Hill school", "Amina", "blue gate"] {
        assert!(!answer.contains(secret), "{secret}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_summary_opens_once_by_its_button_and_is_kept_nowhere() {
    for engine in Engine::at_hand() {
        let (mut stand, addr) = stand(engine).await;
        let path = released(&mut stand, "العربية").await;
        // Whoever follows links without reading them burns nothing.
        for method in ["GET", "HEAD", "GET"] {
            let (status, answer) = ask(addr, method, &path).await;
            assert_eq!(status, 200, "{method}");
            tells_nothing(&answer);
        }
        let (first, second) = tokio::join!(ask(addr, "POST", &path), ask(addr, "POST", &path));
        let (opened, refused) = if first.0 == 200 {
            (first, second)
        } else {
            (second, first)
        };
        assert_eq!((opened.0, refused.0), (200, 404), "one of two at once");
        tells_nothing(&refused.1);
        let page = opened.1;
        assert!(
            page.contains("dir=\"rtl\"") && page.contains("lang=\"ar\""),
            "{page}"
        );
        assert!(page.contains("أهداف"), "in the language chosen: {page}");
        assert!(page.contains("Reads &lt;script&gt;alert(1)&lt;/script&gt; &amp; rests"));
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("K7M2QX"), "only what was released: {page}");
        for header in [
            "cache-control: no-store",
            "referrer-policy: no-referrer",
            "content-security-policy: default-src 'none'",
        ] {
            assert!(page.contains(header), "{header} is missing: {page}");
        }
        assert_eq!(ask(addr, "GET", &path).await.0, 404, "it is used up");
        // The family sees that it was read, and when.
        stand.write(AMINA, "/menu");
        stand.rest().await;
        for words in ["Cases", "K7M2QX", "Plan"] {
            stand.tap(AMINA, words).await;
        }
        let plan = stand.newest(AMINA).text;
        assert!(plan.contains("opened"), "{plan}");
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_back_undone_or_has_ended_shows_the_same_page_as_what_never_was() {
    for engine in Engine::at_hand() {
        let (mut stand, addr) = stand(engine).await;
        let never = "/share/AAAAAAAAAAAAAAAAAAAAAA";
        let (status, unknown) = ask(addr, "GET", never).await;
        assert_eq!(status, 404);
        let body = |answer: &str| {
            answer
                .split_once("\r\n\r\n")
                .map(|(_, body)| body.to_owned())
        };

        let taken_back = released(&mut stand, "English").await;
        stand.write(AMINA, "/menu");
        stand.rest().await;
        for words in ["Cases", "K7M2QX", "Plan", "Take back"] {
            stand.tap(AMINA, words).await;
        }
        let undone = released(&mut stand, "English").await;
        assert_eq!(ask(addr, "GET", &undone).await.0, 200);
        stand.tap(AMINA, "Undo").await;
        let ended = released(&mut stand, "English").await;
        stand.clock.advance(TimeDelta::days(7));
        for path in [&taken_back, &undone, &ended] {
            for method in ["GET", "POST"] {
                let (status, answer) = ask(addr, method, path).await;
                assert_eq!(status, 404, "{method} {path}");
                assert_eq!(body(&answer), body(&unknown), "{method} {path}");
            }
        }
        stand.is_whole().await;
    }
}
