//! Whom to approach, and whom together.

use std::sync::Arc;

use async_graphql::{Description, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::priority::Priority;
use crate::arguments::int;
use crate::page::{PageInfo, cursor};
use crate::places::municipality::Municipality;
use crate::places::region::Region;
use crate::policy::rubric::BuildingBlock;
use atlas::{Ranking, View};
use domain::page::Page;

/// Municipalities to approach, by rank.
#[derive(Description)]
pub struct OutreachTargetConnection {
    pub(crate) view: Arc<View>,
    pub(crate) ranking: Ranking,
    pub(crate) page: Page<atlas::OutreachTarget>,
}

#[direct_object(use_type_description)]
impl OutreachTargetConnection {
    /// Number of targets in the whole list.
    fn total_count(&self) -> i32 {
        int(self.page.total)
    }

    /// The targets of the page, the first to approach first.
    fn nodes(&self) -> Vec<OutreachTarget> {
        let targets = self.page.items.iter();
        targets
            .map(|target| OutreachTarget {
                view: Arc::clone(&self.view),
                priority: Priority::new(&self.view, target.position, &self.ranking),
                target: target.clone(),
            })
            .collect()
    }

    /// Whether there is more, and where.
    fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.page, |target| cursor(&self.view, target.position))
    }
}

/// A municipality to approach.
#[derive(Description)]
pub struct OutreachTarget {
    view: Arc<View>,
    target: atlas::OutreachTarget,
    priority: Priority,
}

#[direct_object(use_type_description)]
impl OutreachTarget {
    /// The municipality.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.view),
            at: self.target.position,
        }
    }

    /// Why it stands where it stands, by the weights that were asked for.
    fn priority(&self) -> &Priority {
        &self.priority
    }

    /// The building blocks that it is known not to have. What is unknown is not
    /// missing.
    fn missing(&self) -> Result<Vec<BuildingBlock>> {
        blocks(&self.view, &self.target.missing)
    }

    /// Up to three municipalities that border on it or share a region with it
    /// and have some of what it misses: most first, then nearest.
    fn solved_nearby(&self) -> Vec<Municipality> {
        Municipality::all(&self.view, self.target.solved_nearby.iter().copied())
    }
}

/// A proposal for a joint session: adjacent municipalities of one region that
/// miss the same building blocks.
#[derive(SimpleObject, DirectObject)]
pub struct SessionProposal {
    /// The region.
    region: Region,
    /// The municipalities, the first to approach first.
    municipalities: Vec<Municipality>,
    /// The building blocks that all of them are known not to have.
    shared_missing: Vec<BuildingBlock>,
    /// Inhabitants together.
    population: i32,
    /// Kilometres between the two that lie farthest apart, from label to label.
    span_km: f64,
}

impl SessionProposal {
    pub(crate) fn new(view: &Arc<View>, proposal: &atlas::JointSession) -> Result<Self> {
        Ok(Self {
            region: Region {
                view: Arc::clone(view),
                place: proposal.region,
            },
            municipalities: Municipality::all(view, proposal.members.iter().copied()),
            shared_missing: blocks(view, &proposal.shared_missing)?,
            population: int(proposal.population),
            span_km: proposal.span_km,
        })
    }
}

/// The blocks at these places of the rubric in force.
pub(crate) fn blocks(view: &View, places: &[usize]) -> Result<Vec<BuildingBlock>> {
    let rubric = view.rubric().ok_or("no rubric is loaded")?;
    let places = places.iter();
    Ok(places
        .map(|place| BuildingBlock {
            rubric: Arc::clone(rubric),
            place: *place,
        })
        .collect())
}
