//! The sheet of a region.

use super::content::{Block, Column, Span, Table, counted};
use super::map::{self, Fill};
use super::sheet::{
    DUTCH, Sheet, Stamp, Subject, bar, class_text, name, number_of, percents, region_text,
};
use super::{advice, practice};
use crate::atlas::{Coverage, View};
use crate::domain::code::RegionRef;
use crate::domain::vocabulary::{PolicyClass, Verdict};

const MOST_WEAK: usize = 6;
const MOST_STEPS: usize = 5;

impl Sheet {
    /// The sheet of a region; nothing when there is none, or when it has no
    /// municipalities on the date of the view.
    #[must_use]
    pub fn of_region(view: &View, id: &RegionRef, stamp: &Stamp) -> Option<Self> {
        let place = view.find_region(id)?;
        let edition = view.edition()?;
        let members = &view.regions()[place].members;
        if members.is_empty() {
            return None;
        }
        let coverage = Coverage::of(view, members);
        let weakest = view.weakest_blocks(members);
        let region = &view.index().facts().regions[view.regions()[place].region];
        let subject = Subject {
            kind: "Regio",
            name: region.name.clone(),
            facts: facts(view, place, members),
            map: map::svg(edition.boundaries(), &by_class(view, members)),
            map_says: format!(
                "Kaart: de gemeenten van {} naar beleid, van donkeroranje (geen beleid) naar blauw (volledig); gearceerd is niet beoordeeld",
                region.name
            ),
            summary: summary(&coverage, members),
            body: body(view, place, &coverage, &weakest),
            steps: steps(view, &weakest),
        };
        Some(Self::new(view, stamp, format!("/sheet/{id}"), subject))
    }
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

fn by_class(view: &View, members: &[usize]) -> Vec<(usize, Fill)> {
    members
        .iter()
        .map(|at| (*at, Fill::Class(view.municipalities()[*at].policy.class)))
        .collect()
}

fn summary(coverage: &Coverage, members: &[usize]) -> Vec<Block> {
    let covered = coverage.covered().municipalities;
    vec![
        Block::Text {
            spans: vec![
                Span::bold(format!("{covered} van {}", members.len())),
                Span::plain(format!(
                    " gemeenten met zorgcoördinatie (structureel of tijdelijk), {} van de inwoners.",
                    DUTCH.percent(coverage.covered_share(true))
                )),
            ],
        },
        Block::Text {
            spans: vec![
                Span::bold("Volledigheid van beleid:"),
                Span::plain(format!(" gemiddeld {}.", percents(&coverage.completeness))),
            ],
        },
        bar(&coverage.completeness),
        Block::Note {
            text: "Dekking zegt niets over fte.",
        },
    ]
}

fn body(
    view: &View,
    place: usize,
    coverage: &Coverage,
    weakest: &[(usize, [u32; 4])],
) -> Vec<Block> {
    let members = &view.regions()[place].members;
    let classes = PolicyClass::ALL.iter().zip(&coverage.by_class);
    let classes: Vec<String> = classes
        .filter(|(_, count)| count.municipalities > 0)
        .map(|(class, count)| format!("{} {}", count.municipalities, class_text(*class)))
        .collect();
    let weak = weakest.iter().take(MOST_WEAK);
    let weak_blocks: Vec<usize> = weak.clone().map(|(block, _)| *block).collect();
    let mut blocks = vec![
        Block::Heading {
            text: "Beleid van de gemeenten",
        },
        Block::text(format!("{}.", classes.join(", "))),
        Block::Note {
            text: "Op de kaart: donkeroranje is geen beleid, lichtoranje onvolledig beleid, lichtblauw basis volledig, donkerblauw basis en verdieping, gearceerd niet beoordeeld.",
        },
        Block::Heading {
            text: "Wat het meest ontbreekt",
        },
        counted(
            "Bouwsteen",
            weak.map(|(block, counts)| weak_row(view, *block, counts)),
        ),
    ];
    blocks.extend(practice::bottlenecks(view, &[place]));
    blocks.extend(practice::good_practices(view, &[place], &weak_blocks));
    blocks.extend([
        Block::Heading {
            text: "De gemeenten",
        },
        member_table(view, members),
    ]);
    blocks
}

fn weak_row(view: &View, block: usize, counts: &[u32; 4]) -> (String, [u32; 4]) {
    let title = view.rubric().map(|rubric| &rubric.blocks[block].title_nl);
    let order = [
        Verdict::Present,
        Verdict::InPreparation,
        Verdict::Absent,
        Verdict::Unknown,
    ];
    (
        title.cloned().unwrap_or_default(),
        order.map(|verdict| counts[verdict as usize]),
    )
}

fn member_table(view: &View, members: &[usize]) -> Block {
    let rows = view.in_name_order(members).into_iter().map(|at| {
        let state = &view.municipalities()[at];
        let cells = [
            name(view, at).to_string(),
            class_text(state.policy.class).to_owned(),
            DUTCH.status(state.coordination.status).to_owned(),
        ];
        cells.map(|text| vec![Span::plain(text)]).into()
    });
    Block::Table(Table {
        columns: vec![
            Column::words("Gemeente", 36),
            Column::words("Beleid", 34),
            Column::words("Zorgcoördinatie", 30),
        ],
        rows: rows.collect(),
        halved: true,
    })
}

/// What the region can do together: the blocks that most are known to miss, in
/// the order in which one does best to work.
fn steps(view: &View, weakest: &[(usize, [u32; 4])]) -> Vec<String> {
    let Some(rubric) = view.rubric() else {
        return Vec::new();
    };
    let mut absent: Vec<_> = weakest
        .iter()
        .map(|(block, counts)| (*block, counts[Verdict::Absent as usize]))
        .filter(|(_, absent)| *absent > 0)
        .filter_map(|(block, absent)| Some((advice::find(&rubric.blocks[block].id)?, absent)))
        .collect();
    absent.sort_by_key(|(_, absent)| std::cmp::Reverse(*absent));
    absent.truncate(MOST_STEPS);
    absent.sort_by_key(|(advice, _)| advice.order);
    let mut steps: Vec<String> = absent
        .into_iter()
        .map(|(advice, absent)| {
            let noun = if absent == 1 { "gemeente" } else { "gemeenten" };
            format!("{} Dit ontbreekt bij {absent} {noun}.", advice.step)
        })
        .collect();
    if steps.is_empty() {
        steps.push(
            "Breng samen in kaart wat elke gemeente al heeft. Van veel bouwstenen is niets bekend."
                .to_owned(),
        );
    }
    steps
}
