//! Whom to approach first, and whom together.

use crate::fixture::{Country, code};
use crate::{Filter, PageRequest, Ranking, RankingKey, View};
use domain::outreach::priority::Weights;
use domain::people::permissions::Audience;
use domain::vocabulary::Verdict::{self, Absent, Present, Unknown};
use domain::vocabulary::{OutreachPurpose, PolicyClass};

const FIRST: &str = "2020-01-01";

/// Municipality n has n thousand inhabitants and borders on n + 1.
fn country(numbers: &[u16], verdicts: &[(u16, &str, Verdict)]) -> Country {
    let country = Country::new().edition(FIRST, numbers);
    verdicts
        .iter()
        .fold(country, |country, (number, block, verdict)| {
            country.verdict(*number, block, *verdict, FIRST)
        })
}

fn numbers(view: &View, positions: &[usize]) -> Vec<u16> {
    let codes = positions.iter().map(|at| view.code(*at).unwrap());
    codes
        .map(|code| code.to_string()[2..].parse().unwrap())
        .collect()
}

fn blocks<'a>(view: &'a View, places: &[usize]) -> Vec<&'a str> {
    let rubric = view.rubric().unwrap();
    let ids = places.iter().map(|place| &*rubric.blocks[*place].id);
    ids.collect()
}

fn ranking(view: &View, purpose: OutreachPurpose, weights: &Weights) -> Ranking {
    let audience = Audience::Public;
    Ranking::new(view, weights, RankingKey { purpose, audience })
}

fn targets(view: &View, weights: Weights) -> Vec<u16> {
    listed(view, OutreachPurpose::Brief, weights, None)
}

fn listed(
    view: &View,
    purpose: OutreachPurpose,
    weights: Weights,
    filter: Option<&Filter>,
) -> Vec<u16> {
    let ranking = ranking(view, purpose, &weights);
    let page = view.outreach_targets(filter, &ranking, &PageRequest::default());
    let targets = page.unwrap().items.into_iter();
    let positions: Vec<_> = targets.map(|target| target.position).collect();
    numbers(view, &positions)
}

#[test]
fn only_those_without_complete_policy_are_targets_and_the_widest_gap_comes_first() {
    let all = ["adopted-policy", "care-coordination", "focal-point"];
    let mut verdicts = vec![(1, "focal-point", Absent), (2, "focal-point", Present)];
    verdicts.extend(all.map(|block| (3, block, Present)));
    verdicts.push((1, "adopted-policy", Present));
    verdicts.push((5, "focal-point", Absent));
    let view = country(&[1, 2, 3, 4, 5], &verdicts).view(FIRST);
    // Of 2 it cannot be told, 3 is complete, and of 4 nothing is known.
    assert_eq!(targets(&view, Weights::default()), [5, 1]);
}

#[test]
fn those_of_which_it_cannot_be_told_are_asked_and_the_least_known_comes_first() {
    let verdicts = [(1, "focal-point", Absent), (2, "focal-point", Present)];
    let view = country(&[1, 2, 4], &verdicts).view(FIRST);
    let asked = |weights| listed(&view, OutreachPurpose::Ask, weights, None);
    assert_eq!(asked(Weights::default()), [4, 2]);
    let ranking = ranking(&view, OutreachPurpose::Ask, &Weights::default());
    let place = |number: u16| {
        let at = view.find(code(number)).unwrap();
        ranking.priority(at).list_rank
    };
    assert_eq!(ranking.listed(), 2);
    assert_eq!([4, 2, 1].map(place), [Some(1), Some(2), None]);
}

#[test]
fn only_a_filter_on_policy_takes_the_place_of_the_classes_of_a_list() {
    let verdicts = [(1, "focal-point", Absent), (2, "focal-point", Present)];
    let view = country(&[1, 2, 3], &verdicts).view(FIRST);
    let listed = |filter: Filter| {
        let found = listed(
            &view,
            OutreachPurpose::Brief,
            Weights::default(),
            Some(&filter),
        );
        let mut found = found;
        found.sort_unstable();
        found
    };
    assert_eq!(listed(Filter::All(Vec::new())), [1]);
    assert_eq!(listed(Filter::Code(vec![code(1), code(2)])), [1]);
    let present = Filter::Block("focal-point".to_owned(), vec![Present]);
    assert_eq!(listed(present), [2]);
    let every = Filter::Class(PolicyClass::ALL.to_vec());
    assert_eq!(listed(Filter::All(vec![every])), [1, 2, 3]);
}

#[test]
fn another_weight_gives_another_order() {
    let verdicts = [
        (1, "focal-point", Absent),
        (9, "focal-point", Absent),
        (9, "adopted-policy", Present),
    ];
    let view = country(&[1, 9], &verdicts).view(FIRST);
    assert_eq!(targets(&view, Weights::default()), [9, 1]);
    let by_gap = Weights {
        gap: 100.0,
        ..Weights::default()
    };
    assert_eq!(targets(&view, by_gap), [1, 9]);
}

#[test]
fn what_is_unknown_is_not_missing_and_examples_have_what_is() {
    let verdicts = [
        (1, "focal-point", Absent),
        (1, "adopted-policy", Unknown),
        (2, "adopted-policy", Present),
        (3, "focal-point", Present),
        (4, "focal-point", Present),
    ];
    let view = country(&[1, 2, 3, 4], &verdicts)
        .platform("RP", &[1, 2, 3, 4])
        .view(FIRST);
    let ranking = ranking(&view, OutreachPurpose::Brief, &Weights::default());
    let found = view
        .outreach_targets(None, &ranking, &PageRequest::default())
        .unwrap();
    let first = found
        .items
        .iter()
        .find(|target| view.code(target.position) == Some(code(1)))
        .unwrap();
    assert_eq!(blocks(&view, &first.missing), ["focal-point"]);
    assert_eq!(numbers(&view, &first.solved_nearby), [3, 4]);
}

#[test]
fn a_session_is_for_neighbours_of_one_region_that_miss_the_same() {
    let verdicts = [
        (1, "focal-point", Absent),
        (2, "focal-point", Absent),
        (3, "focal-point", Absent),
        (4, "focal-point", Absent),
        // Not beside the others, or missing something else.
        (6, "focal-point", Absent),
        (7, "adopted-policy", Absent),
    ];
    let view = country(&[1, 2, 3, 4, 6, 7], &verdicts)
        .platform("RP01", &[1, 2, 3, 6, 7])
        .platform("RP02", &[4])
        .view(FIRST);
    let proposals = view
        .session_proposals("vng-platform", None, 10, Audience::Public)
        .unwrap();
    assert_eq!(proposals.len(), 1);
    let proposal = &proposals[0];
    let mut members = numbers(&view, &proposal.members);
    members.sort_unstable();
    assert_eq!(members, [1, 2, 3]);
    assert_eq!(blocks(&view, &proposal.shared_missing), ["focal-point"]);
    assert_eq!(proposal.population, 6_000);
    assert!(
        (proposal.span_km - 2.0).abs() < 0.01,
        "{}",
        proposal.span_km
    );
    assert!(
        view.session_proposals("no-such", None, 10, Audience::Public)
            .is_err()
    );
}

#[test]
fn a_session_keeps_half_of_what_the_first_misses() {
    let three = ["adopted-policy", "care-coordination", "focal-point"];
    let mut verdicts: Vec<_> = three.map(|block| (3, block, Absent)).to_vec();
    verdicts.extend(three[..2].iter().map(|block| (2, *block, Absent)));
    verdicts.push((1, "adopted-policy", Absent));
    verdicts.push((1, "focal-point", Present));
    let view = country(&[1, 2, 3], &verdicts)
        .platform("RP01", &[1, 2, 3])
        .view(FIRST);
    let proposals = view
        .session_proposals("vng-platform", None, 10, Audience::Public)
        .unwrap();
    assert_eq!(numbers(&view, &proposals[0].members), [3, 2]);
    assert_eq!(blocks(&view, &proposals[0].shared_missing), three[..2]);
}
