//! Excel workbooks, as people make them.

use std::io::Write as _;

use dekkingskaart::domain::vocabulary::Verdict;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::Workshop;
use crate::support::gm;

const HEADER: [&str; 6] = [
    "Gemeente",
    "Bouwsteen",
    "Oordeel",
    "Geldig vanaf",
    "Vastgesteld door",
    "Opmerking",
];

fn header(sheet: &mut Worksheet, row: u32) {
    for (column, title) in (0..).zip(HEADER) {
        sheet.write_string(row, column, title).unwrap();
    }
}

/// A workbook of one sheet, filled by a function.
fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn texts(sheet: &mut Worksheet, row: u32, cells: [&str; 6]) {
    for (column, text) in (0..).zip(cells) {
        sheet.write_string(row, column, text).unwrap();
    }
}

#[tokio::test]
async fn a_workbook_is_read_as_a_person_reads_it() {
    let workshop = Workshop::public().await;
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let bytes = workbook(|sheet| {
        sheet.write_string(0, 0, "Verslag van 2023")?;
        header(sheet, 2);
        // A code that became a number, a date, a note over two rows.
        sheet.write_number(3, 0, 34)?;
        sheet.write_string(3, 1, "Aandachtsfunctionaris mensenhandel")?;
        sheet.write_string(3, 2, "aanwezig")?;
        sheet.write_datetime_with_format(3, 3, ExcelDateTime::from_ymd(2022, 12, 31)?, &date)?;
        sheet.write_string(3, 4, "gesprek")?;
        sheet.merge_range(3, 5, 4, 5, "zie bijlage", &Format::new())?;
        for (column, text) in
            (0..).zip(["Den Haag", "focal-point", "ABSENT", "2023-02-01", "SURVEY"])
        {
            sheet.write_string(4, column, text)?;
        }
        // A row without anything, then one with a formula.
        sheet.write_formula(6, 0, Formula::new("\"GM00\"&\"14\"").set_result("GM0014"))?;
        sheet.write_string(6, 1, "focal-point")?;
        sheet.write_string(6, 2, "UNKNOWN")?;
        sheet.write_string(6, 3, "2023-01-01")?;
        sheet.write_string(6, 4, "NOT_ASSESSED")?;
        Ok(())
    });
    let ended = workshop.import(&["verdicts", &workshop.file("x.xlsx", bytes)]);
    for told in [
        "line 4, column 1 (Gemeente): `34` is read as GM0034 (Almere)",
        "line 7, column 1 (Gemeente): the cell holds a formula; its last value `GM0014` is read",
        "line 5, column 6 (Opmerking): the cell is merged with others; their value `zie bijlage` is read",
    ] {
        assert!(ended.noted.contains(told), "{told}\n{}", ended.noted);
    }
    let said = ended.expect();
    assert!(
        said.starts_with("verdicts: 3 new, 0 changed, 0 the same"),
        "{said}"
    );
    let imported = workshop.imported().await;
    let read: Vec<_> = imported
        .iter()
        .map(|verdict| {
            let fact = &verdict.fact;
            (
                fact.code,
                fact.verdict,
                fact.valid_from.to_string(),
                fact.note.as_deref(),
            )
        })
        .collect();
    let note = Some("zie bijlage");
    assert_eq!(
        read,
        [
            (
                gm("GM0034"),
                Verdict::Present,
                "2022-12-31".to_owned(),
                note
            ),
            (gm("GM0518"), Verdict::Absent, "2023-02-01".to_owned(), note),
            (
                gm("GM0014"),
                Verdict::Unknown,
                "2023-01-01".to_owned(),
                None
            ),
        ]
    );
}

#[tokio::test]
async fn an_error_in_a_cell_is_told_once_and_a_proposal_beside_each_slip() {
    let workshop = Workshop::public().await;
    let bytes = workbook(|sheet| {
        header(sheet, 0);
        texts(
            sheet,
            1,
            [
                "GM0034",
                "focal-point",
                "aanweezig",
                "2023-01-01",
                "SURVEY",
                "",
            ],
        );
        texts(
            sheet,
            3,
            [
                "GM0014",
                "Aandachtsfunctionaris",
                "ABSENT",
                "2023-01-01",
                "SURVEY",
                "",
            ],
        );
        texts(
            sheet,
            2,
            ["", "focal-point", "ABSENT", "2023-01-01", "SURVEY", ""],
        );
        sheet.write_formula(2, 0, Formula::new("VLOOKUP(1,A1:A2,1)").set_result("#N/A"))?;
        Ok(())
    });
    let problems = workshop
        .import(&["verdicts", &workshop.file("x.xlsx", bytes)])
        .problems();
    assert_eq!(
        problems,
        [
            "line 2, column 3 (Oordeel): `aanweezig` is not a verdict; is it PRESENT?",
            "line 3, column 1 (Gemeente): the cell holds the error `#N/A`; write a value",
            "line 4, column 2 (Bouwsteen): `kader-voorlopig-1` has no block `Aandachtsfunctionaris`; is it `focal-point`?",
        ]
    );
}

#[tokio::test]
async fn the_sheet_with_known_columns_is_read_and_two_of_them_are_refused() {
    let workshop = Workshop::public().await;
    let row = [
        "GM0034",
        "focal-point",
        "PRESENT",
        "2023-01-01",
        "SURVEY",
        "",
    ];
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("Uitleg")
        .unwrap()
        .write_string(0, 0, "Vul in.")
        .unwrap();
    let sheet = book.add_worksheet().set_name("Oordelen").unwrap();
    header(sheet, 0);
    texts(sheet, 1, row);
    let sheet = book
        .add_worksheet()
        .set_name("Oud")
        .unwrap()
        .set_hidden(true);
    header(sheet, 0);
    texts(sheet, 1, row);
    let file = workshop.file("x.xlsx", book.save_to_buffer().unwrap());
    let ended = workshop.import(&["verdicts", &file, "--dry-run"]);
    let told = "the sheet `Oordelen` is read; not read: Uitleg, Oud (hidden)";
    assert!(ended.noted.contains(told), "{}", ended.noted);
    ended.expect();

    let sheet = book.add_worksheet().set_name("Nieuw").unwrap();
    header(sheet, 0);
    texts(sheet, 1, row);
    let file = workshop.file("y.xlsx", book.save_to_buffer().unwrap());
    let ended = workshop.import(&["verdicts", &file]);
    assert!(!ended.imported);
    let told = "the sheets `Oordelen` and `Nieuw` have the same columns";
    assert!(ended.noted.contains(told), "{}", ended.noted);
}

#[tokio::test]
async fn what_is_no_workbook_or_too_large_a_one_is_told() {
    let workshop = Workshop::public().await;
    let refused = |name: &str, bytes: Vec<u8>| {
        let ended = workshop.import(&["verdicts", &workshop.file(name, bytes)]);
        assert!(!ended.imported);
        ended.noted
    };
    let zip = |name: &str, bytes: u64| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("xl/workbook.xml", options).unwrap();
        zip.start_file(name, options).unwrap();
        let comments = "<!---->".repeat(1 << 17);
        for _ in 0..bytes / (7 << 17) {
            zip.write_all(comments.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let told = refused("bomb.xlsx", zip("xl/worksheets/sheet1.xml", 300 << 20));
    assert!(told.contains("unpacks to more than 192 MB"), "{told}");
    let told = refused("broken.xlsx", b"PK\x03\x04 and no more".to_vec());
    assert!(told.contains("the file is damaged"), "{told}");
    let told = refused("empty.xlsx", zip("x", 0));
    assert!(
        told.contains("no Excel workbook that can be read"),
        "{told}"
    );

    // A cell in the last corner costs nothing, and is told of.
    let corner = workbook(|sheet| {
        header(sheet, 0);
        sheet.write_string(1_048_575, 16_383, "x")?;
        Ok(())
    });
    let told = refused("corner.xlsx", corner);
    assert!(told.contains("a table has at most 200 columns"), "{told}");
}
