//! What `dekkingskaart serve` starts with.

mod newer;
mod public;

use std::process::Stdio;

use dekkingskaart::store::Store;

use crate::import::Workshop;
use crate::support::{Server, program};

const INFO: &str = "{ serverInfo { revision demonstration } municipalities { totalCount } }";

#[test]
fn an_empty_database_stays_empty_when_asked() {
    let data = Server::start(&["--empty"]).data(INFO);
    assert_eq!(data["serverInfo"]["revision"], 0);
    assert_eq!(data["municipalities"]["totalCount"], 0);
}

#[test]
fn invented_verdicts_are_loaded_once_and_told() {
    let server = Server::start(&["--demo"]);
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
    let again = Server::on(&server.database(), &["--demo"]);
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
