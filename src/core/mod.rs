//! The part that decides: a world and an event come in, the effects that follow go out.
//!
//! Nothing here waits, stores, sends, reads a clock or draws a random number. Reading order: the values
//! ([`id`], [`people`], [`case`], [`draft`], [`report`], [`alert`]), both ends ([`event`], [`effect`]), what a
//! chat shows ([`place`], [`press`], [`screen`]), the rules ([`access`], [`world`], [`step`]).

pub mod about;
pub mod absence;
pub mod access;
pub mod active;
pub mod aftercare;
pub mod agreed;
pub mod alert;
pub mod alike;
pub mod answering;
pub mod asking;
pub mod brought;
pub mod calling;
pub mod card;
pub mod case;
pub mod danger;
pub mod draft;
pub mod due;
pub mod effect;
pub mod event;
pub mod filing;
pub mod form;
pub mod goal;
pub mod handover;
pub mod hearing;
pub mod id;
pub mod inviting;
pub mod joining;
pub mod keeping;
pub mod label;
pub mod mending;
pub mod menu;
pub mod note;
pub mod opening;
pub mod part;
pub mod parting;
pub mod people;
pub mod place;
pub mod plan;
pub mod press;
pub mod proposal;
pub mod receipt;
pub mod referral;
pub mod report;
pub mod reporting;
pub mod resting;
pub mod review;
pub mod screen;
pub mod self_referral;
pub mod service;
pub mod services;
pub mod share;
pub mod signal;
pub mod slipping;
pub mod spelling;
pub mod stage;
pub mod step;
pub mod stuck;
pub mod telling;
pub mod typed_code;
pub mod waiting;
pub mod wellbeing;
pub mod world;
