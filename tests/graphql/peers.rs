//! Similar municipalities, and who has what another misses.

use serde_json::{Value, json};

use crate::support::Server;

#[test]
fn peers_are_alike_and_say_in_what() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0141", asOf: "2023-01-01") { name population { inhabitants }
             peers { municipality { code population { inhabitants } } reason english: reason(language: EN) } ten: peers(first: 10) { municipality { code } } } }"#,
    );
    let municipality = &data["municipality"];
    assert_eq!(municipality["name"], "Almelo");
    let own = municipality["population"]["inhabitants"].as_f64().unwrap();
    let peers = municipality["peers"].as_array().unwrap();
    assert_eq!(peers.len(), 5);
    for (peer, same) in peers.iter().zip(municipality["ten"].as_array().unwrap()) {
        let other = peer["municipality"]["population"]["inhabitants"]
            .as_f64()
            .unwrap();
        assert!((0.5..2.0).contains(&(other / own)), "{peer}");
        assert!(peer["reason"].as_str().unwrap().contains("inwoners (hier "));
        assert!(
            peer["english"]
                .as_str()
                .unwrap()
                .contains("inhabitants (here ")
        );
        assert_eq!(peer["municipality"]["code"], same["municipality"]["code"]);
    }
}

#[test]
fn who_solved_it_has_the_block_and_shows_the_document() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0141", asOf: "2025-06-01") {
             solvedBy(block: "adopted-policy") { municipality { code policy { verdicts(verdict: [PRESENT]) { block { id } } } }
               reason verdict { verdict block { id } source { url } } document { title municipalities { code } } }
             peers(first: 400) { municipality { code } } } }"#,
    );
    let solutions = data["municipality"]["solvedBy"].as_array().unwrap();
    assert_eq!(solutions.len(), 3);
    let place = |code: &Value| {
        let mut peers = data["municipality"]["peers"].as_array().unwrap().iter();
        peers
            .position(|peer| peer["municipality"]["code"] == *code)
            .unwrap()
    };
    let places: Vec<usize> = solutions
        .iter()
        .map(|solution| place(&solution["municipality"]["code"]))
        .collect();
    assert!(places.is_sorted(), "the most similar first: {places:?}");
    for solution in solutions {
        assert_eq!(solution["verdict"]["verdict"], "PRESENT");
        assert_eq!(solution["verdict"]["block"]["id"], "adopted-policy");
        let covered = solution["document"]["municipalities"].as_array().unwrap();
        assert!(covered.contains(&json!({"code": solution["municipality"]["code"]})));
        let present = solution["municipality"]["policy"]["verdicts"]
            .as_array()
            .unwrap();
        assert!(present.contains(&json!({"block": {"id": "adopted-policy"}})));
    }
}
