//! Words of sentences, in both languages.

use std::fmt::Display;

use super::vocabulary::{
    BottleneckCategory, CoordinationStatus, Established, ExploitationForm, Verdict,
};

/// The language of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum Language {
    /// Dutch.
    #[graphql(name = "NL")]
    Dutch,
    /// English.
    #[graphql(name = "EN")]
    English,
}

impl Language {
    /// The text in this language.
    #[must_use]
    pub fn choose<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

impl Language {
    /// What a bottleneck is about.
    #[must_use]
    pub fn bottleneck(self, category: BottleneckCategory) -> &'static str {
        match category {
            BottleneckCategory::Privacy => self.choose("Privacy (AVG)", "Privacy (GDPR)"),
            BottleneckCategory::SightOnCriminalExploitation => self.choose(
                "Zicht op criminele uitbuiting",
                "Sight on criminal exploitation",
            ),
            BottleneckCategory::ExpertsByExperience => {
                self.choose("Ervaringsdeskundigen", "Experts by experience")
            }
            BottleneckCategory::Regiobinding => {
                self.choose("Regiobinding", "Shelter tied to the region")
            }
            BottleneckCategory::Capacity => self.choose("Capaciteit", "Capacity"),
            BottleneckCategory::Financing => self.choose("Financiering", "Financing"),
            BottleneckCategory::Shelter => self.choose("Opvang", "Shelter"),
            BottleneckCategory::Knowledge => self.choose("Kennis", "Knowledge"),
            BottleneckCategory::Priority => self.choose("Prioriteit", "Priority"),
        }
    }
}

impl Language {
    /// A date within a sentence: 1 mei 2021, 1 May 2021.
    #[must_use]
    pub fn date(self, date: jiff::civil::Date) -> String {
        let month = usize::try_from(date.month() - 1)
            .ok()
            .and_then(|month| MONTHS.get(month));
        let month = month.map_or("", |(dutch, english)| self.choose(*dutch, *english));
        format!("{} {month} {}", date.day(), date.year())
    }

    /// A whole number, with a mark between thousands.
    #[must_use]
    pub fn number(self, number: impl Display) -> String {
        let mark = self.choose('.', ',');
        let digits = number.to_string();
        let mut marked = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                marked.push(mark);
            }
            marked.push(digit);
        }
        marked
    }

    /// A share in 0..=1, in whole percents.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let percent = (share * 100.0).round();
        self.choose(format!("{percent} %"), format!("{percent}%"))
    }

    /// Several things in a row: a, b en c; a, b and c.
    #[must_use]
    pub fn list(self, items: &[impl AsRef<str>]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                let and = self.choose("en", "and");
                format!("{} {and} {}", first.join(", "), last.as_ref())
            }
        }
    }

    /// The status of care coordination, by itself.
    #[must_use]
    pub fn status(self, status: CoordinationStatus) -> &'static str {
        match status {
            CoordinationStatus::Unknown => self.choose("onbekend", "unknown"),
            CoordinationStatus::None => self.choose("geen", "none"),
            CoordinationStatus::Remote => self.choose("op afstand", "from a distance"),
            CoordinationStatus::InPreparation => self.choose("in voorbereiding", "in preparation"),
            CoordinationStatus::Temporary => self.choose("tijdelijk", "temporary"),
            CoordinationStatus::Structural => self.choose("structureel", "structural"),
        }
    }

    /// The verdict on a building block.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Unknown => self.choose("onbekend", "unknown"),
            Verdict::Absent => self.choose("afwezig", "absent"),
            Verdict::InPreparation => self.choose("in voorbereiding", "in preparation"),
            Verdict::Present => self.choose("aanwezig", "present"),
        }
    }

    /// A form of exploitation.
    #[must_use]
    pub fn form(self, form: ExploitationForm) -> &'static str {
        match form {
            ExploitationForm::Sexual => self.choose("seksuele uitbuiting", "sexual exploitation"),
            ExploitationForm::Labour => self.choose("arbeidsuitbuiting", "labour exploitation"),
            ExploitationForm::Criminal => {
                self.choose("criminele uitbuiting", "criminal exploitation")
            }
            ExploitationForm::ForcedOrganRemoval => {
                self.choose("gedwongen orgaanverwijdering", "forced organ removal")
            }
        }
    }

    /// How a verdict is known, after a number of verdicts.
    #[must_use]
    pub fn established(self, established: Established) -> &'static str {
        match established {
            Established::NotAssessed => self.choose("zonder beoordeling", "without an assessment"),
            Established::Survey => self.choose("uit een enquête", "from a survey"),
            Established::Document => self.choose("uit een document", "from a document"),
            Established::Conversation => self.choose("uit een gesprek", "from a conversation"),
            Established::DerivedFromDocument => self.choose(
                "afgeleid uit een beleidsdocument",
                "derived from a policy document",
            ),
            Established::DerivedFromArrangement => self.choose(
                "afgeleid uit een afspraak over zorgcoördinatie",
                "derived from an arrangement",
            ),
            Established::Demonstration => {
                self.choose("verzonnen als voorbeeld", "invented as an example")
            }
        }
    }
}

/// The text with a capital at its beginning and a full stop at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let mut sentence: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    sentence.push_str(letters.as_str());
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn thousands_are_marked() {
        let dutch = |number: u32| Language::Dutch.number(number);
        assert_eq!(dutch(0), "0");
        assert_eq!(dutch(947), "947");
        assert_eq!(dutch(220_500), "220.500");
        assert_eq!(Language::English.number(1_234_567), "1,234,567");
    }

    #[test]
    fn dates_and_lists_are_those_of_a_sentence() {
        assert_eq!(Language::Dutch.date(date(2021, 5, 1)), "1 mei 2021");
        assert_eq!(
            Language::English.date(date(2022, 12, 24)),
            "24 December 2022"
        );
        assert_eq!(Language::Dutch.list(&["a"]), "a");
        assert_eq!(Language::English.list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends_once() {
        assert_eq!(sentence("één"), "Één.");
        assert_eq!(sentence("two."), "Two.");
    }
}
