//! What stands beside a map: its finding, what is shown, and of which date.

use super::shade::Shade;
use super::shade_class::ShadeClass;
use atlas::View;
use domain::words::Language;

/// A class with the number of municipalities in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegendEntry {
    /// The class.
    pub class: ShadeClass,
    /// How many of those that are shown.
    pub count: usize,
}

/// The words of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What the map shows, in a sentence.
    pub title: String,
    /// What it is coloured by, where, and on which date.
    pub subtitle: String,
    /// The selection in words, when there is one.
    pub selection: Option<String>,
    /// That the verdicts are invented.
    pub warning: Option<&'static str>,
    /// All classes; the counts add up to what is shown.
    pub legend: Vec<LegendEntry>,
    /// How many are shown.
    pub total: String,
    /// What keeps the figures from being misread.
    pub note: Option<&'static str>,
    /// Sources, and where it comes from.
    pub attribution: String,
}

impl Caption {
    /// That of the municipalities at these positions.
    #[must_use]
    pub fn new(
        view: &View,
        positions: &[usize],
        shade: Shade,
        language: Language,
        region: Option<&str>,
        selection: Option<String>,
        address: Option<&str>,
    ) -> Self {
        let ids: Vec<&str> = positions
            .iter()
            .map(|at| shade.class_of(view, *at))
            .collect();
        let legend: Vec<LegendEntry> = shade
            .classes()
            .into_iter()
            .map(|class| LegendEntry {
                class,
                count: ids.iter().filter(|id| **id == class.id).count(),
            })
            .collect();
        let as_of = language.choose("peildatum", "as of");
        let date = language.date(view.as_of().date());
        let shown = shade.title(language);
        let place = region.map(|name| format!(" · {name}")).unwrap_or_default();
        let total = match positions.len() {
            1 => language.choose("1 gemeente", "1 municipality").to_owned(),
            count => format!(
                "{} {}",
                language.number(count),
                language.choose("gemeenten", "municipalities")
            ),
        };
        Self {
            title: finding(&legend, positions.len(), shade, language),
            subtitle: format!("{shown}{place} · {as_of} {date}"),
            selection,
            warning: view.index().demonstration().then(|| language.invented()),
            legend,
            total,
            note: note(shade, language),
            attribution: attribution(view, language, address),
        }
    }
}

/// Of policy what is certain and what is not, of another shade its largest
/// class: the sentence of the client (`web/src/views/map/finding.ts`).
fn finding(legend: &[LegendEntry], total: usize, shade: Shade, language: Language) -> String {
    if total == 0 {
        let none = language.choose(
            "Geen gemeenten in deze selectie",
            "No municipalities in this selection",
        );
        return none.to_owned();
    }
    let noun = |count: usize| match count {
        1 => language.choose("gemeente", "municipality"),
        _ => language.choose("gemeenten", "municipalities"),
    };
    let of = |id: &str| {
        let entry = legend.iter().find(|entry| entry.class.id == id);
        entry.map_or(0, |entry| entry.count)
    };
    if shade == Shade::Class {
        let (sure, unclear) = (of("NONE") + of("PARTIAL"), of("UNCERTAIN"));
        return format!(
            "{sure} {} {}, {unclear} {}",
            noun(sure),
            language.choose("zeker onvolledig", "certainly incomplete"),
            language.choose("nog onduidelijk", "not yet clear")
        );
    }
    // The first of those that are equal, as the client has it.
    let mut largest: Option<&LegendEntry> = None;
    for entry in legend {
        if largest.is_none_or(|other| entry.count > other.count) {
            largest = Some(entry);
        }
    }
    let (count, name) = largest.map_or((0, ""), |entry| (entry.count, entry.class.name(language)));
    let of_total = language.choose("van", "of");
    format!(
        "{count} {of_total} {total} {}: {}",
        noun(total),
        lower(name)
    )
}

/// With a small letter at the beginning, unless it is an abbreviation or a name.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    let keeps = second.is_none_or(char::is_uppercase) || text.starts_with("CoMensha");
    match first {
        Some(first) if !keeps => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn note(shade: Shade, language: Language) -> Option<&'static str> {
    matches!(shade, Shade::Status | Shade::Mode | Shade::Matrix).then(|| {
        language.choose(
            "Dekking zegt niets over fte.",
            "Coverage says nothing of fte.",
        )
    })
}

fn attribution(view: &View, language: Language, address: Option<&str>) -> String {
    let source = language.choose(
        "Grenzen: CBS / Kadaster, CC BY 4.0",
        "Boundaries: CBS / Kadaster, CC BY 4.0",
    );
    let mut text = source.to_owned();
    if let Some(edition) = view.edition() {
        let of = language.choose("grenzen van", "boundaries of");
        text = format!("{text} · {of} {}", language.date(edition.date()));
    }
    let host = address.map(|address| address.rsplit("://").next().unwrap_or(address));
    text + " · " + host.unwrap_or("Dekkingskaart")
}
