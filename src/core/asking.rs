//! The screens of a draft: one question, the calendar, the check screen with Change, the forwarded text.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};

use super::access::Action;
use super::draft::{Body, View};
use super::due::civil::WEEK;
use super::form::model::Kind;
use super::form::{Asked, Context, Interview, Phrase, Piece, Place, Shown, Value};
use super::id::Code;
use super::people::Language;
use super::press::{InDraft, Press};
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen, page};
use super::world::DraftInHand;

/// Changes offered side by side on the check screen.
const CHANGES_PER_ROW: usize = 4;
/// Changes on one check screen before "More".
const CHANGES_PER_PAGE: usize = 16;
/// Questions a person answers in a minute, from which the first screen says how long the form takes.
const QUESTIONS_PER_MINUTE: usize = 4;

/// What a screen of a draft is made from.
pub struct Asking<'a> {
    /// The draft.
    pub hand: &'a DraftInHand,
    /// The interview derived from it.
    pub interview: &'a Interview<'a>,
    /// The language to ask in.
    pub language: &'a Language,
    /// Now.
    pub at: DateTime<Utc>,
}

impl Asking<'_> {
    /// The screen of `place`, or the check screen for `None`.
    #[must_use]
    pub fn screen(&self, place: Option<&Place>) -> Screen {
        let body = &self.hand.draft.body;
        match (place, &body.forwarded) {
            (Some(place), Some(text)) => self.forwarded(place, text),
            (Some(place), None) => self.question(place),
            (None, _) => self.check(),
        }
    }

    fn question(&self, place: &Place) -> Screen {
        let Some(asked) = self.interview.ask(place, &self.language.0) else {
            return self.check();
        };
        let mut lines = vec![self.progress(place)];
        lines.extend(asked.heading.clone().map(Line::Heading));
        lines.extend(asked.notes.iter().cloned().map(Line::Note));
        lines.push(Line::Question(asked.label.clone()));
        let hint = asked.hint.clone().map(Line::Hint);
        lines.extend(hint.or_else(|| how_to_answer(&asked)));
        if let Some(value) = asked.answered.as_ref().filter(|value| !value.is_blank()) {
            let before = self.interview.phrases(place, value, &self.language.0);
            lines.push(Line::AnsweredBefore(joined(before)));
        }
        let screen = self.answers(Screen::of(lines), &asked);
        screen.row(self.controls(place, &asked))
    }

    fn answers(&self, screen: Screen, asked: &Asked) -> Screen {
        let body = &self.hand.draft.body;
        match (asked.kind, body.view) {
            (Kind::Many(_), view) => {
                let screen = self.choices(screen, asked, view, Some(&body.ticked));
                match body.ticked.len() {
                    0 => screen,
                    count => {
                        let count = u16::try_from(count).unwrap_or(u16::MAX);
                        screen.row(vec![self.button(Label::Done(count), InDraft::Done)])
                    }
                }
            }
            (Kind::Date, View::Month(month)) => self.calendar(screen, asked, month),
            (Kind::Date, View::Plain | View::Page(_)) => self.days(screen, asked),
            (Kind::Acknowledge, _) => screen.row(vec![self.button(Label::Ok, InDraft::Done)]),
            (_, view) => self.choices(screen, asked, view, None),
        }
    }

    fn choices(
        &self,
        screen: Screen,
        asked: &Asked,
        view: View,
        ticked: Option<&[usize]>,
    ) -> Screen {
        let mut screen = screen;
        let (offers, turns) = self.page(&asked.choices, view, BUTTONS_PER_PAGE);
        for (option, offer) in offers {
            let on = ticked.map(|ticked| ticked.contains(&usize::from(option)));
            let what = match on {
                Some(on) => InDraft::Tick(option, !on),
                None => InDraft::Choose(option),
            };
            let label = Label::Choice {
                label: offer.label.clone(),
                ticked: on,
            };
            screen = screen.row(vec![self.button(label, what)]);
        }
        screen.row(turns)
    }

    fn days(&self, screen: Screen, asked: &Asked) -> Screen {
        let today = self.today();
        let mut screen = screen;
        for &day in &asked.quick_dates {
            screen = screen.row(vec![
                self.button(Label::Day { day, today }, InDraft::Day(day)),
            ]);
        }
        let near = asked.quick_dates.last().copied().unwrap_or(today);
        let month = near.with_day(1).unwrap_or(near);
        screen.row(vec![self.button(Label::PickDay, InDraft::Month(month))])
    }

    fn calendar(&self, screen: Screen, asked: &Asked, month: NaiveDate) -> Screen {
        let month = month.with_day(1).unwrap_or(month);
        let turn = |to: Option<NaiveDate>, label: Label| {
            to.map(|to| self.button(label, InDraft::Month(to)))
        };
        let heads = [
            turn(month.checked_sub_months(Months::new(1)), Label::MonthBefore),
            turn(Some(month), Label::Month(month)),
            turn(month.checked_add_months(Months::new(1)), Label::MonthAfter),
        ];
        let mut screen = screen.row(heads.into_iter().flatten().collect());
        // What is no answer shows the same month again.
        let idle = |label: Label| self.button(label, InDraft::Month(month));
        screen = screen.row(WEEK.map(|day| idle(Label::Weekday(day))).to_vec());
        let before = (0..month.weekday().num_days_from_monday()).map(|_| idle(Label::NoDay));
        let days = month
            .iter_days()
            .take_while(|day| day.month() == month.month());
        let days = days.map(|day| {
            let number = u8::try_from(day.day()).unwrap_or_default();
            match self.interview.allows(&asked.place, &Value::Date(day)) {
                true => self.button(Label::DayOfMonth(number), InDraft::Day(day)),
                false => idle(Label::NoDay),
            }
        });
        let mut places: Vec<Button> = before.chain(days).collect();
        let whole = places.len().next_multiple_of(WEEK.len());
        places.resize_with(whole, || idle(Label::NoDay));
        for week in places.chunks(WEEK.len()) {
            screen = screen.row(week.to_vec());
        }
        screen
    }

    fn controls(&self, place: &Place, asked: &Asked) -> Vec<Button> {
        let mut buttons = Vec::new();
        if self.interview.before(place).is_some() {
            buttons.push(self.button(Label::Back, InDraft::Back));
        }
        if !asked.required {
            let label = match &asked.skip {
                Some(words) => Label::SkipAs(words.clone()),
                None => Label::Skip,
            };
            buttons.push(self.button(label, InDraft::Skip));
        }
        buttons.push(self.button(Label::Cancel, InDraft::Cancel));
        buttons
    }

    fn forwarded(&self, place: &Place, text: &str) -> Screen {
        let mut lines = vec![self.progress(place)];
        if let Some(asked) = self.interview.ask(place, &self.language.0) {
            lines.push(Line::Question(asked.label));
        }
        lines.push(Line::Quoted(text.to_owned()));
        lines.push(Line::AskForwarded);
        Screen::of(lines)
            .row(vec![self.button(Label::Mine, InDraft::Mine)])
            .row(vec![self.button(Label::NotMine, InDraft::NotMine)])
            .row(vec![self.button(Label::Cancel, InDraft::Cancel)])
    }

    fn check(&self) -> Screen {
        let places = self.interview.places();
        let mut lines = vec![Line::CheckTitle {
            title: self.hand.form.title_in(&self.language.0),
            code: self.code(),
        }];
        lines.extend(answered(self.interview, &self.language.0));
        let notes = self.interview.closing_notes(&self.language.0);
        lines.extend(notes.into_iter().map(Line::Note));
        lines.push(Line::AskSend);
        // What a family says is its word, not a report.
        let label = match self.hand.part().access.contains(&Action::SpeakAsFamily) {
            true => Label::SendWord,
            false => Label::Send,
        };
        let mut screen = Screen::of(lines).row(vec![self.button(label, InDraft::Send)]);
        let (changes, turns) = self.page(places, self.hand.draft.body.view, CHANGES_PER_PAGE);
        let numbers: Vec<Button> = changes
            .map(|(place, _)| self.button(Label::Change(place + 1), InDraft::Change(place)))
            .collect();
        for row in numbers.chunks(CHANGES_PER_ROW) {
            screen = screen.row(row.to_vec());
        }
        let mut last = Vec::new();
        if !places.is_empty() {
            last.push(self.button(Label::Back, InDraft::Back));
        }
        last.push(self.button(Label::Cancel, InDraft::Cancel));
        screen.row(turns).row(last)
    }

    fn progress(&self, place: &Place) -> Line {
        let places = self.interview.places();
        let title = self.hand.form.title_in(&self.language.0);
        let of = u16::try_from(places.len()).unwrap_or(u16::MAX);
        // A press may have answered the first question before it was asked.
        let draft = &self.hand.draft;
        if draft.body.answers.is_empty() || (draft.turn == 0 && draft.corrects.is_none()) {
            let minutes = (places.len() + QUESTIONS_PER_MINUTE / 2) / QUESTIONS_PER_MINUTE;
            return Line::FormTitle {
                title,
                code: self.code(),
                questions: of,
                minutes: u16::try_from(minutes.max(1)).unwrap_or(u16::MAX),
            };
        }
        let step = places.iter().position(|shown| shown.place == *place);
        Line::Progress {
            title,
            code: self.code(),
            step: u16::try_from(step.unwrap_or_default() + 1).unwrap_or(u16::MAX),
            of,
        }
    }

    fn page<'l, T>(
        &self,
        list: &'l [T],
        view: View,
        per_page: usize,
    ) -> (impl Iterator<Item = (u16, &'l T)>, Vec<Button>) {
        let shown = match view {
            View::Page(page) => page,
            View::Plain | View::Month(_) => 0,
        };
        page(list, shown, per_page, |to| self.press(InDraft::Page(to)))
    }

    fn button(&self, label: Label, what: InDraft) -> Button {
        Button {
            label,
            press: self.press(what),
        }
    }

    fn press(&self, what: InDraft) -> Press {
        let draft = &self.hand.draft;
        Press::Draft(draft.id, draft.turn, what)
    }

    fn code(&self) -> Code {
        self.hand.case.code.clone()
    }

    fn today(&self) -> NaiveDate {
        self.at.with_timezone(&self.hand.case.zone).date_naive()
    }
}

/// The question that a draft shows: the one its owner asked to see again, else the first without an answer.
#[must_use]
pub fn current<'i>(interview: &'i Interview<'_>, body: &'i Body) -> Option<&'i Place> {
    let focus = body.focus.as_ref().filter(|focus| {
        let mut shown = interview.places().iter();
        shown.any(|shown| shown.place == **focus)
    });
    focus.or_else(|| interview.next())
}

/// Every question that was relevant, with its answer, in this language.
#[must_use]
pub fn answered(interview: &Interview<'_>, language: &str) -> Vec<Line> {
    let places = (1u16..).zip(interview.places());
    places
        .map(|(number, shown)| check_line(interview, language, number, shown))
        .collect()
}

fn check_line(interview: &Interview<'_>, language: &str, number: u16, shown: &Shown<'_>) -> Line {
    let Some(asked) = interview.ask(&shown.place, language) else {
        return Line::CheckLine {
            number,
            question: Phrase::default(),
            answer: None,
        };
    };
    let answered = asked.answered.filter(|value| !value.is_blank());
    let answered = answered.map(|value| {
        let phrases = interview.phrases(&shown.place, &value, language);
        joined(phrases)
    });
    Line::CheckLine {
        number,
        question: asked.label,
        // "Nothing worries me" is an answer, too.
        answer: answered.or(asked.skip),
    }
}

/// What stands in the place of a hint where the form has none.
fn how_to_answer(asked: &Asked) -> Option<Line> {
    match asked.kind {
        Kind::Many(_) => Some(Line::ChooseSeveral),
        _ if asked.accept.voice || asked.accept.photo => Some(Line::MayAnswerBy {
            voice: asked.accept.voice,
            photo: asked.accept.photo,
        }),
        _ => None,
    }
}

/// Several phrases as one, in the order given.
fn joined(phrases: Vec<Phrase>) -> Phrase {
    let mut pieces = Vec::new();
    for (nth, phrase) in phrases.into_iter().enumerate() {
        if nth > 0 {
            pieces.push(Piece::Fixed(" · ".into()));
        }
        pieces.extend(phrase.0);
    }
    Phrase(pieces)
}

/// What the conversation brings to the form of this draft.
#[must_use]
pub fn context(hand: &DraftInHand, language: &Language, at: DateTime<Utc>) -> Context {
    let brought = &hand.draft.body.brought;
    let zone = hand.case.zone;
    let now = at.with_timezone(&zone).fixed_offset();
    let rows = |words: Vec<&String>, field: &str| {
        let row = |words: &String| [(field.to_owned(), Value::Text(words.clone()))].into();
        words.into_iter().map(row).collect()
    };
    let goals = brought.goals.iter().map(|(goal, words)| {
        let mut means = brought.means.iter();
        let means = means.find(|means| means.0 == *goal);
        let means = means.map(|means| means.1.clone()).unwrap_or_default();
        [
            ("ctx_goal_words".to_owned(), Value::Text(words.clone())),
            ("ctx_goal_means".to_owned(), Value::Text(means)),
        ]
        .into()
    });
    Context {
        hidden: brought.hidden.clone(),
        accepted: hand.draft.body.corrected.clone(),
        rows: [
            ("goal".to_owned(), goals.collect()),
            (
                "referral".to_owned(),
                rows(
                    brought
                        .referrals
                        .iter()
                        .map(|referral| &referral.1)
                        .collect(),
                    "ctx_referral_words",
                ),
            ),
        ]
        .into(),
        today: now.date_naive(),
        now,
        started: brought
            .started
            .unwrap_or(at)
            .with_timezone(&zone)
            .fixed_offset(),
        seed: brought.seed,
        language: language.0.clone(),
    }
}
