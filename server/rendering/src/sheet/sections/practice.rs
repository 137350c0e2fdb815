//! What stands in the way in regions and what works, as far as everybody may
//! know.

use crate::sheet::content::{SheetBlock, Span};
use crate::sheet::paper::{DUTCH, name};
use atlas::{BottleneckCondition, View};
use domain::care::practice::GoodPractice;
use domain::vocabulary::BottleneckCategory;

const MOST_PRACTICES: usize = 3;

/// The open bottlenecks that were recorded of these regions, by what they are
/// about; nothing when there are none. Of a single municipality they are not for
/// everybody.
pub(in crate::sheet) fn bottlenecks(view: &View, regions: &[usize]) -> Vec<SheetBlock> {
    let open = BottleneckCondition {
        open: Some(true),
        ..BottleneckCondition::default()
    };
    let facts = view.index().facts();
    let categories: Vec<BottleneckCategory> = view
        .bottlenecks(&open, |_| false)
        .unwrap_or_default()
        .into_iter()
        .map(|place| &facts.bottlenecks[place].fact)
        .filter(|bottleneck| {
            let place = bottleneck
                .region
                .as_ref()
                .and_then(|id| view.find_region(id));
            place.is_some_and(|place| regions.contains(&place))
        })
        .map(|bottleneck| bottleneck.category)
        .collect();
    let counted = BottleneckCategory::ALL.iter().filter_map(|category| {
        let number = categories.iter().filter(|other| *other == category).count();
        (number > 0).then(|| format!("{} ({number})", DUTCH.bottleneck(*category)))
    });
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() {
        return Vec::new();
    }
    vec![
        SheetBlock::Heading {
            text: "Open knelpunten in de regio",
        },
        SheetBlock::text(format!("{}.", counted.join(", "))),
    ]
}

/// Good practices: those that help with these blocks of the rubric first, then
/// those of these regions; nothing when there are none.
pub(in crate::sheet) fn good_practices(
    view: &View,
    regions: &[usize],
    blocks: &[usize],
) -> Vec<SheetBlock> {
    let rank = |practice: &GoodPractice| {
        let block = practice
            .block
            .as_deref()
            .and_then(|id| view.rubric()?.find_block(id));
        let helps = block.is_some_and(|block| blocks.contains(&block));
        let region = practice.region.as_ref().and_then(|id| view.find_region(id));
        let is_near = region.is_some_and(|place| regions.contains(&place));
        match (helps, is_near) {
            (true, _) => Some(0),
            (_, true) => Some(1),
            _ => None,
        }
    };
    let practices = view.good_practices(None, None).unwrap_or_default();
    let practices = practices
        .into_iter()
        .map(|place| &view.index().facts().good_practices[place].fact);
    let mut ranked: Vec<_> = practices
        .filter_map(|practice| Some((rank(practice)?, practice)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    if ranked.is_empty() {
        return Vec::new();
    }
    let shown = ranked.into_iter().take(MOST_PRACTICES);
    vec![
        SheetBlock::Heading {
            text: "Goede voorbeelden",
        },
        SheetBlock::Bullets {
            items: shown.map(|(_, practice)| item(view, practice)).collect(),
        },
    ]
}

fn item(view: &View, practice: &GoodPractice) -> Vec<Span> {
    let title = Span {
        url: practice.source.url.clone(),
        ..Span::plain(&practice.title)
    };
    let region = practice.region.as_ref().and_then(|id| view.find_region(id));
    let region = region.map(|place| {
        let fact = view.regions()[place].region;
        view.index().facts().regions[fact].name.clone()
    });
    let municipality = practice.municipality.and_then(|code| view.find_now(code));
    let municipality = municipality.map(|at| name(view, at).to_string());
    let place = municipality.or(region);
    [
        Some(title),
        place.map(|place| Span::plain(format!(" ({place})"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
