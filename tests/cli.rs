//! The program itself: command lines come in, lines on stdout and stderr and an exit code go out. Bad input gets one
//! line that says what happened and what to do; short commands work beside a running bot.

#[path = "cli/stand.rs"]
mod stand;
mod support;

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use kinkeeper::simulator::{FileKind, PhoneFile};
use sqlx::Connection as _;
use stand::{AMINA, CASES, PEOPLE, Place, Running, TOKEN, Telegram, text};
use support::Engine;

#[test]
fn a_token_that_is_missing_or_cannot_be_read_is_named() {
    let place = Place::on(Engine::Sqlite);
    place
        .run(&["run"])
        .refused(&["no bot token", "@BotFather", "KINKEEPER_TOKEN"]);
    place
        .run(&["run", "--token-file", "nowhere"])
        .refused(&["token file nowhere", "check"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_token_and_an_unreachable_telegram_are_told_apart() {
    let place = Place::on(Engine::Sqlite);
    let telegram = Telegram::open().await;
    let wrong = ["run", "--token", "1:wrong", "--api-url", &telegram.url()];
    place
        .run(&wrong)
        .refused(&["does not know this token", "@BotFather"]);
    let closed = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let nobody = format!("http://{}", closed.local_addr().expect("its address"));
    drop(closed);
    place
        .run(&["run", "--token", TOKEN, "--api-url", &nobody])
        .refused(&["cannot be reached", &nobody, "check the network"]);
    place
        .run(&["run", "--token", TOKEN, "--api-url", "nonsense"])
        .refused(&["KINKEEPER_API_URL", "https://api.telegram.org"]);
}

#[test]
fn settings_that_mean_nothing_are_named() {
    let place = Place::on(Engine::Sqlite);
    place
        .run_with(&["check"], ("KINKEEPER_LOG", "=?="))
        .refused(&["KINKEEPER_LOG", "write error, warn, info or debug"]);
    place
        .run_with(
            &["import", "people", "x.csv"],
            ("KINKEEPER_TIME_ZONE", "Atlantis"),
        )
        .refused(&["Atlantis", "Africa/Nairobi"]);
    place
        .run_with(
            &["run", "--token", TOKEN],
            ("KINKEEPER_CHILD_ACCOUNT_AGE", "3"),
        )
        .refused(&["KINKEEPER_CHILD_ACCOUNT_AGE", "5 to 18"]);
    place
        .run_with(&["check"], ("KINKEEPER_DATABASE", "mysql://somewhere"))
        .refused(&["sqlite:PATH", "postgres://"]);
    place
        .run_with(
            &["check"],
            ("KINKEEPER_DATABASE", "postgres://nobody@127.0.0.1:1/none"),
        )
        .refused(&["cannot be reached", "check that it runs"]);
    place
        .run(&["import", "people", "nowhere.csv"])
        .refused(&["nowhere.csv", "cannot be read"]);
    place
        .run(&["invite", "--role", "queen"])
        .refused(&["queen", "volunteer"]);
    place
        .run(&["invite", "--role", "volunteer"])
        .refused(&["team", "--team"]);
}

#[test]
fn a_database_that_cannot_be_used_is_named_and_left_as_it_was() {
    let place = Place::on(Engine::Sqlite);
    place.import_all();
    let file = place.folder().join("kinkeeper.db");
    let whole = std::fs::read(&file).expect("the database");

    let folder = format!("sqlite:{}", place.folder().display());
    place
        .run_with(&["check"], ("KINKEEPER_DATABASE", &folder))
        .refused(&["cannot be opened", "path"]);
    place
        .run_with(
            &["check"],
            ("KINKEEPER_DATABASE", "sqlite:no/such/folder/file.db"),
        )
        .refused(&["cannot be opened", "folder"]);

    let mode = |mode| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode));
    mode(0o400).expect("our file");
    place
        .run(&["check"])
        .refused(&["read-only", "the right to write"]);
    mode(0o600).expect("our file");

    std::fs::write(&file, "no database at all".repeat(100)).expect("our file");
    place
        .run(&["check"])
        .refused(&["damaged", "restore it from a backup"]);
    let mut torn = whole.clone();
    torn[..100].fill(0x55);
    std::fs::write(&file, &torn).expect("our file");
    place.run(&["check"]).refused(&["damaged"]);
    assert_eq!(
        std::fs::read(&file).expect("the database"),
        torn,
        "a damaged file was changed"
    );

    std::fs::write(&file, &whole).expect("our file");
    place.run(&["check"]).well();
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let place = Place::on(Engine::Sqlite);
    place.run(&["check"]).well();
    let mut connection = sqlx::SqliteConnection::connect(&place.database)
        .await
        .expect("the file");
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'later', TRUE, x'00', 0)",
    )
    .execute(&mut connection)
    .await
    .expect("a later migration");
    connection.close().await.expect("closed");
    place.run(&["check"]).refused(&["newer", "9999", "install"]);
}

#[test]
fn a_key_that_is_missing_wrong_or_open_to_others_is_named_and_no_new_one_is_made() {
    for engine in Engine::at_hand() {
        let place = Place::on(engine);
        place.import_all();
        let file = place.folder().join("master.key");
        let key = std::fs::read(&file).expect("the key");

        std::fs::remove_file(&file).expect("the key");
        place
            .run(&["check"])
            .refused(&["master.key is missing", "restore it"]);
        assert!(!file.exists(), "a new key was made beside an old database");

        let write = |text: &[u8]| {
            std::fs::write(&file, text).expect("a key file");
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("ours");
        };
        write("00".repeat(32).as_bytes());
        place
            .run(&["check"])
            .refused(&["does not belong to this database"]);
        write(b"half a key");
        place.run(&["check"]).refused(&["64 hexadecimal digits"]);
        write(&key);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).expect("ours");
        place
            .run(&["check"])
            .refused(&["can be read by others", "chmod 600"]);
        write(&key);
        place.run(&["check"]).well();
    }
}

#[test]
fn a_file_with_bad_rows_names_each_by_line_and_imports_nothing() {
    for engine in Engine::at_hand() {
        let place = Place::on(engine);
        let bad = place.file(
            "bad.csv",
            "name,role,team,language,time_zone,telegram_id
Amina,volunteer,North,en,,9001
Brown,queen,North,en,,
,volunteer,North,en,,
Chen,volunteer,North,tlh,,
Dora,volunteer,,en,,
Eve,volunteer,North,en,Mars/Olympus,
Fay,volunteer,North,en,,nine
Gus,volunteer,North
Hal,volunteer,North,en,,9001
",
        );
        let ended = place.run(&["import", "people", text(&bad)]);
        assert!(!ended.ok);
        assert!(
            ended.err.starts_with("kinkeeper: nothing was imported"),
            "{}",
            ended.err
        );
        // A row with too few cells spoils the reading of the file, so it is named first, alone.
        assert!(
            ended.err.contains("line 9: it has 3 cells"),
            "{}",
            ended.err
        );
        let mended = std::fs::read_to_string(&bad)
            .expect("our file")
            .replace("Gus,volunteer,North\n", "");
        let bad = place.file("bad.csv", &mended);
        let ended = place.run(&["import", "people", text(&bad)]);
        assert!(!ended.ok);
        let lines: Vec<&str> = ended.err.lines().skip(1).collect();
        let expected = [
            ("line 3: ", "role"),
            ("line 4: ", "name"),
            ("line 5: ", "language"),
            ("line 6: ", "team"),
            ("line 7: ", "time_zone"),
            ("line 8: ", "telegram_id"),
            ("line 9: ", "telegram_id"),
        ];
        assert_eq!(lines.len(), expected.len(), "{}", ended.err);
        for (line, (place, column)) in lines.iter().zip(expected) {
            assert!(line.starts_with(place) && line.contains(column), "{line}");
        }
        assert!(
            !ended.err.contains("queen"),
            "a cell's content was printed: {}",
            ended.err
        );

        let cases = place.file("cases.csv", CASES);
        let nobody = place.run(&["import", "cases", text(&cases)]);
        assert!(
            nobody.err.contains("line 2: a volunteer is not known"),
            "{}",
            nobody.err
        );
        // Amina's line was good, but nothing of that file may be there.
        place.import_all();
        assert!(place.run(&["check"]).well().contains("All is well"));
    }
}

#[test]
fn a_second_channel_that_is_missing_is_said_and_one_that_is_half_set_up_is_refused() {
    let place = Place::on(Engine::Sqlite);
    let printed = place.run(&["check"]).well();
    assert!(printed.contains("no second channel is set up"), "{printed}");
    let url = "https://on-call.example.org/";
    let hook = ("KINKEEPER_DANGER_WEBHOOK_URL", url);
    let ended = place.run_with(&["check"], hook);
    ended.refused(&["KINKEEPER_DANGER_WEBHOOK_SECRET"]);
    let ended = place.run_with(&["check", "--danger-webhook-secret", "too short"], hook);
    ended.refused(&["less than 16 characters"]);
    let signed = [
        "check",
        "--danger-webhook-secret",
        "a secret between the two",
    ];
    let printed = place.run_with(&signed, hook).well();
    assert!(!printed.contains("no second channel"), "{printed}");
    let open = (
        "KINKEEPER_DANGER_WEBHOOK_URL",
        "http://on-call.example.org/",
    );
    place
        .run_with(&signed, open)
        .refused(&["must begin with https://"]);
    let mail = ("KINKEEPER_DANGER_EMAIL_SERVER", "smtps://mail.example.org");
    place
        .run_with(&["check"], mail)
        .refused(&["KINKEEPER_DANGER_EMAIL_FROM"]);
}

#[test]
fn the_directory_is_what_the_newest_file_says() {
    for engine in Engine::at_hand() {
        let place = Place::on(engine);
        let header = "name,need,area,contact,hours,languages,notes\n";
        let bad = place.file(
            "bad.csv",
            &format!(
                "{header}Clinic,health,Old Town,0700,,,\nKitchen,hunger,Old Town,0700,,,\n\
                 Clinic,health,Old Town,0711,,,\nSchool,school,,0700,,,\n{},food,Old Town,0700,,,\n",
                "x".repeat(201)
            ),
        );
        let ended = place.run(&["import", "services", text(&bad)]);
        assert!(!ended.ok && ended.out.is_empty());
        for said in [
            "nothing was imported",
            "line 3: need is none of food,",
            "line 4: the same name, need and area stand on line 2",
            "line 5: area is empty",
            "line 6: name has more than 200",
        ] {
            assert!(ended.err.contains(said), "no {said:?} in: {}", ended.err);
        }
        let good = place.file(
            "good.csv",
            &format!("{header}Clinic,Health,Old Town,0700,8-16,sw|en,Bring the card\n"),
        );
        for _ in 0..2 {
            let printed = place.run(&["import", "services", text(&good)]).well();
            assert!(printed.starts_with("1 services listed"), "{printed}");
        }
        assert!(place.run(&["check"]).well().contains("All is well"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_short_command_works_beside_a_running_bot_and_a_second_bot_is_refused_on_sqlite() {
    for engine in Engine::at_hand() {
        let place = Place::on(engine);
        let telegram = Telegram::open().await;
        place.import_all();
        let bot = telegram.start_bot(&place);
        telegram.agree().await;
        telegram.report_a_visit().await;

        let more = place.file(
            "more.csv",
            "name,role,team,language,time_zone,telegram_id\nJoy,caseworker,North,fr,,\n",
        );
        let printed = place.run(&["import", "people", text(&more)]).well();
        assert!(printed.contains("1 people imported"), "{printed}");
        let link = printed.lines().last().unwrap_or_default();
        assert!(link.starts_with("line 2\thttps://t.me/"), "{printed}");
        let more = place.file(
            "more.csv",
            "code,risk,team\n,low,South\nAB2CD3,high,South\n",
        );
        let printed = place.run(&["import", "cases", text(&more)]).well();
        assert!(printed.starts_with("2 cases imported\n") && printed.ends_with("AB2CD3\n"));
        let link = place
            .run(&["invite", "--role", "manager", "--name", "Noor"])
            .well();
        assert!(
            link.starts_with("https://t.me/") && link.contains("?start="),
            "{link}"
        );

        let sheet = place.run(&["export", "reports"]).well();
        let rows: Vec<&str> = sheet.lines().collect();
        assert_eq!(rows.len(), 2, "{sheet}");
        assert!(
            rows[1].contains(",K7M2QX,sent,") && rows[1].contains("caregiver"),
            "{sheet}"
        );
        assert!(
            !sheet.contains("laughs"),
            "free text that nobody asked for: {sheet}"
        );
        let sheet = place
            .run(&["export", "reports", "--format", "csv", "--free-text"])
            .well();
        assert!(sheet.contains("'=She laughs again"), "{sheet}");
        // What is under way at this moment is told, and is no fault.
        place.run(&["check"]).well();
        let printed = place.run(&["replay"]).well();
        assert_eq!(printed, "No update was given up.\n");

        if engine == Engine::Sqlite {
            let second = ["run", "--token", TOKEN, "--api-url", &telegram.url()];
            place
                .run(&second)
                .refused(&["another bot runs on", "stop it first"]);
            place.run(&["demo"]).refused(&["another bot runs on"]);
        }
        // The first is not disturbed.
        telegram.simulator.write(AMINA, "/help").expect("her phone");
        telegram
            .until("help", |chat| {
                chat.messages.last()?.text.contains("/cancel").then_some(())
            })
            .await;
        bot.end();
        assert!(place.run(&["check"]).well().contains("All is well"));
    }
}

#[test]
fn a_demo_says_where_it_is_and_takes_short_commands_beside_it() {
    let place = Place::on(Engine::Sqlite);
    let demo = place
        .command(&["demo"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut demo = Running(demo.expect("the program starts"));
    let mut out = BufReader::new(demo.0.stdout.take().expect("its stdout"));
    let mut line = String::new();
    out.read_line(&mut line).expect("its first line");
    assert!(line.contains("open http://127.0.0.1:"), "{line}");
    place.import_all_but_the_seeded();
    assert!(
        place
            .run(&["export", "reports"])
            .well()
            .starts_with("report,case_code,")
    );
    place.run(&["invite", "--role", "family"]).well();
    place.run(&["check"]).well();
    drop(demo);
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("the rest");
    assert_eq!(rest, "", "a demo prints one line");
}

/// Words that stand for what nobody may read in a stolen file.
const CANARIES: [&str; 9] = [
    "ZqTokenCanary",
    "ZqPhoneCanary",
    "ZqNameCanary",
    "ZqAliasCanary",
    "ZqGoalCanary",
    "ZqDangerCanary",
    "ZqCaptionCanary",
    "ZqVoiceCanary",
    "ZqTypedCanary",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_name_word_or_token_is_readable_in_the_files_or_in_the_most_detailed_log() {
    for engine in Engine::at_hand() {
        let place = Place::on(engine);
        let elsewhere = tempfile::tempdir().expect("a folder");
        let write = |name: &str, content: String| {
            let path = elsewhere.path().join(name);
            std::fs::write(&path, content).expect("a file");
            path
        };
        let people = write("people.csv", PEOPLE.replace("Amina", "ZqNameCanary"));
        let cases = CASES
            .replace("Amina", "ZqNameCanary")
            .replace("The blue gate", "ZqAliasCanary");
        let cases = write("cases.csv", cases.replace("Goes to school", "ZqGoalCanary"));
        let token = "7000000001:ZqTokenCanary";
        let telegram = Telegram::open_for(token, "ZqPhoneCanary").await;
        let log = elsewhere.path().join("log");
        let bot = place
            .command(&["run"])
            .env("KINKEEPER_TOKEN", token)
            .env("KINKEEPER_API_URL", telegram.url())
            .env("KINKEEPER_LOG", "trace")
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log).expect("a file"))
            .spawn();
        let bot = Running(bot.expect("the program starts"));
        telegram.simulator.start(AMINA, None).expect("her phone");
        telegram.asked("invit").await;
        for (what, file) in [("people", &people), ("cases", &cases)] {
            let mut command = place.command(&["import", what, text(file)]);
            let output = command
                .env("KINKEEPER_LOG", "trace")
                .output()
                .expect("the program starts");
            assert!(output.status.success());
            no_canary("the log of an import", &output.stderr);
        }
        telegram.agree().await;
        telegram.begin_a_visit().await;
        telegram.tap("Danger now").await;
        telegram.asked("see or hear").await;
        telegram
            .simulator
            .write(AMINA, "ZqDangerCanary")
            .expect("her phone");
        telegram.tap("Nothing worries").await;
        telegram.asked("went well").await;
        let mut voice = PhoneFile::new(FileKind::Voice, &b"OggS ZqVoiceCanary"[..]);
        voice.caption = Some("ZqCaptionCanary".into());
        telegram
            .simulator
            .send_file(AMINA, voice)
            .expect("her phone");
        for words in ["As agreed", "As planned", "Back"] {
            telegram.tap(words).await;
        }
        // Where a button is expected, typed words are kept too, as an update.
        telegram
            .simulator
            .write(AMINA, "ZqTypedCanary")
            .expect("her phone");
        for words in ["As planned", "Send report"] {
            telegram.tap(words).await;
        }
        telegram.receipt().await;
        // With the write-ahead log beside the database, and once more when all is folded in.
        search(&place, engine);
        bot.end();
        search(&place, engine);
        let log = std::fs::read(&log).expect("the log");
        assert!(
            contains(&log, b"an update is decided"),
            "the log is not detailed: {}",
            log.len()
        );
        no_canary("the log", &log);
        let sheet = place.run(&["export", "reports", "--free-text"]).well();
        assert!(
            sheet.contains("ZqDangerCanary"),
            "what is sealed can be opened again: {sheet}"
        );
    }
}

fn search(place: &Place, engine: Engine) {
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(place.folder()).expect("the data folder") {
        kept.extend(std::fs::read(entry.expect("a file").path()).expect("a file"));
    }
    if engine == Engine::Postgres {
        let dump = Command::new("pg_dump")
            .arg(&place.database)
            .output()
            .expect("pg_dump is installed");
        assert!(dump.status.success());
        kept.extend(dump.stdout);
    }
    assert!(
        contains(&kept, b"K7M2QX"),
        "this search finds nothing at all"
    );
    no_canary("the data", &kept);
}

/// Neither as text nor in hexadecimal digits, as PostgreSQL writes bytes.
#[track_caller]
fn no_canary(place: &str, bytes: &[u8]) {
    for canary in CANARIES {
        let hex = data_encoding::HEXLOWER.encode(canary.as_bytes());
        assert!(
            !contains(bytes, canary.as_bytes()),
            "{canary} is in {place}"
        );
        assert!(
            !contains(bytes, hex.as_bytes()),
            "{canary} is in {place}, as digits"
        );
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
