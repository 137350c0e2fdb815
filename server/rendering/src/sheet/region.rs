//! The sheet of a region.

use std::cmp::Reverse;

use super::content::{SheetBlock, SheetTable, Span, TableColumn, TableLayout, counted};
use super::map::{self, AreaFill};
use super::palette::class_fill;
use super::paper::{
    DUTCH, Provenance, Sheet, SheetSubject, bar, class_text, interval, name, number_of, region_text,
};
use super::sections::{known, missing, practice, questions, steps};
use atlas::{Coverage, View};
use domain::places::code::RegionRef;
use domain::vocabulary::{CoordinationStatus, PolicyClass, Verdict};

const MOST_BLOCKS: usize = 5;

/// A block with how many municipalities give each answer, in the order of
/// `Verdict::ALL`.
type BlockCounts = (usize, [u32; 4]);

impl Sheet {
    /// The sheet of a region; nothing when there is none, or when it has no
    /// municipalities on the date of the view.
    #[must_use]
    pub fn of_region(view: &View, id: &RegionRef, stamp: &Provenance) -> Option<Self> {
        let place = view.find_region(id)?;
        let edition = view.edition()?;
        let members = &view.regions()[place].members;
        if members.is_empty() {
            return None;
        }
        let coverage = view.region_coverage(place)?;
        let blocks = view.weakest_blocks(members);
        let region = &view.index().facts().regions[view.regions()[place].region];
        let unknown = blocks
            .iter()
            .any(|block| count(block, Verdict::Unknown) > 0);
        let subject = SheetSubject {
            kind: "Regio",
            name: region.name.clone(),
            facts: facts(view, place, members),
            map: map::svg(edition.boundaries(), &by_class(view, members)),
            map_says: format!(
                "Kaart: wat zeker is van het beleid van de gemeenten van {}: {}",
                region.name,
                legend(coverage)
            ),
            summary: summary(coverage),
            body: body(view, place, coverage, &blocks),
            steps: steps::of_region(view, &blocks, unknown),
        };
        Some(Self::new(view, stamp, format!("/sheet/{id}"), subject))
    }
}

fn count((_, counts): &BlockCounts, verdict: Verdict) -> u32 {
    counts[verdict as usize]
}

fn facts(view: &View, place: usize, members: &[usize]) -> Vec<String> {
    let people: u64 = members
        .iter()
        .map(|at| u64::from(view.municipalities()[*at].inhabitants()))
        .sum();
    vec![
        region_text(view, place),
        number_of(members.len(), "gemeente", "gemeenten"),
        format!("{} inwoners", DUTCH.number(people)),
    ]
}

fn by_class(view: &View, members: &[usize]) -> Vec<(usize, AreaFill)> {
    members
        .iter()
        .map(|at| {
            (
                *at,
                AreaFill::Class(view.municipalities()[*at].policy.class),
            )
        })
        .collect()
}

/// The classes that occur, as they look on the map.
fn legend(coverage: &Coverage) -> String {
    let looks: Vec<String> = occurring(coverage)
        .map(|(class, _)| format!("{} is {}", class_fill(class).name, class_text(class)))
        .collect();
    looks.join(", ")
}

/// The classes that occur, with how often.
fn occurring(coverage: &Coverage) -> impl Iterator<Item = (PolicyClass, u32)> {
    let classes = PolicyClass::ALL.iter().copied().zip(coverage.by_class);
    classes
        .map(|(class, count)| (class, count.municipalities))
        .filter(|(_, count)| *count > 0)
}

fn summary(coverage: &Coverage) -> Vec<SheetBlock> {
    let mean = &coverage.completeness;
    vec![
        SheetBlock::Heading {
            text: known::HEADING,
        },
        SheetBlock::Text {
            spans: without_complete_policy(coverage),
        },
        SheetBlock::Text {
            spans: coordination(coverage),
        },
        SheetBlock::Text {
            spans: vec![
                Span::bold("Volledigheid van beleid:"),
                Span::plain(format!(" gemiddeld {}.", interval(mean.low, mean.high))),
            ],
        },
        bar(mean.low, mean.high),
    ]
}

/// How many are without complete policy, and what the width means.
fn without_complete_policy(coverage: &Coverage) -> Vec<Span> {
    let number = coverage.without_complete_policy();
    let (low, high, of) = (number.low, number.high, number.of);
    if low == high {
        return vec![
            Span::bold(format!("{low} van {of} gemeenten")),
            Span::plain(" zonder volledig beleid. Van elke gemeente is dat bekend."),
        ];
    }
    vec![
        Span::bold(format!(
            "Ten minste {low}, ten hoogste {high} van {of} gemeenten"
        )),
        Span::plain(format!(
            " zonder volledig beleid. Van {} is te weinig bekend om te zeggen of het beleid compleet is.",
            high - low
        )),
    ]
}

fn coordination(coverage: &Coverage) -> Vec<Span> {
    let (covered, whole) = (
        coverage.covered().municipalities,
        coverage.whole.municipalities,
    );
    let unknown = coverage.by_status[CoordinationStatus::Unknown as usize].municipalities;
    let unknown = if unknown > 0 {
        format!(" Van {unknown} is dat niet bekend.")
    } else {
        String::new()
    };
    vec![
        Span::bold(format!("{covered} van {whole}")),
        Span::plain(format!(
            " gemeenten met zorgcoördinatie (structureel of tijdelijk), {} van de inwoners.{unknown} Dekking zegt niets over fte.",
            DUTCH.percent(coverage.covered_share(true))
        )),
    ]
}

fn body(view: &View, place: usize, coverage: &Coverage, blocks: &[BlockCounts]) -> Vec<SheetBlock> {
    let classes: Vec<String> = occurring(coverage)
        .map(|(class, count)| format!("{count} {}", class_text(class)))
        .collect();
    let missing = least_present(blocks);
    let missing_blocks: Vec<usize> = missing.iter().map(|(block, _)| *block).collect();
    let mut body = vec![
        SheetBlock::Text {
            spans: vec![
                Span::bold("Beleid van de gemeenten:"),
                Span::plain(format!(" {}.", DUTCH.list(&classes))),
            ],
        },
        SheetBlock::note(format!("Op de kaart: {}.", legend(coverage))),
    ];
    body.extend(not_known(view, coverage, blocks));
    body.extend(missing_table(view, &missing));
    body.extend(practice::bottlenecks(view, &[place]));
    body.extend(practice::good_practices(view, &[place], &missing_blocks));
    body.extend([
        SheetBlock::Heading {
            text: "De gemeenten",
        },
        member_table(view, &view.regions()[place].members),
    ]);
    body
}

/// The blocks of which least is known; nothing when all is.
fn not_known(view: &View, coverage: &Coverage, blocks: &[BlockCounts]) -> Vec<SheetBlock> {
    let mut unknown: Vec<&BlockCounts> = blocks
        .iter()
        .filter(|block| count(block, Verdict::Unknown) > 0)
        .collect();
    unknown.sort_by_key(|block| (Reverse(count(block, Verdict::Unknown)), block.0));
    unknown.truncate(MOST_BLOCKS);
    if unknown.is_empty() {
        return Vec::new();
    }
    let class = |class: PolicyClass| coverage.by_class[class as usize].municipalities;
    let told = [
        (
            class(PolicyClass::Uncertain),
            "is nog onduidelijk of het beleid compleet is",
        ),
        (
            class(PolicyClass::NotAssessed),
            "is over het beleid nog niets bekend",
        ),
    ];
    let told: Vec<String> = told
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| {
            let whom = number_of(number as usize, "gemeente", "gemeenten");
            format!("Van {whom} {what}. ")
        })
        .collect();
    vec![
        SheetBlock::Heading {
            text: questions::HEADING,
        },
        SheetBlock::text(format!(
            "{}Onbekend is niet hetzelfde als nee. Op het blad van elke gemeente staan de vragen die zij kan beantwoorden. Het minst is bekend van:",
            told.concat()
        )),
        counted_table(view, unknown),
    ]
}

/// The blocks that are known to be absent or in preparation somewhere, those
/// that are absent most often first.
fn least_present(blocks: &[BlockCounts]) -> Vec<BlockCounts> {
    let [absent, begun] = [Verdict::Absent, Verdict::InPreparation]
        .map(|verdict| move |block: &BlockCounts| count(block, verdict));
    let mut missing: Vec<BlockCounts> = blocks
        .iter()
        .copied()
        .filter(|block| absent(block) + begun(block) > 0)
        .collect();
    missing.sort_by_key(|block| (Reverse(absent(block)), Reverse(begun(block)), block.0));
    missing.truncate(MOST_BLOCKS);
    missing
}

fn missing_table(view: &View, missing: &[BlockCounts]) -> Vec<SheetBlock> {
    let any = |verdict| missing.iter().any(|block| count(block, verdict) > 0);
    let heading = match (any(Verdict::Absent), any(Verdict::InPreparation)) {
        (false, false) => return Vec::new(),
        (false, true) => missing::IN_PREPARATION,
        (true, false) => missing::ABSENT,
        (true, true) => missing::BOTH,
    };
    vec![
        SheetBlock::Heading { text: heading },
        SheetBlock::text("Hier telt alleen mee wat van een gemeente bekend is."),
        counted_table(view, missing),
    ]
}

fn counted_table<'a>(view: &View, blocks: impl IntoIterator<Item = &'a BlockCounts>) -> SheetBlock {
    let rows = blocks.into_iter().map(|(block, counts)| {
        let title = view
            .rubric()
            .map(|rubric| rubric.blocks[*block].title_nl.clone());
        let order = [
            Verdict::Present,
            Verdict::InPreparation,
            Verdict::Absent,
            Verdict::Unknown,
        ];
        (
            title.unwrap_or_default(),
            order.map(|verdict| counts[verdict as usize]),
        )
    });
    counted("Bouwsteen", rows)
}

fn member_table(view: &View, members: &[usize]) -> SheetBlock {
    let rows = view.in_name_order(members).into_iter().map(|at| {
        let state = &view.municipalities()[at];
        let cells = [
            name(view, at).to_string(),
            class_text(state.policy.class).to_owned(),
            DUTCH.status(state.coordination.status).to_owned(),
        ];
        cells.map(|text| vec![Span::plain(text)]).into()
    });
    SheetBlock::Table(SheetTable {
        columns: vec![
            TableColumn::words("Gemeente", 36),
            TableColumn::words("Beleid", 34),
            TableColumn::words("Zorgcoördinatie", 30),
        ],
        rows: rows.collect(),
        layout: TableLayout::Halved,
    })
}
