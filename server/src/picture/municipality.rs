//! The sheet of a municipality.

use super::content::{Block, Column, Span, Table, counted, joined};
use super::map::{self, Fill};
use super::sheet::{
    DUTCH, Sheet, Stamp, Subject, bar, class_text, counts, name, number_of, percents, region_text,
};
use super::{advice, coordination, practice};
use crate::atlas::View;
use crate::domain::code::MunicipalityCode;
use crate::domain::vocabulary::Verdict;

/// What is missing fills at most so many rows; the rest is counted.
const MOST_MISSING: usize = 7;
const MOST_EXAMPLES: usize = 2;
const MOST_STEPS: usize = 5;
/// Fewer steps than this are filled up with what is unknown: find it out.
const FEWEST_STEPS: usize = 3;

impl Sheet {
    /// The sheet of the municipality with this code; nothing when nobody bore
    /// it on the date of the view.
    #[must_use]
    pub fn of_municipality(view: &View, code: MunicipalityCode, stamp: &Stamp) -> Option<Self> {
        let at = view.find(code)?;
        let edition = view.edition()?;
        let missing = missing(view, at);
        let subject = Subject {
            kind: "Gemeente",
            name: name(view, at).to_string(),
            facts: facts(view, at),
            map: map::svg(edition.boundaries(), &around(view, at)),
            map_says: format!("Kaart: {} in de eigen provincie", name(view, at)),
            summary: summary(view, at),
            body: body(view, at, &missing),
            steps: steps(view, at, &missing),
        };
        Some(Self::new(view, stamp, format!("/sheet/{code}"), subject))
    }
}

fn facts(view: &View, at: usize) -> Vec<String> {
    let state = &view.municipalities()[at];
    let regions = state.regions.iter().map(|place| region_text(view, *place));
    let inhabitants = state
        .population
        .as_ref()
        .map(|figure| format!("{} inwoners", DUTCH.number(figure.inhabitants)));
    regions
        .filter(|text| text.starts_with("provincie") || text.starts_with("platform"))
        .chain(inhabitants)
        .collect()
}

/// Those of its province, or its neighbours where there is none, and itself
/// on top.
fn around(view: &View, at: usize) -> Vec<(usize, Fill)> {
    let mut regions = view.municipalities()[at].regions.iter();
    let province = regions
        .find(|place| &*view.regions()[**place].id.set == "provincie")
        .map(|place| view.regions()[*place].members.as_slice());
    province
        .unwrap_or_else(|| view.neighbours(at))
        .iter()
        .filter(|other| **other != at)
        .map(|other| (*other, Fill::Around))
        .chain([(at, Fill::Subject)])
        .collect()
}

fn summary(view: &View, at: usize) -> Vec<Block> {
    let policy = &view.municipalities()[at].policy;
    vec![
        Block::Text {
            spans: vec![
                Span::bold("Beleid:"),
                Span::plain(format!(" {}. ", class_text(policy.class))),
                Span::bold("Volledigheid:"),
                Span::plain(format!(" {}.", percents(&policy.completeness))),
            ],
        },
        bar(&policy.completeness),
    ]
}

fn body(view: &View, at: usize, missing: &[usize]) -> Vec<Block> {
    let mut blocks = coordination::blocks(view, at);
    blocks.extend([
        Block::Heading {
            text: "Beleid per thema",
        },
        counted("Thema", themes(view, at)),
        Block::Heading {
            text: "Wat ontbreekt, en wat dat betekent voor slachtoffers",
        },
    ]);
    blocks.extend(missing_blocks(view, at, missing));
    let unknown = of_verdict(view, at, Verdict::Unknown).count();
    if unknown > 0 {
        blocks.push(Block::text(format!(
            "Van {} is niet bekend of de gemeente die heeft. Onbekend is niet hetzelfde als nee.",
            number_of(unknown, "bouwsteen", "bouwstenen")
        )));
    }
    let regions = &view.municipalities()[at].regions;
    blocks.extend(practice::bottlenecks(view, regions));
    blocks.extend(practice::good_practices(view, regions, missing));
    blocks
}

fn themes(view: &View, at: usize) -> Vec<(String, [u32; 4])> {
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
    let themes = rubric.themes.iter().enumerate();
    themes
        .map(|(place, theme)| (theme.title_nl.clone(), counts(of_theme(place))))
        .collect()
}

fn of_verdict(view: &View, at: usize, verdict: Verdict) -> impl Iterator<Item = usize> {
    let blocks = view.municipalities()[at].policy.blocks.iter().enumerate();
    blocks
        .filter(move |(_, block)| block.verdict == verdict)
        .map(|(place, _)| place)
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

fn missing_blocks(view: &View, at: usize, missing: &[usize]) -> Vec<Block> {
    if missing.is_empty() {
        return vec![Block::text(
            "Van geen bouwsteen is bekend dat die ontbreekt.",
        )];
    }
    let shown = &missing[..missing.len().min(MOST_MISSING)];
    let mut blocks = vec![Block::Table(Table {
        columns: vec![
            Column::words("Bouwsteen", 30),
            Column::words("Wat het betekent", 40),
            Column::words("Wie heeft dit al opgelost?", 30),
        ],
        rows: shown
            .iter()
            .map(|block| missing_row(view, at, *block))
            .collect(),
        halved: false,
    })];
    let more = missing.len() - shown.len();
    if more > 0 {
        let more = number_of(more, "bouwsteen", "bouwstenen");
        blocks.push(Block::text(format!("En nog {more}.")));
    }
    blocks
}

fn missing_row(view: &View, at: usize, block: usize) -> Vec<Vec<Span>> {
    let rubric = view.rubric().map(|rubric| &rubric.blocks[block]);
    let id = rubric.map_or("", |block| &*block.id);
    let solutions = view.solved_by(at, id, MOST_EXAMPLES).unwrap_or_default();
    let examples = solutions.iter().map(|solution| Span {
        url: solution
            .document
            .and_then(|place| view.index().document(place).fact.source.url.clone()),
        ..Span::plain(&*name(view, solution.peer.position))
    });
    let mut examples = joined(examples);
    if examples.is_empty() {
        examples.push(Span::plain("niemand bekend"));
    }
    let title = rubric.map_or("", |block| block.title_nl.as_str());
    let meaning = advice::find(id).map_or("", |advice| &advice.meaning);
    vec![
        vec![Span::plain(title)],
        vec![Span::plain(meaning)],
        examples,
    ]
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
    let mut unknown: Vec<usize> = of_verdict(view, at, Verdict::Unknown).collect();
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
