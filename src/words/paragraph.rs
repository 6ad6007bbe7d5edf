//! A line comes in; its words, its look and its distance to the line above go out. One match, read like a table.
//!
//! Long because it has a row for everything that the bot can say.

use fluent_bundle::FluentValue;

use super::formatted::{Formatted, Style};
use super::inserted;
use super::label::icon_of;
use super::settings;
use super::voice::{Voice, text};
use crate::core::active::PlanState;
use crate::core::alert::DangerStep;
use crate::core::case::Risk;
use crate::core::due::obligation::Because;
use crate::core::due::visits::Reason;
use crate::core::event::Command;
use crate::core::form::Phrase;
use crate::core::goal::Choice;
use crate::core::id::Code;
use crate::core::keeping::Purpose;
use crate::core::people::Role;
use crate::core::place::city;
use crate::core::referral::Outcome;
use crate::core::review::Verdict;
use crate::core::screen::Line;
use crate::core::share::State;

/// Characters of a quoted text: enough to recognise or to act on, and the rest of the screen still fits.
const QUOTED_CHARS: usize = 2000;
/// Characters of what a person wrote where it is one line among others.
const SAID_CHARS: usize = 200;
/// Characters of a question on the check screen: enough to recognise it.
const CHECKED_QUESTION_CHARS: usize = 60;
/// Characters of a form's text, which the form's own limit keeps well below.
const FORM_TEXT_CHARS: usize = 1000;

/// A line in words.
pub(super) struct Paragraph {
    /// Where it stands.
    pub block: Block,
    spans: Vec<(Style, String)>,
}

/// How a paragraph stands to the one above.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Apart.
    Body,
    /// Directly below.
    Under,
    /// Directly below another item, apart from all else.
    Item,
}

impl Paragraph {
    /// The words of `line`.
    pub fn of(line: &Line, voice: &Voice) -> Self {
        match line {
            // Joining
            Line::Welcome => told("👋", voice.say("line-welcome")),
            Line::WelcomeFamily => told("👋", voice.say("line-welcome-family")),
            Line::WelcomeToAsk => told("👋", voice.say("line-welcome-to-ask")),
            Line::AskLanguage => asked(voice.say("line-ask-language")),
            Line::AskZone { zone, now } => asked(voice.say_with(
                "line-ask-zone",
                [
                    ("city", text(city(*zone))),
                    ("time", text(voice.time_at(*now, *zone))),
                ],
            )),
            Line::ZoneUnknown => slip(voice.say("line-zone-unknown")),
            Line::PrivacyWords => told("🔒", voice.say("line-privacy-words")),
            Line::AskConsent => asked(voice.say("line-ask-consent")),
            Line::NotAgreed => told("👍", voice.say("line-not-agreed")),
            Line::InvitationOnly => told("👋", voice.say("line-invitation-only")),
            Line::InvitationWrong => told("🔑", voice.say("line-invitation-wrong")),
            Line::AccessEnded => told("👋", voice.say("line-access-ended")),
            Line::LanguageSet => told("🌐", voice.say("line-language-set")),
            // Menu
            Line::MenuTitle => asked(voice.say("line-menu-title")),
            Line::VisitsDue(count) => item("📅", counted(voice, "line-visits-due", *count)),
            Line::NothingDue => item("📅", voice.say("line-nothing-due")),
            Line::DraftsOpen(count) => item("🗂", counted(voice, "line-drafts-open", *count)),
            Line::WaitingTitle(matter) => asked(voice.say_with(
                "line-waiting-title",
                [("matter", FluentValue::from(matter.word()))],
            )),
            // Reminders
            Line::FamilyReminded => told("🌱", voice.say("line-family-reminded")),
            Line::Reminded(count) => told("🔔", counted(voice, "line-reminded", *count)),
            Line::LateInTeam(count) => told("⏰", counted(voice, "line-late-in-team", *count)),
            Line::LateForLong(count) => told("⏰", counted(voice, "line-late-for-long", *count)),
            Line::DueIs { rule, code } => {
                let inserts = [
                    ("rule", FluentValue::from(rule.word())),
                    ("code", text(code.as_str())),
                ];
                told(icon_of(*rule), voice.say_with("line-due-is", inserts))
            }
            Line::DueWithin(window) if window.opens == window.due => {
                under(on_day(voice, "line-due-on", window.due))
            }
            Line::DueWithin(window) => under(voice.say_with(
                "line-due-within",
                [
                    ("first", text(voice.date(window.opens))),
                    ("last", text(voice.date(window.closes))),
                    ("day", text(voice.date(window.due))),
                ],
            )),
            Line::DueBecause(because) => under(why(voice, because)),
            // Settings of the programme
            Line::SettingsFile(version) => {
                told("⚙️", numbered(voice, "line-settings-file", *version))
            }
            Line::AskSettings => asked(voice.say("line-ask-settings")),
            Line::SettingsForManagers => told("⚙️", voice.say("line-settings-for-managers")),
            Line::FileNotAsked => slip(voice.say("line-file-not-asked")),
            Line::SettingsLooking => told("👀", voice.say("line-settings-looking")),
            Line::SettingsUnreadable(why) => slip(settings::unreadable(voice, *why)),
            Line::SettingsWrong(count) => slip(counted(voice, "line-settings-wrong", *count)),
            Line::SettingsProblem(problem) => item("▫️", settings::problem(voice, problem)),
            Line::SettingsMore(count) => under(counted(voice, "line-settings-more", *count)),
            Line::SettingsOld { from, now } => slip(voice.say_with(
                "line-settings-old",
                [
                    ("from", FluentValue::from(*from)),
                    ("now", FluentValue::from(*now)),
                ],
            )),
            Line::SettingsSame => told("👍", voice.say("line-settings-same")),
            Line::SettingsEffect => asked(voice.say("line-settings-effect")),
            Line::SettingsChange(change) => item("▫️", settings::change(voice, change)),
            Line::SettingsMove { rule, moved } => {
                item(icon_of(*rule), settings::moved(voice, *rule, *moved))
            }
            Line::SettingsNothingMoves => told("📅", voice.say("line-settings-nothing-moves")),
            Line::SettingsRetold => told("🔔", voice.say("line-settings-retold")),
            Line::SettingsDaysOffKept => told("💡", voice.say("line-settings-days-off-kept")),
            Line::SettingsSet(version) => {
                told("✅", numbered(voice, "line-settings-set", *version))
            }
            Line::SettingsLeft => told("👍", voice.say("line-settings-left")),
            Line::SettingsMeanwhile => slip(voice.say("line-settings-meanwhile")),
            Line::PreferencesTitle => told("⏰", voice.say("line-preferences-title")),
            Line::ToldFrom {
                days,
                morning,
                open,
            } => {
                let inserts = [
                    ("days", text(voice.weekdays(*days))),
                    ("morning", text(voice.clock(*morning))),
                    ("from", text(voice.clock(open.until))),
                    ("until", text(voice.clock(open.from))),
                    ("city", text(city(voice.zone()))),
                    ("language", text(voice.own_language())),
                ];
                told("🔔", voice.say_with("line-told-from", inserts))
            }
            Line::ToldBetween { days, open } => {
                let inserts = [
                    ("days", text(voice.weekdays(*days))),
                    ("from", text(voice.clock(open.from))),
                    ("until", text(voice.clock(open.until))),
                    ("city", text(city(voice.zone()))),
                    ("language", text(voice.own_language())),
                ];
                told("🔔", voice.say_with("line-told-between", inserts))
            }
            Line::NextTold(Some(at)) => {
                let inserts = [("moment", text(voice.moment(*at)))];
                item("📨", voice.say_with("line-next-told", inserts))
            }
            Line::NextTold(None) => item("📨", voice.say("line-nothing-planned")),
            Line::DangerAnyHour => item("🆘", voice.say("line-danger-any-hour")),
            Line::OnlyThen => item("🤝", voice.say("line-only-then")),
            Line::AskMorning => asked(voice.say("line-ask-morning")),
            Line::AskDays => asked(voice.say("line-ask-days")),
            Line::AskQuietFrom => asked(voice.say("line-ask-quiet-from")),
            Line::AskSafeFrom => asked(voice.say("line-ask-safe-from")),
            Line::AskUntil => asked(voice.say("line-ask-until")),
            Line::PreferenceSet => told("👍", voice.say("line-preference-set")),
            Line::ZoneSet(zone) => {
                let inserts = [("city", text(city(*zone)))];
                told("🌍", voice.say_with("line-zone-set", inserts))
            }
            Line::InQuietHours => slip(voice.say("line-in-quiet-hours")),
            Line::HoursTooShort => slip(voice.say("line-hours-too-short")),
            Line::OneDayAtLeast => slip(voice.say("line-one-day-at-least")),
            Line::AskPutOff => asked(voice.say("line-ask-put-off")),
            Line::PutOffTo(at) => {
                let inserts = [("moment", text(voice.moment(*at)))];
                told("👍", voice.say_with("line-put-off-to", inserts))
            }
            Line::LateTitle => asked(voice.say("line-late-title")),
            Line::NothingLate => told("🌿", voice.say("line-nothing-late")),
            Line::AskWhichTeam => asked(voice.say("line-ask-which-team")),
            Line::LateWith(name) => item(
                "👤",
                inserted::isolated(&inserted::one_line(name, SAID_CHARS)),
            ),
            Line::LateWithNobody => item("👤", voice.say("line-late-with-nobody")),
            Line::LateThing {
                rule,
                code,
                days,
                untold,
            } => {
                let inserts = [
                    ("rule", FluentValue::from(rule.word())),
                    ("code", text(code.as_str())),
                    ("days", text(counted(voice, "line-span-days", *days))),
                    ("untold", yes_or_no(*untold)),
                ];
                item("⏰", voice.say_with("line-late-thing", inserts))
            }
            Line::LateCount { things, days } => {
                let inserts = [
                    ("things", FluentValue::from(*things)),
                    ("days", text(counted(voice, "line-span-days", *days))),
                ];
                item("⏰", voice.say_with("line-late-count", inserts))
            }
            Line::QuietSince(day) => item("🔇", on_day(voice, "line-quiet-since", *day)),
            Line::QuietMeans => under(voice.say("line-quiet-means")),
            Line::DaysLate(days) => {
                let days = text(counted(voice, "line-span-days", *days));
                item("⏰", voice.say_with("line-days-late", [("days", days)]))
            }
            Line::NeverTold => item("🔕", voice.say("line-never-told")),
            Line::NotReachedHere => item("📵", voice.say("line-not-reached-here")),
            Line::HowDoesItGo(code) => told("👋", coded(voice, "line-how-does-it-go", code)),
            Line::AskedNow(name) => told(
                "👋",
                voice.say_with("line-asked-now", [("name", said(name))]),
            ),
            Line::AskedLater { name, at } => {
                let inserts = [("name", said(name)), ("moment", text(voice.moment(*at)))];
                told("🕓", voice.say_with("line-asked-later", inserts))
            }
            Line::AskedAlready(name) => {
                slip(voice.say_with("line-asked-already", [("name", said(name))]))
            }
            Line::AskTheyBackOn(name) => {
                asked(voice.say_with("line-ask-they-back-on", [("name", said(name))]))
            }
            Line::AwayForYou(day) => told("🌴", on_day(voice, "line-away-for-you", *day)),
            Line::AwayForNoted { name, day } => {
                let inserts = [("name", said(name)), ("day", text(voice.date(*day)))];
                told("🌴", voice.say_with("line-away-for-noted", inserts))
            }
            Line::PutOffTooOften => slip(voice.say("line-put-off-too-often")),
            Line::PutOffTooLate => slip(voice.say("line-put-off-too-late")),
            Line::AskBackOn => asked(voice.say("line-ask-back-on")),
            Line::BackOnWrong => slip(voice.say("line-back-on-wrong")),
            Line::YouAreAway(day) => item("🌴", on_day(voice, "line-you-are-away", *day)),
            Line::AwayNoted(day) => told("🌴", on_day(voice, "line-away-noted", *day)),
            Line::StillOnDuty => told("🔔", voice.say("line-still-on-duty")),
            Line::WelcomeBack => told("👋", voice.say("line-welcome-back")),
            Line::ColleagueAway { name, day } => told(
                "🌴",
                voice.say_with(
                    "line-colleague-away",
                    [("name", said(name)), ("day", text(voice.date(*day)))],
                ),
            ),
            Line::ColleagueBack(name) => told(
                "👋",
                voice.say_with("line-colleague-back", [("name", said(name))]),
            ),
            Line::AwayUntil { name, day } => item(
                "🌴",
                voice.say_with(
                    "line-away-until",
                    [("name", said(name)), ("day", text(voice.date(*day)))],
                ),
            ),
            Line::AskedAfter => told("🌤️", voice.say("line-asked-after")),
            Line::NothingWaits => told("👍", voice.say("line-nothing-waits")),
            Line::HelpWords(role) => told("❓", help(*role, voice)),
            Line::NothingToReport => told("📝", voice.say("line-nothing-to-report")),
            // Cases and drafts
            Line::CaseloadTitle => asked(voice.say("line-caseload-title")),
            Line::CaseTitle { code, alias } => {
                let mut words = format!("📁 {}", inserted::isolated(code.as_str()));
                if let Some(alias) = alias {
                    words = format!(
                        "{words} · {}",
                        inserted::isolated(&inserted::one_line(alias, SAID_CHARS))
                    );
                }
                asked(words)
            }
            Line::CaseStands { stage, risk } => {
                let inserts = [
                    ("stage", named(voice, "stage-name", stage.word())),
                    ("risk", named(voice, "risk-name", risk.word())),
                ];
                under(voice.say_with("line-case-stands", inserts))
            }
            Line::Strength(words) => item(
                "💪",
                inserted::isolated(&inserted::one_line(words, SAID_CHARS)),
            ),
            Line::StrengthSaid(kind) => item("💪", voice.kind_of_media(*kind)),
            Line::GoalStands { words, score } => {
                let score = score.map_or_else(|| "none".to_owned(), |score| score.to_string());
                let inserts = [("words", said(words)), ("score", FluentValue::from(score))];
                item("🎯", voice.say_with("line-goal-stands", inserts))
            }
            Line::AskedFor(words) => {
                let inserts = [("words", said(words))];
                item("🤝", voice.say_with("line-asked-for", inserts))
            }
            Line::Paused(pause) => {
                let inserts = [
                    ("day", text(voice.date(pause.until))),
                    ("why", FluentValue::from(pause.because.word())),
                ];
                item("⏸️", voice.say_with("line-paused", inserts))
            }
            Line::NextVisitOn(day) => {
                let inserts = [("day", text(voice.day(*day)))];
                item("📅", voice.say_with("line-next-visit-on", inserts))
            }
            Line::Involved { name, place } => {
                let inserts = [
                    ("name", said(name)),
                    ("place", FluentValue::from(place.word())),
                ];
                item("👤", voice.say_with("line-involved", inserts))
            }
            Line::PlanTitle(code) => asked(coded(voice, "line-plan-title", code)),
            Line::PlanStands { code, state } => {
                let (which, count, day) = match state {
                    PlanState::Proposed => ("proposed", 0, None),
                    PlanState::Waits(count) => ("waits", *count, None),
                    PlanState::Active(day) => ("active", 0, Some(day)),
                    PlanState::Unagreed => ("unagreed", 0, None),
                    PlanState::Withdrawn(day) => ("withdrawn", 0, Some(day)),
                };
                let day = day.map(|day| voice.date(*day)).unwrap_or_default();
                let inserts = [
                    ("code", text(code.as_str())),
                    ("state", FluentValue::from(which)),
                    ("count", FluentValue::from(count)),
                    ("day", text(day)),
                ];
                asked(voice.say_with("line-plan-stands", inserts))
            }
            Line::NextReviewOn(day) => {
                let inserts = [("day", text(voice.date(*day)))];
                item("🔄", voice.say_with("line-next-review-on", inserts))
            }
            Line::GoalStuck => item("🪨", voice.say("line-goal-stuck")),
            Line::GoalStuckNoted => told("🪨", voice.say("line-goal-stuck-noted")),
            Line::GoalNeedsLook(code) => told("🎯", coded(voice, "line-goal-needs-look", code)),
            Line::PlanBegins => told("🤝", voice.say("line-plan-begins")),
            Line::PlanAgreed(code) => told("🎯", coded(voice, "line-plan-agreed", code)),
            Line::PlanRests => told("🕊️", voice.say("line-plan-rests")),
            Line::PlanTakenBack(code) => told("🎯", coded(voice, "line-plan-taken-back", code)),
            Line::NoGoals => told("🎯", voice.say("line-no-goals")),
            Line::GoalDecided { words, choice } => {
                let (icon, which) = decided(*choice);
                let inserts = [
                    ("words", said(words)),
                    ("choice", named(voice, "choice-name", which)),
                ];
                item(icon, voice.say_with("line-goal-decided", inserts))
            }
            Line::GoalWords(words) => {
                asked(inserted::isolated(&inserted::one_line(words, SAID_CHARS)))
            }
            Line::GoalMeans(words) => {
                let inserts = [("words", said(words))];
                under(voice.say_with("line-goal-means", inserts))
            }
            Line::GoalLevel { score, words } => {
                let icon = match score {
                    -2 => "⏬",
                    -1 => "🔽",
                    1 => "🔼",
                    _ => "⏫",
                };
                item(
                    icon,
                    inserted::isolated(&inserted::one_line(words, SAID_CHARS)),
                )
            }
            Line::DecidedBy {
                choice,
                at,
                by,
                listener,
                language,
                version,
            } => {
                let (icon, which) = decided(Some(*choice));
                let inserts = [
                    ("choice", named(voice, "choice-name", which)),
                    ("when", text(voice.moment(*at))),
                    ("name", said(by)),
                    ("listened", yes_or_no(listener.is_some())),
                    (
                        "listener",
                        text(
                            listener
                                .as_ref()
                                .map(|who| voice.phrase(who))
                                .unwrap_or_default(),
                        ),
                    ),
                    ("language", text(voice.language(language))),
                    ("version", FluentValue::from(*version)),
                ];
                item(icon, voice.say_with("line-decided-by", inserts))
            }
            Line::DecisionComment(words) => quoted(words),
            Line::DecisionSpoken => under(voice.say("line-decision-spoken")),
            Line::AgreedBefore => item("✅", voice.say("line-agreed-before")),
            Line::CallWishedHere => item("📞", voice.say("line-call-wished-here")),
            Line::CallWished(code) => told("📞", coded(voice, "line-call-wished", code)),
            Line::CallFollows => told("📞", voice.say("line-call-follows")),
            Line::NotDecided => item("⏳", voice.say("line-not-decided")),
            Line::NewWordsWait => item("⏳", voice.say("line-new-words-wait")),
            Line::StillHolds => told("🤝", voice.say("line-still-holds")),
            Line::HeldInPlan(words) => {
                let inserts = [("words", said(words))];
                under(voice.say_with("line-held-in-plan", inserts))
            }
            Line::SaidBefore => told("🕓", voice.say("line-said-before")),
            Line::WordsThen(words) => {
                under(inserted::isolated(&inserted::one_line(words, SAID_CHARS)))
            }
            Line::GoalReviewedOn(day) => {
                let inserts = [("day", text(voice.date(*day)))];
                item("📅", voice.say_with("line-goal-reviewed-on", inserts))
            }
            Line::Promise {
                words,
                side,
                due_on,
                done,
                late,
            } => {
                let icon = match (done, late) {
                    (true, _) => "☑️",
                    (false, true) => "⏰",
                    (false, false) => "▫️",
                };
                let day = due_on.map(|day| voice.date(day)).unwrap_or_default();
                let inserts = [
                    ("words", said(words)),
                    ("side", named(voice, "side-name", side.word())),
                    ("dated", yes_or_no(due_on.is_some())),
                    ("day", text(day)),
                ];
                item(icon, voice.say_with("line-promise", inserts))
            }
            Line::DecisionWaits(code) => told("🎯", coded(voice, "line-decision-waits", code)),
            Line::DecisionMade(code) => told("🎯", coded(voice, "line-decision-made", code)),
            Line::GoalChangedMeanwhile => slip(voice.say("line-goal-changed-meanwhile")),
            Line::Nudged(code) => told("⏰", coded(voice, "line-nudged", code)),
            Line::NudgeSent => told("👍", voice.say("line-nudge-sent")),
            // Services and sharing
            Line::AskedTitle(code) => asked(coded(voice, "line-asked-title", code)),
            Line::NoneAsked => told("🤝", voice.say("line-none-asked")),
            Line::AskedStands { words, outcome } => {
                let (icon, which) = outcome.map_or(("⏳", "none"), became);
                let inserts = [
                    ("words", said(words)),
                    ("outcome", named(voice, "outcome-name", which)),
                ];
                item(icon, voice.say_with("line-asked-stands", inserts))
            }
            Line::AskedOn { on, again } => {
                let inserts = [
                    ("day", text(voice.day(*on))),
                    ("again", text(voice.day(*again))),
                ];
                item("📅", voice.say_with("line-asked-on", inserts))
            }
            Line::NotAnswered => item("⏳", voice.say("line-not-answered")),
            Line::AnsweredBy { outcome, at, by } => {
                let (icon, which) = became(*outcome);
                let inserts = [
                    ("outcome", named(voice, "outcome-name", which)),
                    ("when", text(voice.moment(*at))),
                    ("name", said(by)),
                ];
                item(icon, voice.say_with("line-answered-by", inserts))
            }
            Line::PacketTitle { by, how } => {
                let inserts = [
                    ("by", FluentValue::from(by.clone())),
                    ("how", FluentValue::from(how.clone())),
                ];
                told("🔑", voice.say_with("line-packet-title", inserts))
            }
            Line::PacketField { field, words } => {
                let inserts = [
                    ("field", named(voice, "packet-field", field.word())),
                    ("words", said(words)),
                ];
                item("▫️", voice.say_with("line-packet-field", inserts))
            }
            Line::PacketWithdrawn => told("🔒", voice.say("line-packet-withdrawn")),
            Line::AskLack(code) => asked(coded(voice, "line-ask-lack", code)),
            Line::ServicesFor(lack) => asked(super::label::lack(*lack, voice)),
            Line::NoServices => told("📇", voice.say("line-no-services")),
            Line::SameLack(words) => told(
                "⏳",
                voice.say_with("line-same-lack", [("words", said(words))]),
            ),
            Line::ServiceIs(service) => {
                let name = inserted::one_line(&service.name, SAID_CHARS);
                let mut spans = vec![(Style::Bold, inserted::isolated(&name))];
                for (icon, cell) in [
                    ("📍", &service.area),
                    ("☎️", &service.contact),
                    ("🕓", &service.hours),
                    ("🗣", &service.languages),
                    ("ℹ️", &service.notes),
                ] {
                    if !cell.is_empty() {
                        let cell = inserted::isolated(&inserted::one_line(cell, SAID_CHARS));
                        spans.push((Style::Plain, format!("\n{icon} {cell}")));
                    }
                }
                body(spans)
            }
            Line::ServiceAnswered(code) => told("🤝", coded(voice, "line-service-answered", code)),
            Line::ShareUnset => told("🔗", voice.say("line-share-unset")),
            Line::ShareLink { url, until } => {
                let link =
                    voice.say_with("line-share-link", [("when", text(voice.moment(*until)))]);
                told("🔗", format!("{link}\n{url}"))
            }
            Line::ShareTitle(to) => asked(voice.say_with("line-share-title", [("name", said(to))])),
            Line::ShareHeading(part) => {
                let inserts = [("which", FluentValue::from(part.word()))];
                asked(voice.say_with("share-part", inserts))
            }
            Line::ShareNothing => under(voice.say("line-share-nothing")),
            Line::SharedWith { to, state } => {
                let (icon, which, at) = match state {
                    State::Waiting(at) => ("🔗", "waiting", at),
                    State::Opened(at) => ("👁", "opened", at),
                    State::Ended(at) => ("🔒", "ended", at),
                    State::Expired(at) => ("🕓", "expired", at),
                };
                let inserts = [
                    ("name", said(to)),
                    ("state", FluentValue::from(which)),
                    ("when", text(voice.moment(*at))),
                ];
                item(icon, voice.say_with("line-shared-with", inserts))
            }
            Line::ShareTakenBack => told("🔒", voice.say("line-share-taken-back")),
            Line::ShareReady => told("🔗", voice.say("line-share-ready")),
            Line::ShareGone => told("🔒", voice.say("line-share-gone")),
            Line::TimelineTitle(code) => asked(coded(voice, "line-timeline-title", code)),
            Line::TimelineEntry {
                number,
                on,
                title,
                by,
            } => {
                let inserts = [
                    ("day", text(voice.day(*on))),
                    ("title", text(voice.phrase(title))),
                    ("name", said(by)),
                ];
                let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
                item(&mark, voice.say_with("line-timeline-entry", inserts))
            }
            Line::NothingYet => told("📁", voice.say("line-nothing-yet")),
            Line::StageNow(stage) => {
                let inserts = [("stage", named(voice, "stage-name", stage.word()))];
                told("➡️", voice.say_with("line-stage-now", inserts))
            }
            Line::StageStays(missing) => {
                let inserts = [("missing", FluentValue::from(missing.word()))];
                told("⏸", voice.say_with("line-stage-stays", inserts))
            }
            Line::AskCase => asked(voice.say("line-ask-case")),
            Line::NoCases => told("📝", voice.say("line-no-cases")),
            Line::CaseUnknown => slip(voice.say("line-case-unknown")),
            Line::DraftsTitle => asked(voice.say("line-drafts-title")),
            Line::NoDrafts => told("🗂", voice.say("line-no-drafts")),
            Line::DraftBegun { code, touched } => asked(voice.say_with(
                "line-draft-begun",
                [
                    ("code", text(code.as_str())),
                    ("when", text(voice.moment(*touched))),
                ],
            )),
            Line::SameVisit { code, sent } => asked(voice.say_with(
                "line-same-visit",
                [
                    ("code", text(code.as_str())),
                    ("when", text(voice.moment(*sent))),
                ],
            )),
            Line::AskLeaving(code) => asked(coded(voice, "line-ask-leaving", code)),
            Line::DraftKept { code, until } => {
                let (kept, day) = match until {
                    Some(until) => ("until", voice.day_of(*until)),
                    None => ("always", String::new()),
                };
                let inserts = [
                    ("code", text(code.as_str())),
                    ("kept", kept.into()),
                    ("day", text(day)),
                ];
                told("💾", voice.say_with("line-draft-kept", inserts))
            }
            Line::DraftDiscarded(code) => told("🗑", coded(voice, "line-draft-discarded", code)),
            Line::NothingToCancel => told("👍", voice.say("line-nothing-to-cancel")),
            Line::DraftWarning { code, until } => {
                let inserts = [
                    ("code", text(code.as_str())),
                    ("day", text(voice.day_of(*until))),
                ];
                told("🗂", voice.say_with("line-draft-warning", inserts))
            }
            // Within a form
            Line::FormTitle {
                title,
                code,
                questions,
                minutes,
            } => {
                let inserts = [
                    ("title", text(voice.phrase(title))),
                    ("code", text(code.as_str())),
                    ("questions", FluentValue::from(*questions)),
                    ("minutes", FluentValue::from(*minutes)),
                ];
                head(voice.say_with("line-form-title", inserts))
            }
            Line::Progress {
                title,
                code,
                step,
                of,
            } => {
                let inserts = [
                    ("title", text(voice.phrase(title))),
                    ("code", text(code.as_str())),
                    ("step", FluentValue::from(*step)),
                    ("of", FluentValue::from(*of)),
                ];
                head(voice.say_with("line-progress", inserts))
            }
            Line::Heading(words) => under(form_text(words, voice)),
            Line::Note(words) => body(vec![(Style::Plain, form_text(words, voice))]),
            Line::Question(words) => asked(form_text(words, voice)),
            Line::Hint(words) => under(form_text(words, voice)),
            Line::AnsweredBefore(answer) => {
                let answer = inserted::isolated(&voice.answer(answer));
                under(voice.say_with("line-answered-before", [("answer", answer.into())]))
            }
            Line::ChooseSeveral => under(voice.say("line-choose-several")),
            Line::MayAnswerBy {
                voice: by_voice,
                photo,
            } => {
                let how = match (by_voice, photo) {
                    (true, true) => "both",
                    (true, false) => "voice",
                    (false, true) => "photo",
                    (false, false) => "text",
                };
                under(voice.say_with("line-may-answer-by", [("how", how.into())]))
            }
            Line::AlertRaised { told: count } => {
                told("🔔", counted(voice, "line-alert-raised", *count))
            }
            Line::AlertReachedNobody => told("📞", voice.say("line-alert-reached-nobody")),
            // Slips
            Line::NotANumber => slip(voice.say("line-not-a-number")),
            Line::AmbiguousNumber => slip(voice.say("line-ambiguous-number")),
            Line::NotAWholeNumber => slip(voice.say("line-not-a-whole-number")),
            Line::TooManyDigits { limit } => slip(limited(voice, "line-too-many-digits", *limit)),
            Line::OutOfRange { start, end } => slip(voice.say_with(
                "line-out-of-range",
                [
                    ("start", text(voice.number(*start))),
                    ("end", text(voice.number(*end))),
                ],
            )),
            Line::NotAllowedPlain => slip(voice.say("line-not-allowed-plain")),
            Line::NotAllowed(words) => slip(form_text(words, voice)),
            Line::NotADate { example } => slip(voice.say_with(
                "line-not-a-date",
                [("example", text(voice.example_date(*example)))],
            )),
            Line::AmbiguousDate { example } => slip(voice.say_with(
                "line-ambiguous-date",
                [("example", text(voice.example_date(*example)))],
            )),
            Line::NotATime => slip(voice.say("line-not-a-time")),
            Line::NoSuchChoice => slip(voice.say("line-no-such-choice")),
            Line::SeveralChoices => slip(voice.say("line-several-choices")),
            Line::TooLong { limit } => slip(limited(voice, "line-too-long", *limit)),
            Line::AnswerNeeded => slip(voice.say("line-answer-needed")),
            Line::MediaNotTaken => slip(voice.say("line-media-not-taken")),
            Line::NotToKeep(purpose) => {
                let inserts = [("purpose", FluentValue::from(kept(*purpose).1))];
                slip(voice.say_with("line-not-to-keep", inserts))
            }
            Line::MayKeep {
                purpose,
                given,
                at,
                by,
                listener,
            } => {
                let (icon, which) = kept(*purpose);
                let who = listener.as_ref().map(|who| voice.phrase(who));
                let inserts = [
                    ("purpose", FluentValue::from(which)),
                    ("given", yes_or_no(*given)),
                    ("when", text(voice.moment(*at))),
                    ("name", said(by)),
                    ("listened", yes_or_no(listener.is_some())),
                    ("listener", text(who.unwrap_or_default())),
                ];
                item(icon, voice.say_with("line-may-keep", inserts))
            }
            Line::AskToKeep => told("📷", voice.say("line-ask-to-keep")),
            Line::FileTooLarge => slip(voice.say("line-file-too-large")),
            Line::MediaNeeded => slip(voice.say("line-media-needed")),
            Line::TextNotTaken => slip(voice.say("line-text-not-taken")),
            Line::SlipHelp { skip } => told(
                "🤝",
                voice.say_with("line-slip-help", [("skip", yes_or_no(*skip))]),
            ),
            Line::StickerThanks => told("🙂", voice.say("line-sticker-thanks")),
            Line::NotAnAnswer => slip(voice.say("line-not-an-answer")),
            Line::AskForwarded => asked(voice.say("line-ask-forwarded")),
            Line::Quoted(words) => quoted(words),
            // Check and receipt
            Line::CheckTitle { title, code } => head(voice.say_with(
                "line-check-title",
                [
                    ("title", text(voice.phrase(title))),
                    ("code", text(code.as_str())),
                ],
            )),
            Line::CheckLine {
                number,
                question,
                answer,
            } => {
                let question = voice.phrase(question);
                let question = inserted::one_line(&question, CHECKED_QUESTION_CHARS);
                let answer = match answer {
                    Some(answer) => (Style::Bold, inserted::isolated(&voice.answer(answer))),
                    None => (Style::Italic, voice.say("not-answered")),
                };
                Self {
                    block: Block::Item,
                    spans: vec![(Style::Plain, format!("{number}. {question}\n")), answer],
                }
            }
            Line::AskSend => asked(voice.say("line-ask-send")),
            Line::FormSent { title, code } => {
                let title = inserted::isolated(&voice.phrase(title));
                told(
                    "📨",
                    format!("{title} · {}", inserted::isolated(code.as_str())),
                )
            }
            Line::ReportSent(code) => told("📨", coded(voice, "line-report-sent", code)),
            Line::Receipt {
                code,
                next,
                corrected,
            } => {
                let inserts = [
                    ("code", text(code.as_str())),
                    ("day", text(voice.day(*next))),
                    ("corrected", yes_or_no(*corrected)),
                ];
                told("✅", voice.say_with("line-receipt", inserts))
            }
            Line::Received {
                title,
                code,
                corrected,
            } => {
                let inserts = [
                    ("title", text(voice.phrase(title))),
                    ("code", text(code.as_str())),
                    ("corrected", yes_or_no(*corrected)),
                ];
                told("✅", voice.say_with("line-received", inserts))
            }
            Line::ReceiptHelp => under(voice.say("line-receipt-help")),
            Line::Undone(code) => told("↩️", coded(voice, "line-undone", code)),
            Line::UndoTooLate => told("🕓", voice.say("line-undo-too-late")),
            Line::ReportClosed => told("📁", voice.say("line-report-closed")),
            Line::AskReason { code } => asked(coded(voice, "line-ask-reason", code)),
            // Hand-over
            Line::PeopleTitle(code) => asked(coded(voice, "line-people-title", code)),
            Line::FamilyObjected(name) => {
                let inserts = [("name", said(name))];
                item("✋", voice.say_with("line-family-objected", inserts))
            }
            Line::AskWho(code) => asked(coded(voice, "line-ask-who", code)),
            Line::AskWhoForAll { name, cases } => {
                let inserts = [("name", said(name)), ("count", FluentValue::from(*cases))];
                asked(voice.say_with("line-ask-who-for-all", inserts))
            }
            Line::TeamTitle => asked(voice.say("line-team-title")),
            Line::NobodyElse => told("👥", voice.say("line-nobody-else")),
            Line::PlaceChanged(code) => told("👍", coded(voice, "line-place-changed", code)),
            Line::CaseloadMoved(count) => told("👍", counted(voice, "line-caseload-moved", *count)),
            Line::PlaceNews { which, code } => {
                let inserts = [
                    ("which", FluentValue::from(which.word())),
                    ("code", text(code.as_str())),
                ];
                told("👥", voice.say_with("line-place-news", inserts))
            }
            Line::CaseloadGiven(count) => told("👥", counted(voice, "line-caseload-given", *count)),
            Line::CaseloadTaken(count) => told("👥", counted(voice, "line-caseload-taken", *count)),
            Line::ObjectionSent(code) => told("👍", coded(voice, "line-objection-sent", code)),
            Line::BriefTitle { code, alias } => {
                let inserts = [
                    ("code", text(code.as_str())),
                    ("named", yes_or_no(alias.is_some())),
                    ("alias", said(alias.as_deref().unwrap_or_default())),
                ];
                asked(voice.say_with("line-brief-title", inserts))
            }
            Line::Worry(words) => {
                let inserts = [("words", text(voice.phrase(words)))];
                item("🟡", voice.say_with("line-worry", inserts))
            }
            Line::DraftOutOfReach => told("🗂", voice.say("line-draft-out-of-reach")),
            // Review of reports
            Line::ApprovalWaits(code) => told("🖊", coded(voice, "line-approval-waits", code)),
            Line::ApprovalAsked { told: count } => {
                told("🖊", counted(voice, "line-approval-asked", *count))
            }
            Line::ApprovedAlready(code) => told("🖊", coded(voice, "line-approved-already", code)),
            Line::NothingToRead => told("📥", voice.say("line-nothing-to-read")),
            Line::ReviewsTitle => asked(voice.say("line-reviews-title")),
            Line::ReviewOf {
                code,
                title,
                by,
                at,
            } => {
                let inserts = [
                    ("code", text(code.as_str())),
                    ("title", text(voice.phrase(title))),
                    ("name", said(by)),
                    ("when", text(voice.moment(*at))),
                ];
                asked(voice.say_with("line-review-of", inserts))
            }
            Line::Signal { signal, asked } => {
                let inserts = [
                    ("which", FluentValue::from(signal.word())),
                    ("asked", yes_or_no(*asked)),
                ];
                item("🔎", voice.say_with("line-signal", inserts))
            }
            Line::Fell(fall) => {
                let inserts = [
                    ("factor", named(voice, "factor-name", fall.factor.word())),
                    ("from", FluentValue::from(fall.from)),
                    ("to", FluentValue::from(fall.to)),
                ];
                item("📉", voice.say_with("line-fell", inserts))
            }
            Line::FellNoted => told("🔎", voice.say("line-fell-noted")),
            Line::ComeFirst(factors) => {
                let factors = factors.iter().map(|factor| {
                    voice.say_with("factor-name", [("which", FluentValue::from(factor.word()))])
                });
                let factors: Vec<String> = factors.collect();
                let inserts = [("factors", text(voice.list(&factors)))];
                told("🎯", voice.say_with("line-come-first", inserts))
            }
            Line::Said {
                verdict,
                by,
                at,
                words,
                spoken,
            } => {
                let by = [
                    ("which", FluentValue::from(verdict.word())),
                    ("name", said(by)),
                    ("when", text(voice.moment(*at))),
                ];
                let head = voice.say_with("line-said", by);
                let words = match (words, spoken) {
                    (Some(words), _) => inserted::paragraphs(words, QUOTED_CHARS),
                    (None, true) => voice.say("media-audio"),
                    (None, false) => String::new(),
                };
                let mut spans = vec![(Style::Italic, head)];
                if !words.is_empty() {
                    spans.push((Style::Plain, "\n".into()));
                    spans.push((Style::Plain, inserted::isolated(&words)));
                }
                body(spans)
            }
            Line::AskWords { verdict, code } => {
                asked(voice.say_with("line-ask-words", about_report(*verdict, code)))
            }
            Line::SaidOf { verdict, code } => told(
                "👍",
                voice.say_with("line-said-of", about_report(*verdict, code)),
            ),
            Line::ReviewNews { verdict, code } => told(
                "📝",
                voice.say_with("line-review-news", about_report(*verdict, code)),
            ),
            Line::AlreadySaid => told("📁", voice.say("line-already-said")),
            Line::NotYourOwn => told("🤝", voice.say("line-not-your-own")),
            Line::OwnAlone => told("🖊", voice.say("line-own-alone")),
            Line::ReportsRead(count) => item("💚", counted(voice, "line-reports-read", *count)),
            // Danger
            Line::AlertPush { count, code } => {
                let inserts = [
                    ("count", FluentValue::from(*count)),
                    ("code", text(code.as_str())),
                ];
                told("🔔", voice.say_with("line-alert-push", inserts))
            }
            Line::AlertStill { code, minutes } => {
                // Nobody reckons with 190 minutes.
                let (key, count) = match minutes {
                    0..120 => ("line-alert-still", *minutes),
                    120..2880 => ("line-alert-still-hours", minutes / 60),
                    2880.. => ("line-alert-still-days", minutes / 1440),
                };
                let inserts = [
                    ("count", FluentValue::from(count)),
                    ("code", text(code.as_str())),
                ];
                told("🔔", voice.say_with(key, inserts))
            }
            Line::OutcomeMissing { code, hours } => {
                let (key, count) = match hours {
                    0..48 => ("line-outcome-missing", *hours),
                    48.. => ("line-outcome-missing-days", hours / 24),
                };
                let inserts = [
                    ("count", FluentValue::from(count)),
                    ("code", text(code.as_str())),
                ];
                told("🔔", voice.say_with(key, inserts))
            }
            Line::NobodyYet(code) => told("🔔", coded(voice, "line-nobody-yet", code)),
            Line::CallEmergency => told("📞", voice.say("line-call-emergency")),
            Line::CallOneOf => told("📞", voice.say("line-call-one-of")),
            Line::EmergencyNumber(number) => quoted(number),
            Line::DetailsAsked(code) => told("📄", coded(voice, "line-details-asked", code)),
            Line::AlertAbout {
                code,
                alias,
                reporter,
                at,
            } => {
                let about = [
                    ("code", text(code.as_str())),
                    ("named", yes_or_no(alias.is_some())),
                    ("alias", text(alias.as_deref().unwrap_or_default())),
                ];
                let by = [
                    ("reporter", text(reporter)),
                    ("when", text(voice.moment(*at))),
                ];
                let about = voice.say_with("line-alert-about", about);
                let by = voice.attribute("line-alert-about", "by", by);
                body(vec![
                    (Style::Bold, format!("🔔 {about}\n")),
                    (Style::Plain, by),
                ])
            }
            Line::AlertNote(words) => quoted(words),
            Line::SaidBy(kind) => under(voice.kind_of_media(*kind)),
            Line::FamilyNotSafe => told("🆘", voice.say("line-family-not-safe")),
            Line::FamilyWantsCall => told("📞", voice.say("line-family-wants-call")),
            Line::AlertOutcome { by, at, ends } => {
                let inserts = [
                    ("ends", yes_or_no(*ends)),
                    ("name", said(by)),
                    ("when", text(voice.moment(*at))),
                ];
                let icon = if *ends { "✅" } else { "⏳" };
                asked(format!(
                    "{icon} {}",
                    voice.say_with("line-alert-outcome", inserts)
                ))
            }
            Line::AlertLookedAfter(code) => {
                told("💚", coded(voice, "line-alert-looked-after", code))
            }
            Line::AlertMore(code) => told("🔔", coded(voice, "line-alert-more", code)),
            Line::AlertsStand => item("🔔", voice.say("line-alerts-stand")),
            Line::DangerStands { on, taken } => {
                let inserts = [
                    ("day", text(voice.day(*on))),
                    ("taken", yes_or_no(taken.is_some())),
                    ("name", said(taken.as_deref().unwrap_or_default())),
                ];
                item("🔔", voice.say_with("line-danger-stands", inserts))
            }
            Line::DangerWas { on, step, by } => {
                let icon = match step {
                    DangerStep::Reported => "🔔",
                    DangerStep::Taken => "🤝",
                    DangerStep::Ended => "✅",
                };
                let inserts = [
                    ("day", text(voice.date(*on))),
                    ("which", FluentValue::from(step.word())),
                    ("name", said(by)),
                ];
                item(icon, voice.say_with("line-danger-was", inserts))
            }
            // A family's own call
            Line::AskNotSafe => asked(voice.say("line-ask-not-safe")),
            Line::AskClear => asked(voice.say("line-ask-clear")),
            Line::NoHelpHere => told("📞", voice.say("line-no-help-here")),
            Line::CallReached { told: count } => {
                told("💚", counted(voice, "line-call-reached", *count))
            }
            Line::CallReachedNobody => told("📞", voice.say("line-call-reached-nobody")),
            Line::CalledAlready => told("💚", voice.say("line-called-already")),
            Line::CallNext { call } => told(
                "🤝",
                voice.say_with("line-call-next", [("call", yes_or_no(*call))]),
            ),
            Line::CallMore => under(voice.say("line-call-more")),
            Line::CallNoted => told("✅", voice.say("line-call-noted")),
            Line::CallFull => told("📞", voice.say("line-call-full")),
            Line::FileOf(code) => told("📄", inserted::isolated(code.as_str())),
            Line::AlertOpen => told("⏳", voice.say("line-alert-open")),
            Line::AlertTaken { code, name } => {
                let taken = coded(voice, "line-alert-taken", code);
                let by = voice.attribute("line-alert-taken", "by", [("name", text(name))]);
                told("🤝", format!("{taken}\n{by}"))
            }
            Line::AlertYours(code) => told("🤝", coded(voice, "line-alert-yours", code)),
            // Opening a case
            Line::AskAlias => asked(voice.say("line-ask-alias")),
            Line::SomeAlike { name } => {
                asked(voice.say_with("line-some-alike", [("name", said(name))]))
            }
            Line::AlikeElsewhere(code) => item("📁", coded(voice, "line-alike-elsewhere", code)),
            Line::NoneAlike { name } => {
                asked(voice.say_with("line-none-alike", [("name", said(name))]))
            }
            Line::CaseOpened(code) => told("✅", coded(voice, "line-case-opened", code)),
            // Self-referral
            Line::HelpAsked(code) => told("🙋", coded(voice, "line-help-asked", code)),
            Line::HelpFollows => told("🕓", voice.say("line-help-follows")),
            Line::HelpWaits(code) => item("🕓", coded(voice, "line-help-waits", code)),
            Line::NobodyLeads => item("👤", voice.say("line-nobody-leads")),
            // Inviting
            Line::AskInviteRole => asked(voice.say("line-ask-invite-role")),
            Line::AskInviteTeam => asked(voice.say("line-ask-invite-team")),
            Line::AskInviteCase => asked(voice.say("line-ask-invite-case")),
            Line::AskInviteKin(code) => asked(coded(voice, "line-ask-invite-kin", code)),
            Line::AskVouch { years } => {
                let inserts = [("years", FluentValue::from(*years))];
                asked(voice.say_with("line-ask-vouch", inserts))
            }
            Line::NoInvite => told("✉️", voice.say("line-no-invite")),
            Line::Invited { until } => {
                let inserts = [("day", text(voice.day_of(*until)))];
                told("✉️", voice.say_with("line-invited", inserts))
            }
            Line::InvitedToAsk { until } => {
                let inserts = [("day", text(voice.day_of(*until)))];
                told("✉️", voice.say_with("line-invited-to-ask", inserts))
            }
            Line::Invitation {
                bot,
                token,
                until,
                code,
                code_until,
            } => {
                let day = code_until.with_timezone(&voice.zone()).date_naive();
                let typed = [
                    ("day", text(voice.date(day))),
                    ("time", text(voice.time_at(*code_until, voice.zone()))),
                    ("linked", yes_or_no(bot.is_some())),
                    (
                        "bot",
                        text(bot.iter().map(|bot| format!("@{bot}")).collect::<String>()),
                    ),
                ];
                let typed = voice.say_with("line-invitation-code", typed);
                let inserts = [
                    ("day", text(voice.day_of(*until))),
                    ("linked", yes_or_no(bot.is_some())),
                ];
                let words = voice.say_with("line-invitation", inserts);
                // Apart from the sentence and without marks around it: a phone makes it a link as it stands.
                let link = way_in(token, bot.as_deref());
                told("✉️", format!("{words}\n{link}\n{typed}\n{code}"))
            }
            Line::NumberOffered => told("📱", voice.say("line-number-offered")),
            Line::AskNumber => asked(voice.say("line-ask-number")),
            Line::NumberUse => told("🔒", voice.say("line-number-use")),
            Line::NumberUnclear => told("🤔", voice.say("line-number-unclear")),
            Line::NumberNoted => told("✅", voice.say("line-number-noted")),
            Line::NumberTooLate => told("🕓", voice.say("line-number-too-late")),
            Line::AskToShare => asked(voice.say("line-ask-to-share")),
            Line::ShareUse => told("🔒", voice.say("line-share-use")),
            Line::ShareByButton => told("👇", voice.say("line-share-by-button")),
            Line::NumberSame => told("✅", voice.say("line-number-same")),
            Line::NumberAnswer(answer) => {
                let inserts = [("answer", FluentValue::from(answer.word()))];
                item("📱", voice.say_with("line-number-answer", inserts))
            }
            Line::NewcomerMatched => told("👤", voice.say("line-newcomer-matched")),
            Line::NewcomerJoined => told("👤", voice.say("line-newcomer-joined")),
            Line::AskerJoined => told("👤", voice.say("line-asker-joined")),
            Line::NewcomerAsked => told("📄", voice.say("line-newcomer-asked")),
            Line::NewcomerAbout {
                name,
                role,
                kin,
                code,
            } => {
                let message = match kin {
                    Some(_) => "label-invite-kin",
                    None => "label-invite-role",
                };
                let which = kin.map_or_else(|| role.word(), |kin| kin.word());
                let inserts = [
                    ("name", said(name)),
                    ("as", named(voice, message, which)),
                    ("coded", yes_or_no(code.is_some())),
                    ("code", text(code.as_ref().map_or("", Code::as_str))),
                ];
                asked(voice.say_with("line-newcomer-about", inserts))
            }
            Line::NewcomerIn(name) => told(
                "✅",
                voice.say_with("line-newcomer-in", [("name", said(name))]),
            ),
            Line::NewcomerOut(name) => told(
                "🚫",
                voice.say_with("line-newcomer-out", [("name", said(name))]),
            ),
            Line::NewcomerNotHere(name) => told(
                "🚫",
                voice.say_with("line-newcomer-not-here", [("name", said(name))]),
            ),
            Line::PlaceWaits => told("⏳", voice.say("line-place-waits")),
            Line::PlaceAlready => told("👍", voice.say("line-place-already")),
            Line::AccountAlready => told("🔑", voice.say("line-account-already")),
            Line::WaitsForYes => told("⏳", voice.say("line-waits-for-yes")),
            Line::MayBegin => told("👋", voice.say("line-may-begin")),
            Line::ChildWords => told("🔒", voice.say("line-child-words")),
            // Leaving, and one's own record
            Line::AskLeave => asked(voice.say("line-ask-leave")),
            Line::Goodbye => told("👋", voice.say("line-goodbye")),
            Line::LastOnDuty => told("🔔", voice.say("line-last-on-duty")),
            Line::ColleagueLeft(name) => told(
                "👋",
                voice.say_with("line-colleague-left", [("name", said(name))]),
            ),
            Line::OwnTitle => asked(voice.say("line-own-title")),
            Line::OwnPerson { name, role, team } => {
                let inserts = [
                    ("name", said(name)),
                    ("role", named(voice, "role-name", role.word())),
                    ("in_team", yes_or_no(team.is_some())),
                    ("team", said(team.as_deref().unwrap_or_default())),
                ];
                item("👤", voice.say_with("line-own-person", inserts))
            }
            Line::OwnAccount {
                user,
                language,
                zone,
            } => {
                let inserts = [
                    ("user", text(user.to_string())),
                    ("language", text(voice.language(language))),
                    ("city", text(city(*zone))),
                ];
                item("📱", voice.say_with("line-own-account", inserts))
            }
            Line::OwnConsent { at, version } => {
                let inserts = [
                    ("when", text(voice.moment(*at))),
                    ("version", FluentValue::from(*version)),
                ];
                item("🔒", voice.say_with("line-own-consent", inserts))
            }
            Line::OwnReports { sent, open } => {
                let inserts = [
                    ("sent", FluentValue::from(*sent)),
                    ("open", FluentValue::from(*open)),
                ];
                item("📝", voice.say_with("line-own-reports", inserts))
            }
            Line::OwnCase { code, place } => {
                let inserts = [
                    ("name", text(code.as_str())),
                    ("place", FluentValue::from(place.word())),
                ];
                item("📁", voice.say_with("line-involved", inserts))
            }
            Line::OwnRest => under(voice.say("line-own-rest")),
            Line::AskErasure { days } => {
                let inserts = [("days", FluentValue::from(*days))];
                asked(voice.say_with("line-ask-erasure", inserts))
            }
            Line::ErasureAsked(day) => {
                let inserts = [("day", text(voice.day(*day)))];
                told("🧹", voice.say_with("line-erasure-asked", inserts))
            }
            Line::ErasureWaits(day) => {
                let inserts = [("day", text(voice.day(*day)))];
                told("🧹", voice.say_with("line-erasure-waits", inserts))
            }
            Line::ErasureAbout {
                name,
                role,
                asked_at,
                by,
            } => {
                let inserts = [
                    ("name", said(name)),
                    ("role", named(voice, "role-name", role.word())),
                    ("when", text(voice.moment(*asked_at))),
                    ("day", text(voice.day(*by))),
                ];
                asked(voice.say_with("line-erasure-about", inserts))
            }
            // Anywhere
            Line::OldButton => slip(voice.say("line-old-button")),
            Line::OneAtATime => slip(voice.say("line-one-at-a-time")),
            Line::BackAgain => told("🕓", voice.say("line-back-again")),
            Line::Noted => told("👍", voice.say("line-noted")),
            Line::EditNoted => told("👍", voice.say("line-edit-noted")),
            Line::EditTooLate => told("🕓", voice.say("line-edit-too-late")),
            Line::NothingAsked => slip(voice.say("line-nothing-asked")),
            Line::PrivateOnly => told("🔒", voice.say("line-private-only")),
            Line::NotSavedYet => told("⏳", voice.say("line-not-saved-yet")),
            Line::NotSaved => told("⚠️", voice.say("line-not-saved")),
            Line::Repeated => under(voice.say("line-repeated")),
        }
    }

    /// Adds the paragraph to a text.
    pub fn write(&self, text: &mut Formatted) {
        for (style, words) in &self.spans {
            text.push(*style, words);
        }
    }
}

/// How an invitation is taken up: a link if the bot's name is known, else what to type.
#[must_use]
pub fn way_in(token: &str, bot: Option<&str>) -> String {
    match bot {
        Some(bot) => format!("https://t.me/{bot}?start={token}"),
        None => format!("/start {token}"),
    }
}

/// The first line of a screen of a form.
fn head(words: String) -> Paragraph {
    body(vec![(Style::Italic, words)])
}

/// A question.
fn asked(words: String) -> Paragraph {
    body(vec![(Style::Bold, words)])
}

/// Something that the person should know.
fn told(icon: &str, words: String) -> Paragraph {
    body(vec![(Style::Plain, format!("{icon} {words}"))])
}

/// Why an answer was not taken, and how to give one.
fn slip(words: String) -> Paragraph {
    told("💡", words)
}

/// A line of a list.
fn item(icon: &str, words: String) -> Paragraph {
    Paragraph {
        block: Block::Item,
        ..told(icon, words)
    }
}

/// A remark on the line above, or a heading under the first one.
fn under(words: String) -> Paragraph {
    Paragraph {
        block: Block::Under,
        spans: vec![(Style::Italic, words)],
    }
}

/// What somebody wrote, in its own lines.
fn quoted(words: &str) -> Paragraph {
    body(vec![(
        Style::Quote,
        inserted::paragraphs(words, QUOTED_CHARS),
    )])
}

fn body(spans: Vec<(Style, String)>) -> Paragraph {
    Paragraph {
        block: Block::Body,
        spans,
    }
}

/// What the bot can do, each command with what it is for, that nothing is lost, how to stop.
fn help(role: Role, voice: &Voice) -> String {
    let mut words = voice.say_with("line-help-words", [("role", role.word().into())]);
    words.push_str("\n\n");
    words.push_str(&voice.attribute("line-help-words", "commands", []));
    // Such a line reads from the right, and yet the slash stays before its command.
    let marks = match voice.right_to_left() {
        true => "\u{200F}\u{200E}",
        false => "",
    };
    for command in Command::listed(Some(role)) {
        words.push_str(&format!("\n{marks}/{command} – {}", voice.command(command)));
    }
    for remark in ["safe", "stop"] {
        words.push_str("\n\n");
        words.push_str(&voice.attribute("line-help-words", remark, []));
    }
    words
}

fn form_text(words: &Phrase, voice: &Voice) -> String {
    let words = voice.phrase(words);
    inserted::shortened(&words, FORM_TEXT_CHARS)
}

fn on_day(voice: &Voice, message: &'static str, day: chrono::NaiveDate) -> String {
    voice.say_with(message, [("day", text(voice.date(day)))])
}

/// Why something is due.
fn why(voice: &Voice, because: &Because) -> String {
    let days = |days: u16| FluentValue::from(days);
    let risk = |risk: Risk| named(voice, "risk-name", risk.word());
    match *because {
        Because::Visit {
            by: Reason::Risk {
                risk: how,
                every_days,
            },
            last,
        } => {
            let last = last.map_or_else(|| "none".into(), |last| text(voice.date(last)));
            let inserts = [
                ("risk", risk(how)),
                ("days", days(every_days)),
                ("last", last),
            ];
            voice.say_with("line-because-risk", inserts)
        }
        Because::Visit {
            by: Reason::Move {
                moved_on,
                every_days,
            },
            last: _,
        } => {
            let inserts = [
                ("day", text(voice.date(moved_on))),
                ("days", days(every_days)),
            ];
            voice.say_with("line-because-move", inserts)
        }
        Because::Visit {
            by: Reason::Agreed,
            last: _,
        } => voice.say("line-because-agreed"),
        Because::Visit {
            by: Reason::Chosen,
            last: _,
        } => voice.say("line-because-chosen"),
        Because::FirstContact { risk: how } => {
            voice.say_with("line-because-first-contact", [("risk", risk(how))])
        }
        Because::ReviewEvery { days: every } => {
            voice.say_with("line-because-review-every", [("days", days(every))])
        }
        Because::ReviewAgreed => voice.say("line-because-review-agreed"),
        Because::FollowUp => voice.say("line-because-follow-up"),
        Because::Promised => voice.say("line-because-promised"),
        Because::Proposed { on } => on_day(voice, "line-because-proposed", on),
        Because::Asked { on } => on_day(voice, "line-because-asked", on),
        Because::Closed { on } => on_day(voice, "line-because-closed", on),
        Because::Expires { on } => on_day(voice, "line-because-expires", on),
        Because::Quiet {
            since,
            days: expected,
        } => {
            let inserts = [("day", text(voice.date(since))), ("days", days(expected))];
            voice.say_with("line-because-quiet", inserts)
        }
    }
}

/// What a person wrote or is called, on one line.
fn said<'a>(words: &str) -> FluentValue<'a> {
    text(inserted::one_line(words, SAID_CHARS))
}

/// What one of our own words is called in the reader's language.
fn named<'a>(voice: &Voice, message: &'static str, word: &'static str) -> FluentValue<'a> {
    text(voice.say_with(message, [("which", FluentValue::from(word))]))
}

/// The icon and the word of what may be kept or not.
fn kept(purpose: Purpose) -> (&'static str, &'static str) {
    match purpose {
        Purpose::Photo => ("📷", "photo"),
        Purpose::Voice => ("🎤", "voice"),
    }
}

/// The icon and the word of a decision.
fn decided(choice: Option<Choice>) -> (&'static str, &'static str) {
    match choice {
        Some(choice @ Choice::Agree) => ("✅", choice.word()),
        Some(choice @ Choice::Change) => ("✏️", choice.word()),
        Some(choice @ Choice::NotNow) => ("🕓", choice.word()),
        Some(choice @ (Choice::NotOurs | Choice::Withdraw)) => ("✖️", choice.word()),
        None => ("⏳", "none"),
    }
}

/// What is said of a report, and of which case's.
fn about_report<'a>(verdict: Verdict, code: &Code) -> [(&'static str, FluentValue<'a>); 2] {
    [
        ("which", FluentValue::from(verdict.word())),
        ("code", text(code.as_str())),
    ]
}

/// The icon and the word of what became of a request.
fn became(outcome: Outcome) -> (&'static str, &'static str) {
    let icon = match outcome {
        Outcome::NotReceived => "⏳",
        Outcome::Helped => "👍",
        Outcome::NotHelped => "👎",
        Outcome::NoLonger => "✖️",
        Outcome::Withdrawn => "🔒",
    };
    (icon, outcome.word())
}

fn counted(voice: &Voice, message: &'static str, count: u16) -> String {
    voice.say_with(message, [("count", FluentValue::from(count))])
}

fn numbered(voice: &Voice, message: &'static str, version: u32) -> String {
    voice.say_with(message, [("version", FluentValue::from(version))])
}

fn coded(voice: &Voice, message: &'static str, code: &Code) -> String {
    voice.say_with(message, [("code", text(code.as_str()))])
}

fn limited(voice: &Voice, message: &'static str, limit: u32) -> String {
    voice.say_with(message, [("limit", FluentValue::from(limit))])
}

fn yes_or_no<'a>(yes: bool) -> FluentValue<'a> {
    FluentValue::from(if yes { "yes" } else { "no" })
}
