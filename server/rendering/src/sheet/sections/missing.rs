//! 'Wat ontbreekt' of a municipality: what is known to be absent, or not yet
//! finished, and who has it.

use std::collections::BTreeMap;

use crate::sheet::advice;
use crate::sheet::content::{SheetBlock, SheetTable, Span, TableColumn, TableLayout, listed};
use crate::sheet::paper::{name, number_of};
use atlas::{Solution, View};
use domain::policy::rubric::CARE_COORDINATION;
use domain::vocabulary::{CoordinationStatus, Verdict};

pub(in crate::sheet) const ABSENT: &str = "Wat ontbreekt";
pub(in crate::sheet) const IN_PREPARATION: &str = "Wat nog in voorbereiding is";
pub(in crate::sheet) const BOTH: &str = "Wat ontbreekt of nog in voorbereiding is";

/// What is missing fills at most so many rows; the rest is counted.
const MOST_ROWS: usize = 7;
const MOST_EXAMPLES: usize = 2;
/// The region set whose municipalities are near.
const PLATFORM: &str = "vng-platform";

/// The blocks that are known to be absent, then those in preparation; those to
/// begin with first.
pub(in crate::sheet) fn open_blocks(view: &View, at: usize) -> Vec<usize> {
    let mut open = of_verdict(view, at, Verdict::Absent);
    open.extend(of_verdict(view, at, Verdict::InPreparation));
    open
}

/// The blocks with a verdict, those to begin with first.
pub(in crate::sheet) fn of_verdict(view: &View, at: usize, verdict: Verdict) -> Vec<usize> {
    let blocks = view.municipalities()[at].policy.blocks.iter().enumerate();
    let mut found: Vec<usize> = blocks
        .filter(|(_, block)| block.verdict == verdict)
        .map(|(place, _)| place)
        .collect();
    found.sort_by_key(|block| order(view, *block));
    found
}

fn order(view: &View, block: usize) -> (u32, usize) {
    let advice = view
        .rubric()
        .and_then(|rubric| advice::find(&rubric.blocks[block].id));
    (advice.map_or(u32::MAX, |advice| advice.order), block)
}

fn is_in_preparation(view: &View, at: usize, block: usize) -> bool {
    view.municipalities()[at].policy.blocks[block].verdict == Verdict::InPreparation
}

/// The part; nothing when nothing is known to be missing.
pub(in crate::sheet) fn blocks(view: &View, at: usize, open: &[usize]) -> Vec<SheetBlock> {
    let begun = open
        .iter()
        .filter(|block| is_in_preparation(view, at, **block))
        .count();
    let heading = match (open.len() - begun, begun) {
        (0, 0) => return Vec::new(),
        (0, _) => IN_PREPARATION,
        (_, 0) => ABSENT,
        _ => BOTH,
    };
    let shown = &open[..open.len().min(MOST_ROWS)];
    let mut named = Named::default();
    let rows = shown.iter().map(|block| row(view, at, *block, &mut named));
    let mut blocks = vec![
        SheetBlock::Heading { text: heading },
        SheetBlock::Table(SheetTable {
            columns: vec![
                TableColumn::words("Bouwsteen", 30),
                TableColumn::words("Zolang die er niet is", 40),
                TableColumn::words("Wie heeft dit al?", 30),
            ],
            rows: rows.collect(),
            layout: TableLayout::Wide,
        }),
    ];
    let more = open.len() - shown.len();
    if more > 0 {
        let more = number_of(more, "bouwsteen", "bouwstenen");
        blocks.push(SheetBlock::text(format!("En nog {more}.")));
    }
    blocks
}

fn row(view: &View, at: usize, block: usize, named: &mut Named) -> Vec<Vec<Span>> {
    let rubric = view.rubric().map(|rubric| &rubric.blocks[block]);
    let id = rubric.map_or("", |block| &*block.id);
    let mut examples = listed(examples(view, at, id, named));
    if examples.is_empty() {
        examples.push(Span::plain("niemand bekend"));
    }
    let mut title = vec![Span::plain(
        rubric.map_or("", |block| block.title_nl.as_str()),
    )];
    if is_in_preparation(view, at, block) {
        title.push(Span::plain(" (in voorbereiding)"));
    }
    vec![title, vec![Span::plain(meaning(view, at, id))], examples]
}

/// How often each municipality was named as an example on a sheet.
pub(in crate::sheet) type Named = BTreeMap<usize, usize>;

/// Those who have a block, with the document that shows it. The first is the nearest:
/// a neighbour, then one of the same platform, then whoever lies nearest. The others
/// are near too, and rather those that the sheet did not name yet: whoever reads it
/// has more doors to knock on.
pub(in crate::sheet) fn examples(
    view: &View,
    at: usize,
    block: &str,
    named: &mut Named,
) -> Vec<Span> {
    let mut solutions = view.solved_by(at, block, usize::MAX).unwrap_or_default();
    let ring = |solution: &Solution| match (solution.peer.neighbours, is_near(view, at, solution)) {
        (true, _) => Ring::Neighbours,
        (_, true) => Ring::Platform,
        _ => Ring::Country,
    };
    let far = |solution: &Solution| metres(view, at, solution.peer.position);
    let times = |solution: &Solution| named.get(&solution.peer.position).copied().unwrap_or(0);
    solutions.sort_by_cached_key(|each| (ring(each), times(each), far(each)));
    if let Some((_, others)) = solutions.split_first_mut() {
        others.sort_by_cached_key(|each| match ring(each) {
            Ring::Country => (true, 0, Ring::Country, far(each)),
            near => (false, times(each), near, far(each)),
        });
    }
    solutions.truncate(MOST_EXAMPLES);
    for solution in &solutions {
        *named.entry(solution.peer.position).or_default() += 1;
    }
    solutions
        .into_iter()
        .map(|solution| Span {
            url: solution
                .document
                .and_then(|place| view.index().document(place).fact.source.url.clone()),
            ..Span::plain(&*name(view, solution.peer.position))
        })
        .collect()
}

/// How near an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ring {
    Neighbours,
    Platform,
    Country,
}

/// Whole metres, which can be ordered.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a distance within the country is neither negative nor large"
)]
fn metres(view: &View, one: usize, other: usize) -> u64 {
    (view.distance_km(one, other) * 1_000.0) as u64
}

/// Whether an example lies in the same platform.
fn is_near(view: &View, at: usize, solution: &Solution) -> bool {
    let platforms = |at: usize| {
        let regions = view.municipalities()[at].regions.iter();
        regions.filter(|place| &*view.regions()[**place].id.set == PLATFORM)
    };
    platforms(at).any(|place| platforms(solution.peer.position).any(|other| other == place))
}

/// What it means for victims that a block is missing.
fn meaning(view: &View, at: usize, block: &str) -> &'static str {
    let status = view.municipalities()[at].coordination.status;
    // Remote is not none.
    if block == CARE_COORDINATION && status == CoordinationStatus::Remote {
        return "Een slachtoffer krijgt hulp op afstand. Niemand in de regio regelt ter plaatse opvang, zorg en een advocaat.";
    }
    advice::find(block).map_or("", |advice| &advice.meaning)
}
