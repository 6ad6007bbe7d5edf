//! What is due and when people are told: plans, hours and what was told before come in, instants and choices go out.
//!
//! Nothing here reads a clock, stores or sends; "now" is an argument. A due *window* is of civil dates in the case's
//! zone; a *push* is at an hour in the zone of whoever is told. Reading order: [`civil`] (dates and instants), [`hours`]
//! (when somebody may be written to), [`preference`] (what they said of that), [`window`] and [`visits`] (what is due when), [`ladder`] and [`danger`] (who is
//! told next), [`missed`], [`pushes`], [`snooze`], [`holidays`], [`schedule`] (a programme's own times), [`profile`] (a
//! programme's own numbers).

pub mod civil;
pub mod danger;
pub mod holidays;
pub mod hours;
pub mod ladder;
pub mod missed;
pub mod obligation;
pub mod preference;
pub mod profile;
pub mod pushes;
pub mod schedule;
pub mod snooze;
pub mod visits;
pub mod window;
