//! A typed text and the screen it answers come in, the press it stands for goes out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use super::Rendered;
use crate::core::id::Code;
use crate::core::place::city;
use crate::core::press::Press;
use crate::core::screen::{Button, Label, Screen};

/// What a typed text means on a shown screen: the label of a button (case, accents, icons and direction marks do
/// not matter) or, if `numbers`, the number of a button, counted over the things to choose from and not over Back,
/// Skip, Cancel or More. `None` if nothing fits, or more than one button does.
#[must_use]
pub fn understand(
    rendered: &Rendered,
    screen: &Screen,
    text: &str,
    numbers: bool,
) -> Option<Press> {
    let typed = folded(text);
    if typed.is_empty() {
        return None;
    }
    let buttons: Vec<&Button> = screen.rows.iter().flatten().collect();
    let fitting = buttons
        .iter()
        .filter(|button| is_called(button, rendered, text, &typed));
    only(fitting.map(|button| &button.press)).or_else(|| {
        let number: usize = typed.parse().ok().filter(|_| numbers)?;
        let mut choices = buttons.iter().filter(|button| is_numbered(&button.label));
        let chosen = choices.nth(number.checked_sub(1)?)?;
        Some(chosen.press.clone())
    })
}

/// The press that all of them are, if they are the same.
fn only<'a>(mut presses: impl Iterator<Item = &'a Press>) -> Option<Press> {
    let first = presses.next()?;
    presses.all(|press| press == first).then(|| first.clone())
}

/// Whether `typed` names the button: its whole label, or the part of it that names the thing.
fn is_called(button: &Button, rendered: &Rendered, text: &str, typed: &str) -> bool {
    let data = button.press.encode();
    let shown = rendered.rows.iter().flatten().find(|key| key.data == data);
    let label = shown.map(|key| folded(&key.label)).unwrap_or_default();
    if label == typed {
        return true;
    }
    if let Label::VisitCase { code, .. }
    | Label::Draft { code, .. }
    | Label::CaseCard(code)
    | Label::ToRead { code, .. } = &button.label
    {
        return Code::parse(text).as_ref() == Some(code);
    }
    if let Label::Zone(zone) = &button.label {
        return folded(&city(*zone)) == typed;
    }
    // "Done (3)" is also called "Done".
    if let Label::Done(_) = &button.label {
        return label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ') == typed;
    }
    false
}

/// Whether a button is one of the things to choose from, which people count.
fn is_numbered(label: &Label) -> bool {
    match label {
        Label::VisitCase { .. }
        | Label::Draft { .. }
        | Label::CaseCard(_)
        | Label::Form { .. }
        | Label::Goal { .. }
        | Label::WaitingIn { .. }
        | Label::ToRead { .. }
        | Label::Colleague { .. }
        | Label::Referral { .. }
        | Label::Lack(_)
        | Label::Area(_)
        | Label::Service(_)
        | Label::Language(_)
        | Label::Zone(_)
        | Label::Choice { .. }
        | Label::Team(_)
        | Label::InviteRole(_)
        | Label::InviteTo(_)
        | Label::InviteToAsk
        | Label::InviteKin(_)
        | Label::DayTicked { .. }
        | Label::Day { .. } => true,
        Label::Menu
        | Label::AskForHelp
        | Label::Visit
        | Label::Drafts
        | Label::Caseload
        | Label::Waiting { .. }
        | Label::GoOn
        | Label::Timeline
        | Label::Plan(_)
        | Label::Services
        | Label::ShowPacket
        | Label::FindService
        | Label::AnotherService
        | Label::EndShare(_)
        | Label::ShowOnce
        | Label::Decide
        | Label::ChangeMind
        | Label::DecideHere
        | Label::Nudge(_)
        | Label::TickTask(_)
        | Label::Languages
        | Label::Privacy
        | Label::Help
        | Label::Agree
        | Label::NotNow
        | Label::Alert { .. }
        | Label::AlertOf(_)
        | Label::Hear { .. }
        | Label::Reminder { .. }
        | Label::LateAndQuiet
        | Label::AskAfter
        | Label::GiveOn
        | Label::TheyAreAway
        | Label::NotSafe
        | Label::ClearChat
        | Label::ClearNow
        | Label::TellThem(_)
        | Label::CallMe(_)
        | Label::More
        | Label::Earlier
        | Label::Back
        | Label::Skip
        | Label::SkipAs(_)
        | Label::Cancel
        | Label::Done(_)
        | Label::Ok
        | Label::PickDay
        | Label::Month(_)
        | Label::Weekday(_)
        | Label::DayOfMonth(_)
        | Label::NoDay
        | Label::MonthBefore
        | Label::MonthAfter
        | Label::Send
        | Label::SendWord
        | Label::Change(_)
        | Label::Read(_)
        | Label::Continue
        | Label::StartAgain
        | Label::Discard
        | Label::Keep
        | Label::CorrectThat
        | Label::AnotherVisit
        | Label::Mine
        | Label::NotMine
        | Label::Correct
        | Label::Undo
        | Label::People
        | Label::Assign
        | Label::EndPlace(_)
        | Label::GivePlace(_)
        | Label::GiveBack { .. }
        | Label::Brief
        | Label::TeamPeople
        | Label::RatherNot
        | Label::Reviews(_)
        | Label::Accept
        | Label::AskAbout
        | Label::Flag
        | Label::Approve
        | Label::SendBack
        | Label::Answer
        | Label::QuestionAbout(_)
        | Label::Show
        | Label::IHaveIt
        | Label::Settings
        | Label::SettingsFile
        | Label::UseSettings
        | Label::LeaveSettings
        | Label::Preferences
        | Label::ChooseMorning
        | Label::ChooseDays
        | Label::ChooseQuiet
        | Label::ChooseHours
        | Label::TimeZone
        | Label::AsUsual
        | Label::Time(_)
        | Label::Later
        | Label::DoneAlready
        | Label::CannotGo
        | Label::PutOff(_)
        | Label::NewCase
        | Label::NoneOfThese
        | Label::OpenCase
        | Label::Invite
        | Label::InviteFamily
        | Label::BothAgreed
        | Label::AddNumber
        | Label::ShareNumber
        | Label::GoOnWithout
        | Label::RightPerson
        | Label::WrongPerson
        | Label::OwnRecord
        | Label::Away
        | Label::IAmBack
        | Label::TheirCases
        | Label::Leave
        | Label::LeaveNow
        | Label::AskErasure
        | Label::EraseNow
        | Label::ErasureDone => false,
    }
}

/// `text` without all that a typing person leaves out or does differently: case, accents, icons, marks; digits of
/// any script as ASCII, one blank between words.
fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        let class = canonical_combining_class(letter);
        match letter {
            // Accents, Hebrew and Arabic points; vowel signs of other scripts have other classes and stay.
            _ if (10..=36).contains(&class) || (200..=240).contains(&class) => {}
            // The Arabic letter stretcher and the joiners say nothing.
            '\u{0640}' | '\u{200C}' | '\u{200D}' => {}
            // Typed one for the other.
            'ى' => words.push('ي'),
            'ة' => words.push('ه'),
            _ if letter.general_category() == GeneralCategory::DecimalNumber => {
                words.push(ascii_digit(letter));
            }
            _ if letter.is_alphanumeric() || is_mark(letter) => words.push(letter),
            _ if words.ends_with(' ') || words.is_empty() => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Unicode keeps the ten digits of a script side by side, from zero, in runs of ten.
fn ascii_digit(digit: char) -> char {
    let code = u32::from(digit);
    let is_digit = |code| {
        char::from_u32(code).is_some_and(|c| c.general_category() == GeneralCategory::DecimalNumber)
    };
    let before = (1..=code).take_while(|&n| is_digit(code - n)).count();
    char::from(b"0123456789"[before % 10])
}

/// Emoji are followed by marks that are no part of a word.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0900}'..='\u{1FFF}')
        && letter.general_category_group() == GeneralCategoryGroup::Mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_they_are_typed() {
        for (shown, typed) in [
            ("✅ À bientôt !", "a  bientot"),
            ("⬜ 🍲 Chakula", "chakula"),
            ("\u{2068}K7M2QX\u{2069} · leo", "k7m2qx leo"),
            ("الأُسرة", "الاسره"),
            ("◀️ Back", "BACK"),
            ("१२", "12"),
            ("٣", "3"),
            ("۴", "4"),
            ("1️⃣", "1"),
        ] {
            assert_eq!(folded(shown), folded(typed), "{shown} and {typed}");
        }
        assert_ne!(folded("कि"), folded("का"), "vowel signs tell words apart");
    }
}
