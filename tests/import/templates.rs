//! Files to fill in.

use std::io::{Cursor, Read as _};

use calamine::{Reader as _, Xlsx};

use super::Workshop;
use crate::support::Server;

fn download(server: &Server, path: &str) -> Vec<u8> {
    let mut response = server.get(&format!("/import/template/{path}"), &[]);
    assert_eq!(response.status(), 200, "{path}");
    let mut bytes = Vec::new();
    response
        .body_mut()
        .as_reader()
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

/// Every way in which a kind is filled in.
const FILES: [&str; 8] = [
    "verdicts",
    "population",
    "arrangements",
    "arrangements?part=coverage",
    "documents",
    "documents?part=coverage",
    "regions",
    "regions?part=regions",
];

#[test]
fn every_template_has_columns_that_are_understood() {
    let server = Server::public();
    let workshop = Workshop::on(&server.database());
    for file in FILES {
        let (kind, rest) = file.split_once('?').unwrap_or((file, ""));
        for ending in ["csv", "xlsx"] {
            let bytes = download(server, &format!("{kind}.{ending}?{rest}"));
            let name = format!("{kind}.{ending}");
            let ended = workshop.import(&[kind, &workshop.file(&name, bytes), "--dry-run"]);
            // Nothing is filled in: that is all that is wrong.
            assert!(!ended.imported);
            let wrong = ended
                .noted
                .lines()
                .filter(|line| !line.starts_with("note: "));
            for line in wrong.skip(1) {
                let is_alike = line.contains(" more of this kind, on lines ");
                assert!(
                    is_alike || line.ends_with("this is empty; fill it in"),
                    "{file} {ending}: {line}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_is_filled_in_is_imported_and_the_rest_passed_over() {
    let server = Server::public();
    let bytes = download(server, "verdicts.csv?region=vng-platform/RP01");
    let text = String::from_utf8(bytes).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert!(
        lines[0].starts_with("\u{feff}gemeentecode;gemeentenaam;bouwsteen;oordeel;geldig_vanaf;")
    );
    assert!(lines.iter().skip(1).all(|line| line.starts_with("GM")));
    let all = lines.len() - 1;
    assert!(all.is_multiple_of(24) && all < 24 * 60, "{all}");
    lines[1] = lines[1].replacen(";;;", ";in voorbereiding;1-2-2024;gesprek", 1);
    let workshop = Workshop::public().await;
    let ended = workshop.import(&["verdicts", &workshop.file("x.csv", lines.join("\r\n"))]);
    let told = format!("{} rows that are not filled in are passed over", all - 1);
    assert!(ended.noted.contains(&told), "{}", ended.noted);
    assert!(
        ended
            .expect()
            .starts_with("verdicts: 1 new, 0 changed, 0 the same")
    );
}

#[test]
fn a_workbook_has_a_row_for_each_municipality_and_an_explanation() {
    let bytes = download(Server::public(), "population.xlsx?date=2021-06-01&lang=en");
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Fill in", "Explanation"]);
    let rows = book.worksheet_range("Fill in").unwrap();
    assert_eq!(rows.height(), 353);
    let row: Vec<String> = rows
        .rows()
        .nth(1)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(row[..3], ["2021-01-01", "GM0014", "Groningen"]);
    let explained = book.worksheet_range("Explanation").unwrap();
    assert!(explained.rows().any(|row| row[0] == "population"));
}

#[test]
fn what_there_is_no_template_of_is_told() {
    let server = Server::public();
    for (path, status) in [
        ("boundaries.xlsx", 404),
        ("guesses.csv", 404),
        ("verdicts.pdf", 404),
        ("verdicts.csv?part=coverage", 400),
        ("verdicts.csv?region=vng-platform/NONE", 400),
        ("verdicts.csv?date=1999-01-01", 400),
    ] {
        let answered = server
            .get(&format!("/import/template/{path}"), &[])
            .status();
        assert_eq!(answered, status, "{path}");
    }
}
