//! The whole stack under strain: updates of every kind, doubled, shuffled, poisonous or too many come in; each has one
//! effect or is given up, and everybody else goes on.

#[path = "stack/clearing.rs"]
mod clearing;
#[path = "stack/flood.rs"]
mod flood;
#[path = "stack/guessing.rs"]
mod guessing;
#[path = "stack/kinds.rs"]
mod kinds;
#[path = "stack/lists.rs"]
mod lists;
#[path = "stack/many_due.rs"]
mod many_due;
#[path = "stack/numbers.rs"]
mod numbers;
#[path = "stack/poison.rs"]
mod poison;
#[path = "stack/polling.rs"]
mod polling;
#[path = "stack/presses.rs"]
mod presses;
#[path = "stack/second.rs"]
mod second;
#[path = "stack/sending.rs"]
mod sending;
#[path = "stack/share.rs"]
mod share;
#[path = "stack/stand.rs"]
mod stand;
mod support;
#[path = "stack/web.rs"]
mod web;
#[path = "stack/words.rs"]
mod words;
