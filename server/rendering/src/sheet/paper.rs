//! What is the same on every sheet. Dutch, since municipalities are.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::content::{SheetBlock, Span, listed};
use atlas::View;
use domain::source::Source;
use domain::vocabulary::{CoordinationStatus, PolicyClass};
use domain::words::Language;

pub(super) const DUTCH: Language = Language::Dutch;
/// Where policy is judged by, and where a municipality finds guidance.
const GUIDANCE: [(&str, &str); 2] = [
    (
        "Kompas Aanpak Mensenhandel (VNG)",
        "https://kompasaanpakmensenhandel.vng.nl/",
    ),
    (
        "Zorgcoördinatie en opvang (CoMensha)",
        "https://www.comensha.nl/over-ons/wat-doen-wij/zorgcoordinatie-en-opvang/",
    ),
];

/// On what a sheet rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The revision of the data.
    pub revision: u64,
    /// Whether invented verdicts are loaded.
    pub demonstration: bool,
    /// Where visitors find this server, without a slash at its end.
    pub address: Option<String>,
}

/// A sheet, ready to be set as PDF or as a Word document.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// The path of its address without the kind of file, which identifies it.
    pub(super) address: String,
    /// The date that it is about.
    #[serde(skip)]
    pub(super) as_of: Date,
    /// The title of the document.
    pub(super) title: String,
    /// That the data are invented, when they are.
    pub(super) warning: Option<Vec<Span>>,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) facts: String,
    #[serde(skip)]
    pub(super) map: String,
    /// What the map shows, for those who do not see it.
    pub(super) map_says: String,
    /// What stands beside the map.
    pub(super) summary: Vec<SheetBlock>,
    pub(super) body: Vec<SheetBlock>,
    /// What stays together at the end.
    pub(super) closing: Vec<SheetBlock>,
    pub(super) footer: String,
}

/// What differs between a municipality and a region.
pub(super) struct SheetSubject {
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) facts: Vec<String>,
    /// As SVG.
    pub(super) map: String,
    pub(super) map_says: String,
    pub(super) summary: Vec<SheetBlock>,
    pub(super) body: Vec<SheetBlock>,
    pub(super) steps: Vec<Vec<Span>>,
}

impl Sheet {
    pub(super) fn new(
        view: &View,
        stamp: &Provenance,
        address: String,
        subject: SheetSubject,
    ) -> Self {
        let closing = vec![
            SheetBlock::Heading {
                text: "De volgende stappen",
            },
            SheetBlock::Steps {
                items: subject.steps,
            },
            SheetBlock::Heading { text: "Meer weten" },
            SheetBlock::Text { spans: more(view) },
        ];
        Self {
            address,
            as_of: view.as_of().date(),
            title: format!(
                "{} {}: voorlichtingsblad mensenhandel",
                subject.kind, subject.name
            ),
            warning: stamp.demonstration.then(warning),
            kind: format!("{} · voorlichtingsblad aanpak mensenhandel", subject.kind),
            name: subject.name,
            facts: subject.facts.join(" · "),
            map: subject.map,
            map_says: subject.map_says,
            summary: subject.summary,
            body: subject.body,
            closing,
            footer: footer(view, stamp),
        }
    }
}

fn warning() -> Vec<Span> {
    vec![
        Span::bold("VOORBEELD (DEMONSTRATION)."),
        Span::plain(" De oordelen zijn verzonnen. Gebruik deze cijfers niet."),
    ]
}

fn more(view: &View) -> Vec<Span> {
    let mut spans = vec![Span::plain(
        "Gemeenten en Rijk maakten in het Interbestuurlijk Programma (afspraak 5.11) afspraken over de aanpak van mensenhandel in elke gemeente. ",
    )];
    spans.extend(listed(guidance(view)));
    spans.push(Span::plain("."));
    spans
}

/// The general guidance, then that of each theme, each address once.
fn guidance(view: &View) -> Vec<Span> {
    let themes = view.rubric().map_or(&[][..], |rubric| &rubric.themes);
    let of_themes = themes
        .iter()
        .map(|theme| (theme.title_nl.as_str(), theme.guidance_url.as_str()));
    let mut links: Vec<Span> = Vec::new();
    for (text, url) in GUIDANCE.into_iter().chain(of_themes) {
        if links.iter().all(|link| link.url.as_deref() != Some(url)) {
            links.push(Span::link(text, url));
        }
    }
    links
}

fn footer(view: &View, stamp: &Provenance) -> String {
    let boundaries = view.edition().map(|edition| DUTCH.date(edition.date()));
    let rubric = view.rubric().map_or("", |rubric| rubric.title_nl.as_str());
    format!(
        "Peildatum {}, grenzen van {}, gegevens versie {}. {rubric}. Grenzen: CBS / Kadaster, CC BY 4.0.",
        DUTCH.date(view.as_of().date()),
        boundaries.unwrap_or_default(),
        stamp.revision,
    )
}

/// A share of which only the bounds may be known, in whole percents.
pub(super) fn interval(low: f64, high: f64) -> String {
    let (low, high) = (DUTCH.percent(low), DUTCH.percent(high));
    if low == high {
        low
    } else {
        format!("ten minste {low}, ten hoogste {high}")
    }
}

/// A share as a drawing.
pub(super) fn bar(low: f64, high: f64) -> SheetBlock {
    SheetBlock::Bar {
        low,
        high,
        key: "Donker is zeker, licht is niet bekend.",
    }
}

/// A class as the client names it.
pub(super) fn class_text(class: PolicyClass) -> &'static str {
    match class {
        PolicyClass::NotAssessed => "niet beoordeeld",
        PolicyClass::Uncertain => "nog onduidelijk",
        PolicyClass::None => "geen beleid",
        PolicyClass::Partial => "onvolledig beleid",
        PolicyClass::Complete => "basis volledig",
        PolicyClass::Advanced => "basis en verdieping",
    }
}

/// The rest of a sentence that begins with care coordination.
pub(super) fn status_text(status: CoordinationStatus) -> &'static str {
    match status {
        CoordinationStatus::Unknown => "het is niet bekend of die er is.",
        CoordinationStatus::None => "die is er niet.",
        CoordinationStatus::Remote => "de helpdesk van CoMensha coördineert op afstand.",
        CoordinationStatus::InPreparation => "die is in voorbereiding.",
        CoordinationStatus::Temporary => "die is tijdelijk ingevuld.",
        CoordinationStatus::Structural => "die is structureel ingevuld.",
    }
}

/// The source of a record: its host, and its address.
pub(super) fn source(source: &Source) -> Option<Span> {
    let url = source.url.as_ref()?;
    let host = url.split("://").nth(1)?.split('/').next()?;
    Some(Span::link(host.trim_start_matches("www."), url))
}

/// `1 bouwsteen`, `2 bouwstenen`.
pub(super) fn number_of(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// `Drenthe`, with the title of its set.
pub(super) fn region_text(view: &View, place: usize) -> String {
    let facts = view.index().facts();
    let region = &facts.regions[view.regions()[place].region];
    let set = facts.region_sets.iter().find(|set| set.id == region.id.set);
    let kind = match &*region.id.set {
        "provincie" => "provincie",
        "veiligheidsregio" => "veiligheidsregio",
        "politie-eenheid" => "politie-eenheid",
        "vng-platform" => "platform",
        _ => set.map_or("regio", |set| set.title_nl.as_str()),
    };
    format!("{kind} {}", region.name)
}

/// The name of the municipality at a position.
pub(super) fn name(view: &View, position: usize) -> Arc<str> {
    view.edition().map_or_else(
        || Arc::from(""),
        |edition| Arc::clone(edition.name(position)),
    )
}
