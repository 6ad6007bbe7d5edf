//! Makes ids from the clock and the system's random bytes; what comes out goes into events.

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

use crate::core::event::Fresh;
use crate::core::goal::TASKS;
use crate::core::id::{
    AlertId, CaseId, DraftId, GoalId, InviteId, MediaId, ReferralId, ReportId, ShareId, TaskId,
};
use crate::core::share::Token;

/// An id that sorts by `at` (UUID version 7).
#[must_use]
pub fn id_at(at: DateTime<Utc>) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &random()).into_uuid()
}

/// The ids that one event may give away.
#[must_use]
pub fn fresh(at: DateTime<Utc>) -> Fresh {
    Fresh {
        draft: DraftId(id_at(at)),
        report: ReportId(id_at(at)),
        alert: AlertId(id_at(at)),
        media: MediaId(id_at(at)),
        goal: GoalId(id_at(at)),
        tasks: [(); TASKS].map(|()| TaskId(id_at(at))),
        case: CaseId(id_at(at)),
        code: random(),
        invite: InviteId(id_at(at)),
        token: random(),
        typed_code: random(),
        referral: ReferralId(id_at(at)),
        share: ShareId(id_at(at)),
        share_token: Token(random()),
        seed: u64::from_le_bytes(random()),
    }
}

/// Random bytes of the system.
///
/// # Panics
/// When the system has none to give, which no program can mend.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}
