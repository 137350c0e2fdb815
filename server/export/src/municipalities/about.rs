//! What an export says about itself: of which date, which municipalities, from
//! which sources, under which licence.

use serde_json::{Map, Value};

use super::filter_words::{filter_words, order_words};
use super::table::MunicipalityTable;
use atlas::{Filter, SortOrder};
use domain::words::Language;

/// Lines about a table, each with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableNotes {
    /// What stands above all: that the verdicts are invented.
    pub warning: Option<&'static str>,
    /// A key that never changes, a heading, and what is said.
    pub lines: Vec<(&'static str, &'static str, String)>,
}

impl TableNotes {
    /// Those of a table, by the filter and the order that it was made with.
    #[must_use]
    pub fn of(
        table: &MunicipalityTable,
        filter: Option<&Filter>,
        orders: &[SortOrder],
        address: Option<&str>,
    ) -> Self {
        let (view, language) = (&table.view, table.language);
        let facts = view.index().facts();
        let as_of = view.as_of();
        let mut lines = vec![(
            "date",
            language.choose("Peildatum", "Date"),
            as_of.date().to_string(),
        )];
        if let Some(instant) = as_of.known_at() {
            let heading = language.choose("Zoals bekend op", "As known at");
            lines.push(("knownAt", heading, instant.to_string()));
        }
        if let Some(edition) = view.edition() {
            let heading = language.choose("Grenzen van", "Boundaries of");
            lines.push(("boundaryDate", heading, edition.date().to_string()));
        }
        lines.push((
            "revision",
            language.choose("Versie van de gegevens", "Revision of the data"),
            facts.revision.to_string(),
        ));
        if let Some(campaign) = &table.campaign {
            let heading = language.choose("Campagne", "Campaign");
            lines.push(("campaign", heading, campaign.title.clone()));
        }
        let words = filter_words(view, filter, language);
        let all = language.choose("alle gemeenten", "all municipalities");
        let words = if words.is_empty() {
            all.to_owned()
        } else {
            words.join("; ")
        };
        lines.push(("filter", language.choose("Selectie", "Selection"), words));
        let by_name = || language.choose("naam", "name").to_owned();
        lines.push((
            "order",
            language.choose("Volgorde", "Order"),
            order_words(orders, language).unwrap_or_else(by_name),
        ));
        lines.push((
            "municipalities",
            language.choose("Aantal gemeenten", "Municipalities"),
            table.len().to_string(),
        ));
        if let Some(rubric) = view.rubric() {
            let title = language.choose(&rubric.title_nl, &rubric.title_en);
            lines.push(("rubric", language.choose("Kader", "Rubric"), title.clone()));
        }
        lines.extend(fixed(language));
        if let Some(address) = address {
            let heading = language.choose("Gemaakt door", "Made by");
            lines.push(("address", heading, address.to_owned()));
        }
        let is_invented = view.index().demonstration();
        Self {
            warning: is_invented.then(|| language.invented()),
            lines,
        }
    }

    /// The lines as an object, by their keys.
    #[must_use]
    pub fn json(&self) -> Value {
        let warning = self.warning.map(|text| ("warning", text.to_owned()));
        let lines = self.lines.iter().map(|(key, _, text)| (*key, text.clone()));
        let lines = warning.into_iter().chain(lines);
        let lines = lines.map(|(key, text)| (key.to_owned(), Value::from(text)));
        Value::Object(lines.collect::<Map<_, _>>())
    }
}

/// What is the same for each: how to read it, sources and licence.
fn fixed(language: Language) -> [(&'static str, &'static str, String); 5] {
    let line = |key, heading: (&'static str, &'static str), text: (&str, &str)| {
        let heading = language.choose(heading.0, heading.1);
        (key, heading, language.choose(text.0, text.1).to_owned())
    };
    [
        line(
            "unknown",
            ("Onbekend", "Unknown"),
            (
                "Onbekend is niet ‘nee’. Bij volledigheid telt wat onbekend is niet mee in ‘ten minste’ en wel in ‘ten hoogste’.",
                "Unknown is not ‘no’. In completeness what is unknown counts for nothing in ‘at least’ and for all in ‘at most’.",
            ),
        ),
        line(
            "capacity",
            ("Capaciteit", "Capacity"),
            (
                "Dekking zegt niets over fte.",
                "Coverage says nothing of fte.",
            ),
        ),
        line(
            "boundarySource",
            ("Grenzen en inwoners", "Boundaries and inhabitants"),
            ("CBS / Kadaster, CC BY 4.0", "CBS / Kadaster, CC BY 4.0"),
        ),
        line(
            "sources",
            ("Bronnen", "Sources"),
            (
                "Zorgcoördinatie, documenten en oordelen: feiten uit openbare bronnen, bij elk gegeven genoemd op de pagina van de gemeente. Thema’s en niveaus: Kader Aanpak Mensenhandel (VNG/AEF, 2021).",
                "Care coordination, documents and verdicts: facts from public sources, named with each on the page of the municipality. Themes and levels: Kader Aanpak Mensenhandel (VNG/AEF, 2021).",
            ),
        ),
        line(
            "licence",
            ("Licentie", "Licence"),
            (
                "Vrij te gebruiken met naamsvermelding: grenzen en inwoners CC BY 4.0; de indeling in bouwstenen EUPL-1.2.",
                "Free to use with attribution: boundaries and inhabitants CC BY 4.0; the division into building blocks EUPL-1.2.",
            ),
        ),
    ]
}
