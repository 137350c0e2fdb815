//! Notes and certainties of the public data, as readers are shown them. Those
//! who gathered the data wrote for each other; the wording for readers is data.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::Language;

/// What is shown of a note, in both languages.
#[derive(Debug)]
struct Wording {
    dutch: String,
    english: String,
}

/// By the note as it was written.
fn wordings() -> &'static HashMap<String, Wording> {
    static WORDINGS: OnceLock<HashMap<String, Wording>> = OnceLock::new();
    WORDINGS.get_or_init(|| {
        let files = [geodata::data::EARLIER_NOTES, geodata::data::NOTES];
        files.into_iter().flat_map(read).collect()
    })
}

fn read(file: &'static str) -> impl Iterator<Item = (String, Wording)> {
    let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
    // The files are part of the program; a test reads every row.
    rows.filter_map(Result::ok)
        .map(|(written, dutch, english)| (written, Wording { dutch, english }))
}

/// What a reader is shown of a note or a certainty on record: the wording of
/// the public data, or the text itself when somebody wrote it in this program.
#[must_use]
pub fn shown(text: &str, language: Language) -> &str {
    wordings().get(text).map_or(text, |wording| {
        language.choose(&wording.dutch, &wording.english)
    })
}

/// What is recorded of a note that somebody sends: the one on record, when they
/// send it back as they were shown it.
#[must_use]
pub fn recorded(sent: Option<String>, on_record: Option<&str>) -> Option<String> {
    let as_shown = on_record.filter(|on_record| {
        let languages = [Language::Dutch, Language::English];
        languages
            .iter()
            .any(|language| sent.as_deref() == Some(shown(on_record, *language)))
    });
    as_shown.map(str::to_owned).or(sent)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of any shipped file.
    type Row = HashMap<String, String>;

    fn rows(file: &str) -> Vec<Row> {
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn every_row_is_read_and_says_something_in_both_languages() {
        for file in [geodata::data::NOTES, geodata::data::EARLIER_NOTES] {
            for row in rows(file) {
                for language in ["nl", "en"] {
                    assert!(!row[language].trim().is_empty(), "{row:?}");
                }
                assert_eq!(shown(&row["english"], Language::Dutch), row["nl"]);
                assert_eq!(shown(&row["english"], Language::English), row["en"]);
            }
        }
    }

    #[test]
    fn no_note_or_certainty_of_the_public_data_lacks_its_wording() {
        let shipped = geodata::data::PUBLIC_RECORDS;
        let files = [
            Some(shipped.arrangements),
            Some(shipped.documents),
            shipped.verdicts,
            Some(geodata::data::NATIONAL_INDICATORS),
        ];
        let mut missing = Vec::new();
        for row in files.into_iter().flatten().flat_map(rows) {
            let columns = ["note", "date_certainty", "date_kind"];
            let written = columns.iter().filter_map(|column| row.get(*column));
            let written = written.filter(|text| !text.is_empty());
            missing.extend(
                written
                    .filter(|text| !wordings().contains_key(*text))
                    .cloned(),
            );
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_note_of_a_person_is_shown_as_it_was_written() {
        for language in [Language::Dutch, Language::English] {
            assert_eq!(shown("Gebeld met Ans", language), "Gebeld met Ans");
        }
    }

    #[test]
    fn a_note_that_comes_back_as_it_was_shown_stays_what_it_was() {
        let (on_record, dutch) = ("no ketenregisseur", "Er is geen ketenregisseur.");
        let sent = |text: &str| recorded(Some(text.to_owned()), Some(on_record));
        assert_eq!(sent(dutch).as_deref(), Some(on_record));
        assert_eq!(sent(on_record).as_deref(), Some(on_record));
        assert_eq!(sent("Wel sinds mei").as_deref(), Some("Wel sinds mei"));
        assert_eq!(recorded(None, Some(on_record)), None);
        assert_eq!(
            recorded(Some(dutch.to_owned()), None).as_deref(),
            Some(dutch)
        );
    }
}
