//! The stories that a newcomer to the demo plays, each in a browser and a demo of its own.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use chrono_tz::Africa::Nairobi;

use crate::demo::Demo;
use crate::phone::{AMINA, GRACE, Phone, SALMA};
use crate::webdriver::Browser;

/// WebDriver's characters for the keys Tab and Enter.
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
/// More stops than the page has before the first button of Amina's chat.
const MOST_TABS: usize = 40;

/// One browser at a time: two would starve each other on a small machine.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn a_whole_visit_is_reported_in_swahili_in_twelve_taps_and_one_typed_text() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.open(&demo.url);
    let amina = Phone::of(&browser, AMINA);

    amina.tap("Ungependa kufanya nini?", "K7M2QX");
    amina.tap("Je, ziara ilifanyika?", "Ndiyo, leo");
    amina.tap("Uliwaona nani?", "⬜ 🧒 Mtoto peke yake");
    amina.tap("Uliwaona nani?", "⬜ 🤲 Mlezi");
    amina.tap("Uliwaona nani?", "Tayari (");
    amina.tap("Je, kuna mtu aliye hatarini?", "Hapana");
    amina.tap("Ni maeneo gani yanakutia wasiwasi?", "Sina wasiwasi");
    let asked = "Ni nini kinaendelea vizuri?";
    amina.write(asked, "Wanapika pamoja tena, na Juma anacheka.");
    amina.tap("Juma anakwenda shuleni", "Kama tulivyokubaliana");
    amina.tap("Bibi anapata dawa", "Zaidi sana");
    amina.tap("Mtoto alitaka tujue nini?", "Hakuna kwa sasa");
    amina.tap("Ziara ijayo ni lini?", "Kama ilivyopangwa");
    let checked = amina.sees("hakiki majibu yako");
    assert!(checked.contains("Wanapika pamoja tena"), "{checked}");
    amina.tap("hakiki majibu yako", "Tuma ripoti");

    let receipt = amina.sees("Imehifadhiwa: ");
    assert!(receipt.contains("K7M2QX"), "{receipt}");
    let (taps, texts) = amina.effort();
    assert!(taps <= 12 && texts <= 1, "{taps} taps and {texts} texts");
}

#[test]
fn danger_reaches_the_supervisor_at_that_very_answer_and_a_stranger_learns_nothing() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.open(&demo.url);
    let amina = Phone::of(&browser, AMINA);
    let grace = Phone::of(&browser, GRACE);
    grace.sees("What would you like to do?");
    grace.lock();

    amina.tap("Ungependa kufanya nini?", "K7M2QX");
    amina.tap("Je, ziara ilifanyika?", "Ndiyo, leo");
    amina.tap("Uliwaona nani?", "⬜ 🧒 Mtoto peke yake");
    amina.tap("Uliwaona nani?", "Tayari (");
    amina.tap("Je, kuna mtu aliye hatarini?", "Hatari sasa");

    let neutral = ("Kinkeeper".into(), "🔔 1 item needs you now. K7M2QX".into());
    assert_eq!(grace.notifications(), [neutral]);
    amina.sees("Uliona au kusikia nini?");
    grace.unlock();
    grace.tap("1 item needs you now.", "Show");
    let details = grace.sees("Danger reported by");
    assert!(details.contains("Amina Otieno"), "{details}");
}

#[test]
fn a_phone_sized_screen_shows_one_phone_and_a_tab_for_each() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.phone_screen(390, 844);
    browser.open(&demo.url);
    Phone::of(&browser, AMINA).sees("Ungependa kufanya nini?");
    assert_eq!(phones_in_sight(&browser), [AMINA]);
    let overflow = browser.evaluate("return document.scrollingElement.scrollWidth - innerWidth;");
    assert_eq!(overflow, 0, "pixels to the right of the screen");

    browser.click(&format!("//button[@data-tab='{GRACE}']"));
    assert_eq!(phones_in_sight(&browser), [GRACE]);
    Phone::of(&browser, GRACE).tap("What would you like to do?", "Help");
    Phone::of(&browser, GRACE).sees("You can always use these");
}

#[test]
fn clocks_show_the_phones_own_zone_and_say_which_it_is() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.open(&demo.url);
    Phone::of(&browser, AMINA).sees("Ungependa kufanya nini?");
    let script = "const amina = document.querySelector(`[data-person='7100001']`);
        const bar = document.getElementById('now');
        const sent = amina.querySelector('article footer time');
        return [bar.dateTime, bar.innerText, amina.querySelector('.status time').innerText, sent.dateTime, sent.innerText];";
    let [now, bar, phone, at, sent]: [String; 5] =
        serde_json::from_value(browser.evaluate(script)).expect("instants and clocks");
    let there = |instant: &str| {
        let instant: DateTime<Utc> = instant.parse().expect("an instant");
        instant.with_timezone(&Nairobi).format("%H:%M").to_string()
    };
    let labelled = |clock: &str| ["+3", "EAT"].iter().any(|zone| clock.contains(zone));
    assert!(bar.contains(&there(&now)) && labelled(&bar), "{bar}");
    assert!(phone.contains(&there(&now)) && labelled(&phone), "{phone}");
    assert_eq!(sent, there(&at));
}

#[test]
fn arabic_buttons_that_begin_with_a_code_read_from_the_right() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.open(&demo.url);
    let salma = Phone::of(&browser, SALMA);
    browser.wait_for(&salma.button("", "B3HY6D"));
    // The code begins the label, so it stands to the right of the words that follow it.
    let script = "const button = [...document.querySelectorAll(`[data-person='7100003'] .inline`)]
            .find((button) => button.innerText.includes('B3HY6D'));
        const text = button.firstChild;
        const place = (from, to) => {
            const range = document.createRange();
            range.setStart(text, from);
            range.setEnd(text, to);
            return range.getBoundingClientRect().x;
        };
        const code = text.data.indexOf('B3HY6D');
        const word = text.data.search(/[ء-ي]/);
        return [code < word, place(code, code + 1) > place(word, word + 1)];";
    let [first, to_the_right]: [bool; 2] =
        serde_json::from_value(browser.evaluate(script)).expect("two facts");
    assert!(first, "the label does not begin with the code");
    assert!(to_the_right, "the code stands to the left of its words");
}

#[test]
fn the_keyboard_alone_reaches_a_button_and_presses_it() {
    let _turn = turn();
    let demo = Demo::start();
    let browser = Browser::start(1440, 900);
    browser.open(&demo.url);
    let amina = Phone::of(&browser, AMINA);
    browser.wait_for(&amina.button("Ungependa kufanya nini?", "K7M2QX"));

    let focused = "return document.activeElement.closest('.inline')?.innerText ?? '';";
    let reached = (0..MOST_TABS).any(|_| {
        browser.key(TAB);
        let label = browser.evaluate(focused);
        label.as_str().is_some_and(|label| label.contains("K7M2QX"))
    });
    assert!(reached, "Tab does not stop at the button");
    browser.key(ENTER);
    amina.sees("Je, ziara ilifanyika?");
}

fn phones_in_sight(browser: &Browser) -> Vec<i64> {
    let script = "return [...document.querySelectorAll('[data-person]')]
        .filter((phone) => phone.checkVisibility())
        .map((phone) => Number(phone.dataset.person));";
    serde_json::from_value(browser.evaluate(script)).expect("numbers of people")
}
