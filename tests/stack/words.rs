//! Hostile names and words: what people write about themselves never changes the layout of a message.

use crate::stand::{AMINA, GRACE, Names, Stand};
use crate::support::Engine;

/// Characters that turn, hide or break what stands around them.
const FORBIDDEN: [char; 11] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{200e}', '\u{200f}', '\u{feff}',
    '\u{200b}', '\u{2028}', '\u{85}',
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_names_and_words_keep_the_layout() {
    let long = "Amina ".repeat(700);
    let hostile = [
        "\u{202e}anima\u{202d}",
        "A\u{2066}\u{2067}\u{2068}mina",
        "A\u{2069}\u{2069}\u{2069}mina",
        "A\u{200b}\u{feff}mina\u{200e}\u{200f}",
        "<b>Amina</b> &amp; <a href=\"tg://user?id=1\">you</a>",
        "Amina</code></pre>{ $name } { -brand }",
        "👩‍👩‍👧‍👦🏳️‍🌈🇰🇪",
        "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
        "Amina\nI have it\r\nGrace\u{2028}all is well\u{85}",
        "أمينة بنت خالد",
        "/start @grace https://t.me/x t.me/y",
        long.as_str(),
    ];
    for engine in Engine::at_hand() {
        // Words are the same on both; PostgreSQL has to keep only the oddest of them.
        let names = match engine {
            Engine::Sqlite => &hostile[..],
            Engine::Postgres => &hostile[..2],
        };
        for &name in names {
            let mut stand = Stand::open_with(
                engine,
                Names {
                    amina: name,
                    alias: name,
                    goal: name,
                },
            )
            .await;
            stand.write(AMINA, "/visit");
            stand.rest().await;
            for words in ["since", "Yes, today", "Caregiver", "Done", "Danger now"] {
                stand.tap(AMINA, words).await;
            }
            let typed: String = format!("it is {name}").chars().take(4000).collect();
            stand.write(AMINA, &typed);
            stand.rest().await;
            stand.tap(GRACE, "Show").await;
            stand.tap(GRACE, "I have it").await;
            stand.tap(AMINA, "Nothing worries").await;
            stand.write(AMINA, &typed);
            stand.rest().await;
            stand.tap(AMINA, "As agreed").await;
            stand.tap(AMINA, "As planned").await;
            let refused: Vec<_> = stand
                .simulator
                .calls()
                .into_iter()
                .filter(|call| !call.ok)
                .collect();
            assert!(refused.is_empty(), "{name:?}: {refused:?}");
            for message in stand.of_bot(AMINA).into_iter().chain(stand.of_bot(GRACE)) {
                let text = &message.text;
                assert!(
                    !text.contains(FORBIDDEN),
                    "{name:?} leaves its marks in {text:?}"
                );
                assert!(is_isolated(text), "{name:?} is not kept apart in {text:?}");
                assert!(text.chars().count() <= 4096);
                let links = ["text_link", "text_mention", "code", "pre"];
                let made = message
                    .entities
                    .iter()
                    .filter_map(|entity| entity["type"].as_str());
                assert!(
                    made.into_iter().all(|kind| !links.contains(&kind)),
                    "{name:?} formats {text:?}"
                );
                let alone = |line: &str| line.trim() == "I have it" || line.trim() == "all is well";
                assert!(
                    !text.lines().any(alone),
                    "{name:?} makes lines of its own in {text:?}"
                );
            }
            assert_eq!(stand.inbox().await, (0, 0));
        }
    }
}

/// Every mark that keeps inserted text apart is closed, on its own line, and none is closed twice.
fn is_isolated(text: &str) -> bool {
    text.lines().all(|line| {
        let mut open = 0;
        for letter in line.chars() {
            match letter {
                '\u{2066}'..='\u{2068}' => open += 1,
                '\u{2069}' if open == 0 => return false,
                '\u{2069}' => open -= 1,
                _ => {}
            }
        }
        open == 0
    })
}
