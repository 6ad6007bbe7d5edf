//! `service`: the directory comes in as a whole; what answers to a need goes out.

use sqlx::Row as _;

use crate::core::id::ServiceId;
use crate::core::service::{Lack, Listed, Service};

use super::{Error, Row, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[CLOSE, LIST, FOR_LACK, BY_ID];

const CLOSE: &str = "UPDATE service SET listed = FALSE WHERE listed";
const LIST: &str =
    "INSERT INTO service (id, name, need, area, contact, hours, languages, notes, listed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, TRUE)
    ON CONFLICT (name, need, area) DO UPDATE SET contact = excluded.contact, hours = excluded.hours,
        languages = excluded.languages, notes = excluded.notes, listed = TRUE";
const FOR_LACK: &str = "SELECT id, name, need, area, contact, hours, languages, notes FROM service
    WHERE need = $1 AND listed ORDER BY area, name, id";
const BY_ID: &str = "SELECT id, name, need, area, contact, hours, languages, notes FROM service
    WHERE id = $1 AND listed";

impl Tx {
    pub async fn close_services(&mut self) -> Result<(), Error> {
        sqlx::query(CLOSE).execute(&mut *self.inner).await?;
        Ok(())
    }

    pub async fn list_service(&mut self, new: Service) -> Result<(), Error> {
        let listed = sqlx::query(LIST)
            .bind(fresh_id())
            .bind(new.name)
            .bind(new.lack.word())
            .bind(new.area)
            .bind(new.contact)
            .bind(new.hours)
            .bind(new.languages)
            .bind(new.notes)
            .execute(&mut *self.inner)
            .await?;
        once(listed.rows_affected())
    }

    /// The services that answer to a need, by area.
    pub(super) async fn services_for(&mut self, lack: Lack) -> Result<Vec<Listed>, Error> {
        let asked = sqlx::query(FOR_LACK).bind(lack.word());
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter().map(listed).collect()
    }

    /// A service that is offered.
    pub(super) async fn service(&mut self, id: ServiceId) -> Result<Option<Listed>, Error> {
        let asked = sqlx::query(BY_ID).bind(id.0);
        let row = asked.fetch_optional(&mut *self.inner).await?;
        row.as_ref().map(listed).transpose()
    }
}

fn listed(row: &Row) -> Result<Listed, Error> {
    Ok(Listed {
        id: ServiceId(row.try_get("id")?),
        service: service(row)?,
    })
}

pub fn service(row: &Row) -> Result<Service, Error> {
    Ok(Service {
        name: row.try_get("name")?,
        lack: word::read("service.need", row.try_get("need")?)?,
        area: row.try_get("area")?,
        contact: row.try_get("contact")?,
        hours: row.try_get("hours")?,
        languages: row.try_get("languages")?,
        notes: row.try_get("notes")?,
    })
}
