//! Small files that unfold to large ones, and files that ask for work without
//! end: each is refused in words, by a program that has little memory.

use std::io::{Cursor, Write as _};
use std::process::Command;

use rusqlite::Connection;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::Workshop;
use crate::support::program;

/// Address space of the program, in KiB: what its allocator and its threads
/// reserve without using it is most of this.
const ADDRESS_SPACE: u32 = 2 * 1024 * 1024;
const COLUMNS: [&str; 5] = ["code", "block", "verdict", "valid_from", "established"];

/// What the program says of a file that it refuses.
fn refusal(kind: &str, name: &str, bytes: &[u8]) -> String {
    let workshop = Workshop::empty();
    let file = workshop.file(name, bytes);
    let plain = program();
    let mut limited = Command::new("sh");
    limited
        .arg("-c")
        .arg(format!("ulimit -v {ADDRESS_SPACE} && exec \"$0\" \"$@\""))
        .arg(plain.get_program())
        .args(["import", kind, &file, "--date", "2022-01-01", "--dry-run"])
        .args(["--database", workshop.address()]);
    let ended = limited.output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(
        ended.status.code(),
        Some(1),
        "{name}: {}\n{said}",
        ended.status
    );
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[track_caller]
fn assert_refused(kind: &str, name: &str, bytes: &[u8], expected: &str) {
    let said = refusal(kind, name, bytes);
    assert!(said.contains(expected), "{name}: {said}");
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet, with these shared texts.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    zip(&[
        (
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml").as_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml").as_bytes(),
        ),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>",
        ),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn text(cell: &str, text: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A sheet with a header, these rows below it, and what comes after the rows.
fn sheet(rows: &str, after: &str) -> String {
    let header = COLUMNS.iter().zip(["A1", "B1", "C1", "D1", "E1"]);
    let header: String = header.map(|(name, cell)| text(cell, name)).collect();
    format!(
        "<worksheet><sheetData><row r=\"1\">{header}</row>{rows}</sheetData>{after}</worksheet>"
    )
}

/// Rows of one cell each, from the second line on.
fn rows(number: u32, cell: impl Fn(u32) -> String) -> String {
    let rows = (2..number + 2).map(|line| format!("<row r=\"{line}\">{}</row>", cell(line)));
    rows.collect::<Vec<_>>().concat()
}

#[test]
fn merged_cells_do_not_unfold() {
    let short = rows(99_999, |line| format!("<c r=\"A{line}\"><v>34</v></c>"));
    let one = "<mergeCells><mergeCell ref=\"A2:GR100000\"/></mergeCells>";
    let bytes = workbook(&sheet(&short, one), "<sst/>");
    assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    assert_refused("verdicts", "merged.xlsx", &bytes, "more than 1000000 cells");
    let many = "<mergeCell ref=\"A2:A2\"/>".repeat(30_000);
    let many = format!("<mergeCells>{many}</mergeCells>");
    let bytes = workbook(&sheet("", &many), "<sst/>");
    assert_refused(
        "verdicts",
        "merges.xlsx",
        &bytes,
        "more than 20000 times <mergeCell>",
    );
}

#[test]
fn a_text_that_many_cells_share_counts_in_each() {
    let long = "x".repeat(32_000);
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let cells = rows(50_000, |line| {
        format!("<c r=\"A{line}\" t=\"s\"><v>0</v></c>")
    });
    let bytes = workbook(&sheet(&cells, ""), &strings);
    assert_refused("verdicts", "shared.xlsx", &bytes, "more than 64 MB of text");
}

#[test]
fn no_room_is_made_for_what_a_workbook_only_says() {
    for count in ["4000000000", "99999999999999999"] {
        let strings = format!("<sst uniqueCount=\"{count}\"/>");
        let bytes = workbook(&sheet("", ""), &strings);
        assert_refused("verdicts", "count.xlsx", &bytes, "too large, uniqueCount");
    }
    let formula =
        "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"4000000000\">B1</f><v>1</v></c></row>";
    let bytes = workbook(&sheet(formula, ""), "<sst/>");
    assert_refused("verdicts", "formula.xlsx", &bytes, "too large, si");
    let wide = sheet("", "").replace(
        "<sheetData>",
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>",
    );
    assert_refused(
        "verdicts",
        "wide.xlsx",
        &workbook(&wide, "<sst/>"),
        "no rows below the header",
    );
}

#[test]
fn a_sheet_of_a_million_blank_rows_is_read() {
    let blank = format!(
        "{}<row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/></row>",
        "<row/>".repeat(1_000_000)
    );
    let bytes = workbook(&sheet(&blank, ""), "<sst/>");
    assert_refused("verdicts", "blank.xlsx", &bytes, "no rows below the header");
    let wide: String = (0..200_u32)
        .map(|_| "<c t=\"inlineStr\"><is><t>code</t></is></c>")
        .collect();
    let wide = format!(
        "<worksheet><sheetData><row r=\"1\">{wide}</row>{}</sheetData></worksheet>",
        rows(99_000, |line| format!("<c r=\"A{line}\"><v>34</v></c>"))
    );
    assert_refused(
        "verdicts",
        "wide.xlsx",
        &workbook(&wide, "<sst/>"),
        "more than 1000000 cells",
    );
}

#[test]
fn a_zip_that_unpacks_to_more_than_a_table_is_refused() {
    let blanks = " ".repeat(64 << 20);
    let part = format!("<a>{blanks}");
    let one = zip(&[("xl/workbook.xml", part.as_bytes())]);
    assert_refused("verdicts", "text.xlsx", &one, "a text of more than 1 MB");
    let tags = "<a/>".repeat(16 << 20);
    let five = zip(&[("xl/workbook.xml", tags.as_bytes())]);
    assert_refused(
        "verdicts",
        "tags.xlsx",
        &five,
        "more than 15000000 elements",
    );
    let deep = "<a>".repeat(1 << 20);
    assert_refused(
        "verdicts",
        "deep.xlsx",
        &workbook(&deep, "<sst/>"),
        "nested more than 100 deep",
    );
}

#[test]
fn a_zip_that_unpacks_to_more_bytes_than_memory_has_room_for_is_refused() {
    /// About so many megabytes of tags, none of them too long.
    fn tags(megabytes: usize) -> Vec<u8> {
        let tag = format!("<a x='{}'/>", "x".repeat(16_000));
        tag.repeat(megabytes * 1_048_576 / tag.len()).into_bytes()
    }
    let part = zip(&[("xl/workbook.xml", &tags(193))]);
    assert!(part.len() < 2_000_000, "{}", part.len());
    assert_refused(
        "verdicts",
        "part.xlsx",
        &part,
        "one part of the workbook unpacks to more than 192 MB",
    );
    let half = tags(130);
    let all = zip(&[("xl/workbook.xml", &half), ("xl/styles.xml", &half)]);
    assert_refused(
        "verdicts",
        "all.xlsx",
        &all,
        "the workbook unpacks to more than 256 MB",
    );
    // Between tags, so that no text is too long by itself.
    let text = format!("<t>{}</t>", "x".repeat(1_000_000)).repeat(170);
    let text = zip(&[("xl/workbook.xml", text.as_bytes())]);
    assert_refused("verdicts", "text.xlsx", &text, "more than 160 MB of text");
}

#[test]
fn a_text_file_of_one_enormous_row_or_cell_is_refused() {
    let header = COLUMNS.join(",");
    assert_refused(
        "verdicts",
        "commas.csv",
        &vec![b','; 63_000_000],
        "larger than 32 MB",
    );
    assert_refused(
        "verdicts",
        "commas.csv",
        &vec![b','; 30_000_000],
        "line 1: this row holds more than 1 MB",
    );
    let below = format!("{header}\n{}", ",".repeat(30_000_000));
    assert_refused(
        "verdicts",
        "below.csv",
        below.as_bytes(),
        "line 2: this row holds more than 1 MB",
    );
    let cell = format!("{header}\n\"{}", "x\n".repeat(15_000_000));
    assert_refused(
        "verdicts",
        "cell.csv",
        cell.as_bytes(),
        "line 2: this row holds more than 1 MB",
    );
    let long = format!("{header}\n{},a,b,c,d\n", "x".repeat(40_000));
    assert_refused(
        "verdicts",
        "long.csv",
        long.as_bytes(),
        "the cell holds more than 32767 characters",
    );
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain([0xff, 0xff].repeat(16_000_000))
        .collect();
    assert_refused(
        "verdicts",
        "utf16.csv",
        &utf16,
        "this row holds more than 1 MB",
    );
    let rows = format!("{header}\n{}", "a,b,c,d,e\n".repeat(100_001));
    assert_refused(
        "verdicts",
        "rows.csv",
        rows.as_bytes(),
        "more than 100000 rows",
    );
    // Each of them is told, so that they take more than their bytes.
    let widths = format!("{header}\n{}", "a,b,c\n".repeat(60_000));
    assert_refused(
        "verdicts",
        "widths.csv",
        widths.as_bytes(),
        "more than 50000 rows have another number of cells",
    );
}

#[test]
fn outlines_that_unfold_are_refused() {
    let collection =
        |features: String| format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}");
    let geometry = |coordinates: String| {
        collection(format!(
            "{{\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{coordinates}]}}}}"
        ))
    };
    for (text, expected) in [
        (
            collection(vec!["{}"; 15_000_000].join(",")),
            "50000 features",
        ),
        (
            geometry(vec!["[]"; 15_000_000].join(",")),
            "3000000 positions",
        ),
        (
            geometry(format!("[{}]", vec!["[0,0]"; 8_000_000].join(","))),
            "3000000 positions",
        ),
        ("[".repeat(50_000_000), "no GeoJSON"),
        (
            collection(format!(
                "{{\"properties\":{{\"a\":[{}0]}}}}",
                "0,".repeat(20_000_000)
            )),
            "the code is missing",
        ),
        (
            collection("{}".to_owned()).replacen(
                '{',
                &format!("{{\"crs\":[{}0],", "0,".repeat(20_000_000)),
                1,
            ),
            "coordinate reference system",
        ),
    ] {
        assert_refused("boundaries", "x.geojson", text.as_bytes(), expected);
    }
}

#[test]
fn a_geopackage_runs_nothing() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("x.gpkg");
    let file = Connection::open(&path).unwrap();
    file.execute_batch(
        "create table gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id);
         create view gpkg_geometry_columns as
         with recursive n(i) as (select 1 union all select i + 1 from n)
         select 'a' table_name, randomblob(100000) column_name, i srs_id from n order by 2;",
    )
    .unwrap();
    file.close().unwrap();
    let bytes = std::fs::read(path).unwrap();
    assert_refused("boundaries", "x.gpkg", &bytes, "is no plain table");
}
