//! A copy made while serving, put back elsewhere, answers the same.

use std::path::Path;

use serde_json::Value;
use sqlx::Connection as _;

use crate::support::{Scratch, Seed, Server, program};

const DATES: [&str; 5] = [
    "2020-06-01",
    "2021-12-31",
    "2022-06-01",
    "2023-06-01",
    "2024-06-01",
];

/// Ten questions, of each date, of what everybody and what the desk may read.
const QUESTIONS: [&str; 10] = [
    "{ municipalities(asOf: DATE) { totalCount nodes { code name coordination { status } policy { class completeness { low high } } } } }",
    "{ municipalities(asOf: DATE, first: 20, orderBy: [{ by: POPULATION, direction: DESC }]) { nodes { code population { inhabitants } } } }",
    r#"{ municipality(code: "GM0344", asOf: DATE) { name geometry regions { set code name } policy { verdicts { block { id } verdict validFrom source { url } } } } }"#,
    r#"{ municipality(code: "GM0363", asOf: DATE) { name coordination { status arrangements { id organisation validTo } } } }"#,
    "{ municipalities(asOf: DATE, where: { policyClass: [NONE, PARTIAL] }) { totalCount nodes { code } } }",
    "{ municipalities(asOf: DATE, where: { coordinationStatus: [UNKNOWN, NONE] }) { totalCount } }",
    r#"{ municipalities(asOf: DATE, where: { nameContains: "berg" }) { nodes { code name } } }"#,
    r#"{ municipalities(asOf: DATE, where: { region: { set: "provincie", code: "PV30" } }) { nodes { code } } }"#,
    "{ campaigns { id title targets { stage municipality { code } } } goodPractices { id text } }",
    "{ changeLog(first: 100) { totalCount nodes { revision at by action summary } } }",
];

fn questions() -> impl Iterator<Item = String> {
    DATES.into_iter().flat_map(|date| {
        let date = format!("\"{date}\"");
        QUESTIONS.map(|question| question.replace("DATE", &date))
    })
}

fn answers(server: &Server, token: &str) -> Vec<(String, Value)> {
    let answers = questions().map(|question| {
        let answer = server.data_as(token, &question);
        (question, answer)
    });
    answers.collect()
}

fn back_up(database: &str, file: &Path, more: &[&str]) -> std::process::Output {
    let mut command = program();
    command.arg("backup").arg(file).args(more);
    command.args(["--database", database]).output().unwrap()
}

fn restore(database: &str, file: &Path) -> std::process::Output {
    let mut command = program();
    command.arg("restore").arg(file);
    command.args(["--database", database]).output().unwrap()
}

#[track_caller]
fn done(output: &std::process::Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[track_caller]
fn refused(output: &std::process::Output, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(what), "{said}");
}

/// Something of each kind, recorded over GraphQL.
fn fill(server: &Server, token: &str) {
    let campaign = server.data_as(
        token,
        r#"mutation { createCampaign(input: { title: "Voorjaar", goal: 2, from: "2024-01-01", to: "2030-01-01" }) { id } }"#,
    );
    let campaign = campaign["createCampaign"]["id"].as_str().unwrap();
    for mutation in [
        format!(r#"addTargets(campaign: "{campaign}", codes: ["GM0344", "GM0363"]) {{ id }}"#),
        r#"recordVerdicts(input: { code: "GM0344", validFrom: "2021-06-01", established: SURVEY, sourceUrl: "https://example.org", verdicts: [{ block: "focal-point", verdict: PRESENT }] }) { code }"#.to_owned(),
        r#"shareGoodPractice(input: { title: "x", text: "Zo werkt het" }) { id }"#.to_owned(),
        r#"recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, organisation: "Wijkteam", validFrom: "2022-01-01", municipalities: ["GM0363"] }) { id }"#.to_owned(),
    ] {
        server.data_as(token, &format!("mutation {{ {mutation} }}"));
    }
}

/// Copies the database of a server under load, restores it at another address,
/// and compares fifty answers and the audit trail.
fn check(server: &Server, elsewhere: &str) {
    let token = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&token);
    fill(server, &token);
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("copy");
    let before = answers(server, &token);
    assert_eq!(before.len(), 50);
    let audit = server.run(&["audit", "export"]);
    // Readers and a writer of what no question asks go on meanwhile.
    std::thread::scope(|scope| {
        let copied = scope.spawn(|| back_up(&server.database(), &file, &[]));
        while !copied.is_finished() {
            server.data(r#"{ municipality(code: "GM0344") { name } }"#);
        }
        done(&copied.join().unwrap());
    });
    refused(&back_up(&server.database(), &file, &[]), "is there already");
    done(&back_up(&server.database(), &file, &["--overwrite"]));
    refused(&restore(&server.database(), &file), "is not empty");
    done(&restore(elsewhere, &file));
    let other = Server::on(elsewhere, &[]);
    assert_eq!(other.run(&["audit", "export"]), audit);
    assert!(other.run(&["audit", "verify"]).contains("none altered"));
    for ((question, before), (_, after)) in before.iter().zip(answers(&other, &token)) {
        assert_eq!(*before, after, "{question}");
    }
    // It goes on as any other.
    fill(&other, &token);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_copy_of_a_database_file_answers_the_same() {
    let server = Server::start(&[]);
    let folder = tempfile::TempDir::new().unwrap();
    let elsewhere = format!("sqlite://{}", folder.path().join("new/copy.db").display());
    check(&server, &elsewhere);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_postgresql_database_answers_the_same() {
    let scratch = Scratch::postgres().await;
    scratch.store.close().await;
    let server = Server::on(&scratch.address, &[]);
    let elsewhere = crate::support::new_postgres_database().await;
    let checked = tokio::task::spawn_blocking(move || check(&server, &elsewhere));
    checked.await.unwrap();
}

#[tokio::test]
async fn what_is_no_sound_copy_is_not_restored() {
    let scratch = Scratch::sqlite().await;
    Seed::new()
        .municipality("GM0363")
        .plant(&scratch.store)
        .await;
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("copy");
    done(&back_up(&scratch.address, &file, &[]));
    let copy = std::fs::read(&file).unwrap();
    let altered = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = copy.clone();
        change(&mut bytes);
        let path = folder.path().join("altered");
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let target = folder.path().join("new.db");
    let address = format!("sqlite://{}", target.display());
    let half = altered(&|bytes| bytes.truncate(bytes.len() / 2));
    refused(&restore(&address, &half), "damaged");
    let zeros = altered(&|bytes| {
        let half = bytes.len() / 2;
        bytes[half..].fill(0);
    });
    refused(&restore(&address, &zeros), "damaged");
    let text = altered(&|bytes| *bytes = b"code,name\n".to_vec());
    refused(&restore(&address, &text), "no database file");

    // A line of the audit trail that says something else.
    let tampered = altered(&|_| {});
    let own = format!("sqlite://{}", tampered.display());
    let run = async |sql: &'static str| {
        let mut connection = sqlx::SqliteConnection::connect(&own).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    };
    run("update audit_entry set actor = 'somebody else'").await;
    refused(&restore(&address, &tampered), "audit trail");
    altered(&|_| {});
    run("insert into _sqlx_migrations values (9999, 'later', current_timestamp, 1, x'00', 1)")
        .await;
    refused(&restore(&address, &tampered), "later version");
    assert!(!target.exists());
    done(&restore(&address, &file));
}
