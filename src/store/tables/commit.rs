//! A step comes in, its records and messages are written: the exhaustive match over [`Effect`].

use crate::core::alert::{Note, Spoken};
use crate::core::draft::Draft;
use crate::core::effect::Effect;
use crate::core::form::{Answer, Answers, Form, Place, Value};
use crate::core::id::PersonId;
use crate::core::reminding;
use crate::core::world::World;
use crate::letters::dedup;

use super::step::Committing;
use super::{Error, Tx};

impl Tx {
    pub async fn commit_step(&mut self, committing: Committing<'_>) -> Result<(), Error> {
        let Committing {
            world,
            event,
            user,
            update,
            step,
            key,
        } = committing;
        let at = event.at;
        let mut place = &world.chat.place;
        let mut sender = world.person.as_ref().map(|person| person.id);
        let in_hand = world.case.as_ref().map(|found| found.case.id);
        let invited_to = world.invitation.as_ref().and_then(|found| found.case);
        let joined = world.newcomer.as_ref().and_then(|found| found.case);
        for (nth, effect) in step.effects.iter().enumerate() {
            match effect {
                Effect::Join { invite, name } => {
                    sender = Some(self.join(*invite, user, world.chat.id, name, at).await?);
                    self.changed.extend(invited_to);
                }
                Effect::JoinAlso(invite) => {
                    self.join_also(*invite, known(sender)?, at).await?;
                    self.changed.extend(invited_to);
                }
                Effect::GuessWrong => self.note_guess(user, at).await?,
                Effect::SetLanguage(language) => {
                    self.set_language(known(sender)?, language).await?;
                    self.want_commands(known(sender)?, at).await?;
                }
                Effect::SetZone(zone) => {
                    self.set_zone(known(sender)?, *zone).await?;
                    if let Some(person) = &world.person {
                        let morning = reminding::morning(world, person);
                        self.move_reminders(person.id, *zone, morning, at).await?;
                    }
                }
                Effect::SetPreference(preference) => {
                    self.set_preference(known(sender)?, *preference).await?;
                    if let Some(person) = &world.person {
                        let profile = &world.programme.profile;
                        let morning = preference.habit(person.role, profile).morning;
                        self.move_reminders(person.id, world.zone(), morning, at)
                            .await?;
                    }
                }
                Effect::SetConsent(consent) => {
                    self.set_consent(known(sender)?, *consent).await?;
                    self.want_commands(known(sender)?, at).await?;
                }
                Effect::SetReachable(so) => {
                    self.set_reachable(user, *so).await?;
                    self.look_soon_of_user(user, at).await?;
                    // What was told while the chat was closed may not have come.
                    self.want_commands_of(user, at).await?;
                }
                // Most presses stay where they are: a write less.
                Effect::Go(to) if to == place => {}
                Effect::Go(to) => {
                    self.go(world.chat.id, to).await?;
                    place = to;
                }
                Effect::OpenDraft(draft) => self.open_draft(draft).await?,
                Effect::SaveDraft { draft, from_turn } => {
                    self.save_draft(draft, *from_turn).await?;
                    if draft.body.alerted
                        && let Some(note) = danger_note(world, draft)
                    {
                        self.note_danger(draft.id, draft.case, &note).await?;
                    }
                }
                Effect::DropDraft { draft, why, files } => {
                    self.drop_draft(*draft, *why).await?;
                    self.forget_media(files).await?;
                }
                Effect::File(report) => {
                    self.file(report).await?;
                    self.changed.insert(report.case);
                }
                Effect::Undo(report) => {
                    self.undo(*report).await?;
                    self.look_soon_of_report(*report, at).await?;
                    self.changed
                        .extend(world.report.as_ref().map(|report| report.case.id));
                }
                Effect::EndPlaces(places) => {
                    self.end_places(places, at).await?;
                    let cases = self.cases_of_places(places).await?;
                    self.changed.extend(cases);
                }
                Effect::BeginPlaces(places) => {
                    self.begin_places(places, at).await?;
                    self.changed.extend(places.iter().map(|(case, ..)| *case));
                }
                Effect::Object(place) => self.object(*place, at).await?,
                Effect::Remark(remark) => {
                    self.remark(remark, known(sender)?, at).await?;
                    self.changed.insert(remark.case);
                }
                Effect::EndShare(share) => self.end_share(*share, at).await?,
                Effect::TickTask(task) => {
                    self.tick_task(*task, at).await?;
                    self.changed.extend(in_hand);
                }
                Effect::Invite(invitation) => self.invite(invitation, at).await?,
                Effect::ExpectNumber { invite, number } => {
                    self.expect_number(*invite, number, at).await?;
                }
                Effect::AnswerNumber { invite, answer } => {
                    self.answer_number(*invite, *answer).await?;
                }
                Effect::WipeUpdate => self.wipe_updates(update).await?,
                Effect::Admit(invite) => {
                    self.admit(*invite, at).await?;
                    self.changed.extend(joined);
                }
                Effect::TurnAway(invite) => {
                    self.turn_away(*invite, at).await?;
                    self.changed.extend(joined);
                }
                Effect::Leave => {
                    let cases = self.cases_with(known(sender)?).await?;
                    self.changed.extend(cases);
                    self.leave(known(sender)?).await?;
                    self.forget_trials(known(sender)?).await?;
                    self.look_soon_of(known(sender)?, at).await?;
                    self.want_commands(known(sender)?, at).await?;
                }
                Effect::SetAway { person, day } => {
                    self.set_away(*person, *day, at).await?;
                    self.look_soon_of(*person, at).await?;
                }
                Effect::EndAway => self.end_away(known(sender)?, at).await?,
                Effect::AskErasure => self.ask_erasure(known(sender)?, at).await?,
                Effect::EndErasure(person) => self.end_erasure(*person, at).await?,
                Effect::OpenCase(opening) => {
                    self.open_case(opening).await?;
                    self.changed.insert(opening.id);
                }
                Effect::HandInCase { case, alias } => {
                    self.hand_in_case(*case, alias.as_deref()).await?;
                    self.changed.insert(*case);
                }
                Effect::RaiseAlert(alert) => {
                    let saved = step.effects.iter().rev().find_map(saved);
                    let note = saved.and_then(|draft| danger_note(world, draft));
                    self.raise(alert, note.as_ref()).await?;
                }
                Effect::TakeAlert { alert, from } => {
                    self.take(*alert, known(sender)?, at, *from).await?;
                }
                Effect::Call {
                    alert,
                    since,
                    place,
                    to,
                    screen: _,
                } => {
                    let call = (*alert, *since, *place);
                    let dedup = dedup(key, nth);
                    self.call(call, to.person, &dedup, at).await?;
                }
                Effect::CallSecond {
                    alert,
                    since,
                    place,
                    channels,
                } => {
                    let call = (*alert, *since, *place);
                    self.call_second(call, channels, at).await?;
                }
                Effect::LookAgain { alert, at } => self.look_again(*alert, *at).await?,
                Effect::Climbed { alert, from, next } => {
                    self.climbed(*alert, *from, *next).await?;
                }
                Effect::SayOfAlert { alert, case, note } => {
                    self.say_of_alert(*alert, *case, note, at).await?;
                }
                Effect::KeepMedia { media, case, file } => {
                    self.want_media(*media, *case, file, at).await?;
                }
                Effect::RemindedToAsk(case) => {
                    self.reminded_to_ask(*case, known(sender)?, at).await?;
                }
                Effect::Remind {
                    reminded,
                    screen: _,
                } => {
                    let dedup = dedup(key, nth);
                    self.reminded(known(sender)?, reminded, &dedup, at).await?;
                }
                Effect::Missed(reminded) => {
                    self.reminded(known(sender)?, reminded, "", at).await?;
                }
                Effect::Postpone { obligations, at } => {
                    self.postpone(known(sender)?, obligations, *at).await?;
                }
                Effect::PutOff { obligation, next } => {
                    self.put_off(known(sender)?, *obligation, *next).await?;
                }
                Effect::Forget(obligation) => {
                    self.stop_telling(*obligation, known(sender)?).await?;
                }
                Effect::AskAfter {
                    obligation,
                    to,
                    at,
                    screen: _,
                } => {
                    let dedup = dedup(key, nth);
                    self.asked_after(*obligation, to.person, &dedup, *at)
                        .await?;
                }
                Effect::TrySettings { trial, file } => {
                    self.try_profile(*trial, known(sender)?, file, at).await?;
                }
                Effect::TrialTold(trial) => self.trial_told(*trial).await?,
                Effect::EndTrial(trial) => self.end_trial(*trial).await?,
                Effect::SetProfile(proposed) => {
                    self.set_profile(proposed, known(sender)?, at).await?;
                }
                Effect::ClearChat => self.clear_chat(world.chat.id, at).await?,
                Effect::Note(audit) => self.note(sender, *audit, at),
                // Rendered and posted apart, or lost without harm.
                Effect::Show(_)
                | Effect::Amend(_)
                | Effect::Say { .. }
                | Effect::Play(_)
                | Effect::SendSettings
                | Effect::Tell { .. }
                | Effect::Rewrite { .. }
                | Effect::Toast(_) => {}
            }
        }
        Ok(())
    }
}

fn known(sender: Option<PersonId>) -> Result<PersonId, Error> {
    sender.ok_or(Error::Unfit("a change of a sender who is nobody here"))
}

/// The draft that an effect leaves behind.
fn saved(effect: &Effect) -> Option<&Draft> {
    if let Effect::SaveDraft { draft, .. } | Effect::OpenDraft(draft) = effect {
        Some(draft)
    } else {
        None
    }
}

/// What was said about the danger, if the draft's form asks for it.
fn danger_note(world: &World, draft: &Draft) -> Option<Note> {
    let form = world.draft.as_ref().map(|draft| draft.form.as_ref());
    noted(form?, &draft.body.answers)
}

fn noted(form: &Form, answers: &Answers) -> Option<Note> {
    let mut questions = form.questions.iter();
    let question =
        questions.find(|question| question.save_to.as_deref() == Some("visit.danger_note"))?;
    match answers.get(&Place::new(&question.name))? {
        Answer::Given(Value::Text(note)) => Some(Note::Words(note.clone())),
        Answer::Given(Value::Media(media)) => Spoken::of(media).map(Note::Media),
        Answer::Given(_) | Answer::Skipped => None,
    }
}
