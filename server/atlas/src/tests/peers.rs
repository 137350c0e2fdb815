//! Peers, what stands out among them, and who has what another misses.

use crate::fixture::{Country, code};
use crate::{FilterError, Highlight, View};
use domain::vocabulary::{CoordinationStatus, DocumentScope, Verdict};

const FIRST: &str = "2020-01-01";
/// Municipality n has n thousand inhabitants on 1 km², and borders on n + 1.
const ALL: [u16; 12] = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 40];

fn numbers(view: &View, positions: impl IntoIterator<Item = usize>) -> Vec<u16> {
    let codes = positions.into_iter().map(|at| view.code(at).unwrap());
    codes
        .map(|code| code.to_string()[2..].parse().unwrap())
        .collect()
}

fn highlights(country: Country, number: u16) -> Vec<Highlight> {
    let view = country.view(FIRST);
    let highlights = view.highlights(view.find(code(number)).unwrap());
    assert_eq!(highlights.peers, 10);
    highlights.list
}

/// A country in which all but the first have a block, or all others have none.
fn with_block(block: &str, numbers: &[u16]) -> Country {
    let country = Country::new().edition(FIRST, &ALL);
    numbers.iter().fold(country, |country, number| {
        country.verdict(*number, block, Verdict::Present, FIRST)
    })
}

#[test]
fn the_nearest_in_size_come_first_and_neighbours_nearer() {
    let view = Country::new().edition(FIRST, &ALL).view(FIRST);
    let peers = view.peers(view.find(code(15)).unwrap(), 4);
    assert_eq!(
        numbers(&view, peers.iter().map(|p| p.position)),
        [16, 14, 17, 13]
    );
    assert!(peers[0].neighbours && !peers[2].neighbours);
    assert!(peers.is_sorted_by(|a, b| a.distance <= b.distance));
    let last = view.peers(view.find(code(15)).unwrap(), 1000);
    assert_eq!(last.len(), ALL.len() - 1);
    assert_eq!(numbers(&view, [last[10].position]), [40]);
}

#[test]
fn who_solved_it_has_the_block_and_the_document_that_shows_it() {
    let view = Country::new()
        .edition(FIRST, &ALL)
        .document(
            DocumentScope::Regional,
            Some(FIRST),
            &[(13, FIRST), (40, FIRST)],
        )
        .verdict(17, "regional-plan", Verdict::Present, FIRST)
        .verdict(16, "regional-plan", Verdict::InPreparation, FIRST)
        .view(FIRST);
    let position = view.find(code(15)).unwrap();
    let solutions = view.solved_by(position, "regional-plan", 3).unwrap();
    let found = solutions.iter().map(|s| s.peer.position);
    assert_eq!(numbers(&view, found), [17, 13, 40]);
    let documents: Vec<_> = solutions.iter().map(|s| s.document).collect();
    assert_eq!(documents, [None, Some(0), Some(0)]);
    assert_eq!(
        view.solved_by(position, "nonsense", 3),
        Err(FilterError::UnknownBlock("nonsense".to_owned()))
    );
}

#[test]
fn having_what_few_peers_have_stands_out_and_missing_what_most_have() {
    let rare = highlights(with_block("focal-point", &[15, 14, 16]), 15);
    assert!(
        rare.contains(&Highlight::Has {
            block: 2,
            others: 2
        }),
        "{rare:?}"
    );
    let common = highlights(with_block("focal-point", &[15, 14, 16, 17]), 15);
    assert!(common.is_empty(), "3 of 10 are not few: {common:?}");

    let eight = [10, 11, 12, 13, 14, 16, 17, 18];
    let unknown = highlights(with_block("focal-point", &eight), 15);
    let misses = |known| Highlight::Misses {
        block: 2,
        others: 8,
        known,
    };
    assert!(unknown.contains(&misses(false)), "{unknown:?}");
    let absent =
        with_block("focal-point", &eight).verdict(15, "focal-point", Verdict::Absent, FIRST);
    assert!(highlights(absent, 15).contains(&misses(true)));
    let preparing =
        with_block("focal-point", &eight).verdict(15, "focal-point", Verdict::InPreparation, FIRST);
    assert!(highlights(preparing, 15).is_empty());
    assert!(highlights(with_block("focal-point", &eight[..7]), 15).is_empty());
}

#[test]
fn completeness_far_from_the_mean_stands_out_when_it_is_certain() {
    let blocks = ["adopted-policy", "focal-point", "regional-plan"];
    let unknown = blocks
        .into_iter()
        .fold(Country::new().edition(FIRST, &ALL), |country, block| {
            country.verdict(15, block, Verdict::Present, FIRST)
        });
    let told = |list: &[Highlight]| {
        list.iter()
            .any(|highlight| matches!(highlight, Highlight::Completeness { .. }))
    };
    // Of the others nothing is known, so they may have as much.
    assert!(!told(&highlights(unknown.clone(), 15)));
    let others = ALL.into_iter().filter(|number| *number != 15);
    let known = others
        .flat_map(|number| blocks.map(|block| (number, block)))
        .fold(unknown, |country, (number, block)| {
            country.verdict(number, block, Verdict::Absent, FIRST)
        });
    let list = highlights(known, 15);
    assert!(told(&list));
    let Highlight::Completeness { own, peers } = list[0] else {
        panic!("{list:?}")
    };
    assert!((own - 0.75).abs() < 1e-12 && peers == 0.0);
}

#[test]
fn a_coordinator_where_most_have_none_stands_out_and_the_other_way_round() {
    let covered = |numbers: &[u16]| {
        let named: Vec<_> = numbers.iter().map(|number| (*number, FIRST)).collect();
        Country::new().edition(FIRST, &ALL).arrangement(
            "a",
            CoordinationStatus::Structural,
            (FIRST, None),
            &named,
        )
    };
    let own = |list: Vec<Highlight>| {
        list.into_iter().find_map(|highlight| match highlight {
            Highlight::Coordination { own, others } => Some((own, others)),
            _ => None,
        })
    };
    assert_eq!(
        own(highlights(covered(&[15]), 15)),
        Some((CoordinationStatus::Structural, 0))
    );
    let others: Vec<u16> = ALL.into_iter().filter(|number| *number != 15).collect();
    assert_eq!(
        own(highlights(covered(&others), 15)),
        Some((CoordinationStatus::Unknown, 10))
    );
    assert_eq!(own(highlights(covered(&ALL), 15)), None);
}
