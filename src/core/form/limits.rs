//! Limits of forms and answers, each with its reason.

/// Bytes of a form's file, so that reading it cannot exhaust memory.
pub const FILE_BYTES: usize = 5 * 1024 * 1024;
/// Rows of one sheet; the largest public form counted had under 3,000.
pub const ROWS: usize = 5_000;
/// Choices of a whole form; the largest public list counted had 828.
pub const CHOICES: usize = 20_000;
/// Characters of one cell; an expression or a label beyond it is a pasted document.
pub const CELL_CHARS: usize = 10_000;
/// Characters of a label or hint on one screen: one question per message stays readable on a small phone.
pub const LABEL_CHARS: usize = 300;
/// Characters of a choice label: more is cut off by a phone's button.
pub const BUTTON_CHARS: usize = 30;
/// Characters of a typed answer: one message of the messenger holds 4,096.
pub const TEXT_ANSWER_CHARS: usize = 4_000;
/// Characters of a name: it is a column of exports, and PostgreSQL cuts names at 63 bytes.
pub const NAME_CHARS: usize = 63;
/// Significant digits of a typed decimal: what a double and JSON carry without change.
pub const DECIMAL_DIGITS: usize = 15;
/// Nesting of an expression: evaluation recurses, and people write fewer than ten levels.
pub const EXPRESSION_DEPTH: usize = 64;
/// Nesting of groups, for the same reason.
pub const GROUP_DEPTH: usize = 16;
/// Rows of one repeat: each is asked in turn, and nobody answers a hundred in a chat.
pub const INSTANCES: u16 = 100;
/// Bytes of one compiled regular expression, so that a form cannot exhaust memory.
pub const PATTERN_BYTES: usize = 256 * 1024;
/// Buttons with a date beside the calendar; more would hide the question.
pub const QUICK_DATES: usize = 5;
/// A range with at most this many steps is shown as buttons.
pub const RANGE_BUTTONS: usize = 11;
