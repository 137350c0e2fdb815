//! The sheet of a municipality.

use serde::Serialize;

use super::advice;
use super::map::{self, Fill};
use super::sheet::{
    self, DUTCH, Heading, Interval, Link, Sheet, Stamp, class_text, counts, name, region_text,
    source, status_text,
};
use crate::atlas::View;
use crate::domain::arrangement::Arrangement;
use crate::domain::code::MunicipalityCode;
use crate::domain::vocabulary::{CoordinationStatus, Verdict};

/// What is missing fills at most so many rows; the rest is counted.
const MOST_MISSING: usize = 7;
const MOST_EXAMPLES: usize = 2;
const MOST_STEPS: usize = 5;
/// Fewer steps than this are filled up with what is unknown: find it out.
const FEWEST_STEPS: usize = 3;

#[derive(Debug, Clone, Serialize)]
pub(super) struct Body {
    class: &'static str,
    completeness: Interval,
    coordination: Coordination,
    themes: Vec<Theme>,
    missing: Vec<Missing>,
    more_missing: usize,
    unknown: usize,
    steps: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Coordination {
    status: &'static str,
    arrangements: Vec<Row>,
    helpdesk: bool,
}

/// An arrangement, in words.
#[derive(Debug, Clone, Serialize)]
struct Row {
    organisation: String,
    for_whom: String,
    since: String,
    source: Option<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct Theme {
    title: String,
    /// Present, in preparation, absent, unknown.
    counts: [u32; 4],
}

#[derive(Debug, Clone, Serialize)]
struct Missing {
    title: String,
    meaning: &'static str,
    examples: Vec<Link>,
}

impl Sheet {
    /// The sheet of the municipality with this code; nothing when nobody bore
    /// it on the date of the view.
    #[must_use]
    pub fn of_municipality(view: &View, code: MunicipalityCode, stamp: &Stamp) -> Option<Self> {
        let at = view.find(code)?;
        let edition = view.edition()?;
        let body = sheet::Body::Municipality(body(view, at));
        let mut sheet = Self::new(view, stamp, format!("/sheet/{code}.pdf"), body);
        let state = &view.municipalities()[at];
        let mut facts: Vec<String> = state
            .regions
            .iter()
            .map(|region| region_text(view, *region))
            .filter(|text| text.starts_with("provincie") || text.starts_with("platform"))
            .collect();
        if let Some(figure) = &state.population {
            facts.push(format!("{} inwoners", DUTCH.number(figure.inhabitants)));
        }
        sheet.heading = Heading {
            kind: "Gemeente",
            title: name(view, at).to_string(),
            facts,
            ..sheet.heading
        };
        let around = around(view, at);
        let areas: Vec<_> = around
            .into_iter()
            .filter(|other| *other != at)
            .map(|other| (other, Fill::Around))
            .chain([(at, Fill::Subject)])
            .collect();
        sheet.map = map::svg(edition.boundaries(), &areas);
        sheet.map_says = format!("Kaart: {} in de eigen provincie", name(view, at));
        Some(sheet)
    }
}

/// Those of its province, or its neighbours where there is none.
fn around(view: &View, at: usize) -> Vec<usize> {
    let regions = view.municipalities()[at].regions.iter();
    let province = regions
        .map(|place| &view.regions()[*place])
        .find(|region| &*region.id.set == "provincie");
    province.map_or_else(
        || view.neighbours(at).to_vec(),
        |province| province.members.clone(),
    )
}

fn body(view: &View, at: usize) -> Body {
    let state = &view.municipalities()[at];
    let blocks = &state.policy.blocks;
    let missing = missing(view, at);
    let rows = missing.len().min(MOST_MISSING);
    let unknown = blocks
        .iter()
        .filter(|block| block.verdict == Verdict::Unknown);
    Body {
        class: class_text(state.policy.class),
        completeness: Interval::new(&state.policy.completeness),
        coordination: coordination(view, at),
        themes: themes(view, at),
        more_missing: missing.len() - rows,
        missing: missing[..rows]
            .iter()
            .map(|block| missing_row(view, at, *block))
            .collect(),
        unknown: unknown.count(),
        steps: steps(view, at, &missing),
    }
}

/// The blocks that are known to be absent, those to begin with first.
fn missing(view: &View, at: usize) -> Vec<usize> {
    let mut missing = view.missing(at);
    missing.sort_by_key(|block| order(view, *block));
    missing
}

fn order(view: &View, block: usize) -> (u32, usize) {
    let advice = view
        .rubric()
        .and_then(|rubric| advice::find(&rubric.blocks[block].id));
    (advice.map_or(u32::MAX, |advice| advice.order), block)
}

fn missing_row(view: &View, at: usize, block: usize) -> Missing {
    let rubric = view.rubric().map(|rubric| &rubric.blocks[block]);
    let id = rubric.map_or("", |block| &*block.id);
    let solutions = view.solved_by(at, id, MOST_EXAMPLES).unwrap_or_default();
    let examples = solutions.iter().map(|solution| Link {
        text: name(view, solution.peer.position).to_string(),
        url: solution
            .document
            .and_then(|place| view.index().document(place).fact.source.url.clone()),
    });
    Missing {
        title: rubric
            .map(|block| block.title_nl.clone())
            .unwrap_or_default(),
        meaning: advice::find(id).map_or("", |advice| &advice.meaning),
        examples: examples.collect(),
    }
}

/// Three to five steps: what is missing by its order, then to find out what is
/// unknown.
fn steps(view: &View, at: usize, missing: &[usize]) -> Vec<String> {
    let Some(rubric) = view.rubric() else {
        return Vec::new();
    };
    let step =
        |block: &usize| advice::find(&rubric.blocks[*block].id).map(|advice| advice.step.clone());
    let mut steps: Vec<String> = missing.iter().filter_map(step).take(MOST_STEPS).collect();
    let blocks = &view.municipalities()[at].policy.blocks;
    let mut unknown: Vec<usize> = (0..blocks.len())
        .filter(|block| blocks[*block].verdict == Verdict::Unknown)
        .collect();
    unknown.sort_by_key(|block| order(view, *block));
    for block in unknown {
        if steps.len() >= FEWEST_STEPS {
            break;
        }
        let title = &rubric.blocks[block].title_nl;
        steps.push(format!(
            "Ga na of dit er al is: {title}. Laat het ons weten."
        ));
    }
    if steps.is_empty() {
        steps.push("Deel wat werkt met buurgemeenten die dit nog niet hebben.".to_owned());
    }
    steps
}

fn themes(view: &View, at: usize) -> Vec<Theme> {
    let Some(rubric) = view.rubric() else {
        return Vec::new();
    };
    let blocks = &view.municipalities()[at].policy.blocks;
    let of_theme = |theme: usize| {
        let blocks = rubric.blocks.iter().zip(blocks);
        blocks
            .filter(move |(block, _)| block.theme == theme)
            .map(|(_, state)| state.verdict)
    };
    rubric
        .themes
        .iter()
        .enumerate()
        .map(|(place, theme)| Theme {
            title: theme.title_nl.clone(),
            counts: counts(of_theme(place)),
        })
        .collect()
}

fn coordination(view: &View, at: usize) -> Coordination {
    let state = &view.municipalities()[at].coordination;
    let rows = state.arrangements.iter().map(|in_force| {
        let fact = &view.index().arrangement(in_force.arrangement).fact;
        Row {
            organisation: fact
                .organisation
                .clone()
                .unwrap_or_else(|| "organisatie niet bekend".to_owned()),
            for_whom: for_whom(fact),
            since: format!("sinds {}", DUTCH.date(fact.period.from)),
            source: source(&fact.source),
        }
    });
    Coordination {
        status: status_text(state.status),
        arrangements: rows.collect(),
        helpdesk: state.status < CoordinationStatus::Temporary,
    }
}

fn for_whom(fact: &Arrangement) -> String {
    let ages = match (fact.age_from, fact.age_to) {
        (None, None) => "alle leeftijden".to_owned(),
        (Some(from), None) => format!("vanaf {from} jaar"),
        (None, Some(to)) => format!("tot en met {to} jaar"),
        (Some(from), Some(to)) => format!("{from} tot en met {to} jaar"),
    };
    let forms: Vec<_> = fact.forms.iter().map(|form| DUTCH.form(*form)).collect();
    if forms.is_empty() {
        format!("{ages}, alle vormen van uitbuiting")
    } else {
        format!("{ages}, {}", DUTCH.list(&forms))
    }
}
