//! What `dekkingskaart serve` starts with.

mod newer;
mod public;

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use dekkingskaart::store::Store;

use crate::import::Workshop;
use crate::support::{Server, program};

const INFO: &str = "{ serverInfo { revision demonstration } municipalities { totalCount } }";

#[test]
fn an_empty_database_stays_empty_when_asked() {
    let data = Server::spawn(&["--empty"]).data(INFO);
    assert_eq!(data["serverInfo"]["revision"], 0);
    assert_eq!(data["municipalities"]["totalCount"], 0);
}

#[test]
fn invented_verdicts_are_loaded_once_and_told() {
    let server = Server::spawn(&["--demo"]);
    let told = server.data(INFO);
    assert_eq!(told["serverInfo"]["demonstration"], true);
    assert_eq!(told["serverInfo"]["revision"], 2);
    let established = server.data(
        r#"{ municipality(code: "GM0363", asOf: "2021-12-31") { policy { verdicts { established source { demonstration } } } } }"#,
    );
    let verdicts = established["municipality"]["policy"]["verdicts"]
        .as_array()
        .unwrap();
    let invented = verdicts
        .iter()
        .filter(|verdict| verdict["established"] == "DEMONSTRATION");
    assert!(invented.clone().count() > 20);
    assert!(
        invented
            .clone()
            .all(|verdict| verdict["source"]["demonstration"] == true)
    );
    let again = Server::spawn_on(&server.database(), &["--demo"]);
    assert_eq!(again.data(INFO), told);
}

#[tokio::test]
async fn invented_verdicts_do_not_mix_with_records_of_people() {
    let workshop = Workshop::public().await;
    let file = workshop.file(
        "one.csv",
        "municipality_code,block,verdict,valid_from,established\nGM0034,focal-point,PRESENT,2023-01-01,SURVEY\n",
    );
    workshop.import(&["verdicts", &file]).expect();
    let output = program()
        .args([
            "serve",
            "--demo",
            "--listen",
            "127.0.0.1:0",
            "--database",
            workshop.address(),
        ])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("must not mix")
    );
    let store = Store::connect(workshop.address()).await.unwrap();
    assert_eq!(store.revision().await.unwrap(), 2);
}

#[test]
fn a_log_that_nobody_reads_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite://{}", folder.path().join("x.db").display());
    let mut running = program()
        .args(["serve", "--empty", "--listen", "127.0.0.1:0"])
        .args(["--database", &database])
        .env("DEKKINGSKAART_LOG", "debug")
        .env("NO_COLOR", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(running.stderr.take().unwrap()).lines();
    let ready = log.find_map(|line| {
        let line = line.unwrap();
        let (_, address) = line.split_once("ready on ")?;
        address.split(' ').next().map(str::to_owned)
    });
    drop(log);
    let path = format!("{}/health/live", ready.unwrap());
    // Looked at when the program has ended, so that none is left behind.
    let answered = ureq::get(&path).call();
    let process = rustix::process::Pid::from_child(&running);
    rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
    let (ended, has_ended) = mpsc::channel();
    thread::spawn(move || ended.send(running.wait().unwrap()));
    let status = has_ended.recv_timeout(Duration::from_secs(40));
    if status.is_err() {
        let _ = rustix::process::kill_process(process, rustix::process::Signal::KILL);
    }
    assert!(status.expect("it goes on").success());
    assert_eq!(answered.unwrap().status(), 200);
}

#[test]
fn an_address_in_use_is_told_with_what_to_do() {
    let server = Server::public();
    let output = program()
        .args([
            "serve",
            "--listen",
            server.host(),
            "--database",
            &server.database(),
        ])
        .output()
        .unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains(&format!(
            "cannot listen on {}; choose another with --listen",
            server.host()
        )),
        "{told}"
    );
}
