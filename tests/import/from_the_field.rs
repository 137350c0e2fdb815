//! Tables as people in this work make and get them.

use std::io::{Cursor, Write as _};

use dekkingskaart::domain::facts::PopulationFigure;

use super::Workshop;
use crate::support::gm;

/// Inhabitants as they stand, by code, of 2023.
async fn inhabitants(workshop: &Workshop, code: &str) -> u32 {
    let facts = workshop.facts().await;
    let is_meant = |figure: &&PopulationFigure| {
        figure.code == gm(code) && figure.boundary_date.to_string() == "2023-01-01"
    };
    facts.population.iter().find(is_meant).unwrap().inhabitants
}

fn table(header: &str, rows: &[&str]) -> String {
    format!("{header}\n{}\n", rows.join("\n"))
}

#[tokio::test]
async fn names_are_read_as_statistics_netherlands_writes_them() {
    let workshop = Workshop::public().await;
    let text = table(
        "peildatum;naam;inwoners",
        &[
            "2023-01-01;Utrecht (gemeente);367940",
            "2023-01-01;Groningen (gemeente);238140",
            "2023-01-01;'s-Gravenhage (gemeente);562830",
            "2023-01-01;Hengelo (O.);82310",
            "2023-01-01;Laren (NH.);11530",
            "2023-01-01;Rijswijk (ZH.);57720",
            "2023-01-01;Middelburg (Z.);49900",
            "2023-01-01;Beek (L.);16050",
            "2023-01-01;Stein (L.);24890",
            "2023-01-01;gemeente Bergen (NH.);29880",
        ],
    );
    let ended = workshop.import(&["population", &workshop.file("x.csv", text)]);
    assert!(
        ended
            .noted
            .contains("`Hengelo (O.)` is read as GM0164 (Hengelo)"),
        "{}",
        ended.noted
    );
    ended.expect();
    assert_eq!(inhabitants(&workshop, "GM0417").await, 11_530);
    assert_eq!(inhabitants(&workshop, "GM0164").await, 82_310);
    assert_eq!(inhabitants(&workshop, "GM0373").await, 29_880);
}

#[tokio::test]
async fn apostrophes_joined_letters_and_invisible_characters_are_read() {
    let workshop = Workshop::public().await;
    let names = [
        "ʼs-Gravenhage",
        "′s-Hertogenbosch",
        "Ĳsselstein",
        "CAPELLE AAN DEN ĲSSEL",
        "Súdwest−Fryslân",
        "Am\u{200c}sterdam",
        "\u{200e}Utrecht",
        "Den\u{a0}Helder",
        "Ａlmere",
        "Alphen a/d Rijn",
    ];
    let rows: Vec<String> = names
        .iter()
        .map(|name| format!("2023-01-01;{name};1000"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let text = table("peildatum;naam;inwoners", &rows);
    let ended = workshop.import(&["population", &workshop.file("x.csv", text), "--dry-run"]);
    assert!(
        ended
            .noted
            .contains("GM0363 (Amsterdam), without the invisible character U+200C"),
        "{}",
        ended.noted
    );
    let said = ended.expect();
    assert!(said.contains("0 new, 10 changed, 0 the same"), "{said}");
}

#[tokio::test]
async fn rows_of_provinces_and_a_second_column_with_the_code_are_told_once() {
    let workshop = Workshop::public().await;
    let text = table(
        "peildatum;Gemeentecode;GemeentecodeGM;gemeentenaam;inwoners",
        &[
            "2023-01-01;NL01  ;NL01  ;Nederland     ;17811291",
            "2023-01-01;PV26  ;PV26  ;Utrecht (PV);1387643",
            "2023-01-01;0344  ;GM0344  ;Utrecht;367940",
            "2023-01-01;LD01;LD01;Noord-Nederland (LD);1762254",
        ],
    );
    let ended = workshop.import(&["population", &workshop.file("x.csv", text)]);
    let told =
        "3 rows about the country, provinces or other regions are passed over: lines 2, 3, 5";
    assert!(ended.noted.contains(told), "{}", ended.noted);
    assert!(ended.expect().contains("0 new, 1 changed"));
    assert_eq!(inhabitants(&workshop, "GM0344").await, 367_940);
}

#[tokio::test]
async fn a_municipality_that_ended_is_never_another_of_its_name() {
    let workshop = Workshop::public().await;
    let text = table(
        "peildatum;gemeentecode;gemeentenaam;inwoners",
        &[
            "2020-01-01;0248;Hengelo;8600",
            "2020-01-01;;Groesbeek;19000",
            "2020-01-01;0381;Bussum;32000",
            "2020-01-01;;Hoofddorp;70000",
        ],
    );
    let problems = workshop
        .import(&["population", &workshop.file("x.csv", text)])
        .problems();
    let expected = [
        "`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)",
        "`GM0241` (Groesbeek) ended on 2016-01-01; it lies today in GM1945 (Berg en Dal)",
        "`GM0381` (Bussum) ended on 2016-01-01; it lies today in GM1942 (Gooise Meren)",
        "`Hoofddorp` is a place and no municipality; it lies in GM0394 (Haarlemmermeer)",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.ends_with(expected), "{problem}");
    }
}

#[tokio::test]
async fn titles_a_footer_and_blanks_after_commas_are_read_as_meant() {
    let workshop = Workshop::public().await;
    let text = "Bevolking;;\nOnderwerp;Inwoners;2023\n\npeildatum;gemeentecode;inwoners\n2023-01-01;GM0344;367941\n2023-01-01;GM0363;918111\nBron: CBS\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("plain.csv", text.as_bytes().to_vec()),
        ("utf16.csv", utf16),
    ] {
        let ended = workshop.import(&["population", &workshop.file(name, bytes), "--dry-run"]);
        for told in [
            "the header is on line 4",
            "line 7: this line below the table is not read: `Bron: CBS`",
        ] {
            assert!(ended.noted.contains(told), "{name}: {}", ended.noted);
        }
        assert!(ended.expect().contains("0 new, 2 changed"), "{name}");
    }
    let blanks = "boundary_date, municipality_code, municipality_name, population, source\n\
        2023-01-01, GM0820, \"Nuenen, Gerwen en Nederwetten\", 23000, \"een, twee\"\n";
    workshop
        .import(&["population", &workshop.file("blanks.csv", blanks)])
        .expect();
    let facts = workshop.facts().await;
    let read = facts
        .population
        .iter()
        .find(|figure| figure.inhabitants == 23_000);
    assert_eq!(&*read.unwrap().source, "een, twee");
}

#[tokio::test]
async fn a_workbook_with_backslashes_and_one_of_libreoffice_are_read() {
    let workshop = Workshop::public().await;
    let zip = |parts: &[(&str, &str)]| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default())
                .unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let rows = [
        ["peildatum", "gemeentecode", "inwoners"],
        ["2023-01-01", "GM0344", "367942"],
    ];
    let cells = |open: &str, close: &str, row: &[&str; 3]| {
        row.map(|text| format!("{open}{text}{close}")).concat()
    };
    let of_sheet = rows.map(|row| {
        format!(
            "<row>{}</row>",
            cells("<c t=\"inlineStr\"><is><t>", "</t></is></c>", &row)
        )
    });
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        of_sheet.concat()
    );
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let excel = zip(&[
        (
            "_rels\\.rels",
            &format!(
                "<Relationships><Relationship Id=\"a\" Type=\"{relation}/officeDocument\" Target=\"xl/Workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "XL\\_rels\\workbook.xml.rels",
            &format!(
                "<Relationships><Relationship Id=\"a\" Type=\"{relation}/worksheet\" Target=\"worksheets/Sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl\\workbook.xml",
            "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>",
        ),
        ("xl\\worksheets\\sheet1.xml", &sheet),
    ]);
    let of_table = rows.map(|row| {
        let cells = cells(
            "<table:table-cell office:value-type=\"string\"><text:p>",
            "</text:p></table:table-cell>",
            &row,
        );
        format!("<table:table-row>{cells}</table:table-row>")
    });
    let content = format!(
        "<office:document-content><table:table table:name=\"Blad1\">{}</table:table></office:document-content>",
        of_table.concat()
    );
    let open_document = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ]);
    for (name, bytes) in [("x.xlsx", excel), ("x.ods", open_document)] {
        let ended = workshop.import(&["population", &workshop.file(name, bytes), "--dry-run"]);
        let said = ended.expect();
        assert!(said.contains("0 new, 1 changed"), "{name}: {said}");
    }
}

#[tokio::test]
async fn a_row_that_stands_twice_is_read_once_and_a_contradiction_is_told() {
    let workshop = Workshop::public().await;
    let row = "GM0344;2023-01-01;367943";
    let header = "gemeentecode;peildatum;inwoners";
    let file = workshop.file(
        "x.csv",
        table(header, &[row, row, "GM0363;2023-01-01;918112", row]),
    );
    let ended = workshop.import(&["population", &file, "--dry-run"]);
    let told = "2 rows say the same as one above them and are passed over: lines 3, 5";
    assert!(ended.noted.contains(told), "{}", ended.noted);
    assert!(ended.expect().contains("0 new, 2 changed"));
    let file = workshop.file("y.csv", table(header, &[row, row, "GM0344;2023-01-01;1"]));
    let problems = workshop.import(&["population", &file]).problems();
    assert_eq!(
        problems,
        ["line 4, column 1 (gemeentecode): line 2 is about the same; leave one of them out"]
    );
}

#[tokio::test]
async fn what_is_no_figure_is_refused_and_a_leap_is_told() {
    let workshop = Workshop::public().await;
    let header = "peildatum;gemeentecode;inwoners";
    let none = ["-99999999", "-99997", "-99995", ".", "x"];
    let rows: Vec<String> = ["GM0363", "GM0344", "GM0518", "GM0599", "GM0014"]
        .iter()
        .zip(none)
        .map(|(code, none)| format!("2023-01-01;{code};{none}"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let problems = workshop
        .import(&["population", &workshop.file("x.csv", table(header, &rows))])
        .problems();
    assert_eq!(problems.len(), 5, "{problems:#?}");
    for (problem, none) in problems.iter().zip(none) {
        let expected = format!("`{none}` says that there is no figure");
        assert!(problem.contains(&expected), "{problem}");
    }
    let rows = [
        "2023-01-01;GM0758;99999999",
        "2023-01-01;GM0855;0",
        "2023-01-01;GM0344;367944",
    ];
    let file = workshop.file("y.csv", table(header, &rows));
    let ended = workshop.import(&["population", &file, "--dry-run"]);
    for told in [
        "GM0758: 99999999 inhabitants is a leap from",
        "GM0855: 0 inhabitants is a leap from",
    ] {
        assert!(ended.noted.contains(told), "{}", ended.noted);
    }
    assert!(!ended.noted.contains("GM0344: "), "{}", ended.noted);
}

#[tokio::test]
async fn a_file_without_a_column_leaves_what_stands_and_a_blank_is_told() {
    let workshop = Workshop::public().await;
    let full = "municipality_code,block,verdict,valid_from,established,source_url,note\n\
        GM0034,focal-point,PRESENT,2023-01-01,SURVEY,https://example.nl/a,bij Zorg\n";
    workshop
        .import(&["verdicts", &workshop.file("a.csv", full)])
        .expect();
    let short = "municipality_code,block,verdict,valid_from,established\n\
        GM0034,focal-point,ABSENT,2023-01-01,SURVEY\n";
    workshop
        .import(&["verdicts", &workshop.file("b.csv", short)])
        .expect();
    let imported = workshop.imported().await;
    let standing = imported
        .iter()
        .find(|verdict| verdict.known_at(None))
        .unwrap();
    assert_eq!(standing.fact.note.as_deref(), Some("bij Zorg"));
    assert_eq!(
        standing.fact.source.url.as_deref(),
        Some("https://example.nl/a")
    );

    let blank = full.replace("bij Zorg", "");
    let ended = workshop.import(&["verdicts", &workshop.file("c.csv", blank)]);
    let told = "one row is empty where `note` is filled on record, which this would erase: line 2";
    assert!(ended.noted.contains(told), "{}", ended.noted);
    ended.expect();
    let imported = workshop.imported().await;
    let standing = imported
        .iter()
        .find(|verdict| verdict.known_at(None))
        .unwrap();
    assert_eq!(standing.fact.note, None);
}
