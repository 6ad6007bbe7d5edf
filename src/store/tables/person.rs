//! `team`, `person` and `account`: people come in; who somebody is and who hears of danger goes out.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::due::preference::Preference;
use crate::core::id::{ChatId, PersonId, TeamId, UserId};
use crate::core::people::{Consent, Language, Person, Recipient, Role};
use crate::core::place::Place;
use crate::core::world::Chat;

use super::chat::TYPED;
use super::outbox::message_id;
use super::programme::NewPerson;
use super::step::Who;
use super::{Error, Row, Tx, fit, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    WHO,
    DUTY,
    ADD_TEAM,
    TEAM,
    TEAMS,
    ADD_PERSON,
    ADD_ACCOUNT,
    BIND,
    BY_USER,
    ANYBODY,
    NAMED,
    BY_ID,
    SET_LANGUAGE,
    SET_ZONE,
    SET_PREFERENCE,
    SET_CONSENT,
    SET_REACHABLE,
];

/// One row for each pair of user and chat, whatever is known.
const WHO: &str = concat!(
    "SELECT CAST(each.value ->> 0 AS bigint) AS user_id, CAST(each.value ->> 1 AS bigint) AS asked_chat,
        p.id AS person_id, p.name, p.kin, p.team_id, p.consent_at, p.consent_version, p.standing,
        c.live, c.place, c.typed, ",
    reader_columns!(),
    " FROM ",
    each!("$1"),
    " LEFT JOIN account a ON a.user_id = CAST(each.value ->> 0 AS bigint)
    LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN chat c ON c.id = CAST(each.value ->> 1 AS bigint)"
);
/// How the person `p` is written to.
macro_rules! reader_columns {
    () => {
        "p.role AS person_role, p.language, p.zone,
            (SELECT q.said FROM preference q WHERE q.person_id = p.id) AS preferred"
    };
}
pub(super) use reader_columns;
/// Whether the person `p` is away on a day.
macro_rules! away {
    ($day:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM absence x
                WHERE x.person_id = p.id AND x.ended_at IS NULL AND x.back_on > ",
            $day,
            ") AS away"
        )
    };
}
pub(super) use away;
/// The supervisors of a team who are on duty, and all managers; each with whether they are away on the day `$2`.
const DUTY: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    ", ",
    away!("$2"),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.team_id = $1 AND p.role = 'supervisor' AND p.standing = 'active' AND p.on_duty
      AND p.consent_at IS NOT NULL AND a.reachable
    UNION ALL SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    ", ",
    away!("$2"),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.role = 'manager' AND p.standing = 'active' AND a.reachable
    ORDER BY person_id"
);
const ADD_TEAM: &str = "INSERT INTO team (id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
const TEAMS: &str = "SELECT id, name FROM team ORDER BY name";
const TEAM: &str = "SELECT id FROM team WHERE name = $1";
const ADD_PERSON: &str = "INSERT INTO person (id, name, name_index, role, team_id, language, zone)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const ADD_ACCOUNT: &str = "INSERT INTO account (user_id, person_id, chat_id) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING";
/// Whoever joins anew, with another phone, leaves the old account behind. A Telegram user who is somebody else
/// already touches no row.
const BIND: &str = "INSERT INTO account (user_id, person_id, chat_id)
    SELECT $1, $2, $3 WHERE NOT EXISTS (
        SELECT 1 FROM account other WHERE other.user_id = $1 AND other.person_id <> $2)
    ON CONFLICT (person_id) DO UPDATE SET user_id = excluded.user_id, chat_id = excluded.chat_id,
        reachable = TRUE";
const BY_USER: &str = "SELECT person_id FROM account WHERE user_id = $1";
const ANYBODY: &str = "SELECT EXISTS (SELECT 1 FROM person)";
const NAMED: &str =
    "SELECT id FROM person WHERE name_index = $1 AND standing = 'active' ORDER BY id";
const BY_ID: &str = concat!(
    "SELECT p.id AS person_id, p.name, p.kin, p.team_id, p.consent_at, p.consent_version,
        p.standing, ",
    reader_columns!(),
    " FROM person p WHERE p.id = $1"
);
const SET_LANGUAGE: &str = "UPDATE person SET language = $2 WHERE id = $1";
const SET_ZONE: &str = "UPDATE person SET zone = $2 WHERE id = $1";
const SET_PREFERENCE: &str = "INSERT INTO preference (person_id, said) VALUES ($1, $2)
    ON CONFLICT (person_id) DO UPDATE SET said = excluded.said";
const SET_CONSENT: &str = "UPDATE person SET consent_at = $2, consent_version = $3 WHERE id = $1";
const SET_REACHABLE: &str = "UPDATE account SET reachable = $2 WHERE user_id = $1";

pub const NAME: &str = "person.name";

impl Tx {
    pub async fn who(&mut self, asked: &[(UserId, ChatId)]) -> Result<Vec<Who>, Error> {
        let rows = sqlx::query(WHO)
            .bind(Json(asked))
            .fetch_all(&mut *self.inner)
            .await?;
        let mut known: HashMap<(UserId, ChatId), Who> = HashMap::with_capacity(rows.len());
        for row in rows {
            let user = UserId(row.try_get("user_id")?);
            let chat = ChatId(row.try_get("asked_chat")?);
            let place: Option<Json<Place>> = row.try_get("place")?;
            let mut place = place.map(|Json(place)| place).unwrap_or_default();
            if let Some(typed) = row.try_get::<Option<&[u8]>, _>("typed")? {
                let seal = &self.base.seals.chats;
                place = place.joined(seal.open_text(TYPED, chat.0, typed)?);
            }
            let who = Who {
                person: self.person(&row)?,
                chat: Chat {
                    id: chat,
                    live: message_id("chat.live", row.try_get("live")?)?,
                    place,
                },
            };
            known.insert((user, chat), who);
        }
        let found = asked.iter().map(|asked| known.get(asked).cloned());
        let all: Option<Vec<Who>> = found.collect();
        all.ok_or(Error::Unfit("everybody who is asked for has a row"))
    }

    /// Who hears of danger in a team besides the one who reports it: its supervisors on duty, else the managers. A
    /// supervisor who is away hears of it only where nobody else is there.
    pub(super) async fn duty(
        &mut self,
        team: TeamId,
        reporting: Option<PersonId>,
        zone: Tz,
        at: DateTime<Utc>,
    ) -> Result<Vec<Recipient>, Error> {
        let rows = sqlx::query(DUTY)
            .bind(team.0)
            .bind(at.with_timezone(&zone).date_naive())
            .fetch_all(&mut *self.inner)
            .await?;
        let (mut supervisors, mut managers, mut away) = (Vec::new(), Vec::new(), Vec::new());
        for row in &rows {
            let person = recipient(row, zone)?;
            let role = person.role;
            if Some(person.person) == reporting {
                continue;
            }
            match role {
                Role::Manager => managers.push(person),
                Role::Supervisor if row.try_get("away")? => away.push(person),
                Role::Supervisor => supervisors.push(person),
                Role::Family | Role::Volunteer | Role::Caseworker => {}
            }
        }
        let hearers = [supervisors, managers, away];
        let there = hearers.into_iter().find(|people| !people.is_empty());
        Ok(there.unwrap_or_default())
    }

    pub async fn add_team(&mut self, name: &str) -> Result<TeamId, Error> {
        sqlx::query(ADD_TEAM)
            .bind(fresh_id())
            .bind(name)
            .execute(&mut *self.inner)
            .await?;
        let team = sqlx::query_scalar(TEAM).bind(name);
        Ok(TeamId(team.fetch_one(&mut *self.inner).await?))
    }

    pub(super) async fn teams(&mut self) -> Result<Vec<(TeamId, String)>, Error> {
        let rows = sqlx::query(TEAMS).fetch_all(&mut *self.inner).await?;
        let team = |row: &Row| Ok((TeamId(row.try_get("id")?), row.try_get("name")?));
        rows.iter().map(team).collect()
    }

    pub async fn add_person(&mut self, new: NewPerson) -> Result<PersonId, Error> {
        let person = PersonId(fresh_id());
        let seals = &self.base.seals;
        sqlx::query(ADD_PERSON)
            .bind(person.0)
            .bind(seals.people.seal(NAME, person, new.name.as_bytes()))
            .bind(seals.name_index(&new.name))
            .bind(new.role.word())
            .bind(new.team.map(|team| team.0))
            .bind(new.language.map(|language| language.0))
            .bind(new.zone.map(Tz::name))
            .execute(&mut *self.inner)
            .await?;
        if let Some(user) = new.user {
            // A private chat has the number of its user.
            let account = sqlx::query(ADD_ACCOUNT)
                .bind(user.0)
                .bind(person.0)
                .bind(user.0)
                .execute(&mut *self.inner)
                .await?;
            once(account.rows_affected())?;
        }
        Ok(person)
    }

    /// Makes a Telegram user the account of a person.
    pub(super) async fn bind(
        &mut self,
        user: UserId,
        person: PersonId,
        chat: ChatId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        // The phone that is left behind lists nothing of its own any more.
        self.want_commands(person, at).await?;
        let bound = sqlx::query(BIND)
            .bind(user.0)
            .bind(person.0)
            .bind(chat.0)
            .execute(&mut *self.inner)
            .await?;
        once(bound.rows_affected())
    }

    pub async fn person_by_user(&mut self, user: UserId) -> Result<Option<PersonId>, Error> {
        let person = sqlx::query_scalar(BY_USER).bind(user.0);
        let person: Option<Uuid> = person.fetch_optional(&mut *self.inner).await?;
        Ok(person.map(PersonId))
    }

    /// Somebody as they are here, whoever asks.
    pub(super) async fn person_by_id(&mut self, id: PersonId) -> Result<Option<Person>, Error> {
        let asked = sqlx::query(BY_ID).bind(id.0);
        match asked.fetch_optional(&mut *self.inner).await? {
            Some(row) => self.person(&row),
            None => Ok(None),
        }
    }

    pub async fn has_people(&mut self) -> Result<bool, Error> {
        let asked = sqlx::query_scalar(ANYBODY);
        Ok(asked.fetch_one(&mut *self.inner).await?)
    }

    pub async fn people_named(&mut self, name: &str) -> Result<Vec<PersonId>, Error> {
        let index = self.base.seals.name_index(name);
        let people = sqlx::query_scalar(NAMED).bind(index);
        let people: Vec<Uuid> = people.fetch_all(&mut *self.inner).await?;
        Ok(people.into_iter().map(PersonId).collect())
    }

    pub(super) async fn set_language(
        &mut self,
        person: PersonId,
        language: &Language,
    ) -> Result<(), Error> {
        let setting = sqlx::query(SET_LANGUAGE)
            .bind(person.0)
            .bind(language.0.as_str());
        once(setting.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn set_zone(&mut self, person: PersonId, zone: Tz) -> Result<(), Error> {
        let setting = sqlx::query(SET_ZONE).bind(person.0).bind(zone.name());
        once(setting.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn set_preference(
        &mut self,
        person: PersonId,
        preference: Preference,
    ) -> Result<(), Error> {
        let setting = sqlx::query(SET_PREFERENCE).bind(person.0);
        setting
            .bind(Json(preference))
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    pub(super) async fn set_consent(
        &mut self,
        person: PersonId,
        consent: Consent,
    ) -> Result<(), Error> {
        let setting = sqlx::query(SET_CONSENT)
            .bind(person.0)
            .bind(consent.at)
            .bind(i64::from(consent.version));
        once(setting.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn set_reachable(&mut self, user: UserId, so: bool) -> Result<(), Error> {
        let setting = sqlx::query(SET_REACHABLE).bind(user.0).bind(so);
        setting.execute(&mut *self.inner).await?;
        Ok(())
    }

    fn person(&self, row: &Row) -> Result<Option<Person>, Error> {
        let id: Option<Uuid> = row.try_get("person_id")?;
        let Some(id) = id.map(PersonId) else {
            return Ok(None);
        };
        let name: &[u8] = row.try_get("name")?;
        let team: Option<Uuid> = row.try_get("team_id")?;
        let consent_at: Option<DateTime<Utc>> = row.try_get("consent_at")?;
        let version: Option<i64> = row.try_get("consent_version")?;
        let consent = match (consent_at, version) {
            (Some(at), Some(version)) => Some(Consent {
                at,
                version: fit("person.consent_version", version)?,
            }),
            (Some(_) | None, _) => None,
        };
        Ok(Some(Person {
            id,
            name: self.base.seals.people.open_text(NAME, id, name)?,
            role: role(row)?,
            kin: word::read_any("person.kin", row.try_get("kin")?)?,
            team: team.map(TeamId),
            language: language(row)?,
            zone: zone(row)?,
            preference: preference(row)?,
            consent,
            standing: word::read("person.standing", row.try_get("standing")?)?,
        }))
    }
}

/// A recipient from `person_id`, `chat_id` and [`reader_columns`]; `otherwise` is the programme's zone.
pub fn recipient(row: &Row, otherwise: Tz) -> Result<Recipient, Error> {
    Ok(Recipient {
        person: PersonId(row.try_get("person_id")?),
        chat: ChatId(row.try_get("chat_id")?),
        language: language(row)?.unwrap_or_else(Language::english),
        zone: zone(row)?.unwrap_or(otherwise),
        role: role(row)?,
        preference: preference(row)?,
    })
}

/// The column `person_role`.
pub fn role(row: &Row) -> Result<Role, Error> {
    word::read("person.role", row.try_get("person_role")?)
}

/// The column `preferred`; whoever said nothing has no row.
pub fn preference(row: &Row) -> Result<Preference, Error> {
    let said: Option<Json<Preference>> = row.try_get("preferred")?;
    Ok(said.map(|Json(said)| said).unwrap_or_default())
}

/// The column `language`.
pub fn language(row: &Row) -> Result<Option<Language>, Error> {
    let language: Option<String> = row.try_get("language")?;
    Ok(language.map(Language))
}

/// The column `zone`.
pub fn zone(row: &Row) -> Result<Option<Tz>, Error> {
    let zone: Option<&str> = row.try_get("zone")?;
    zone.map(|name| name.parse().map_err(|_| Error::Damaged("person.zone")))
        .transpose()
}
