//! A stolen database: no canary in any file or column.

use chrono::TimeDelta;
use kinkeeper::core::effect::{Effect, Purpose};
use kinkeeper::core::event::File;
use kinkeeper::core::form::MediaKind;
use kinkeeper::core::id::MediaId;
use kinkeeper::core::people::Role;
use kinkeeper::core::place::Place as CorePlace;
use kinkeeper::ids;
use kinkeeper::store::mail::Arrived;
use kinkeeper::store::programme::NewInvite;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};

use crate::places::{Place, places};
use crate::programme::{AMINA, CANARIES, Fixture, message, noon};

#[tokio::test]
async fn no_canary_is_readable_at_rest() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let arrived = [Arrived {
            update_id: 1,
            message: None,
            lane: 1,
            body: "HelloCanary",
        }];
        fixture
            .store
            .receive(9, &arrived, None, noon())
            .await
            .unwrap();
        let mut tx = fixture.store.begin().await.unwrap();
        let invite = NewInvite {
            token_hash: [3; 32],
            role: Role::Family,
            team: None,
            person: None,
            name: Some("AminaCanary".into()),
            case: None,
            kin: None,
            by: None,
            expires_at: noon() + TimeDelta::days(1),
            code: None,
        };
        tx.add_invite(invite).await.unwrap();
        tx.commit().await.unwrap();
        let (open, filed) = (fixture.draft(), fixture.draft());
        let mut report = fixture.report(&filed, noon());
        report.reason = Some("BruisesCanary".into());
        let media = MediaId(ids::id_at(noon()));
        let effects = vec![
            Effect::OpenDraft(Box::new(open)),
            Effect::Go(CorePlace::Alike {
                name: "BlueHouseCanary".into(),
            }),
            Effect::OpenDraft(Box::new(filed)),
            Effect::File(Box::new(report)),
            Effect::KeepMedia {
                media,
                case: fixture.case,
                file: File {
                    file_id: "BAAD".into(),
                    kind: MediaKind::Image,
                    bytes: None,
                },
            },
        ];
        let messages = vec![message(AMINA, Purpose::Screen, "u1:0")];
        fixture.act(AMINA, noon(), effects, messages).await.unwrap();
        fixture
            .store
            .media_kept(media, b"BruisesCanary")
            .await
            .unwrap();

        let plain = stolen(&place).await;
        assert!(
            contains(&plain, "K7M2QX"),
            "what is not sealed is found, so the search works"
        );
        for canary in CANARIES {
            assert!(!contains(&plain, canary), "{canary} on {}", place.url);
        }
    }
}

/// All bytes that a thief of the files, or of a dump, would have.
async fn stolen(place: &Place) -> Vec<u8> {
    let mut bytes = Vec::new();
    if place.is_sqlite() {
        for end in ["", "-wal", "-shm"] {
            let mut path = place.file().into_os_string();
            path.push(end);
            bytes.extend(std::fs::read(path).unwrap());
        }
        return bytes;
    }
    let mut connection = PgConnection::connect(&place.url).await.unwrap();
    let tables = sqlx::query("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'");
    let tables = tables.fetch_all(&mut connection).await.unwrap();
    for table in tables {
        let table: String = table.get(0);
        // Bytes as text with every byte escaped or not: both must be searched.
        let dump = format!("SELECT row_to_json(t)::text FROM {table} t");
        for row in sqlx::query(AssertSqlSafe(dump))
            .fetch_all(&mut connection)
            .await
            .unwrap()
        {
            let row: String = row.get(0);
            bytes.extend(unhex(&row));
            bytes.extend(row.into_bytes());
        }
    }
    bytes
}

/// The bytes behind every `\x…` in a row.
fn unhex(row: &str) -> Vec<u8> {
    let digits = row.split("\\\\x").skip(1).flat_map(|rest| {
        let digits: Vec<u8> = rest.bytes().take_while(u8::is_ascii_hexdigit).collect();
        data_encoding::HEXLOWER
            .decode(&digits[..digits.len() / 2 * 2])
            .unwrap()
    });
    digits.collect()
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}
