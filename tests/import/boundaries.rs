//! Outlines from GeoJSON and GeoPackage.

use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};

use super::{Workshop, shipped};
use crate::support::{day, gm};

const PACKAGE: &str = "boundaries/cbsgebiedsindelingen2022.gpkg";
const LAYER: &str = "gemeente_gegeneraliseerd_2022";

fn positions(geometry: &str) -> usize {
    geometry.matches("],[").count()
}

#[tokio::test]
async fn a_geopackage_replaces_the_outlines_of_its_date_in_more_detail() {
    let workshop = Workshop::public().await;
    let before = workshop.facts().await;
    let said = workshop
        .import(&[
            "boundaries",
            &shipped(PACKAGE),
            "--layer",
            LAYER,
            "--date",
            "2022-01-01",
        ])
        .expect();
    assert_eq!(
        said.trim(),
        "municipalities: 0 new, 345 changed, 0 the same; this is revision 2"
    );
    let after = workshop.facts().await;
    assert_eq!(after.editions.len(), 5);
    assert_eq!(after.editions[2].date, day("2022-01-01"));
    let whole = |areas: &[dekkingskaart::domain::facts::Area]| -> usize {
        areas.iter().map(|area| positions(&area.geometry)).sum()
    };
    assert!(whole(&after.editions[2].areas) > 2 * whole(&before.editions[2].areas));
    assert_eq!(after.editions[1], before.editions[1]);
    assert_eq!(after.successions, before.successions);
    assert_eq!(after.memberships, before.memberships);
}

/// The shipped GeoPackage with one ring broken, one code doubled and one name
/// changed.
async fn broken_package(workshop: &Workshop) -> String {
    let file = workshop.file("broken.gpkg", std::fs::read(shipped(PACKAGE)).unwrap());
    let options = SqliteConnectOptions::new().filename(&file);
    let mut package: SqliteConnection = options.connect().await.unwrap();
    // The triggers of a GeoPackage call functions that plain SQLite lacks.
    let triggers: Vec<String> =
        sqlx::query_scalar("select name from sqlite_master where type = 'trigger'")
            .fetch_all(&mut package)
            .await
            .unwrap();
    for trigger in triggers {
        let drop = format!("drop trigger \"{trigger}\"");
        sqlx::query(sqlx::AssertSqlSafe(drop))
            .execute(&mut package)
            .await
            .unwrap();
    }
    // The last position of a polygon's blob is that which closes its ring.
    let column: String = sqlx::query_scalar("select column_name from gpkg_geometry_columns")
        .fetch_one(&mut package)
        .await
        .unwrap();
    for change in [
        format!(
            "update {LAYER} set {column} = substr({column}, 1, length({column}) - 3) where statcode = 'GM0200'"
        ),
        format!("update {LAYER} set statcode = 'GM0014' where statcode = 'GM0034'"),
        format!("update {LAYER} set statnaam = 'Amersfort' where statcode = 'GM0307'"),
    ] {
        let done = sqlx::query(sqlx::AssertSqlSafe(change))
            .execute(&mut package)
            .await
            .unwrap();
        assert_eq!(done.rows_affected(), 1);
    }
    file
}

#[tokio::test]
async fn a_broken_geopackage_is_told_line_by_line_and_nothing_is_written() {
    let workshop = Workshop::public().await;
    let before = workshop.facts().await;
    let file = broken_package(&workshop).await;
    let problems = workshop
        .import(&[
            "boundaries",
            &file,
            "--layer",
            LAYER,
            "--date",
            "2022-01-01",
        ])
        .problems();
    let told = |words: &[&str]| {
        problems
            .iter()
            .filter(|problem| words.iter().all(|word| problem.contains(word)))
            .count()
    };
    assert_eq!(told(&["(GM0200)", "geometry"]), 1, "{problems:#?}");
    assert_eq!(
        told(&["(GM0014)", "is also that of feature"]),
        1,
        "{problems:#?}"
    );
    assert_eq!(
        told(&["GM0307 is called `Amersfort` here and `Amersfoort` on record"]),
        1,
        "{problems:#?}"
    );
    assert_eq!(told(&["GM0034 (Almere) is missing"]), 1, "{problems:#?}");
    assert_eq!(problems.len(), 4, "{problems:#?}");
    assert_eq!(workshop.facts().await, before);
}

/// Two squares of 10 km beside each other in RD New, or one of both.
fn squares(parts: &[(&str, &str, u32, u32)]) -> String {
    let feature = |(code, name, west, east): &(&str, &str, u32, u32)| -> Value {
        json!({
            "type": "Feature",
            "properties": { "statcode": code, "statnaam": name },
            "geometry": { "type": "Polygon", "coordinates": [[
                [west, 450_000], [east, 450_000], [east, 460_000], [west, 460_000], [west, 450_000],
            ]] },
        })
    };
    json!({
        "type": "FeatureCollection",
        "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::28992" } },
        "features": parts.iter().map(feature).collect::<Vec<_>>(),
    })
    .to_string()
}

#[tokio::test]
async fn a_later_date_brings_a_merger_and_its_regions() {
    let workshop = Workshop::empty();
    let import = |name: &str, date: &str, parts: &[(&str, &str, u32, u32)]| {
        let file = workshop.file(name, squares(parts));
        workshop.import(&["boundaries", &file, "--date", date])
    };
    let first = [
        ("GM0001", "Aa", 150_000, 160_000),
        ("GM0002", "Be", 160_000, 170_000),
    ];
    let ended = import("a.geojson", "2021-01-01", &first);
    assert!(
        ended.noted.contains("provisional one is in force"),
        "{}",
        ended.noted
    );
    ended.expect();
    let regions = workshop.file("regions.csv", "region_set,code,name\nstreek,S1,Zuid\n");
    let ended = workshop.import(&["regions", &regions]);
    assert!(
        ended.noted.contains("the region set `streek` is new"),
        "{}",
        ended.noted
    );
    ended.expect();
    let members = workshop.file(
        "members.csv",
        "municipality_code,region_set,region_code\nGM0001,streek,S1\nGM0002,streek,S1\n",
    );
    workshop
        .import(&["regions", &members, "--date", "2021-01-01"])
        .expect();
    import(
        "b.geojson",
        "2022-07-01",
        &[("GM0009", "Aabe", 150_000, 170_000)],
    )
    .expect();

    let facts = workshop.facts().await;
    let ways: Vec<_> = facts
        .successions
        .iter()
        .map(|way| (way.from, way.to, way.area_share))
        .collect();
    assert_eq!(
        ways,
        [
            (gm("GM0001"), gm("GM0009"), 1.0),
            (gm("GM0002"), gm("GM0009"), 1.0)
        ]
    );
    let now: Vec<_> = facts
        .memberships
        .iter()
        .filter(|membership| {
            membership.known_at(None) && membership.fact.period.contains(day("2023-01-01"))
        })
        .map(|membership| (membership.fact.code, &*membership.fact.region.code))
        .collect();
    assert_eq!(now, [(gm("GM0009"), "S1")]);
    assert_eq!(facts.rubrics.len(), 1);
}

#[tokio::test]
async fn outlines_that_lie_over_each_other_are_refused_with_the_place() {
    let workshop = Workshop::empty();
    let file = workshop.file(
        "over.geojson",
        squares(&[
            ("GM0001", "Aa", 150_000, 162_000),
            ("GM0002", "Be", 160_000, 170_000),
        ]),
    );
    let problems = workshop
        .import(&["boundaries", &file, "--date", "2021-01-01"])
        .problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains("GM0001") && problems[0].contains("GM0002"),
        "{problems:?}"
    );
    assert_eq!(workshop.facts().await.revision, 0);
}
