//! Many sheets at once, as one ZIP.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::support::Server;

fn refused(path: &str) -> (u16, String) {
    let mut response = Server::public().get(path, &[]);
    let text = response.body_mut().read_to_string().unwrap();
    (response.status().as_u16(), text.trim().to_owned())
}

#[test]
fn the_sheets_of_a_choice_come_as_one_archive_in_their_order() {
    let path = "/sheet/batch.zip?code=GM1900&code=GM0344&code=GM0518&date=2024-06-30";
    // What is compressed already is sent as it is.
    let mut response = Server::public().get(path, &[("accept-encoding", "gzip, br")]);
    assert_eq!(response.status(), 200);
    let headers = response.headers();
    assert!(!headers.contains_key("content-encoding"));
    assert_eq!(headers["content-type"], "application/zip");
    assert_eq!(headers["x-sheet-count"], "3");
    assert_eq!(
        headers["content-disposition"],
        "attachment; filename=\"voorlichtingsbladen-2024-06-30.zip\""
    );
    let bytes = response.body_mut().read_to_vec().unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut names = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        assert_eq!(file.compression(), CompressionMethod::Stored);
        names.push(String::from_utf8(file.name_raw().to_vec()).unwrap());
        let mut content = Vec::new();
        // Reading to the end compares the sum.
        file.read_to_end(&mut content).unwrap();
        assert!(content.starts_with(b"%PDF-"));
    }
    assert_eq!(
        names,
        [
            "GM1900-sudwest-fryslan.pdf",
            "GM0344-utrecht.pdf",
            "GM0518-s-gravenhage.pdf",
        ]
    );
}

#[test]
fn a_sheet_in_a_batch_is_the_one_that_stands_alone() {
    let server = Server::public();
    for format in ["pdf", "docx"] {
        let path = format!("/sheet/batch.zip?code=GM0060&format={format}");
        let bytes = server.get(&path, &[]).body_mut().read_to_vec().unwrap();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut packed = Vec::new();
        let mut file = archive.by_index(0).unwrap();
        file.read_to_end(&mut packed).unwrap();
        let path = format!("/sheet/GM0060.{format}");
        let alone = server.get(&path, &[]).body_mut().read_to_vec().unwrap();
        assert_eq!(packed, alone, "{format}");
    }
}

#[test]
fn a_batch_that_cannot_be_is_refused_with_what_is_wrong() {
    for (query, status, says) in [
        ("", 400, "name the municipalities"),
        ("code=34", 400, "`34` is not a municipality code"),
        (
            "code=GM0344&code=GM0363&code=GM0344",
            400,
            "asked for more than once: GM0344;",
        ),
        (
            "code=GM9998&code=GM0344&code=GM9999",
            404,
            "no municipalities GM9998, GM9999;",
        ),
        ("code=GM0344&format=odt", 400, "`odt` is no format"),
        ("code=GM0344&codes=GM0363", 400, "`codes` is not asked for"),
        ("code=GM0344&date=2019-12-31", 400, "out of range"),
        ("code=GM0344&date=gisteren", 400, "is not a date"),
        (
            "code=GM0344&date=2024-01-01&date=2024-01-02",
            400,
            "each once",
        ),
    ] {
        let (given, text) = refused(&format!("/sheet/batch.zip?{query}"));
        assert_eq!(given, status, "{query}: {text}");
        assert!(text.contains(says), "{query}: {text}");
    }
    let many: Vec<_> = (0..1001).map(|code| format!("code=GM{code:04}")).collect();
    let (status, text) = refused(&format!("/sheet/batch.zip?{}", many.join("&")));
    assert_eq!(status, 400);
    assert!(
        text.starts_with("these are 1001 codes; ask for at most 1000"),
        "{text}"
    );
}

#[test]
fn where_nothing_is_public_neither_are_sheets() {
    let server = Server::start(&["--public", "none"]);
    for path in [
        "/sheet/batch.zip?code=GM0344",
        "/sheet/GM0344.docx",
        "/sheet/vng-platform/RP02.pdf",
    ] {
        assert_eq!(server.get(path, &[]).status(), 403, "{path}");
    }
}
