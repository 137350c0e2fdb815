//! Totals of regions, and figures that later corrections leave alone.

use proptest::prelude::*;

use super::invariants::{BLOCKS, any_verdict};
use super::over_time::{DATES, any_filter, any_records};
use crate::fixture::on;
use crate::{Atlas, Coverage, CoverageGrouping, Filter, GroupKey};
use domain::dates::AsOf;
use domain::vocabulary::TimelineStep;

/// Everything that a figure in a letter can rest on, for each boundary date.
fn figures(
    atlas: &Atlas,
    instant: &str,
    filter: Option<&Filter>,
) -> impl PartialEq + std::fmt::Debug {
    let known_at = Some(instant.parse().unwrap());
    let views = DATES.map(|date| atlas.at(AsOf::new(on(date), known_at).unwrap()));
    let coverage = views.each_ref().map(|view| view.coverage(filter).unwrap());
    let changes = views
        .each_ref()
        .map(|view| view.changes_since(&views[0], filter).unwrap());
    let histories = views.each_ref().map(|view| {
        let all: Vec<usize> = (0..view.municipalities().len()).collect();
        let history = view.history(&all, view.as_of().date()).into_iter();
        history
            .map(|event| (event.date, event.recorded_at, event.municipalities))
            .collect::<Vec<_>>()
    });
    let span = (on(DATES[0]), on(DATES[3]));
    let timeline = atlas.timeline(span, TimelineStep::Quarter, known_at, filter);
    let timeline: Vec<_> = timeline
        .unwrap()
        .into_iter()
        .map(|point| (point.date, point.coverage))
        .collect();
    (coverage, changes, histories, timeline)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_totals_of_a_region_are_the_sum_over_its_members(
        country in any_records(), filter in any_filter(), date in prop::sample::select(&DATES[..]),
    ) {
        let view = country.atlas().at(AsOf::new(on(date), None).unwrap());
        let selected = view.positions(filter.as_ref()).unwrap();
        let groups = view.coverage_by(CoverageGrouping::RegionSet("vng-platform"), filter.as_ref()).unwrap();
        for group in &groups {
            let GroupKey::Region(place) = group.key else { panic!("{group:?}") };
            let members: Vec<usize> = view.regions()[place].members.iter().copied().filter(|at| selected.contains(at)).collect();
            let each: Vec<Coverage> = members.iter().map(|at| Coverage::of(view.municipalities(), &[*at])).collect();
            let sum = |of: fn(&Coverage) -> u64| each.iter().map(of).sum::<u64>();
            let whole = group.coverage.whole;
            prop_assert_eq!(u64::from(whole.municipalities), sum(|one| u64::from(one.whole.municipalities)));
            prop_assert_eq!(whole.inhabitants, sum(|one| one.whole.inhabitants));
            prop_assert_eq!(u64::from(group.coverage.covered().municipalities), sum(|one| u64::from(one.covered().municipalities)));
            prop_assert_eq!(group.coverage.covered().inhabitants, sum(|one| one.covered().inhabitants));
        }
        for of_inhabitants in [false, true] {
            let weight = |coverage: &Coverage| {
                let whole = coverage.whole;
                if of_inhabitants { whole.inhabitants } else { u64::from(whole.municipalities) }
            };
            let national = view.coverage(filter.as_ref()).unwrap();
            #[expect(clippy::cast_precision_loss, reason = "a small country")]
            let weighted: f64 = groups.iter().map(|group| group.coverage.covered_share(of_inhabitants) * weight(&group.coverage) as f64).sum();
            #[expect(clippy::cast_precision_loss, reason = "a small country")]
            let whole = national.covered_share(of_inhabitants) * weight(&national) as f64;
            prop_assert!((weighted - whole).abs() < 1e-6);
        }
    }

    #[test]
    fn a_figure_stays_the_same_after_later_corrections(
        country in any_records(), filter in any_filter(),
        first in (1_u16..=10, 0_usize..4, any_verdict()), second in (1_u16..=10, 0_usize..4, any_verdict()),
    ) {
        let country = country.verdict(first.0, BLOCKS[first.1], first.2, "2020-06-01");
        let corrected = country
            .clone()
            .recorded("2025-01-01T00:00:00Z")
            .correction(first.0, BLOCKS[first.1], second.2, "2020-06-01")
            .verdict(second.0, BLOCKS[second.1], second.2, "2021-06-01");
        let (before, after) = (country.atlas(), corrected.atlas());
        for instant in ["2023-12-31T00:00:00Z", "2024-12-31T00:00:00Z"] {
            prop_assert_eq!(
                figures(&before, instant, filter.as_ref()),
                figures(&after, instant, filter.as_ref())
            );
        }
    }
}
