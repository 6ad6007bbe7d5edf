//! Decides.
pub mod form;
