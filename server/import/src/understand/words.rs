//! The Dutch words for the closed vocabularies, as people write them in cells.

use std::fmt::Display;
use std::str::FromStr;

use domain::places::name_key::fold;
use domain::vocabulary::{
    ArrangementMode, CoordinationStatus, DocumentScope, Established, ExploitationForm, UnknownWord,
    Verdict,
};
use domain::words::Language;

/// A vocabulary with Dutch words beside its codes.
pub(crate) trait DutchVocabulary:
    FromStr<Err = UnknownWord> + Display + Copy + PartialEq + 'static
{
    /// Words that mean just this.
    fn dutch() -> Vec<(Self, &'static str)>;

    /// Words that may mean this: to propose, not to read so.
    fn perhaps() -> Vec<(Self, &'static str)> {
        Vec::new()
    }
}

/// The word that the text is in Dutch, whatever its capitals and accents.
pub(crate) fn find<T: DutchVocabulary>(text: &str) -> Option<T> {
    let text = fold(text);
    let mut words = T::dutch().into_iter();
    words
        .find(|(_, dutch)| fold(dutch) == text)
        .map(|(word, _)| word)
}

/// The Dutch word for one of a vocabulary; its code when there is none.
pub(crate) fn dutch<T: DutchVocabulary>(word: T) -> String {
    let mut words = T::dutch().into_iter();
    let known = words.find(|(known, _)| *known == word);
    known.map_or_else(|| word.to_string(), |(_, dutch)| dutch.to_owned())
}

/// The code that the text looks most like, in either language.
pub(crate) fn nearest<T: DutchVocabulary>(text: &str, codes: &[&'static str]) -> Option<String> {
    let text = fold(text);
    let perhaps = T::perhaps().into_iter();
    let told = perhaps.clone().find(|(_, word)| fold(word) == text);
    if let Some((word, _)) = told {
        return Some(word.to_string());
    }
    let codes = codes
        .iter()
        .map(|code| ((*code).to_owned(), code.replace('_', " ")));
    let dutch = T::dutch().into_iter().chain(perhaps);
    let dutch = dutch.map(|(word, dutch)| (word.to_string(), dutch.to_owned()));
    codes
        .chain(dutch)
        .map(|(code, written)| (strsim::osa_distance(&text, &fold(&written)), written, code))
        .filter(|(distance, written, _)| distance * 3 <= written.chars().count())
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., code)| code)
}

fn named<T: Copy>(words: &[T], name: impl Fn(T) -> &'static str) -> Vec<(T, &'static str)> {
    words.iter().map(|word| (*word, name(*word))).collect()
}

impl DutchVocabulary for Verdict {
    fn dutch() -> Vec<(Self, &'static str)> {
        named(Self::ALL, |word| Language::Dutch.verdict(word))
    }

    fn perhaps() -> Vec<(Self, &'static str)> {
        vec![
            (Self::Present, "ja"),
            (Self::Absent, "nee"),
            (Self::InPreparation, "bezig"),
            (Self::Unknown, "?"),
        ]
    }
}

impl DutchVocabulary for Established {
    fn dutch() -> Vec<(Self, &'static str)> {
        vec![
            (Self::NotAssessed, "niet beoordeeld"),
            (Self::Survey, "enquête"),
            (Self::Document, "document"),
            (Self::Conversation, "gesprek"),
        ]
    }

    fn perhaps() -> Vec<(Self, &'static str)> {
        vec![
            (Self::Survey, "vragenlijst"),
            (Self::Conversation, "telefoon"),
        ]
    }
}

impl DutchVocabulary for CoordinationStatus {
    fn dutch() -> Vec<(Self, &'static str)> {
        named(Self::ALL, |word| Language::Dutch.status(word))
    }
}

impl DutchVocabulary for ExploitationForm {
    fn dutch() -> Vec<(Self, &'static str)> {
        named(Self::ALL, |word| Language::Dutch.form(word))
    }
}

impl DutchVocabulary for ArrangementMode {
    fn dutch() -> Vec<(Self, &'static str)> {
        vec![
            (Self::Unknown, "onbekend"),
            (Self::OwnStaff, "eigen medewerker"),
            (Self::CentreMunicipality, "centrumgemeente"),
            (Self::PublicHealthService, "GGD"),
            (Self::CareAndSafetyHouse, "zorg- en veiligheidshuis"),
            (Self::SafetyRegion, "veiligheidsregio"),
        ]
    }
}

impl DutchVocabulary for DocumentScope {
    fn dutch() -> Vec<(Self, &'static str)> {
        vec![
            (Self::Municipal, "gemeentelijk"),
            (Self::Regional, "regionaal"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_word_is_read_and_a_slip_of_the_pen_proposed() {
        assert_eq!(
            find::<Verdict>("In voorbereiding"),
            Some(Verdict::InPreparation)
        );
        assert_eq!(find::<Established>("enquete"), Some(Established::Survey));
        assert_eq!(find::<Verdict>("ja"), None);
        let nearest = |text| nearest::<Verdict>(text, &["PRESENT", "ABSENT", "UNKNOWN"]);
        assert_eq!(nearest("aanweezig").as_deref(), Some("PRESENT"));
        assert_eq!(nearest("Presnt").as_deref(), Some("PRESENT"));
        assert_eq!(nearest("nee").as_deref(), Some("ABSENT"));
        assert_eq!(nearest("misschien"), None);
    }
}
