//! `alert`: dangers come in; what is known of one, and those that nobody has, go out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::alert::{
    Alert, AlertInHand, AlertOnList, AlertState, Note, OUTCOMES, Origin, Outcome, Spoken,
};
use crate::core::id::{AlertId, CaseId, DraftId, MediaId, PersonId, ReportId, TeamId};
use crate::core::people::Recipient;
use crate::core::report::{AlertEnd, Report};

use super::output::OpenAlert;
use super::person::{NAME, reader_columns, recipient, role};
use super::seal::Sealer;
use super::{Base, Error, Row, Tx, cases, once, word};

pub const STATEMENTS: &[&str] = &[
    RAISE,
    TAKE,
    NOTE,
    OF_DRAFT,
    SAY,
    SAID,
    END,
    OUTCOMES_OF,
    BY_ID,
    TOLD,
    OPEN,
    STANDING,
    OF_CASE,
];

/// What ends the alert `alert`: the newest report that counts and says that it is over.
macro_rules! ended_by {
    () => {
        "(SELECT e.report_id FROM alert_end e JOIN report r ON r.id = e.report_id
          WHERE e.alert_id = alert.id AND e.ends AND r.state = 'sent'
          ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)"
    };
}
pub(super) use ended_by;
macro_rules! listed_columns {
    () => {
        concat!(
            "SELECT alert.id, alert.case_id, alert.team_id, alert.origin, alert.raised_by,
                alert.raised_at, alert.taken_by, alert.taken_at, c.code, m.place, p.name,
                taker.name AS taker_name, over.person_id AS ended_by, over.sent_at AS ended_at,
                ender.name AS ender_name
            FROM alert JOIN cases c ON c.id = alert.case_id
            JOIN person p ON p.id = alert.raised_by
            LEFT JOIN member m ON m.case_id = alert.case_id AND m.person_id = $1
            LEFT JOIN person taker ON taker.id = alert.taken_by
            LEFT JOIN report over ON over.id = ",
            ended_by!(),
            " LEFT JOIN person ender ON ender.id = over.person_id "
        )
    };
}

const RAISE: &str = "INSERT INTO alert
    (id, case_id, team_id, raised_by, raised_in, origin, draft_id, raised_at, note, voice)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";
/// Compare and set: of two who say "I have it", one has it; `$4` is since when the one before had it, if anybody did.
const TAKE: &str = "UPDATE alert SET state = 'taken', taken_by = $2, taken_at = $3
    WHERE id = $1 AND taken_at IS NOT DISTINCT FROM $4";
const OF_DRAFT: &str = "SELECT id FROM alert WHERE draft_id = $1";
const NOTE: &str = "UPDATE alert SET note = $2, voice = $3 WHERE id = $1";
const SAY: &str = "INSERT INTO alert_note (alert_id, number, said_at, words, media_id)
    SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
        SELECT 1 FROM alert_note before WHERE before.alert_id = $1 AND before.number = $2)";
const SAID: &str = "SELECT said.number, said.words, said.media_id, media.kind
    FROM alert_note said LEFT JOIN media ON media.id = said.media_id
    WHERE said.alert_id = $1 ORDER BY said.number";
const END: &str = "INSERT INTO alert_end (report_id, alert_id, ends) VALUES ($1, $2, $3)";
const OUTCOMES_OF: &str = "SELECT e.report_id, e.ends, p.id, p.name
    FROM alert_end e JOIN report r ON r.id = e.report_id JOIN person p ON p.id = r.person_id
    WHERE e.alert_id = $1 AND r.state = 'sent'
    ORDER BY e.ends DESC, r.sent_at DESC, r.id DESC LIMIT $2";
const BY_ID: &str = concat!(
    "SELECT alert.case_id, alert.team_id, alert.origin, alert.draft_id, alert.raised_at, alert.taken_by,
        alert.taken_at, alert.note, alert.voice, media.kind, c.code, c.key, c.alias, m.place,
        p.id AS person_id, p.name,
        COALESCE(a.chat_id, alert.raised_in) AS chat_id, taker.name AS taker_name, ",
    reader_columns!(),
    " FROM alert LEFT JOIN media ON media.id = alert.voice
    LEFT JOIN member m ON m.case_id = alert.case_id AND m.person_id = $2
    JOIN cases c ON c.id = alert.case_id JOIN person p ON p.id = alert.raised_by
    LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN person taker ON taker.id = alert.taken_by
    WHERE alert.id = $1"
);
/// Whoever was written to about an alert and is still here.
const TOLD: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.standing = 'active'
      AND p.id IN (SELECT o.person_id FROM outbox o WHERE o.alert_id = $1) ORDER BY p.id"
);
const OPEN: &str = "SELECT alert.id, alert.team_id, alert.raised_at, c.code
    FROM alert JOIN cases c ON c.id = alert.case_id
    WHERE alert.state = 'open' ORDER BY alert.raised_at";
/// Of a supervisor's team, of a case that somebody leads, or those of which a manager was told.
const STANDING: &str = concat!(
    listed_columns!(),
    "WHERE over.id IS NULL AND (m.place = 'leads'
        OR alert.team_id = (SELECT me.team_id FROM person me
            WHERE me.id = $1 AND me.role = 'supervisor')
        OR alert.taken_by = $1
        OR EXISTS (SELECT 1 FROM outbox o WHERE o.alert_id = alert.id AND o.person_id = $1))
     ORDER BY alert.raised_at, c.code, alert.id LIMIT $2"
);
const OF_CASE: &str = concat!(
    listed_columns!(),
    "WHERE alert.case_id = $2 ORDER BY alert.raised_at DESC, alert.id DESC LIMIT $3"
);
/// Alerts on a menu, and those of a case; older ones are in the export.
const LISTED: i64 = 50;

const NOTE_COLUMN: &str = "alert.note";
const SAID_COLUMN: &str = "alert_note.words";

impl Tx {
    pub(super) async fn raise(&mut self, alert: &Alert, note: Option<&Note>) -> Result<(), Error> {
        let key = self.key_of(alert.case).await?;
        let (origin, draft) = match alert.origin {
            Origin::Answer(draft) => ("answer", Some(draft.0)),
            Origin::Family => ("family", None),
            Origin::Call => ("call", None),
        };
        let (note, voice) = parted(&key, alert.id, note);
        let raised = sqlx::query(RAISE)
            .bind(alert.id.0)
            .bind(alert.case.0)
            .bind(alert.team.0)
            .bind(alert.raised_by.person.0)
            .bind(alert.raised_by.chat.0)
            .bind(origin)
            .bind(draft)
            .bind(alert.raised_at)
            .bind(note)
            .bind(voice)
            .execute(&mut *self.inner)
            .await?;
        once(raised.rows_affected())
    }

    pub(super) async fn take(
        &mut self,
        alert: AlertId,
        by: PersonId,
        at: DateTime<Utc>,
        from: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let taking = sqlx::query(TAKE).bind(alert.0).bind(by.0).bind(at);
        let taken = taking.bind(from).execute(&mut *self.inner).await?;
        once(taken.rows_affected())?;
        self.withdraw_calls(alert, at).await
    }

    /// Keeps what was written about the danger with the alert that `draft` raised, so that it outlives the draft.
    pub(super) async fn note_danger(
        &mut self,
        draft: DraftId,
        case: CaseId,
        note: &Note,
    ) -> Result<(), Error> {
        let asked = sqlx::query_scalar(OF_DRAFT).bind(draft.0);
        let alert: Option<Uuid> = asked.fetch_optional(&mut *self.inner).await?;
        let Some(alert) = alert.map(AlertId) else {
            return Ok(());
        };
        let key = self.key_of(case).await?;
        let (note, voice) = parted(&key, alert, Some(note));
        let noting = sqlx::query(NOTE).bind(alert.0).bind(note).bind(voice);
        noting.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Keeps one more thing that is said of an alert.
    pub(super) async fn say_of_alert(
        &mut self,
        alert: AlertId,
        case: CaseId,
        note: &Note,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let key = self.key_of(case).await?;
        let rows = sqlx::query(SAID).bind(alert.0);
        let number = rows.fetch_all(&mut *self.inner).await?.len() + 1;
        let (words, media) = match note {
            Note::Words(words) => {
                let row = format!("{alert}:{number}");
                (Some(key.seal(SAID_COLUMN, row, words.as_bytes())), None)
            }
            Note::Media(said) => (None, Some(said.media.0)),
        };
        let said = sqlx::query(SAY)
            .bind(alert.0)
            .bind(i64::try_from(number).unwrap_or(i64::MAX))
            .bind(at)
            .bind(words)
            .bind(media)
            .execute(&mut *self.inner)
            .await?;
        once(said.rows_affected())
    }

    /// A report says what was done about an alert.
    pub(super) async fn end_alert(&mut self, report: &Report) -> Result<(), Error> {
        let Some(AlertEnd { alert, ends }) = report.alert else {
            return Ok(());
        };
        let ending = sqlx::query(END).bind(report.id.0).bind(alert.0).bind(ends);
        ending.execute(&mut *self.inner).await?;
        self.withdraw_calls(alert, report.sent_at).await?;
        self.look_soon_of_report(report.id, report.sent_at).await
    }

    /// An alert as `asking` sees it; `zone` is the programme's.
    pub(super) async fn alert_by_id(
        &mut self,
        asking: Option<PersonId>,
        id: AlertId,
        zone: Tz,
    ) -> Result<Option<AlertInHand>, Error> {
        let asked = sqlx::query(BY_ID)
            .bind(id.0)
            .bind(asking.map(|person| person.0));
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let told = sqlx::query(TOLD)
            .bind(id.0)
            .fetch_all(&mut *self.inner)
            .await?;
        let told: Vec<Recipient> = told
            .iter()
            .map(|row| recipient(row, zone))
            .collect::<Result<_, _>>()?;
        let case = CaseId(row.try_get("case_id")?);
        let key = self.keep_key(case, row.try_get("key")?)?;
        let raised_by = recipient(&row, zone)?;
        let reporter = self.name(raised_by.person, row.try_get("name")?)?;
        let draft: Option<Uuid> = row.try_get("draft_id")?;
        let origin = match (row.try_get::<&str, _>("origin")?, draft) {
            ("answer", Some(draft)) => Origin::Answer(DraftId(draft)),
            ("family", None) => Origin::Family,
            ("call", None) => Origin::Call,
            (_, Some(_) | None) => return Err(Error::Damaged("alert.origin")),
        };
        let mut notes: Vec<Note> = note(&key, id, &row)?.into_iter().collect();
        notes.extend(self.said_of_alert(&key, id).await?);
        Ok(Some(AlertInHand {
            alias: cases::alias(&key, case, &row)?,
            membership: word::read_any("member.place", row.try_get("place")?)?,
            role: role(&row)?,
            notes,
            outcomes: self.outcomes(asking, id).await?,
            calls: self.calls(id, zone).await?,
            next_at: self.looked_at(id).await?,
            reporter,
            told: told
                .into_iter()
                .filter(|told| Some(told.person) != asking)
                .collect(),
            alert: Alert {
                id,
                case,
                code: cases::code(&row)?,
                team: TeamId(row.try_get("team_id")?),
                raised_by,
                origin,
                raised_at: row.try_get("raised_at")?,
                state: self.state(&row)?,
            },
        }))
    }

    async fn said_of_alert(&mut self, key: &Sealer, alert: AlertId) -> Result<Vec<Note>, Error> {
        let said = sqlx::query(SAID).bind(alert.0);
        let rows = said.fetch_all(&mut *self.inner).await?;
        let notes = rows.iter().map(|row| {
            let words: Option<&[u8]> = row.try_get("words")?;
            match words {
                Some(words) => {
                    let number: i64 = row.try_get("number")?;
                    let row = format!("{alert}:{number}");
                    Ok(Some(Note::Words(key.open_text(SAID_COLUMN, row, words)?)))
                }
                None => Ok(spoken(row, "media_id")?.map(Note::Media)),
            }
        });
        let notes: Vec<Option<Note>> = notes.collect::<Result<_, Error>>()?;
        Ok(notes.into_iter().flatten().collect())
    }

    async fn outcomes(
        &mut self,
        asking: Option<PersonId>,
        alert: AlertId,
    ) -> Result<Vec<Outcome>, Error> {
        let limit = i64::try_from(OUTCOMES).unwrap_or(i64::MAX);
        let asked = sqlx::query(OUTCOMES_OF).bind(alert.0).bind(limit);
        let mut outcomes = Vec::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let report = ReportId(row.try_get("report_id")?);
            let by = self.name(PersonId(row.try_get("id")?), row.try_get("name")?)?;
            let ends = row.try_get("ends")?;
            let report = self.report_by_id(asking, report).await?;
            outcomes.extend(report.map(|report| Outcome { by, ends, report }));
        }
        Ok(outcomes)
    }

    /// The alerts without an end that this person may be asked about.
    pub(super) async fn standing_alerts(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<AlertOnList>, Error> {
        let asked = sqlx::query(STANDING).bind(person.0).bind(LISTED);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter().map(|row| self.listed(row)).collect()
    }

    /// The newest alerts of a case.
    pub(super) async fn alerts_of(
        &mut self,
        asking: Option<PersonId>,
        case: CaseId,
    ) -> Result<Vec<AlertOnList>, Error> {
        let rows = sqlx::query(OF_CASE)
            .bind(asking.map(|person| person.0))
            .bind(case.0)
            .bind(LISTED)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.listed(row)).collect()
    }

    fn listed(&self, row: &Row) -> Result<AlertOnList, Error> {
        let raised_by = PersonId(row.try_get("raised_by")?);
        let by = |id: &str, name: &str, at: &str| {
            let Some(person) = row.try_get::<Option<Uuid>, _>(id)?.map(PersonId) else {
                return Ok(None);
            };
            let name = self.name(person, row.try_get(name)?)?;
            Ok::<_, Error>(Some((name, row.try_get(at)?)))
        };
        Ok(AlertOnList {
            id: AlertId(row.try_get("id")?),
            code: cases::code(row)?,
            team: TeamId(row.try_get("team_id")?),
            membership: word::read_any("member.place", row.try_get("place")?)?,
            raised_by,
            reporter: self.name(raised_by, row.try_get("name")?)?,
            called: row.try_get::<&str, _>("origin")? != "answer",
            raised_at: row.try_get("raised_at")?,
            taken: by("taken_by", "taker_name", "taken_at")?,
            ended: by("ended_by", "ender_name", "ended_at")?,
        })
    }

    fn state(&self, row: &Row) -> Result<AlertState, Error> {
        let by: Option<Uuid> = row.try_get("taken_by")?;
        let Some(by) = by.map(PersonId) else {
            return Ok(AlertState::Open);
        };
        Ok(AlertState::Taken {
            by,
            name: self.name(by, row.try_get("taker_name")?)?,
            at: row.try_get("taken_at")?,
        })
    }

    /// A person's name, opened.
    pub(super) fn name(&self, person: PersonId, sealed: &[u8]) -> Result<String, Error> {
        Ok(self.base.seals.people.open_text(NAME, person, sealed)?)
    }
}

impl Base {
    pub async fn open_alerts(&self) -> Result<Vec<OpenAlert>, Error> {
        let rows = sqlx::query(OPEN).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                Ok(OpenAlert {
                    id: AlertId(row.try_get("id")?),
                    code: cases::code(row)?,
                    team: TeamId(row.try_get("team_id")?),
                    raised_at: row.try_get("raised_at")?,
                })
            })
            .collect()
    }
}

fn note(key: &Sealer, alert: AlertId, row: &Row) -> Result<Option<Note>, Error> {
    let note: Option<&[u8]> = row.try_get("note")?;
    match note {
        Some(note) => Ok(Some(Note::Words(key.open_text(
            NOTE_COLUMN,
            alert,
            note,
        )?))),
        None => Ok(spoken(row, "voice")?.map(Note::Media)),
    }
}

/// The columns `note` and `voice`.
fn parted(key: &Sealer, alert: AlertId, note: Option<&Note>) -> (Option<Vec<u8>>, Option<Uuid>) {
    match note {
        Some(Note::Words(words)) => (Some(key.seal(NOTE_COLUMN, alert, words.as_bytes())), None),
        Some(Note::Media(said)) => (None, Some(said.media.0)),
        None => (None, None),
    }
}

/// A file named in this column, with the `kind` that stands beside it; `None` if it is gone.
pub fn spoken(row: &Row, column: &str) -> Result<Option<Spoken>, Error> {
    let media: Option<Uuid> = row.try_get(column)?;
    let kind = word::read_any("media.kind", row.try_get("kind")?)?;
    let both = media.zip(kind);
    Ok(both.map(|(media, kind)| Spoken {
        media: MediaId(media),
        kind,
    }))
}
