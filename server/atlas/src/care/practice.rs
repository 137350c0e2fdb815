//! What stands in the way and what works, and where.

use crate::core::view::View;
use crate::lists::filter::{FilterError, find_region};
use domain::care::practice::{Bottleneck, GoodPractice};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::vocabulary::BottleneckCategory;

/// Which bottlenecks a question is about. All conditions that are given hold.
#[derive(Debug, Clone, Default)]
pub struct BottleneckCondition {
    /// Of one of these categories.
    pub category: Option<Vec<BottleneckCategory>>,
    /// Of this region, or of a municipality in it.
    pub region: Option<RegionRef>,
    /// Whether it is open on the date of the view.
    pub open: Option<bool>,
}

impl View {
    /// The position of a code, or of the only municipality that it went into.
    #[must_use]
    pub fn find_now(&self, code: MunicipalityCode) -> Option<usize> {
        let heirs = self.index().lineage().heirs(code, self.as_of().date());
        match heirs.as_slice() {
            [heir] => self.find(*heir),
            _ => None,
        }
    }

    /// The places of the bottlenecks that were raised up to the date, the first
    /// raised first. Only those municipalities are looked at for which
    /// `may_read` holds, so that a condition tells nothing of others.
    pub fn bottlenecks(
        &self,
        condition: &BottleneckCondition,
        may_read: impl Fn(usize) -> bool,
    ) -> Result<Vec<usize>, FilterError> {
        let region = condition.region.as_ref();
        let members = region.map(|id| self.members(id)).transpose()?;
        let date = self.as_of().date();
        let selects = |bottleneck: &Bottleneck| {
            let place = bottleneck.municipality.and_then(|code| self.find_now(code));
            let lies_there = match (region, members) {
                (Some(region), Some(members)) => {
                    bottleneck.region.as_ref() == Some(region)
                        || place.is_some_and(|at| members.contains(&at) && may_read(at))
                }
                _ => true,
            };
            let is_open = bottleneck.is_open(date);
            let categories = condition.category.as_ref();
            bottleneck.raised <= date
                && lies_there
                && condition.open.is_none_or(|open| open == is_open)
                && categories.is_none_or(|categories| categories.contains(&bottleneck.category))
        };
        let records = self.index().facts().bottlenecks.iter().enumerate();
        Ok(records
            .filter(|(_, record)| record.known_at(self.as_of().known_at()))
            .filter(|(_, record)| selects(&record.fact))
            .map(|(place, _)| place)
            .collect())
    }

    /// The places of the good practices for a building block, of a region or of
    /// a municipality in it, the first shared first.
    pub fn good_practices(
        &self,
        block: Option<&str>,
        region: Option<&RegionRef>,
    ) -> Result<Vec<usize>, FilterError> {
        if let Some(block) = block
            && !self.knows_block(block)
        {
            return Err(FilterError::UnknownBlock(block.to_owned()));
        }
        let members = region.map(|id| self.members(id)).transpose()?;
        let lies_in = |code: Option<MunicipalityCode>| {
            let place = code.and_then(|code| self.find_now(code));
            let members = members.unwrap_or_default();
            place.is_some_and(|at| members.contains(&at))
        };
        let selects = |practice: &GoodPractice| {
            block.is_none_or(|block| practice.block.as_deref() == Some(block))
                && region.is_none_or(|region| {
                    practice.region.as_ref() == Some(region) || lies_in(practice.municipality)
                })
        };
        let records = self.index().facts().good_practices.iter().enumerate();
        Ok(records
            .filter(|(_, record)| record.known_at(self.as_of().known_at()))
            .filter(|(_, record)| selects(&record.fact))
            .map(|(place, _)| place)
            .collect())
    }

    fn members(&self, region: &RegionRef) -> Result<&[usize], FilterError> {
        let place = find_region(self, region)?;
        Ok(&self.regions()[place].members)
    }

    fn knows_block(&self, id: &str) -> bool {
        let rubrics = &self.index().facts().rubrics;
        rubrics.iter().any(|rubric| rubric.find_block(id).is_some())
    }
}
