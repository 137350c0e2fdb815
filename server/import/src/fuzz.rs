//! Anything at all is read or refused: no panic, and no more work than a file
//! of its size is worth. `FUZZ_CASES` says how many cases; a few hundred
//! otherwise.

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use proptest::sample::Index;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::ImportFile;
use super::read::read_table;
use super::rows::verdicts;
use super::understand::dates;

fn cases(share: u32) -> ProptestConfig {
    #[expect(clippy::disallowed_methods, reason = "the setting of a test run")]
    let given = std::env::var("FUZZ_CASES");
    let cases = given.ok().and_then(|text| text.parse().ok()).unwrap_or(400);
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases((cases / share).max(1))
    }
}

const CSV: [&str; 4] = [
    "municipality_code,block,verdict,valid_from,established,note\nGM0034,focal-point,PRESENT,2023-01-01,SURVEY,\"a, \"\"b\"\"\"\n",
    "\u{feff}sep=;\r\nGemeente;Bouwsteen;Oordeel;Geldig vanaf;Vastgesteld door\r\n34;x;ja;31-12-2022;gesprek\r\n;;;;\r\n",
    "Verslag\n\ncode\tblock\tverdict\tvalid_from\testablished\nGM0014\tx\tABSENT\t2023-01-01\t\"SURVEY\n\"\n",
    "code, block, verdict, valid_from, established\n\"GM0014\", \"x, y\", ABSENT, 20230101, SURVEY\n",
];
const PIECES: [&str; 16] = [
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    " ",
    "\0",
    "\u{feff}",
    "\u{e9}",
    "verdict",
    "sep=,\n",
    ",,,,,,,,,,",
    "\u{1f600}",
];
const SHEET: &str = "<worksheet><dimension ref=\"A1:E2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>block</t></is></c><c r=\"C1\" t=\"str\"><v>verdict</v></c><c t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>34</v></c><c r=\"B2\"><f t=\"shared\" si=\"0\" ref=\"B2:B3\">A1</f><v>1</v></c><c r=\"D2\" s=\"1\"><v>44926</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>";
const XML_PIECES: [&str; 18] = [
    "<",
    ">",
    "/>",
    "<row r=\"1048576\">",
    "<c r=\"XFD1\">",
    "</c>",
    "<v>9</v>",
    "r=\"ZZZZZZZ99999999999\"",
    "ref=\"B9:A1\"",
    "&#x0;",
    "&lt;",
    "<![CDATA[",
    "<!--",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "si=\"77\"",
    "t=\"e\"",
    "uniqueCount=\"9\"",
    "\u{1f600}",
];

type Edit = (Index, usize, &'static str, usize);

fn edits(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<Edit>> {
    let edit = (
        any::<Index>(),
        0..12_usize,
        prop::sample::select(pieces),
        0..4_usize,
    );
    prop::collection::vec(edit, 0..8)
}

fn mangled(text: &str, edits: &[Edit]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (place, left_out, piece, times) in edits {
        let place = place.index(bytes.len() + 1);
        let end = (place + left_out).min(bytes.len());
        bytes.splice(place..end, piece.repeat(*times).into_bytes());
    }
    bytes
}

/// A workbook with this sheet and these shared texts.
fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let of_package = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let of_workbook = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let parts: [(&str, &[u8]); 6] = [
        ("_rels/.rels", of_package.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_workbook.as_bytes()),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>",
        ),
        (
            "xl/styles.xml",
            b"<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const STRINGS: &str = "<sst uniqueCount=\"2\"><si><t>code</t></si><si><r><t>valid</t></r><r><t>_from</t></r></si></sst>";

fn read(bytes: Vec<u8>) {
    let read = read_table(&ImportFile::new("x", bytes), &verdicts::LAYOUTS, false);
    if let Ok(table) = read {
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.cells.len() == table.header.len())
        );
    }
}

#[test]
fn the_workbook_to_begin_with_is_sound() {
    let bytes = workbook(SHEET.as_bytes(), STRINGS.as_bytes());
    let told = read_table(&ImportFile::new("x", bytes), &verdicts::LAYOUTS, false).unwrap_err();
    let told = told.to_string();
    assert!(
        told.contains("this column is missing: established"),
        "{told}"
    );
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn any_csv_is_read_or_refused(text in prop::sample::select(&CSV[..]), edits in edits(&PIECES)) {
        read(mangled(text, &edits));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(bytes);
    }

    #[test]
    fn any_date_is_understood_or_refused(text in "[0-9]{0,5}[-/. ]?[0-9a-zé]{0,9}[-/. ]?[0-9]{0,6}|.{0,30}") {
        let order = dates::order([text.as_str()]);
        let _ = dates::understand(&text, order);
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn any_workbook_is_read_or_refused(sheet in edits(&XML_PIECES), strings in edits(&XML_PIECES)) {
        read(workbook(&mangled(SHEET, &sheet), &mangled(STRINGS, &strings)));
    }

    #[test]
    fn any_damaged_zip_is_read_or_refused(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = workbook(SHEET.as_bytes(), STRINGS.as_bytes());
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        read(bytes);
    }
}
