//! Setting a programme up and taking its reports out, from the command line.

pub mod export;
pub mod forms;
pub mod import;
pub mod in_force;
pub mod invite;
pub mod seed;
