//! What changed, and coverage over time, on the shipped data.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::Server;

/// The five dates from which boundaries hold, with the number of municipalities.
const BOUNDARIES: [(&str, u64); 5] = [
    ("2020-01-01", 355),
    ("2021-01-01", 352),
    ("2022-01-01", 345),
    ("2022-03-24", 344),
    ("2023-01-01", 342),
];

fn counts(report: &Value) -> BTreeMap<&str, u64> {
    let counts = report["counts"].as_array().unwrap().iter();
    counts
        .map(|count| {
            (
                count["kind"].as_str().unwrap(),
                count["count"].as_u64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn boundaries_are_known_up_to_the_end_of_what_is_shipped() {
    let data =
        Server::public().data("{ serverInfo { boundariesKnownUntil } boundaryDates { date } }");
    assert_eq!(data["serverInfo"]["boundariesKnownUntil"], "2026-12-31");
    let dates = data["boundaryDates"].as_array().unwrap();
    assert_eq!(dates.last().unwrap()["date"], BOUNDARIES[4].0);
}

#[test]
fn redrawn_borders_are_no_change_of_policy() {
    let data = Server::public().data(
        r#"{ changes(from: "2021-12-31", to: "2023-01-01") { counts { kind count }
             municipalities(kind: NOT_COMPARABLE) { kind municipality { name asOf } before { name asOf } reason } } }"#,
    );
    let report = &data["changes"];
    assert_eq!(counts(report).values().sum::<u64>(), 342);
    let redrawn = report["municipalities"].as_array().unwrap();
    let names: Vec<_> = redrawn
        .iter()
        .map(|change| change["municipality"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "Amsterdam",
            "Dijk en Waard",
            "Land van Cuijk",
            "Maashorst",
            "Purmerend",
            "Voorne aan Zee"
        ]
    );
    assert_eq!(
        redrawn[0],
        json!({"kind": "NOT_COMPARABLE", "municipality": {"name": "Amsterdam", "asOf": "2023-01-01"},
               "before": [{"name": "Amsterdam", "asOf": "2021-12-31"}, {"name": "Weesp", "asOf": "2021-12-31"}],
               "reason": "Het gebied groeide met Weesp: niet te vergelijken."})
    );
    assert_eq!(
        redrawn[3]["reason"],
        "Nieuwe gemeente, ontstaan uit Landerd en Uden: niet te vergelijken."
    );
}

#[test]
fn only_shipped_records_of_the_year_changed_the_others() {
    let data = Server::public().data(
        r#"{ changes(from: "2021-12-31", to: "2023-01-01") { counts { kind count }
             municipalities(kind: IMPROVED) { reason(language: EN) before { code }
               municipality { code documents { validFrom } policy { verdicts { validFrom } } coordination { arrangements { validFrom } } } } } }"#,
    );
    let kinds = counts(&data["changes"]);
    let improved = data["changes"]["municipalities"].as_array().unwrap();
    assert_eq!(kinds["IMPROVED"], improved.len() as u64);
    assert!(kinds["NOT_REASSESSED"] > 0 && !improved.is_empty());
    for change in improved {
        let now = &change["municipality"];
        assert_eq!(change["before"], json!([{"code": now["code"]}]));
        let dates = now["documents"]
            .as_array()
            .unwrap()
            .iter()
            .chain(now["coordination"]["arrangements"].as_array().unwrap())
            .chain(now["policy"]["verdicts"].as_array().unwrap())
            .filter_map(|record| record["validFrom"].as_str());
        assert!(
            dates
                .into_iter()
                .any(|date| ("2022-01-01"..="2023-01-01").contains(&date)),
            "{change}"
        );
        // What was found of a year may be worse in one block beside better in others.
        let reason = change["reason"].as_str().unwrap();
        let better = reason.strip_prefix("Better on balance. ").unwrap_or(reason);
        assert!(better.starts_with("Better: "), "{reason}");
    }
}

#[test]
fn changes_add_up_between_all_boundary_dates_and_for_a_region() {
    for (place, (from, _)) in BOUNDARIES.iter().enumerate() {
        for (to, number) in &BOUNDARIES[place..] {
            let filter = r#"where: { region: { set: "provincie", code: "PV30" } }"#;
            let data = Server::public().data(&format!(
                r#"{{ all: changes(from: "{from}", to: "{to}") {{ counts {{ kind count }} }}
                     brabant: changes(from: "{from}", to: "{to}", {filter}) {{ counts {{ kind count }} municipalities {{ kind }} }}
                     coverage(asOf: "{to}", {filter}) {{ municipalityCount }} }}"#
            ));
            assert_eq!(counts(&data["all"]).values().sum::<u64>(), *number);
            let brabant = counts(&data["brabant"]).values().sum::<u64>();
            assert_eq!(
                brabant,
                data["coverage"]["municipalityCount"].as_u64().unwrap()
            );
            let listed = data["brabant"]["municipalities"].as_array().unwrap();
            assert_eq!(brabant, listed.len() as u64);
        }
    }
}

#[test]
fn a_timeline_ends_on_its_last_date_with_the_municipalities_of_each() {
    let data = Server::public().data(
        r#"{ timeline(from: "2020-11-30", to: "2023-02-10", step: QUARTER) { date coverage { municipalityCount coveredShare byStatus { count } } }
             last: coverage(asOf: "2023-02-10") { municipalityCount coveredShare byStatus { count } } }"#,
    );
    let points = data["timeline"].as_array().unwrap();
    let dates: Vec<_> = points
        .iter()
        .map(|point| point["date"].as_str().unwrap())
        .collect();
    assert_eq!(
        dates,
        [
            "2020-11-30",
            "2021-02-28",
            "2021-05-30",
            "2021-08-30",
            "2021-11-30",
            "2022-02-28",
            "2022-05-30",
            "2022-08-30",
            "2022-11-30",
            "2023-02-10"
        ]
    );
    let number = |place: usize| {
        points[place]["coverage"]["municipalityCount"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(
        (number(0), number(1), number(5), number(6), number(9)),
        (355, 352, 345, 344, 342)
    );
    assert_eq!(points[9]["coverage"], data["last"]);
}

#[test]
fn the_filter_of_a_timeline_is_applied_on_each_date() {
    let data = Server::public().data(
        r#"{ timeline(from: "2021-04-30", to: "2021-05-01", step: YEAR, where: {
               region: { set: "veiligheidsregio", code: "VR05" }, coordinationStatus: [TEMPORARY] }) { coverage { municipalityCount } } }"#,
    );
    let number = |place: usize| data["timeline"][place]["coverage"]["municipalityCount"].clone();
    assert_eq!((number(0), number(1)), (json!(14), json!(0)));
}

#[test]
fn what_was_known_at_an_instant_stays_as_it_was() {
    let data = Server::public().data(
        r#"{ timeline(from: "2021-01-01", to: "2023-01-01", step: YEAR, knownAt: "2001-01-01T00:00:00Z") { coverage { byStatus { count } } }
             changes(from: "2021-01-01", to: "2023-01-01", knownAt: "2001-01-01T00:00:00Z") { counts { kind count } } }"#,
    );
    for point in data["timeline"].as_array().unwrap() {
        assert!(
            point["coverage"]["byStatus"].as_array().unwrap()[1..]
                .iter()
                .all(|status| status["count"] == 0)
        );
    }
    let kinds = counts(&data["changes"]);
    assert_eq!(kinds["NOT_COMPARABLE"] + kinds["NOT_REASSESSED"], 342);
}
