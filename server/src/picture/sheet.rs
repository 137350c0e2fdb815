//! What a briefing sheet says. Dutch, since municipalities are.

use std::sync::Arc;

use serde::Serialize;

use crate::atlas::View;
use crate::domain::completeness::Completeness;
use crate::domain::facts::Source;
use crate::domain::vocabulary::{CoordinationStatus, PolicyClass, Verdict};
use crate::domain::words::Language;

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
pub struct Stamp {
    /// The revision of the data.
    pub revision: u64,
    /// Whether invented verdicts are loaded.
    pub demonstration: bool,
}

/// A sheet, ready to be set.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// The path of its address, which also identifies it.
    pub(super) address: String,
    /// The map, as SVG.
    #[serde(skip)]
    pub(super) map: String,
    /// What the map shows, for those who do not see it.
    pub(super) map_says: String,
    pub(super) heading: Heading,
    pub(super) body: Body,
    pub(super) guidance: Vec<Link>,
    pub(super) footer: Footer,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Heading {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) facts: Vec<String>,
    pub(super) demonstration: bool,
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "of", rename_all = "lowercase")]
pub(super) enum Body {
    Municipality(super::municipality::Body),
    Region(super::region::Body),
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Footer {
    pub(super) date: String,
    pub(super) boundaries: String,
    pub(super) revision: u64,
    pub(super) rubric: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) url: Option<String>,
}

/// A share as two whole percents, and how to say it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) says: String,
}

impl Interval {
    pub(super) fn new(interval: &Completeness) -> Self {
        let (low, high) = (DUTCH.percent(interval.low), DUTCH.percent(interval.high));
        Self {
            low: interval.low,
            high: interval.high,
            says: if low == high {
                low
            } else {
                format!("{low} tot {high}")
            },
        }
    }
}

impl Sheet {
    pub(super) fn new(view: &View, stamp: &Stamp, address: String, body: Body) -> Self {
        let date = DUTCH.date(view.as_of().date());
        let edition = view.edition().map(|edition| edition.date());
        Self {
            address,
            map: String::new(),
            map_says: String::new(),
            heading: Heading {
                kind: "",
                title: String::new(),
                facts: Vec::new(),
                demonstration: stamp.demonstration,
            },
            body,
            guidance: guidance(view),
            footer: Footer {
                date,
                boundaries: edition.map(|date| DUTCH.date(date)).unwrap_or_default(),
                revision: stamp.revision,
                rubric: view
                    .rubric()
                    .map(|rubric| rubric.title_nl.clone())
                    .unwrap_or_default(),
            },
        }
    }
}

/// The general guidance, then that of each theme, each address once.
fn guidance(view: &View) -> Vec<Link> {
    let themes = view.rubric().map_or(&[][..], |rubric| &rubric.themes);
    let of_themes = themes
        .iter()
        .map(|theme| (theme.title_nl.as_str(), theme.guidance_url.as_str()));
    let mut links: Vec<Link> = Vec::new();
    for (text, url) in GUIDANCE.into_iter().chain(of_themes) {
        if links.iter().all(|link| link.url.as_deref() != Some(url)) {
            links.push(Link {
                text: text.to_owned(),
                url: Some(url.to_owned()),
            });
        }
    }
    links
}

/// A class as the client names it.
pub(super) fn class_text(class: PolicyClass) -> &'static str {
    match class {
        PolicyClass::NotAssessed => "niet beoordeeld",
        PolicyClass::None => "geen beleid",
        PolicyClass::Partial => "onvolledig beleid",
        PolicyClass::Complete => "basis volledig",
        PolicyClass::Advanced => "basis en verdieping",
    }
}

/// A status as a sentence.
pub(super) fn status_text(status: CoordinationStatus) -> &'static str {
    match status {
        CoordinationStatus::Unknown => "Het is niet bekend of er zorgcoördinatie is.",
        CoordinationStatus::None => "Er is geen zorgcoördinatie.",
        CoordinationStatus::Remote => "De helpdesk van CoMensha coördineert op afstand.",
        CoordinationStatus::InPreparation => "Zorgcoördinatie is in voorbereiding.",
        CoordinationStatus::Temporary => "Zorgcoördinatie is tijdelijk ingevuld.",
        CoordinationStatus::Structural => "Zorgcoördinatie is structureel ingevuld.",
    }
}

/// The source of a record: its host, and its address.
pub(super) fn source(source: &Source) -> Option<Link> {
    let url = source.url.as_ref()?;
    let host = url.split("://").nth(1)?.split('/').next()?;
    Some(Link {
        text: host.trim_start_matches("www.").to_owned(),
        url: Some(url.clone()),
    })
}

/// How many blocks give each verdict: present, in preparation, absent, unknown.
pub(super) fn counts(verdicts: impl Iterator<Item = Verdict>) -> [u32; 4] {
    let mut counts = [0; 4];
    for verdict in verdicts {
        let place = match verdict {
            Verdict::Present => 0,
            Verdict::InPreparation => 1,
            Verdict::Absent => 2,
            Verdict::Unknown => 3,
        };
        counts[place] += 1;
    }
    counts
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
