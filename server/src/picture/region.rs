//! The sheet of a region.

use serde::Serialize;

use super::advice;
use super::map::{self, Fill};
use super::sheet::{self, DUTCH, Heading, Interval, Sheet, Stamp, class_text, name, region_text};
use crate::atlas::{Coverage, View};
use crate::domain::code::RegionRef;
use crate::domain::vocabulary::{PolicyClass, Verdict};

const MOST_WEAK: usize = 6;
const MOST_STEPS: usize = 5;

#[derive(Debug, Clone, Serialize)]
pub(super) struct Body {
    municipalities: usize,
    covered: u32,
    covered_inhabitants: String,
    completeness: Interval,
    classes: Vec<(&'static str, u32)>,
    weak: Vec<Weak>,
    members: Vec<Member>,
    steps: Vec<String>,
}

/// A block that the municipalities miss most.
#[derive(Debug, Clone, Serialize)]
struct Weak {
    title: String,
    /// Present, in preparation, absent, unknown.
    counts: [u32; 4],
}

#[derive(Debug, Clone, Serialize)]
struct Member {
    name: String,
    class: &'static str,
    status: &'static str,
}

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
        let body = sheet::Body::Region(body(view, members));
        let mut sheet = Self::new(view, stamp, format!("/sheet/{id}.pdf"), body);
        let people: u64 = members
            .iter()
            .map(|at| u64::from(view.municipalities()[*at].inhabitants()))
            .sum();
        sheet.heading = Heading {
            kind: "Regio",
            title: view.index().facts().regions[view.regions()[place].region]
                .name
                .clone(),
            facts: vec![
                region_text(view, place),
                format!("{} gemeenten", members.len()),
                format!("{} inwoners", DUTCH.number(people)),
            ],
            ..sheet.heading
        };
        let areas: Vec<_> = members
            .iter()
            .map(|at| (*at, Fill::Class(view.municipalities()[*at].policy.class)))
            .collect();
        sheet.map = map::svg(edition.boundaries(), &areas);
        sheet.map_says = format!(
            "Kaart: de gemeenten van {} naar beleid, van donkeroranje (geen beleid) naar blauw (volledig); gearceerd is niet beoordeeld",
            sheet.heading.title
        );
        Some(sheet)
    }
}

fn body(view: &View, members: &[usize]) -> Body {
    let coverage = Coverage::of(view, members);
    let weakest = view.weakest_blocks(members);
    Body {
        municipalities: members.len(),
        covered: coverage.covered().municipalities,
        covered_inhabitants: DUTCH.percent(coverage.covered_share(true)),
        completeness: Interval::new(&coverage.completeness),
        classes: PolicyClass::ALL
            .iter()
            .zip(&coverage.by_class)
            .map(|(class, count)| (class_text(*class), count.municipalities))
            .collect(),
        weak: weakest
            .iter()
            .take(MOST_WEAK)
            .map(|(block, counts)| weak(view, *block, counts))
            .collect(),
        steps: steps(view, &weakest),
        members: view
            .in_name_order(members)
            .into_iter()
            .map(|at| Member {
                name: name(view, at).to_string(),
                class: class_text(view.municipalities()[at].policy.class),
                status: DUTCH.status(view.municipalities()[at].coordination.status),
            })
            .collect(),
    }
}

fn weak(view: &View, block: usize, counts: &[u32; 4]) -> Weak {
    let count = |verdict: Verdict| counts[verdict as usize];
    Weak {
        title: view
            .rubric()
            .map(|rubric| rubric.blocks[block].title_nl.clone())
            .unwrap_or_default(),
        counts: [
            count(Verdict::Present),
            count(Verdict::InPreparation),
            count(Verdict::Absent),
            count(Verdict::Unknown),
        ],
    }
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
