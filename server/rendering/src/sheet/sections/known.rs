//! 'Wat wij weten' of a municipality: care coordination, and what is present or
//! in preparation with its source.

use super::coordination;
use crate::sheet::certainty;
use crate::sheet::content::{SheetBlock, SheetTable, Span, TableColumn, TableLayout};
use crate::sheet::paper::{DUTCH, bar, source};
use atlas::{BlockState, VerdictBasis, View};
use domain::vocabulary::Verdict;

pub(in crate::sheet) const HEADING: &str = "Wat wij weten";

/// What stands beside the map: the class, and how much is known.
pub(in crate::sheet) fn summary(view: &View, at: usize) -> Vec<SheetBlock> {
    let completeness = &view.municipalities()[at].policy.completeness;
    vec![
        SheetBlock::Heading { text: HEADING },
        SheetBlock::Text {
            spans: certainty::certain(view, at),
        },
        SheetBlock::Text {
            spans: certainty::known(completeness),
        },
        bar(completeness.low, completeness.high),
    ]
}

/// The rest of the part.
pub(in crate::sheet) fn blocks(view: &View, at: usize) -> Vec<SheetBlock> {
    let mut blocks = coordination::blocks(view, at);
    let states = &view.municipalities()[at].policy.blocks;
    let shown: Vec<usize> = (0..states.len())
        .filter(|block| is_begun(&states[*block]))
        .collect();
    // What follows from an arrangement alone was told with it.
    let all_told = shown
        .iter()
        .all(|block| matches!(states[*block].basis, VerdictBasis::Arrangement(_)));
    if !all_told {
        blocks.push(SheetBlock::Table(SheetTable {
            columns: vec![
                TableColumn::words("Bouwsteen", 44),
                TableColumn::words("Stand", 15),
                TableColumn::words("Vanaf", 18),
                TableColumn::words("Bron", 23),
            ],
            rows: shown
                .iter()
                .map(|block| row(view, *block, &states[*block]))
                .collect(),
            layout: TableLayout::Small,
        }));
        if shown.iter().any(|block| states[*block].inherited()) {
            blocks.push(SheetBlock::note(
                "Overgenomen: van een gemeente die in deze opging, en nog niet bevestigd.",
            ));
        }
    }
    blocks.extend(undated(view, at));
    blocks
}

fn is_begun(state: &BlockState) -> bool {
    matches!(state.verdict, Verdict::Present | Verdict::InPreparation)
}

fn row(view: &View, block: usize, state: &BlockState) -> Vec<Vec<Span>> {
    let title = view.rubric().map(|rubric| &rubric.blocks[block].title_nl);
    let (established, from, of) = view.basis(state);
    let mut stand = DUTCH.verdict(state.verdict).to_owned();
    if state.inherited() {
        stand.push_str(", overgenomen");
    }
    vec![
        vec![Span::plain(title.map_or("", String::as_str))],
        vec![Span::plain(stand)],
        vec![Span::plain(
            from.map(|date| DUTCH.date(date)).unwrap_or_default(),
        )],
        vec![
            of.and_then(source)
                .unwrap_or_else(|| Span::plain(DUTCH.established(established))),
        ],
    ]
}

/// The documents that were found without a date, from which nothing follows.
fn undated(view: &View, at: usize) -> Option<SheetBlock> {
    let documents = view.municipalities()[at].documents.iter();
    let titles = documents
        .map(|place| &view.index().document(*place).fact)
        .filter(|document| document.period.is_none())
        .map(|document| Span {
            url: document.source.url.clone(),
            ..Span::plain(&document.title)
        });
    let titles = crate::sheet::content::listed(titles);
    (!titles.is_empty()).then(|| {
        let mut spans = vec![Span::plain("Ook gevonden, zonder datum: ")];
        spans.extend(titles);
        spans.push(Span::plain("."));
        SheetBlock::Text { spans }
    })
}
