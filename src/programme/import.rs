//! People, cases and services from CSV files: rows come in, either all are stored or every bad row is named.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Deserialize;

use super::invite::{Invited, invite};
use crate::core::access::Action;
use crate::core::case::Risk;
use crate::core::effect::{Audit, Object};
use crate::core::id::{Code, PersonId, UserId};
use crate::core::people::{Language, Role};
use crate::core::service::{Lack, Service};
use crate::core::stage::Stage;
use crate::store::programme::{NewCase, NewPerson};
use crate::store::{Error, Store, Tx};

/// Rows of one file; larger programmes import in parts.
const MOST_ROWS: usize = 20_000;
/// Characters of a cell of the directory; it is shown on a phone.
const LONGEST_CELL: usize = 200;
/// Tries to draw a code that is free; with 33 million codes a second try is rare.
const CODE_TRIES: usize = 20;

/// A row of the people file.
#[derive(Debug, Deserialize)]
struct PersonRow {
    name: String,
    role: String,
    #[serde(default)]
    team: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    telegram_id: String,
}

/// A row of the cases file.
#[derive(Debug, Deserialize)]
struct CaseRow {
    #[serde(default)]
    code: String,
    #[serde(default)]
    alias: String,
    risk: String,
    team: String,
    #[serde(default)]
    caseworker: String,
    #[serde(default)]
    volunteers: String,
    #[serde(default)]
    opened_on: String,
    #[serde(default)]
    goals: String,
    #[serde(default)]
    stage: String,
}

/// A row of the services file.
#[derive(Debug, Deserialize)]
struct ServiceRow {
    name: String,
    need: String,
    area: String,
    contact: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    languages: String,
    #[serde(default)]
    notes: String,
}

/// What the rows are read against.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Languages that the bot speaks.
    pub languages: Vec<Language>,
    /// The programme's zone, for people and cases that name none.
    pub zone: Tz,
    /// Now.
    pub now: DateTime<Utc>,
}

/// Somebody who was imported without a Telegram account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToInvite {
    /// The line of the file.
    pub line: u64,
    /// The token of their invitation.
    pub token: String,
}

/// Stores the people of a file; returns how many, and the invitations of those without an account.
///
/// # Errors
/// When the file cannot be read, or any row is bad: then nothing is stored, and each bad row is named by line.
pub async fn people(
    store: &Store,
    file: &Path,
    ground: &Ground,
) -> anyhow::Result<(usize, Vec<ToInvite>)> {
    let rows: Vec<(u64, PersonRow)> = rows(file)?;
    let mut tx = store.begin().await?;
    let mut bad = Vec::new();
    let mut to_invite = Vec::new();
    for (line, row) in &rows {
        match person(&mut tx, row, ground).await? {
            Ok(None) => {}
            Ok(Some(token)) => to_invite.push(ToInvite { line: *line, token }),
            Err(what) => bad.push(format!("line {line}: {what}")),
        }
    }
    finish(tx, &bad, file, ground).await?;
    Ok((rows.len(), to_invite))
}

/// Stores the cases of a file; returns the codes in the order of the rows.
///
/// # Errors
/// As [`people`].
pub async fn cases(store: &Store, file: &Path, ground: &Ground) -> anyhow::Result<Vec<Code>> {
    let rows: Vec<(u64, CaseRow)> = rows(file)?;
    let mut tx = store.begin().await?;
    let mut bad = Vec::new();
    let mut codes = Vec::new();
    for (line, row) in &rows {
        match case(&mut tx, row, ground).await? {
            Ok(code) => codes.push(code),
            Err(what) => bad.push(format!("line {line}: {what}")),
        }
    }
    finish(tx, &bad, file, ground).await?;
    Ok(codes)
}

/// Stores the services of a file, which is the whole directory from now on; returns how many.
///
/// # Errors
/// As [`people`].
pub async fn services(store: &Store, file: &Path, ground: &Ground) -> anyhow::Result<usize> {
    let rows: Vec<(u64, ServiceRow)> = rows(file)?;
    let mut tx = store.begin().await?;
    let mut bad = Vec::new();
    let mut seen = HashMap::new();
    tx.close_services().await?;
    for (line, row) in &rows {
        match service(row) {
            Ok(new) => {
                let key = (new.name.clone(), new.lack, new.area.clone());
                match seen.insert(key, *line) {
                    Some(first) => bad.push(format!(
                        "line {line}: the same name, need and area stand on line {first}"
                    )),
                    None => tx.list_service(new).await?,
                }
            }
            Err(what) => bad.push(format!("line {line}: {what}")),
        }
    }
    finish(tx, &bad, file, ground).await?;
    Ok(rows.len())
}

fn rows<R: for<'de> Deserialize<'de>>(file: &Path) -> anyhow::Result<Vec<(u64, R)>> {
    let shown = file.display();
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(false)
        .from_path(file)
        .with_context(|| format!("{shown} cannot be read; check its path and its owner"))?;
    let header = reader
        .headers()
        .with_context(|| format!("{shown} has no header line"))?;
    // A file from a spreadsheet may begin with a byte order mark.
    let header: csv::StringRecord = header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}'))
        .collect();
    let mut rows = Vec::new();
    let mut bad = Vec::new();
    for (nth, record) in reader.records().enumerate() {
        if nth >= MOST_ROWS {
            bail!("{shown} has more than {MOST_ROWS} rows; import it in parts");
        }
        let fallback = nth as u64 + 2;
        match record {
            Ok(record) => {
                let line = record.position().map_or(fallback, csv::Position::line);
                match record.deserialize(Some(&header)) {
                    Ok(row) => rows.push((line, row)),
                    Err(error) => bad.push(format!("line {line}: {}", what_is_wrong(&error))),
                }
            }
            Err(error) => {
                let line = error.position().map_or(fallback, csv::Position::line);
                bad.push(format!("line {line}: {}", what_is_wrong(&error)));
            }
        }
    }
    if bad.is_empty() {
        Ok(rows)
    } else {
        bail!("nothing was imported from {shown}:\n{}", bad.join("\n"));
    }
}

/// The reason without the cell's content, which may be personal.
fn what_is_wrong(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("it has {len} cells, the header has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "it is not UTF-8 text; save the file as CSV UTF-8".into(),
        csv::ErrorKind::Deserialize { err, .. } => format!("{}", err.kind()),
        _ => "it cannot be read".into(),
    }
}

async fn finish(mut tx: Tx, bad: &[String], file: &Path, ground: &Ground) -> anyhow::Result<()> {
    if !bad.is_empty() {
        tx.rollback().await?;
        bail!(
            "nothing was imported from {}:\n{}",
            file.display(),
            bad.join("\n")
        );
    }
    let audit = Audit {
        action: Action::RunProgramme,
        object: Object::Programme,
    };
    tx.note(None, audit, ground.now);
    tx.commit().await?;
    Ok(())
}

/// Stores a person; gives the token of the invitation if they have no account.
async fn person(
    tx: &mut Tx,
    row: &PersonRow,
    ground: &Ground,
) -> anyhow::Result<Result<Option<String>, String>> {
    let new = match read_person(row, ground) {
        Ok(new) => new,
        Err(what) => return Ok(Err(what)),
    };
    let team = match row.team.as_str() {
        "" => None,
        team => Some(tx.add_team(team).await?),
    };
    let (role, user) = (new.role, new.user);
    if let Some(user) = user
        && tx.person_by_user(user).await?.is_some()
    {
        return Ok(Err(
            "this telegram_id belongs to somebody who is known already".into(),
        ));
    }
    let id = tx.add_person(NewPerson { team, ..new }).await?;
    if user.is_some() {
        return Ok(Ok(None));
    }
    let invited = Invited {
        role,
        team,
        person: Some(id),
        name: None,
    };
    Ok(Ok(Some(invite(tx, invited, ground.now).await?)))
}

fn read_person(row: &PersonRow, ground: &Ground) -> Result<NewPerson, String> {
    if row.name.is_empty() {
        return Err("name is empty".into());
    }
    let role = Role::parse(&row.role.to_lowercase()).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
        format!("role is none of {}", known.join(", "))
    })?;
    let team_needed = matches!(role, Role::Volunteer | Role::Caseworker | Role::Supervisor);
    if team_needed && row.team.is_empty() {
        return Err("team is empty".into());
    }
    let language = match row.language.as_str() {
        "" => None,
        tag => {
            let language = Language(tag.to_lowercase());
            if !ground.languages.contains(&language) {
                let known: Vec<&str> = ground
                    .languages
                    .iter()
                    .map(|known| known.0.as_str())
                    .collect();
                return Err(format!("language is none of {}", known.join(", ")));
            }
            Some(language)
        }
    };
    let zone = match row.time_zone.as_str() {
        "" => None,
        name => Some(
            name.parse::<Tz>()
                .map_err(|_| "time_zone is no zone name such as Africa/Nairobi".to_owned())?,
        ),
    };
    let user = match row.telegram_id.as_str() {
        "" => None,
        digits => match digits.parse::<i64>() {
            Ok(id) if id > 0 => Some(UserId(id)),
            _ => return Err("telegram_id is not a positive whole number".into()),
        },
    };
    Ok(NewPerson {
        name: row.name.clone(),
        role,
        team: None,
        language,
        zone,
        user,
    })
}

async fn case(tx: &mut Tx, row: &CaseRow, ground: &Ground) -> anyhow::Result<Result<Code, String>> {
    let Some(risk) = Risk::parse(&row.risk.to_lowercase()) else {
        return Ok(Err("risk is none of high, medium, low".into()));
    };
    if row.team.is_empty() {
        return Ok(Err("team is empty".into()));
    }
    let goals: Vec<String> = parts(&row.goals).map(str::to_owned).collect();
    let stage = match row.stage.to_lowercase().as_str() {
        // Whoever brings goals brings a plan that was agreed.
        "" if goals.is_empty() => Stage::Assessment,
        "" => Stage::Implementation,
        word => match Stage::parse(word) {
            Some(stage) => stage,
            None => {
                let known = Stage::ALL.map(Stage::word).join(", ");
                return Ok(Err(format!("stage is none of {known}")));
            }
        },
    };
    let opened_on = match row.opened_on.as_str() {
        "" => ground.now.with_timezone(&ground.zone).date_naive(),
        day => match day.parse::<NaiveDate>() {
            Ok(day) => day,
            Err(_) => return Ok(Err("opened_on is no date such as 2026-03-31".into())),
        },
    };
    let code = match row.code.as_str() {
        "" => free_code(tx).await?,
        given => match Code::parse(given) {
            Some(code) => code,
            None => return Ok(Err("code is not 3 to 16 letters and digits".into())),
        },
    };
    let leads = match row.caseworker.as_str() {
        "" => None,
        who => match found(tx, who).await? {
            Ok(person) => Some(person),
            Err(what) => return Ok(Err(format!("caseworker {what}"))),
        },
    };
    let mut visits = Vec::new();
    for who in parts(&row.volunteers) {
        match found(tx, who).await? {
            Ok(person) => visits.push(person),
            Err(what) => return Ok(Err(format!("a volunteer {what}"))),
        }
    }
    let team = tx.add_team(&row.team).await?;
    let new = NewCase {
        code: code.clone(),
        alias: (!row.alias.is_empty()).then(|| row.alias.clone()),
        risk,
        stage,
        team,
        zone: ground.zone,
        opened_on,
        leads,
        visits,
        family: Vec::new(),
        goals,
        referrals: Vec::new(),
    };
    if tx.code_taken(&code).await? {
        return Ok(Err("this code is taken".into()));
    }
    tx.add_case(new).await?;
    Ok(Ok(code))
}

fn service(row: &ServiceRow) -> Result<Service, String> {
    let Some(lack) = Lack::parse(&row.need.to_lowercase()) else {
        let known = Lack::ALL.map(Lack::word).join(", ");
        return Err(format!("need is none of {known}"));
    };
    let required = [
        ("name", &row.name),
        ("area", &row.area),
        ("contact", &row.contact),
    ];
    if let Some((what, _)) = required.into_iter().find(|(_, cell)| cell.is_empty()) {
        return Err(format!("{what} is empty"));
    }
    let all = [
        ("name", &row.name),
        ("area", &row.area),
        ("contact", &row.contact),
        ("hours", &row.hours),
        ("languages", &row.languages),
        ("notes", &row.notes),
    ];
    let long = |(_, cell): &(&str, &String)| cell.chars().count() > LONGEST_CELL;
    if let Some((what, _)) = all.into_iter().find(long) {
        return Err(format!("{what} has more than {LONGEST_CELL} characters"));
    }
    Ok(Service {
        name: row.name.clone(),
        lack,
        area: row.area.clone(),
        contact: row.contact.clone(),
        hours: row.hours.clone(),
        languages: row.languages.clone(),
        notes: row.notes.clone(),
    })
}

/// Somebody by Telegram id or by name.
async fn found(tx: &mut Tx, who: &str) -> Result<Result<PersonId, String>, Error> {
    if let Ok(id) = who.parse::<i64>() {
        let person = tx.person_by_user(UserId(id)).await?;
        return Ok(person.ok_or_else(|| "has a telegram_id that nobody has".into()));
    }
    let people = tx.people_named(who).await?;
    Ok(match people.as_slice() {
        [person] => Ok(*person),
        [] => Err("is not known; import people first".into()),
        _ => Err("is a name that several people have; write the telegram_id".into()),
    })
}

/// A code that no case has.
///
/// # Errors
/// When the database fails.
pub async fn free_code(tx: &mut Tx) -> anyhow::Result<Code> {
    for _ in 0..CODE_TRIES {
        let code = Code::from_random(crate::ids::random());
        if !tx.code_taken(&code).await? {
            return Ok(code);
        }
    }
    bail!("no free case code was found")
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}
