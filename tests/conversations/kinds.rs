//! A press comes in, the word for its kind goes out; the words of all kinds stand in one list.

use kinkeeper::core::about::Topic;
use kinkeeper::core::absence::InAbsence;
use kinkeeper::core::calling::InCalling;
use kinkeeper::core::expecting::InExpecting;
use kinkeeper::core::handover::InHandOver;
use kinkeeper::core::hearing::Heard;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::reminding::InReminder;
use kinkeeper::core::review::InReview;

/// The kinds of presses; one that is missing here does not compile.
macro_rules! kinds {
    ($($pattern:pat => $word:literal,)*) => {
        /// The words of all kinds.
        pub const ALL: &[&str] = &[$($word),*];

        /// The word for the kind of a press.
        pub fn kind(press: &Press) -> &'static str {
            match press { $($pattern => $word,)* }
        }
    };
}

kinds! {
    Press::Menu => "menu",
    Press::Help => "help",
    Press::Privacy => "privacy",
    Press::Drafts => "drafts",
    Press::Cases(_) => "cases",
    Press::Due(_) => "due",
    Press::Waiting(..) => "waiting",
    Press::Caseload(_) => "caseload",
    Press::Case(..) => "case",
    Press::Plan(_) => "plan",
    Press::Goal(_) => "goal",
    Press::About(Topic::Goal(_), _) => "about-goal",
    Press::About(Topic::Referral(_), _) => "about-referral",
    Press::About(Topic::Service(..), _) => "about-service",
    Press::About(Topic::Elsewhere(..), _) => "about-elsewhere",
    Press::About(Topic::Alert(_), _) => "about-alert",
    Press::TickTask(_) => "tick-task",
    Press::Nudge(_) => "nudge",
    Press::Timeline(_) => "timeline",
    Press::Languages => "languages",
    Press::Language(_) => "language",
    Press::Zone(_) => "zone",
    Press::Agree => "agree",
    Press::NotNow => "not-now",
    Press::Visit(_) => "visit",
    Press::Begin(..) => "begin",
    Press::BeginWith(..) => "begin-with",
    Press::AnotherVisit(_) => "another-visit",
    Press::Continue(_) => "continue",
    Press::StartAgain(_) => "start-again",
    Press::Discard(_) => "discard",
    Press::Keep(_) => "keep",
    Press::Draft(_, _, InDraft::Choose(_)) => "draft-choose",
    Press::Draft(_, _, InDraft::Tick(..)) => "draft-tick",
    Press::Draft(_, _, InDraft::Done) => "draft-done",
    Press::Draft(_, _, InDraft::Day(_)) => "draft-day",
    Press::Draft(_, _, InDraft::Month(_)) => "draft-month",
    Press::Draft(_, _, InDraft::Page(_)) => "draft-page",
    Press::Draft(_, _, InDraft::Skip) => "draft-skip",
    Press::Draft(_, _, InDraft::Back) => "draft-back",
    Press::Draft(_, _, InDraft::Cancel) => "draft-cancel",
    Press::Draft(_, _, InDraft::Change(_)) => "draft-change",
    Press::Draft(_, _, InDraft::Send) => "draft-send",
    Press::Draft(_, _, InDraft::Mine) => "draft-mine",
    Press::Draft(_, _, InDraft::NotMine) => "draft-not-mine",
    Press::Correct(_) => "correct",
    Press::Undo(_) => "undo",
    Press::HandOver(InHandOver::People(_)) => "hand-over-people",
    Press::HandOver(InHandOver::Assign(..)) => "hand-over-assign",
    Press::HandOver(InHandOver::AssignTo(..)) => "hand-over-assign-to",
    Press::HandOver(InHandOver::End(_)) => "hand-over-end",
    Press::HandOver(InHandOver::Give(..)) => "hand-over-give",
    Press::HandOver(InHandOver::GiveTo(..)) => "hand-over-give-to",
    Press::HandOver(InHandOver::Team(_)) => "hand-over-team",
    Press::HandOver(InHandOver::GiveAll(..)) => "hand-over-give-all",
    Press::HandOver(InHandOver::GiveAllTo(..)) => "hand-over-give-all-to",
    Press::HandOver(InHandOver::GiveBack(_)) => "hand-over-give-back",
    Press::HandOver(InHandOver::Brief(_)) => "hand-over-brief",
    Press::HandOver(InHandOver::Object(..)) => "hand-over-object",
    Press::Review(InReview::List(_)) => "review-list",
    Press::Review(InReview::Show(_)) => "review-show",
    Press::Review(InReview::Accept(_)) => "review-accept",
    Press::Review(InReview::Approve(_)) => "review-approve",
    Press::Review(InReview::Question(_)) => "review-question",
    Press::Review(InReview::Say(..)) => "review-say",
    Press::ShowAlert(_) => "show-alert",
    Press::TakeAlert(_) => "take-alert",
    Press::Calling(InCalling::Ask) => "calling-ask",
    Press::Calling(InCalling::Tell(_)) => "calling-tell",
    Press::Calling(InCalling::Call(_)) => "calling-call",
    Press::Hear(Heard::Alert(_), _) => "hear-alert",
    Press::Hear(Heard::Report(_), _) => "hear-report",
    Press::Hear(Heard::Goal(_), _) => "hear-goal",
    Press::Hear(Heard::Case(_), _) => "hear-case",
    Press::NewCase => "new-case",
    Press::OpenCase => "open-case",
    Press::AskForHelp => "ask-for-help",
    Press::Invite => "invite",
    Press::InviteInto(_) => "invite-into",
    Press::InviteRole(..) => "invite-role",
    Press::InviteToAsk => "invite-to-ask",
    Press::InviteFamily(_) => "invite-family",
    Press::InviteKin(..) => "invite-kin",
    Press::Vouch(_) => "vouch",
    Press::Expecting(InExpecting::Ask(_)) => "expecting-ask",
    Press::Expecting(InExpecting::Share) => "expecting-share",
    Press::Expecting(InExpecting::Without) => "expecting-without",
    Press::Newcomer(_) => "newcomer",
    Press::RightPerson(_) => "right-person",
    Press::WrongPerson(_) => "wrong-person",
    Press::Leave => "leave",
    Press::LeaveNow => "leave-now",
    Press::OwnRecord => "own-record",
    Press::Reminder(InReminder::Show(_)) => "reminder",
    Press::Reminder(InReminder::Later(_)) => "later",
    Press::Reminder(InReminder::PutOff(..)) => "put-off",
    Press::Absence(InAbsence::Ask) => "absence-ask",
    Press::Absence(InAbsence::BackOn(_)) => "absence-back-on",
    Press::Absence(InAbsence::Back) => "absence-back",
    Press::AskErasure => "ask-erasure",
    Press::EraseNow => "erase-now",
    Press::Erasure(_) => "erasure",
    Press::ErasureDone(_) => "erasure-done",
    Press::Asked(_) => "asked",
    Press::Referral(_) => "referral",
    Press::Packet(_) => "packet",
    Press::Lacks(..) => "lacks",
    Press::Services(..) => "services",
    Press::Service(..) => "service",
    Press::EndShare(_) => "end-share",
}
