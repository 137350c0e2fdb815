//! Tables as people in this work make and get them, each kind in several ways.

use std::io::{Cursor, Write as _};

use super::{Ended, Workshop};

const HEADER: &str = "peildatum;gemeentecode;inwoners";
const ROWS: &str = "2023-01-01;GM0344;367941\n2023-01-01;GM0363;918111";

fn population(workshop: &Workshop, name: &str, content: impl AsRef<[u8]>) -> Ended {
    let file = workshop.file(name, content);
    workshop.import(&["population", &file, "--dry-run"])
}

/// Tells that rows would be changed, and what is noted.
fn noted(ended: Ended, changed: usize) -> String {
    let noted = ended.noted.clone();
    let said = ended.expect();
    let expected = format!("0 new, {changed} changed, 0 the same");
    assert!(said.contains(&expected), "{said}\n{noted}");
    noted
}

#[tokio::test]
async fn what_stands_above_and_below_a_table_is_told_with_its_line() {
    let workshop = Workshop::public().await;
    for footer in [
        "Bron: CBS",
        "Bron: CBS;;",
        ";;Bron: CBS",
        "Bron: CBS StatLine, 2023; bewerkt",
        "© Centraal Bureau voor de Statistiek",
        "* voorlopige cijfers;;",
        "\n\nGemaakt op 12 maart 2023 door de afdeling",
    ] {
        let text = format!("Bevolking;;\n\n{HEADER}\n{ROWS}\n{footer}\n");
        let noted = noted(population(&workshop, "x.csv", text), 2);
        assert!(noted.contains("the header is on line 3"), "{noted}");
        let told = footer.trim_matches(|c: char| c == ';' || c.is_whitespace());
        let told = told.split(';').next().unwrap();
        assert!(
            noted.contains(&format!("is not read: `{told}")),
            "{footer}: {noted}"
        );
    }
    let text = format!("{HEADER}\n{ROWS}\nTotaal;;1286052\n");
    let noted = noted(population(&workshop, "total.csv", text), 2);
    let told = "one row about the country, a province or another region is passed over: line 4";
    assert!(noted.contains(told), "{noted}");
}

#[tokio::test]
async fn a_code_with_the_name_beside_it_is_read_and_another_name_refused() {
    let workshop = Workshop::public().await;
    for given in [
        "0344 Utrecht",
        "GM0344 - Utrecht",
        "Utrecht (GM0344)",
        "Utrecht (0344)",
        "GM-0344",
        "gm 344",
        "344,0".replace(',', ".").as_str(),
    ] {
        let text = format!("{HEADER}\n2023-01-01;{given};367941\n");
        let noted = noted(population(&workshop, "x.csv", text), 1);
        assert!(noted.contains("is read as GM0344 (Utrecht)"), "{noted}");
    }
    let text = format!("{HEADER}\n2023-01-01;0344 Amsterdam;367941\n");
    let problems = population(&workshop, "y.csv", text).problems();
    assert!(
        problems[0].ends_with(
            "GM0344 is Utrecht, and the row calls it `Amsterdam`, which is GM0363; correct one of them"
        ),
        "{problems:?}"
    );
}

#[tokio::test]
async fn rows_that_mean_the_same_are_one_however_they_say_it() {
    let workshop = Workshop::public().await;
    let text = format!(
        "{HEADER}\n2023-01-01;'s-Gravenhage;562830\n1-1-2023;Den Haag;562.830\n\
         2023-01-01;0518;562830\n2023-01-01;ʼs-Gravenhage (gemeente);562830\n"
    );
    let noted = noted(population(&workshop, "x.csv", text), 1);
    let told = "3 rows say the same as one above them and are passed over: lines 3, 4, 5";
    assert!(noted.contains(told), "{noted}");
    let text = format!("{HEADER}\n2023-01-01;Den Haag;1\n2023-01-01;GM0518;2\n");
    assert_eq!(
        population(&workshop, "y.csv", text).problems(),
        ["line 3, column 2 (gemeentecode): line 2 is about the same; leave one of them out"]
    );
}

#[tokio::test]
async fn a_slip_in_a_header_is_told_with_the_column_that_may_be_meant() {
    let workshop = Workshop::public().await;
    let told = |kind: &str, header: &str| {
        let file = workshop.file("x.csv", format!("{header}\na;b;c\n"));
        workshop
            .import(&[kind, &file, "--date", "2023-01-01"])
            .problems()
    };
    for (kind, header, slips) in [
        (
            "regions",
            "gemeentCode;indeling;veiligheidsRegioCode",
            &[
                ("gemeentCode", "gemeentecode"),
                ("veiligheidsRegioCode", "regiocode"),
            ][..],
        ),
        (
            "regions",
            "statcode;indeling;Regiocode 2023",
            &[("Regiocode 2023", "regiocode")],
        ),
        (
            "population",
            "gemeentecode;x;inwonrs",
            &[("inwonrs", "inwoners")],
        ),
        (
            "population",
            "gemeentecode;x;inwoners_2023",
            &[("inwoners_2023", "inwoners")],
        ),
        (
            "verdicts",
            "gemeetecode;bouwsteenn;oordeeel",
            &[("bouwsteenn", "bouwsteen"), ("oordeeel", "oordeel")],
        ),
    ] {
        let told = told(kind, header);
        for (slip, meant) in slips {
            let expected = format!("({slip}): this column is not known; is it `{meant}`?");
            assert!(
                told.iter().any(|line| line.ends_with(&expected)),
                "{header}: {told:#?}"
            );
        }
    }
}

#[tokio::test]
async fn problems_that_are_alike_are_told_by_their_number_behind_what_is_rare() {
    let workshop = Workshop::public().await;
    let rows = (0..40).map(|n| format!("2023-01-01;Nergenshuizen {n};1\n"));
    let rows = rows.collect::<Vec<_>>().concat();
    let text = format!("{HEADER}\n{rows}2023-01-01;GM0344;x\n");
    let problems = population(&workshop, "x.csv", text).problems();
    assert_eq!(problems.len(), 12, "{problems:#?}");
    assert!(problems[0].starts_with("line 42"), "{problems:#?}");
    assert_eq!(
        problems[11],
        "and 30 more of this kind, on lines 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 and 20 more"
    );
}

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

#[tokio::test]
async fn a_place_on_an_earlier_date_is_told_with_the_municipalities_of_that_date() {
    let workshop = Workshop::public().await;
    let text = format!("{HEADER}\n2021-01-01;Middenbeemster;1\n2021-01-01;Hoofddorp;1\n");
    let problems = population(&workshop, "x.csv", text).problems();
    let told = "it lies today in GM0439 (Purmerend), whose area on 2021-01-01 was \
         GM0370 (Beemster) and GM0439 (Purmerend)";
    assert!(problems[0].ends_with(told), "{problems:?}");
    let told = "it lies in GM0394 (Haarlemmermeer)";
    assert!(problems[1].ends_with(told), "{problems:?}");
}

/// A workbook whose parts lie where its relations say.
fn workbook(slash: &str, workbook: &str, texts: &str, sheet: &str) -> Vec<u8> {
    let turned = |path: &str| path.replace('/', slash);
    let (folder, name) = workbook.rsplit_once('/').unwrap();
    let package = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/officeDocument\" Target=\"{}\"/></Relationships>",
        turned(workbook)
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/worksheet\" Target=\"/{}\"/>\
         <Relationship Id=\"b\" Type=\"{RELATION}/sharedStrings\" Target=\"/{}\"/></Relationships>",
        turned(sheet),
        turned(texts)
    );
    let cells = [
        "peildatum",
        "gemeentecode",
        "inwoners",
        "2023-01-01",
        "GM0344",
        "367942",
    ];
    let texts_of = cells.map(|text| format!("<si><t>{text}</t></si>")).concat();
    let row = |from: usize| {
        let cells = [from, from + 1, from + 2];
        let cells = cells.map(|n| format!("<c t=\"s\"><v>{n}</v></c>"));
        format!("<row>{}</row>", cells.concat())
    };
    let parts = [
        ("_rels/.rels".to_owned(), package),
        (format!("{folder}/_rels/{name}.rels"), relations),
        (
            workbook.to_owned(),
            "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>".to_owned(),
        ),
        (texts.to_owned(), format!("<sst>{texts_of}</sst>")),
        (
            sheet.to_owned(),
            format!(
                "<worksheet><sheetData>{}{}</sheetData></worksheet>",
                row(0),
                row(3)
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(turned(&name), zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn the_parts_of_a_workbook_are_found_by_the_relations() {
    let workshop = Workshop::public().await;
    for (slash, book, texts, sheet) in [
        (
            "/",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
        ),
        (
            "\\",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
        ),
        (
            "/",
            "xl/workbook.xml",
            "xl/strings/SharedStrings1.xml",
            "xl/worksheets/sheet1.xml",
        ),
        (
            "\\",
            "Boek/Werkboek.xml",
            "teksten/alle.xml",
            "bladen/een.xml",
        ),
        (
            "/",
            "xl/workbook2.xml",
            "xl/sharedStrings2.xml",
            "xl/sheet.xml",
        ),
    ] {
        let bytes = workbook(slash, book, texts, sheet);
        let ended = population(&workshop, "x.xlsx", bytes);
        assert!(ended.imported, "{slash} {book} {texts}: {}", ended.noted);
        noted(ended, 1);
    }
}
