//! Rows as people and spreadsheets write them.

use dekkingskaart::domain::dates::parse_date;
use dekkingskaart::domain::vocabulary::{Established, Verdict};

use super::{Ended, Workshop, shipped};
use crate::support::{Server, gm, until};

const HEADER: &str = "municipality_code,block,verdict,valid_from,established,source_url,note";

/// Excel in Dutch: a byte-order mark, semicolons, `\r\n`, codes without their
/// zeros, dates with the day first; and one name, one former code.
const FROM_EXCEL: &str = "\u{feff}Municipality Code;Block;Verdict;Valid from;Established;Source URL;Note\r\n\
    34;focal-point;PRESENT;31-12-2022;SURVEY;https://example.nl/almere;\"zie; bijlage\"\r\n\
    Den Haag;focal-point;absent;01-02-2023;Conversation;;\r\n\
    GM0370;adopted-policy;IN_PREPARATION;1-3-2023;DOCUMENT;;\r\n\
    \r\n\
    0014;focal-point;UNKNOWN;2023-01-01;NOT_ASSESSED;;\r\n";

#[tokio::test]
async fn what_can_mean_one_thing_only_is_understood_and_told() {
    let workshop = Workshop::public().await;
    let ended = workshop.import(&["verdicts", &workshop.file("x.csv", FROM_EXCEL)]);
    assert!(ended.noted.contains(
        "line 4, column 1 (Municipality Code): `GM0370` is read as GM0439 (Purmerend), into which GM0370 (Beemster) went"
    ), "{}", ended.noted);
    assert!(ended.noted.contains("`34` is read as GM0034 (Almere)"));
    assert!(
        ended
            .noted
            .contains("(Valid from): `01-02-2023` is read as 2023-02-01")
    );
    assert!(
        ended
            .expect()
            .starts_with("verdicts: 4 new, 0 changed, 0 the same; this is revision 2")
    );

    let imported = workshop.imported().await;
    let verdicts: Vec<_> = imported.iter().map(|verdict| &verdict.fact).collect();
    let told: Vec<_> = verdicts
        .iter()
        .map(|v| (v.code, v.verdict, v.valid_from.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            (gm("GM0034"), Verdict::Present, "2022-12-31".to_owned()),
            (gm("GM0518"), Verdict::Absent, "2023-02-01".to_owned()),
            (
                gm("GM0439"),
                Verdict::InPreparation,
                "2023-03-01".to_owned()
            ),
            (gm("GM0014"), Verdict::Unknown, "2023-01-01".to_owned()),
        ]
    );
    assert_eq!(verdicts[0].note.as_deref(), Some("zie; bijlage"));
    assert_eq!(
        verdicts[0].source.url.as_deref(),
        Some("https://example.nl/almere")
    );
    assert_eq!(verdicts[1].established, Established::Conversation);
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once_and_nothing_is_written() {
    let workshop = Workshop::public().await;
    let before = workshop.facts().await;
    let file = workshop.file(
        "wrong.csv",
        format!(
            "{HEADER}\n\
             GM0034,focal-point,PRESENT,2023-01-01,SURVEY,,\n\
             Bergen,focal-point,PRESENT,2023-01-01,SURVEY,,\n\
             GM0788,focal-point,PRESENT,2022-01-01,SURVEY,,\n\
             GM0034,focal-pont,MAYBE,31-13-2022,SURVEY,ftp://x,\n\
             GM0014,focal-point,PRESENT,1999-01-01,,,\n\
             GM0014,focal-point\n\
             GM1979,focal-point,PRESENT,2020-06-01,DERIVED_FROM_DOCUMENT,,\n\
             GM0034,focal-point,ABSENT,2023-01-01,SURVEY,,\n\
             GM0363,focal-point,PRESENT,2023-01-01,DERIVED_FROM_DOCUMENT,,\n"
        ),
    );
    let problems = workshop.import(&["verdicts", &file]).problems();
    let expected = [
        "line 3, column 1 (municipality_code): several municipalities are called `Bergen`; write one of GM0373 (Bergen (NH.)), GM0893 (Bergen (L.))",
        "line 4, column 1 (municipality_code): `GM0788` (Haaren) ended on 2021-01-01 and was split;",
        "line 5, column 2 (block): `kader-voorlopig-1` has no block `focal-pont`; is it `focal-point`?",
        "line 5, column 3 (verdict): `MAYBE` is not a verdict; use one of UNKNOWN, ABSENT, IN_PREPARATION, PRESENT",
        "line 5, column 4 (valid_from): `31-13-2022` is not a date;",
        "line 5, column 6 (source_url): `ftp://x` is not an address;",
        "line 6, column 4 (valid_from): 1999-01-01 is out of range",
        "line 6, column 5 (established): this is empty; fill it in",
        "line 7: there are 2 cells and the header has 7;",
        "line 8, column 1 (municipality_code): `GM1979` (Eemsdelta) begins on 2021-01-01; before that date write GM0003 (Appingedam), GM0010 (Delfzijl) or GM0024 (Loppersum)",
        "line 8, column 5 (established): DERIVED_FROM_DOCUMENT is not for people to record",
        "line 9, column 2 (block): line 2 is about the same; leave one of them out",
        "line 10, column 5 (established): DERIVED_FROM_DOCUMENT is not for people to record",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.starts_with(expected), "{problem}\n{expected}");
    }
    assert_eq!(workshop.facts().await, before);
}

#[tokio::test]
async fn a_dry_run_tells_what_would_be_and_writes_nothing() {
    let workshop = Workshop::public().await;
    let row =
        |verdict: &str| format!("{HEADER}\nGM0034,focal-point,{verdict},2023-01-01,SURVEY,,\n");
    let file = workshop.file("one.csv", row("PRESENT"));
    let dry = workshop.import(&["verdicts", &file, "--dry-run"]).expect();
    assert_eq!(
        dry.trim(),
        "line 2: NEW GM0034: verdict PRESENT, established SURVEY\n\
         verdicts: 1 new, 0 changed, 0 the same; a dry run, nothing was written"
    );
    assert_eq!(workshop.facts().await.revision, 1);

    workshop.import(&["verdicts", &file]).expect();
    let again = workshop.import(&["verdicts", &file]).expect();
    assert_eq!(
        again.trim(),
        "verdicts: 0 new, 0 changed, 1 the same; there was nothing to write"
    );
    let other = workshop.file("two.csv", row("ABSENT"));
    let dry = workshop.import(&["verdicts", &other, "--dry-run"]).expect();
    assert!(
        dry.starts_with("line 2: CHANGED GM0034: verdict PRESENT -> ABSENT\n"),
        "{dry}"
    );
    let changed = workshop.import(&["verdicts", &other]).expect();
    assert_eq!(
        changed.trim(),
        "verdicts: 0 new, 1 changed, 0 the same; this is revision 3"
    );
    assert_eq!(workshop.imported().await.len(), 2);
}

#[tokio::test]
async fn a_figure_of_a_former_municipality_is_no_figure_of_its_successor() {
    let workshop = Workshop::public().await;
    let file = workshop.file(
        "people.csv",
        "gemeentecode;gemeentenaam;inwoners;reference_date\n370;Beemster;10.078;2022-01-01\n439;Purmerend;92.270;2022-01-01\n",
    );
    let problems = workshop
        .import(&["population", &file, "--date", "2022-01-01"])
        .problems();
    assert_eq!(
        problems,
        [
            "line 2, column 1 (gemeentecode): `GM0370` (Beemster) ended on 2022-01-01; write GM0439 (Purmerend)"
        ]
    );
    let file = workshop.file("people.csv", "gemeente;inwoners\nPurmerend;92.270\n");
    workshop
        .import(&["population", &file, "--date", "2022-01-01"])
        .expect();
    let facts = workshop.facts().await;
    let figure = |figure: &&dekkingskaart::domain::facts::PopulationFigure| {
        figure.code == gm("GM0439") && figure.boundary_date == parse_date("2022-01-01").unwrap()
    };
    assert_eq!(
        facts.population.iter().find(figure).unwrap().inhabitants,
        92_270
    );
}

#[tokio::test]
async fn coverage_names_what_it_withdraws() {
    let workshop = Workshop::public().await;
    let file = workshop.file(
        "coverage.csv",
        "arrangement_id,boundary_date,municipality_code\namsterdam,2020-01-01,GM0363\nno-such,2020-01-01,GM0363\n",
    );
    let problems = workshop.import(&["arrangements", &file]).problems();
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0]
            .starts_with("line 3, column 1 (arrangement_id): there is no arrangement `no-such`")
    );
    let file = workshop.file(
        "coverage.csv",
        "arrangement_id,municipality_name\namsterdam,Amsterdam\n",
    );
    let ended = workshop.import(&["arrangements", &file, "--date", "2020-01-01"]);
    assert!(
        ended
            .noted
            .contains("`amsterdam` no longer names GM0358 of 2020-01-01"),
        "{}",
        ended.noted
    );
    ended.expect();
}

#[test]
fn a_file_that_is_not_what_it_is_said_to_be_is_refused_with_what_to_do() {
    let workshop = Workshop::empty();
    let refused = |arguments: &[&str]| -> String {
        let Ended {
            imported, noted, ..
        } = workshop.import(arguments);
        assert!(!imported, "{arguments:?}");
        noted
    };
    let outlines = shipped("boundaries/gemeenten-2022-01-01.geojson");
    let package = shipped("boundaries/cbsgebiedsindelingen2022.gpkg");
    assert!(
        refused(&["verdicts", &shipped("population.csv")])
            .contains("for verdicts these columns are missing: block")
    );
    assert!(refused(&["verdicts", &package]).contains("only boundaries are read from one"));
    assert!(
        refused(&["verdicts", "/no/such.csv"])
            .contains("/no/such.csv cannot be read: No such file")
    );
    assert!(refused(&["boundaries", &outlines]).contains("give it with --date"));
    assert!(
        refused(&[
            "boundaries",
            &shipped("population.csv"),
            "--date",
            "2022-01-01"
        ])
        .contains("no GeoJSON")
    );
    assert!(
        refused(&[
            "boundaries",
            &outlines,
            "--date",
            "2022-01-01",
            "--layer",
            "x"
        ])
        .contains("--layer is for a GeoPackage")
    );
    assert!(
        refused(&[
            "boundaries",
            &package,
            "--date",
            "2022-01-01",
            "--layer",
            "x"
        ])
        .contains("gemeente_gegeneraliseerd_2022")
    );
    assert!(refused(&["boundaries", &outlines, "--date", "1-1-2022"]).contains("is not a date"));
    assert!(
        refused(&["boundaries", &outlines, "--date", "2019-01-01"])
            .contains("boundaries are kept from 2020-01-01")
    );
    assert!(
        refused(&["population", &shipped("population.csv")]).contains("no municipality on record")
    );
}

#[test]
fn a_running_server_serves_what_was_imported() {
    let server = Server::start(&[]);
    let workshop = Workshop::on(&server.database());
    let query = r#"{ municipality(code: "GM0034", asOf: "2023-06-01") { policy { class verdicts(verdict: [PRESENT]) { block { id } established } } } }"#;
    let verdicts =
        |data: &serde_json::Value| data["municipality"]["policy"]["verdicts"].to_string();
    assert!(!verdicts(&server.data(query)).contains("focal-point"));
    let row = format!("{HEADER}\nGM0034,focal-point,PRESENT,2023-01-01,SURVEY,,\n");
    workshop
        .import(&["verdicts", &workshop.file("one.csv", row)])
        .expect();
    until("the server does not see the import", || {
        verdicts(&server.data(query)).contains("focal-point")
    });
}
