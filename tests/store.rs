//! The store on both engines: everything it promises, asked through its public interface.

#[path = "store/checks.rs"]
mod checks;
#[path = "store/danger.rs"]
mod danger;
#[path = "store/inbox.rs"]
mod inbox;
#[path = "store/joining.rs"]
mod joining;
#[path = "store/late.rs"]
mod late;
#[path = "store/opening.rs"]
mod opening;
#[path = "store/outbox.rs"]
mod outbox;
#[path = "store/places.rs"]
mod places;
#[path = "store/plans.rs"]
mod plans;
#[path = "store/profile.rs"]
mod profile;
#[path = "store/programme.rs"]
mod programme;
#[path = "store/records.rs"]
mod records;
#[path = "store/sealing.rs"]
mod sealing;
