//! Notes of the public data on sheets: in the words of the program, if at all.

use dekkingskaart::sheet::{Format, Sheet};

use super::view;
use crate::support::{Docx, shipped_facts};

/// What was written for others than readers: longer than a word or two, and not
/// what is shown in its place.
fn written() -> Vec<String> {
    let files = [geodata::data::NOTES, geodata::data::EARLIER_NOTES];
    let rows = files.into_iter().flat_map(|file| {
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        rows.map(|row| row.unwrap())
    });
    rows.map(|(written, nl, _): (String, String, String)| (written, nl))
        .filter(|(written, nl)| written.len() > 12 && !nl.contains(&**written))
        .map(|(written, _)| written)
        .collect()
}

#[tokio::test]
async fn no_sheet_says_what_was_written_for_others_than_readers() {
    let (view, stamp) = view(shipped_facts(false).await, "2026-11-28");
    let written = written();
    assert!(written.len() > 250, "{}", written.len());
    let codes = view.edition().unwrap().codes();
    assert_eq!(codes.len(), 342);
    for code in codes {
        let sheet = Sheet::of_municipality(&view, *code, &stamp).unwrap();
        let words = Docx::read(&sheet.set(Format::Docx).unwrap()).everything();
        let found = written.iter().find(|text| words.contains(text.as_str()));
        assert_eq!(found, None, "{code}");
    }
}
