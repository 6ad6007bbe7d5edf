//! A button's label comes in, its icon and words go out.

use fluent_bundle::FluentValue;

use super::inserted;
use super::voice::{Voice, nearness, text};
use crate::core::due::obligation::Rule;
use crate::core::due::snooze::Snooze;
use crate::core::form::MediaKind;
use crate::core::id::Code;
use crate::core::place::city;
use crate::core::report::Danger;
use crate::core::screen::{Due, Label};
use crate::core::service::Lack;
use crate::core::waiting::Matter;

/// Characters of a form's title: with its icon, what every phone shows.
const TITLE_CHARS: usize = 28;
/// Characters of a name beside other words.
const NAME_CHARS: usize = 15;
/// Of a name in a button that says how many as well.
const SHORT_NAME_CHARS: usize = 10;
/// Characters of a service's name where it stands behind a verb.
const RECIPIENT_CHARS: usize = 12;
/// Characters of a choice's words: a phone shows fewer, and Telegram's own limit is not published.
const CHOICE_CHARS: usize = 64;

fn waits(matter: Matter) -> &'static str {
    match matter {
        Matter::Decide | Matter::Reword => "🎯",
        Matter::Promised | Matter::Overdue => "⏰",
        Matter::Received | Matter::FollowUp => "🤝",
        Matter::StillFine | Matter::Aftercare => "🌤️",
        Matter::Review => "🔄",
        Matter::Unled => "🧭",
        Matter::Quiet => "🗓",
    }
}

/// What stands before something that is due.
pub(super) fn icon_of(rule: Rule) -> &'static str {
    match rule {
        Rule::Visit => "📅",
        Rule::Review => "🔄",
        Rule::FollowUp => "🤝",
        Rule::Promise => "☑️",
        Rule::Decide => "🎯",
        Rule::Answer => "💬",
        Rule::AfterCare => "🌱",
        Rule::Document => "🗂",
        Rule::Quiet => "🔇",
    }
}

/// The words on a button.
pub(super) fn words(label: &Label, voice: &Voice) -> String {
    let (back, forward) = match voice.right_to_left() {
        true => ("▶️", "◀️"),
        false => ("◀️", "▶️"),
    };
    let said = |icon: &str, message| format!("{icon} {}", voice.say(message));
    match label {
        Label::Menu => said("🏠", "label-menu"),
        Label::Visit => said("📝", "label-visit"),
        Label::VisitCase { code, due } => {
            let (icon, due, day) = match due {
                Due::Overdue(day) => ("⏰", "overdue", voice.brief_date(*day)),
                Due::Today => ("📅", "today", String::new()),
                Due::On(day) => ("🗓", "later", voice.short_date(*day)),
            };
            let inserts = [
                ("code", text(code.as_str())),
                ("due", due.into()),
                ("day", text(day)),
            ];
            format!("{icon} {}", voice.say_with("label-visit-case", inserts))
        }
        Label::Reminder { rule, code, late } => {
            let icon = if *late { "⏰" } else { icon_of(*rule) };
            let inserts = [
                ("rule", FluentValue::from(rule.word())),
                ("code", text(code.as_str())),
            ];
            format!("{icon} {}", voice.say_with("label-reminder", inserts))
        }
        Label::LateAndQuiet => said("⏰", "label-late-and-quiet"),
        Label::AskAfter => said("👋", "label-ask-after"),
        Label::GiveOn => said("🔁", "label-give-on"),
        Label::TheyAreAway => said("🌴", "label-they-are-away"),
        Label::Settings => said("⚙️", "label-settings"),
        Label::SettingsFile => said("📄", "label-settings-file"),
        Label::UseSettings => said("✅", "label-use-settings"),
        Label::LeaveSettings => said("↩️", "label-leave-settings"),
        Label::Preferences => said("⏰", "label-preferences"),
        Label::ChooseMorning => said("🕗", "label-choose-morning"),
        Label::ChooseDays => said("📆", "label-choose-days"),
        Label::ChooseQuiet => said("🌙", "label-choose-quiet"),
        Label::ChooseHours => said("🕗", "label-choose-hours"),
        Label::TimeZone => said("🌍", "label-time-zone"),
        Label::AsUsual => said("↩️", "label-as-usual"),
        Label::Time(time) => format!("🕓 {}", voice.clock(*time)),
        Label::DayTicked { day, on } => {
            let icon = if *on { "✅" } else { "⬜" };
            format!("{icon} {}", voice.weekday(*day))
        }
        Label::Later => said("⏳", "label-later"),
        Label::DoneAlready => said("✅", "label-done-already"),
        Label::CannotGo => said("🚫", "label-cannot-go"),
        Label::PutOff(choice) => {
            let when = match choice {
                Snooze::OneHour => "hour",
                Snooze::ThisEvening => "evening",
                Snooze::Tomorrow => "tomorrow",
                Snooze::On(day) => return format!("📅 {}", voice.short_date(*day)),
            };
            let inserts = [("when", FluentValue::from(when))];
            format!("🕓 {}", voice.say_with("label-put-off", inserts))
        }
        Label::Drafts => said("🗂", "label-drafts"),
        Label::Draft { icon, code } => format!("{icon} {}", inserted::isolated(code.as_str())),
        Label::Waiting { matter, count } => {
            let inserts = [
                ("matter", FluentValue::from(matter.word())),
                ("count", FluentValue::from(*count)),
            ];
            format!(
                "{} {}",
                waits(*matter),
                voice.say_with("label-waiting", inserts)
            )
        }
        Label::WaitingIn {
            matter,
            code,
            count,
        } => {
            let code = inserted::isolated(code.as_str());
            match (matter, count) {
                (_, 1) | (Matter::Review, _) => format!("{} {code}", waits(*matter)),
                _ => format!(
                    "{} {code} · {}",
                    waits(*matter),
                    voice.number(f64::from(*count))
                ),
            }
        }
        Label::Caseload => said("📁", "label-caseload"),
        Label::GoOn => said("▶️", "label-go-on"),
        Label::CaseCard(code) => format!("📁 {}", inserted::isolated(code.as_str())),
        Label::Plan(code) => {
            let inserts = [("code", text(code.as_str()))];
            format!("🎯 {}", voice.say_with("label-plan", inserts))
        }
        Label::Goal { number, open } => {
            let icon = if *open { "⏳" } else { "🎯" };
            let inserts = [("number", FluentValue::from(*number))];
            format!("{icon} {}", voice.say_with("label-goal", inserts))
        }
        Label::Decide => said("✅", "label-decide"),
        Label::DecideHere => said("👪", "label-decide-here"),
        Label::Nudge(number) => {
            let inserts = [("number", FluentValue::from(*number))];
            format!("⏰ {}", voice.say_with("label-nudge", inserts))
        }
        Label::ChangeMind => said("↩️", "label-change-mind"),
        Label::TickTask(number) => {
            let inserts = [("number", FluentValue::from(*number))];
            format!("☑️ {}", voice.say_with("label-tick-task", inserts))
        }
        Label::Timeline => said("🕓", "label-timeline"),
        Label::Services => said("🤝", "label-services"),
        Label::Referral { number, open } => {
            let icon = if *open { "⏳" } else { "🤝" };
            let inserts = [("number", FluentValue::from(*number))];
            format!("{icon} {}", voice.say_with("label-referral", inserts))
        }
        Label::ShowPacket => said("🔑", "label-show-packet"),
        Label::FindService => said("🔎", "label-find-service"),
        Label::AnotherService => said("✍️", "label-another-service"),
        Label::Lack(which) => lack(*which, voice),
        Label::Area(area) => format!("📍 {}", inserted::shortened(area, TITLE_CHARS)),
        Label::Service(name) => format!("🤝 {}", inserted::shortened(name, TITLE_CHARS)),
        Label::EndShare(to) => {
            let inserts = [("name", text(inserted::shortened(to, RECIPIENT_CHARS)))];
            format!("🔒 {}", voice.say_with("label-end-share", inserts))
        }
        Label::ShowOnce => said("👁", "label-show-once"),
        Label::Form { icon, title } => {
            let title = voice.phrase(title);
            format!("{icon} {}", inserted::shortened(&title, TITLE_CHARS))
        }
        Label::Languages => said("🌐", "label-languages"),
        Label::Language(language) => voice.language(language),
        Label::Zone(zone) => {
            let inserts = [
                ("city", text(city(*zone))),
                ("time", text(voice.time_in(*zone))),
            ];
            format!("🕓 {}", voice.say_with("label-zone", inserts))
        }
        Label::Privacy => said("🔒", "label-privacy"),
        Label::Help => said("❓", "label-help"),
        Label::Agree => said("✅", "label-agree"),
        Label::NotNow => said("🕓", "label-not-now"),
        Label::More => said("🔽", "label-more"),
        Label::Earlier => said("🔼", "label-earlier"),
        Label::Back => said(back, "label-back"),
        Label::Skip => said("⤵️", "label-skip"),
        Label::SkipAs(phrase) => choice(&voice.phrase(phrase)),
        Label::Cancel => said("✖️", "label-cancel"),
        Label::Done(count) => {
            let inserts = [("count", FluentValue::from(*count))];
            format!("✔️ {}", voice.say_with("label-done", inserts))
        }
        Label::Choice { label, ticked } => {
            let words = choice(&voice.phrase(label));
            match ticked {
                Some(true) => format!("✅ {words}"),
                Some(false) => format!("⬜ {words}"),
                None => words,
            }
        }
        Label::Ok => said("👍", "label-ok"),
        Label::Day { day, today } => {
            let inserts = [
                ("near", nearness(*day, *today).into()),
                ("day", text(voice.short_date(*day))),
            ];
            format!("📅 {}", voice.say_with("label-day", inserts))
        }
        Label::PickDay => said("🗓", "label-pick-day"),
        Label::Month(day) => voice.month(*day),
        Label::Weekday(day) => voice.say_with("label-weekday", [("day", day.to_string().into())]),
        Label::DayOfMonth(day) => day.to_string(),
        Label::NoDay => "·".to_owned(),
        Label::MonthBefore => back.to_owned(),
        Label::MonthAfter => forward.to_owned(),
        Label::Send => said("📨", "label-send"),
        Label::SendWord => said("📨", "label-send-word"),
        Label::Change(number) => format!("✏️ {number}"),
        Label::Read(number) => format!("📖 {number}"),
        Label::Continue => said(forward, "label-continue"),
        Label::StartAgain => said("🔄", "label-start-again"),
        Label::Discard => said("🗑", "label-discard"),
        Label::Keep => said("💾", "label-keep"),
        Label::CorrectThat => said("✏️", "label-correct-that"),
        Label::AnotherVisit => said("➕", "label-another-visit"),
        Label::Mine => said("✅", "label-mine"),
        Label::NotMine => said("✖️", "label-not-mine"),
        Label::Correct => said("✏️", "label-correct"),
        Label::Undo => said("↩️", "label-undo"),
        Label::People => said("👥", "label-people"),
        Label::Assign => said("➕", "label-assign"),
        Label::EndPlace(name) => {
            let inserts = [("name", text(inserted::shortened(name, NAME_CHARS)))];
            format!("✖️ {}", voice.say_with("label-end-place", inserts))
        }
        Label::GivePlace(name) => {
            let inserts = [("name", text(inserted::shortened(name, NAME_CHARS)))];
            format!("🔁 {}", voice.say_with("label-give-place", inserts))
        }
        Label::GiveBack { name, cases } => {
            let inserts = [
                ("name", text(inserted::shortened(name, SHORT_NAME_CHARS))),
                ("count", FluentValue::from(*cases)),
            ];
            format!("🔁 {}", voice.say_with("label-give-back", inserts))
        }
        Label::Brief => said("📄", "label-brief"),
        Label::TeamPeople => said("👥", "label-team"),
        Label::Colleague { name, cases, away } => {
            let icon = if away.is_some() { "🌴" } else { "👤" };
            let name = inserted::isolated(&inserted::shortened(name, NAME_CHARS));
            format!("{icon} {name} · 📁 {cases}")
        }
        Label::RatherNot => said("✋", "label-rather-not"),
        Label::Reviews(count) => {
            let inserts = [("count", FluentValue::from(*count))];
            format!("📥 {}", voice.say_with("label-reviews", inserts))
        }
        Label::ToRead {
            code,
            danger,
            waits,
            on,
        } => {
            let icon = match (danger, waits) {
                (Some(Danger::Now), _) => "🔴",
                (Some(Danger::Worried), _) => "🟡",
                (Some(Danger::No) | None, true) => "🖊",
                (Some(Danger::No) | None, false) => "📝",
            };
            let code = inserted::isolated(code.as_str());
            format!("{icon} {code} · {}", voice.brief_date(*on))
        }
        Label::Accept => said("👍", "label-accept"),
        Label::AskAbout => said("💬", "label-ask-about"),
        Label::Flag => said("🚩", "label-flag"),
        Label::Approve => said("✅", "label-approve"),
        Label::SendBack => said("↩️", "label-send-back"),
        Label::Answer => said("💬", "label-answer"),
        Label::QuestionAbout(code) => {
            let inserts = [("code", text(code.as_str()))];
            format!("💬 {}", voice.say_with("label-question-about", inserts))
        }
        Label::Show => said("👁", "label-show"),
        Label::Alert { code, taken } => {
            let icon = if *taken { "🤝" } else { "🔔" };
            format!("{icon} {}", inserted::isolated(code.as_str()))
        }
        Label::AlertOf(day) => {
            let inserts = [("day", text(voice.brief_date(*day)))];
            format!("🔔 {}", voice.say_with("label-alert-of", inserts))
        }
        Label::Hear { kind, number } => {
            let (icon, message) = match kind {
                MediaKind::Audio => ("🔊", "label-hear"),
                MediaKind::Image | MediaKind::Video => ("🖼", "label-look"),
                MediaKind::File => ("📎", "label-look"),
            };
            let number = number.map(|number| format!(" {number}"));
            format!(
                "{icon} {}{}",
                voice.say(message),
                number.unwrap_or_default()
            )
        }
        Label::NotSafe => said("🆘", "label-not-safe"),
        Label::ClearChat => said("🧹", "label-clear-chat"),
        Label::ClearNow => said("🧹", "label-clear-now"),
        Label::TellThem(code) => for_case("✅", voice.say("label-tell-them"), code.as_ref()),
        Label::CallMe(code) => for_case("📞", voice.say("label-call-me"), code.as_ref()),
        Label::IHaveIt => said("✋", "label-i-have-it"),
        Label::NewCase => said("➕", "label-new-case"),
        Label::NoneOfThese => said("🆕", "label-none-of-these"),
        Label::OpenCase => said("✅", "label-open-case"),
        Label::Invite => said("✉️", "label-invite"),
        Label::Team(name) => {
            let name = inserted::one_line(name, TITLE_CHARS - 2);
            format!("👥 {}", inserted::isolated(&name))
        }
        Label::InviteRole(role) => {
            let inserts = [("which", FluentValue::from(role.word()))];
            format!("👤 {}", voice.say_with("label-invite-role", inserts))
        }
        Label::InviteFamily => said("✉️", "label-invite-family"),
        Label::InviteTo(code) => format!("✉️ {}", inserted::isolated(code.as_str())),
        Label::InviteToAsk => said("🙋", "label-invite-to-ask"),
        Label::AskForHelp => said("🙋", "label-ask-for-help"),
        Label::InviteKin(kin) => {
            let inserts = [("which", FluentValue::from(kin.word()))];
            format!("👤 {}", voice.say_with("label-invite-kin", inserts))
        }
        Label::BothAgreed => said("✅", "label-both-agreed"),
        Label::AddNumber => said("📱", "label-add-number"),
        Label::ShareNumber => said("📱", "label-share-number"),
        Label::GoOnWithout => said("➡️", "label-go-on-without"),
        Label::RightPerson => said("✅", "label-right-person"),
        Label::WrongPerson => said("🚫", "label-wrong-person"),
        Label::Away => said("🌴", "label-away"),
        Label::IAmBack => said("👋", "label-i-am-back"),
        Label::TheirCases => said("🔁", "label-their-cases"),
        Label::OwnRecord => said("🗃", "label-own-record"),
        Label::Leave => said("🚪", "label-leave"),
        Label::LeaveNow => said("🚪", "label-leave-now"),
        Label::AskErasure => said("🧹", "label-ask-erasure"),
        Label::EraseNow => said("🧹", "label-erase-now"),
        Label::ErasureDone => said("✔️", "label-erasure-done"),
    }
}

/// A need with its icon.
pub(super) fn lack(lack: Lack, voice: &Voice) -> String {
    let icon = match lack {
        Lack::Food => "🍲",
        Lack::Home => "🏠",
        Lack::School => "🎒",
        Lack::Health => "💊",
        Lack::Legal => "⚖️",
        Lack::Feelings => "💛",
        Lack::Safety => "🛡️",
        Lack::Income => "💼",
        Lack::Documents => "📄",
        Lack::Other => "✏️",
    };
    let inserts = [("which", FluentValue::from(lack.word()))];
    format!("{icon} {}", voice.say_with("lack-name", inserts))
}

/// With the case's code, where there are several.
fn for_case(icon: &str, words: String, code: Option<&Code>) -> String {
    match code {
        Some(code) => format!("{icon} {words} · {}", inserted::isolated(code.as_str())),
        None => format!("{icon} {words}"),
    }
}

fn choice(words: &str) -> String {
    inserted::shortened(words, CHOICE_CHARS)
}
