//! Coverage, care coordination and policy on the shipped data.

use serde_json::{Value, json};

use crate::support::Server;

#[test]
fn the_counts_of_2021_add_up_to_352() {
    let data = Server::public().data(
        r#"{ coverage(asOf: "2021-12-31") { municipalityCount population byStatus { count population } byClass { count population }
             coveredShare inhabitants: coveredShare(denominator: INHABITANTS) completeness { low high total } } }"#,
    );
    let coverage = &data["coverage"];
    for list in ["byStatus", "byClass"] {
        let sum = |field: &str| -> u64 {
            coverage[list]
                .as_array()
                .unwrap()
                .iter()
                .map(|entry| entry[field].as_u64().unwrap())
                .sum()
        };
        assert_eq!(sum("count"), 352, "{list}");
        assert_eq!(
            sum("population"),
            coverage["population"].as_u64().unwrap(),
            "{list}"
        );
    }
    assert!((coverage["coveredShare"].as_f64().unwrap() - 315.0 / 352.0).abs() < 1e-12);
    assert!((0.0..1.0).contains(&coverage["inhabitants"].as_f64().unwrap()));
    assert_eq!(coverage["completeness"]["total"], 352 * 24);
}

#[test]
fn twente_went_from_comensha_to_the_safety_region() {
    let organisations = |date: &str| {
        let query = format!(
            r#"{{ region(set: "veiligheidsregio", code: "VR05", asOf: "{date}") {{ municipalities {{
                 coordination {{ status arrangements {{ organisation }} }} }} }} }}"#
        );
        let data = Server::public().data(&query);
        let municipalities = data["region"]["municipalities"].as_array().unwrap().clone();
        assert_eq!(municipalities.len(), 14);
        let first = municipalities[0]["coordination"].clone();
        assert!(
            municipalities
                .iter()
                .all(|other| other["coordination"] == first)
        );
        first
    };
    assert_eq!(
        organisations("2021-04-30"),
        json!({"status": "TEMPORARY", "arrangements": [{"organisation": "CoMensha"}]})
    );
    let after = organisations("2021-12-31");
    assert_eq!(after["status"], "STRUCTURAL");
    assert!(
        after["arrangements"][0]["organisation"]
            .as_str()
            .unwrap()
            .starts_with("Veiligheidsregio Twente")
    );
}

#[test]
fn in_apeldoorn_age_decides_who_coordinates() {
    let who = |age: &str| {
        let query = format!(
            r#"{{ whoCovers(code: "GM0200", asOf: "2021-12-31" {age}) {{ fallback arrangement {{ organisation }} explanation }} }}"#
        );
        Server::public().data(&query)["whoCovers"].take()
    };
    let organisations = |covers: &Value| -> Vec<String> {
        let covers = covers.as_array().unwrap();
        covers
            .iter()
            .map(|cover| {
                cover["arrangement"]["organisation"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    };
    assert_eq!(organisations(&who(", age: 17")), ["MEE-Veluwe"]);
    assert_eq!(organisations(&who(", age: 30")), ["Moviera"]);
    assert_eq!(organisations(&who(", age: 22")), ["MEE-Veluwe"]);
    assert_eq!(organisations(&who(", age: 23")), ["Moviera"]);
    assert_eq!(organisations(&who("")).len(), 2);
}

#[test]
fn where_nobody_is_on_record_the_helpdesk_coordinates() {
    let data = Server::public().data(
        r#"{ none: whoCovers(code: "GM0505", asOf: "2021-12-31") { fallback arrangement { id } explanation }
             remote: whoCovers(code: "GM0150", asOf: "2020-06-01") { fallback arrangement { status } explanation(language: EN) } }"#,
    );
    assert_eq!(data["none"][0]["fallback"], true);
    assert_eq!(data["none"][0]["arrangement"], Value::Null);
    assert!(
        data["none"][0]["explanation"]
            .as_str()
            .unwrap()
            .contains("helpdesk van CoMensha")
    );
    assert_eq!(data["remote"][0]["fallback"], true);
    assert_eq!(data["remote"][0]["arrangement"]["status"], "REMOTE");
    assert!(
        data["remote"][0]["explanation"]
            .as_str()
            .unwrap()
            .contains("from a distance")
    );
}

#[test]
fn a_document_makes_verdicts_from_its_date_on() {
    let verdicts = |date: &str| {
        let query = format!(
            r#"{{ municipality(code: "GM0106", asOf: "{date}") {{ documents {{ title }} policy {{ class
                 verdicts(verdict: [PRESENT]) {{ block {{ id }} established validFrom source {{ url }} inherited }} }} }} }}"#
        );
        let data = Server::public().data(&query);
        let verdicts = data["municipality"]["policy"]["verdicts"]
            .as_array()
            .unwrap()
            .clone();
        verdicts
            .into_iter()
            .map(|verdict| (verdict["block"]["id"].as_str().unwrap().to_owned(), verdict))
            .collect::<Vec<_>>()
    };
    let ids = |date: &str| {
        verdicts(date)
            .into_iter()
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    };
    let before = ids("2025-03-24");
    let by_document = ["adopted-policy", "regional-plan"];
    assert!(
        by_document
            .iter()
            .all(|id| !before.contains(&(*id).to_owned())),
        "{before:?}"
    );
    let after = ids("2025-03-25");
    let stays = before.iter().all(|id| after.contains(id));
    assert!(
        stays && after.contains(&by_document[1].to_owned()),
        "{after:?}"
    );
    assert_eq!(ids("2025-03-25")[..1], ["adopted-policy"]);
    let (_, adopted) = verdicts("2025-03-25").swap_remove(0);
    assert_eq!(adopted["established"], "DERIVED_FROM_DOCUMENT");
    assert_eq!(adopted["validFrom"], "2025-03-25");
    assert!(
        adopted["source"]["url"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
}

#[test]
fn a_document_without_a_date_is_listed_but_gives_no_verdict() {
    let data = Server::public().data(
        r#"{ policyDocuments(asOf: "2023-06-01") { title validFrom municipalities { name } }
             municipality(code: "GM0785", asOf: "2023-06-01") { documents { title validFrom }
               policy { verdicts(verdict: [PRESENT]) { block { id } } } } }"#,
    );
    let undated = data["policyDocuments"]
        .as_array()
        .unwrap()
        .iter()
        .find(|document| document["validFrom"].is_null());
    assert_eq!(
        undated.unwrap()["municipalities"].as_array().unwrap().len(),
        7
    );
    assert_eq!(
        data["municipality"]["documents"][0]["validFrom"],
        Value::Null
    );
    assert_eq!(
        data["municipality"]["policy"]["verdicts"],
        json!([{"block": {"id": "care-coordination"}}])
    );
}

#[test]
fn nothing_was_known_before_it_was_recorded() {
    let query = |known_at: &str| {
        let query = format!(
            r#"{{ coverage(asOf: "2021-12-31", knownAt: "{known_at}") {{ municipalityCount byStatus {{ status count }} }} }}"#
        );
        Server::public().data(&query)["coverage"].take()
    };
    let before = query("2001-01-01T00:00:00Z");
    assert_eq!(before["municipalityCount"], 352);
    assert_eq!(
        before["byStatus"][0],
        json!({"status": "UNKNOWN", "count": 352})
    );
    assert_eq!(query("2099-01-01T00:00:00Z")["byStatus"][5]["count"], 315);
}

#[test]
fn distributions_count_each_municipality_once() {
    let data = Server::public().data(
        r#"{ rubric { id provisional blocks(level: BASIC) { id level distribution(asOf: "2021-12-31") { verdict count } } } }"#,
    );
    let rubric = &data["rubric"];
    assert_eq!(rubric["provisional"], true);
    for block in rubric["blocks"].as_array().unwrap() {
        let counts = block["distribution"].as_array().unwrap();
        assert_eq!(
            counts
                .iter()
                .map(|count| count["count"].as_u64().unwrap())
                .sum::<u64>(),
            352,
            "{block}"
        );
        assert_eq!(block["level"], "BASIC");
    }
}

#[test]
fn the_ranking_of_the_public_knows_no_contact() {
    let data = Server::public().data(
        r#"{ municipalities(asOf: "2021-12-31", orderBy: [{ by: PRIORITY }], first: 8) { nodes { name priority {
             rank score factors { factor value weight contribution } explanation } } } }"#,
    );
    let mut last = f64::INFINITY;
    for (place, node) in data["municipalities"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        let priority = &node["priority"];
        assert_eq!(priority["rank"], place + 1);
        let score = priority["score"].as_f64().unwrap();
        assert!(score <= last);
        last = score;
        let factors = priority["factors"].as_array().unwrap();
        assert!(factors.iter().all(|factor| factor["factor"] != "contact"));
        let sum: f64 = factors
            .iter()
            .map(|factor| factor["contribution"].as_f64().unwrap())
            .sum();
        assert!((sum - score).abs() < 1e-12);
        assert!(priority["explanation"].as_str().unwrap().ends_with('.'));
    }
}
