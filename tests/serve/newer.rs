//! A later edition of the public data than the one on record.

use dekkingskaart::actions::load_public_records;
use dekkingskaart::store::Store;
use serde_json::{Value, json};

use crate::import::Workshop;
use crate::support::{FIRST_EDITION, Server, clock};

const NEWER: &str = "{ publicData { edition date newer { edition date } } }";
const OFFER: &str = "a later edition of the public data can be brought";

/// A server on a database of the first edition, and a token of an
/// administrator.
async fn older(workshop: &Workshop) -> (Server, String) {
    let store = Store::connect(workshop.address()).await.unwrap();
    load_public_records(&store, clock(), &FIRST_EDITION)
        .await
        .unwrap();
    store.close().await;
    let server = Server::spawn_on(workshop.address(), &[]);
    let token = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&token);
    (server, token)
}

#[tokio::test]
async fn it_is_offered_brought_by_a_command_and_taken_back() {
    let workshop = Workshop::empty();
    let (server, token) = older(&workshop).await;
    let told = server.data_as(&token, NEWER);
    let newer = json!({ "edition": 2, "date": "2026-11-28" });
    assert_eq!(
        told["publicData"],
        json!({ "edition": 1, "date": null, "newer": newer })
    );
    assert_eq!(server.error_code(NEWER), "FORBIDDEN");
    assert!(server.logged().contains(OFFER), "{}", server.logged());

    let dry = server.run(&["refresh-public-data", "--dry-run"]);
    for line in [
        "new        arrangement rotterdam-rijnmond\n",
        "changed    arrangement flevoland\n",
        "withdrawn  arrangement rotterdam\n",
        "edition 2: 1095 new, 5 changed, 1 withdrawn, 0 left\nnothing was written: this was a dry run\n",
    ] {
        assert!(dry.contains(line), "{line}\n{dry}");
    }
    let wrote = server.run(&["refresh-public-data"]);
    let revision = wrote.split("written as revision ").nth(1).unwrap();
    let revision: u64 = revision.split(';').next().unwrap().parse().unwrap();
    server.await_revision(revision);
    let told = server.data_as(&token, NEWER);
    assert_eq!(
        told["publicData"],
        json!({ "edition": 2, "date": "2026-11-28", "newer": null })
    );
    let again = server.run(&["refresh-public-data"]);
    assert!(again.ends_with("nothing to write\n"), "{again}");

    let log = server.data_as(
        &token,
        "{ changeLog(first: 1) { nodes { action undoable } } }",
    );
    assert_eq!(
        log["changeLog"]["nodes"][0],
        json!({ "action": "refresh_public_data", "undoable": true })
    );
    server.data_as(
        &token,
        &format!("mutation {{ undoChange(revision: {revision}) {{ withdrawn restored kept }} }}"),
    );
    assert_eq!(server.data_as(&token, NEWER)["publicData"]["newer"], newer);
}

#[test]
fn a_new_database_is_offered_nothing() {
    let server = Server::spawn(&[]);
    assert!(!server.logged().contains(OFFER));
    let token = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&token);
    assert_eq!(
        server.data_as(&token, NEWER)["publicData"]["newer"],
        Value::Null
    );
}
