//! Regions, their outlines and totals, and reorganisations.

use serde_json::{Value, json};

use crate::support::Server;

#[test]
fn every_municipality_lies_in_one_region_of_each_set_on_every_date() {
    for date in [
        "2020-01-01",
        "2021-01-01",
        "2022-01-01",
        "2022-03-24",
        "2023-01-01",
    ] {
        let data = Server::public().data(&format!(
            r#"{{ municipalities(asOf: "{date}") {{ totalCount }} regionSets {{ id regions(asOf: "{date}") {{
                 code coverage {{ municipalityCount }} municipalities {{ code }} }} }} }}"#
        ));
        let sets = data["regionSets"].as_array().unwrap();
        assert_eq!(sets.len(), 4);
        for set in sets {
            let regions = set["regions"].as_array().unwrap();
            let sum: u64 = regions
                .iter()
                .map(|r| r["coverage"]["municipalityCount"].as_u64().unwrap())
                .sum();
            assert_eq!(
                sum,
                data["municipalities"]["totalCount"].as_u64().unwrap(),
                "{date} {}",
                set["id"]
            );
        }
    }
}

#[test]
fn the_totals_by_region_are_those_of_the_regions() {
    let data = Server::public().data(
        r#"{ regions(set: "veiligheidsregio", asOf: "2021-12-31") { code coverage { population byStatus { count } } }
             coverageBy(group: { regionSet: "veiligheidsregio" }, asOf: "2021-12-31") { key label coverage { population byStatus { count } } } }"#,
    );
    let (regions, groups) = (
        data["regions"].as_array().unwrap(),
        data["coverageBy"].as_array().unwrap(),
    );
    assert_eq!((regions.len(), groups.len()), (25, 25));
    for (region, group) in regions.iter().zip(groups) {
        assert_eq!(region["code"], group["key"]);
        assert_eq!(region["coverage"], group["coverage"]);
    }
}

#[test]
fn an_outline_has_no_inner_borders() {
    let data = Server::public().data(
        r#"{ region(set: "provincie", code: "PV24", asOf: "2021-12-31") { name geometry(detail: FULL) boundingBox { west }
             municipalities { geometry(detail: FULL) } weakestBlocks(first: 2) { counts { count } } } }"#,
    );
    let positions = |geometry: &Value| geometry["coordinates"].to_string().matches('.').count();
    let region = &data["region"];
    assert_eq!(region["name"], "Flevoland");
    let members: usize = region["municipalities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| positions(&m["geometry"]))
        .sum();
    assert!(positions(&region["geometry"]) < members);
    assert_eq!(region["weakestBlocks"].as_array().unwrap().len(), 2);
    assert_eq!(
        region["weakestBlocks"][0]["counts"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
}

#[test]
fn an_unknown_region_is_null_and_an_unknown_set_an_error() {
    let data = Server::public().data(r#"{ region(set: "provincie", code: "PV99") { name } }"#);
    assert_eq!(data["region"], Value::Null);
    assert_eq!(
        Server::public().error_code(r#"{ region(set: "province", code: "PV20") { name } }"#),
        "UNKNOWN_REGION_SET"
    );
}

#[test]
fn reorganisations_are_listed_by_date_and_kind() {
    let data = Server::public().data(
        r#"{ all: reorganisations { date kind from { name } to { name asOf } }
             march: reorganisations(from: "2022-03-01", to: "2022-03-31") { kind from { name } to { name } } }"#,
    );
    assert_eq!(
        data["march"],
        json!([{"kind": "ABSORPTION", "from": [{"name": "Weesp"}], "to": [{"name": "Amsterdam"}]}])
    );
    let kinds: Vec<(&str, usize, usize)> = data["all"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            let number = |side: &str| change[side].as_array().unwrap().len();
            (
                change["kind"].as_str().unwrap(),
                number("from"),
                number("to"),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ("MERGER", 3, 1),
            ("SPLIT", 1, 4),
            ("ABSORPTION", 1, 1),
            ("MERGER", 2, 1),
            ("MERGER", 5, 1),
            ("MERGER", 2, 1),
            ("ABSORPTION", 1, 1),
            ("MERGER", 3, 1),
        ]
    );
}

/// The share of each of these, and how much it counts.
fn weighted(regions: &Value, share: &str, weight: &str) -> f64 {
    let regions = regions.as_array().unwrap().iter();
    regions
        .map(|region| &region["coverage"])
        .map(|coverage| coverage[share].as_f64().unwrap() * coverage[weight].as_f64().unwrap())
        .sum()
}

#[test]
fn the_totals_of_every_region_are_the_sum_over_its_members() {
    for date in [
        "2020-01-01",
        "2021-12-31",
        "2022-03-24",
        "2023-01-01",
        "2025-06-01",
    ] {
        let data = Server::public().data(&format!(
            r#"{{ regionSets {{ id regions(asOf: "{date}") {{ code
                 coverage {{ municipalityCount population covered: coveredShare inhabitants: coveredShare(denominator: INHABITANTS) completeness {{ low present }} }}
                 municipalities {{ population {{ inhabitants }} coordination {{ status }} policy {{ completeness {{ low present }} }} }} }} }} }}"#
        ));
        for set in data["regionSets"].as_array().unwrap() {
            for region in set["regions"].as_array().unwrap() {
                let members = region["municipalities"].as_array().unwrap();
                let sum = |of: &dyn Fn(&Value) -> f64| members.iter().map(of).sum::<f64>();
                let inhabitants =
                    |m: &Value| m["population"]["inhabitants"].as_f64().unwrap_or(0.0);
                let works = |m: &Value| {
                    let status = m["coordination"]["status"].as_str().unwrap();
                    f64::from(u8::from(["TEMPORARY", "STRUCTURAL"].contains(&status)))
                };
                let (number, population) = (sum(&|_| 1.0), sum(&inhabitants));
                for (field, expected) in [
                    ("/municipalityCount", number),
                    ("/population", population),
                    ("/covered", sum(&works) / number),
                    (
                        "/inhabitants",
                        sum(&|m| works(m) * inhabitants(m)) / population,
                    ),
                    (
                        "/completeness/low",
                        sum(&|m| m["policy"]["completeness"]["low"].as_f64().unwrap()) / number,
                    ),
                    (
                        "/completeness/present",
                        sum(&|m| m["policy"]["completeness"]["present"].as_f64().unwrap()),
                    ),
                ] {
                    let told = region["coverage"].pointer(field).unwrap().as_f64().unwrap();
                    let path = format!("{date} {}/{} {field}", set["id"], region["code"]);
                    assert!((told - expected).abs() < 1e-9, "{path}: {told} {expected}");
                }
            }
        }
    }
}

#[test]
fn the_nine_platforms_weighted_by_their_municipalities_are_the_country() {
    for date in [
        "2020-01-01",
        "2021-01-01",
        "2022-01-01",
        "2022-03-24",
        "2023-01-01",
    ] {
        let data = Server::public().data(&format!(
            r#"{{ regions(set: "vng-platform", asOf: "{date}") {{ coverage {{ municipalityCount population coveredShare
                 inhabitants: coveredShare(denominator: INHABITANTS) }} }}
                 coverage(asOf: "{date}") {{ municipalityCount population coveredShare inhabitants: coveredShare(denominator: INHABITANTS) }} }}"#
        ));
        assert_eq!(data["regions"].as_array().unwrap().len(), 9);
        let country = json!([{"coverage": data["coverage"]}]);
        for (share, weight) in [
            ("coveredShare", "municipalityCount"),
            ("inhabitants", "population"),
        ] {
            let parts = weighted(&data["regions"], share, weight);
            let whole = weighted(&country, share, weight);
            assert!(
                (parts - whole).abs() < 1e-6,
                "{date} {share}: {parts} {whole}"
            );
        }
    }
}
