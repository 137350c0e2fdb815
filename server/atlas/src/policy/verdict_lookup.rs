//! Smaller questions to a view.

use std::collections::HashMap;

use geodata::BoundingBox;

use crate::core::view::View;
use crate::lists::filter::{FilterError, find_region};
use domain::places::code::RegionRef;
use domain::places::lineage::CoveredMunicipality;
use domain::policy::rubric::Rubric;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, Verdict};

impl View {
    /// These positions in the order of names.
    #[must_use]
    pub fn in_name_order(&self, positions: &[usize]) -> Vec<usize> {
        let mut chosen = vec![false; self.municipalities().len()];
        for position in positions {
            chosen[*position] = true;
        }
        self.by_name()
            .iter()
            .copied()
            .filter(|position| chosen[*position])
            .collect()
    }

    /// The municipalities of the date that an arrangement covers, by name.
    #[must_use]
    pub fn covered_by_arrangement(&self, arrangement: usize) -> Vec<usize> {
        self.alive(self.index().arrangement_reach(arrangement))
    }

    /// The municipalities of the date that a document covers, by name.
    #[must_use]
    pub fn covered_by_document(&self, document: usize) -> Vec<usize> {
        self.alive(self.index().document_reach(document))
    }

    fn alive(&self, reach: &[CoveredMunicipality]) -> Vec<usize> {
        let positions: Vec<usize> = reach
            .iter()
            .filter_map(|reach| self.find(reach.code))
            .collect();
        self.in_name_order(&positions)
    }

    /// The places of the arrangements in force that meet all conditions given,
    /// by id.
    pub fn arrangements(
        &self,
        statuses: Option<&[CoordinationStatus]>,
        modes: Option<&[ArrangementMode]>,
        region: Option<&RegionRef>,
    ) -> Result<Vec<usize>, FilterError> {
        let region = region.map(|id| find_region(self, id)).transpose()?;
        let as_of = self.as_of();
        let mut places: Vec<usize> = (0..self.index().facts().arrangements.len())
            .filter(|place| {
                let recorded = self.index().arrangement(*place);
                recorded.known_at(as_of.known_at())
                    && recorded.fact.period.contains(as_of.date())
                    && statuses.is_none_or(|wanted| wanted.contains(&recorded.fact.status))
                    && modes.is_none_or(|wanted| wanted.contains(&recorded.fact.mode))
                    && region.is_none_or(|region| {
                        let members = &self.regions()[region].members;
                        self.covered_by_arrangement(*place)
                            .iter()
                            .any(|at| members.contains(at))
                    })
            })
            .collect();
        places.sort_by(|a, b| {
            self.index()
                .arrangement(*a)
                .fact
                .id
                .cmp(&self.index().arrangement(*b).fact.id)
        });
        Ok(places)
    }

    /// The places of the documents in force, and of those without a date, by
    /// title.
    #[must_use]
    pub fn documents(&self) -> Vec<usize> {
        let as_of = self.as_of();
        let mut places: Vec<usize> = (0..self.index().facts().documents.len())
            .filter(|place| {
                let recorded = self.index().document(*place);
                let listed = recorded
                    .fact
                    .period
                    .is_none_or(|period| period.contains(as_of.date()));
                recorded.known_at(as_of.known_at()) && listed
            })
            .collect();
        places.sort_by(|a, b| {
            let (a, b) = (
                &self.index().document(*a).fact,
                &self.index().document(*b).fact,
            );
            (&a.title, &a.id).cmp(&(&b.title, &b.id))
        });
        places
    }

    /// The places of the documents, in force or without a date, that cover at
    /// least so many of these municipalities; those that cover most first, then
    /// by title.
    #[must_use]
    pub fn shared_documents(&self, positions: &[usize], least: usize) -> Vec<usize> {
        let mut covered: HashMap<usize, usize> = HashMap::new();
        for position in positions {
            for document in &self.municipalities()[*position].documents {
                *covered.entry(*document).or_default() += 1;
            }
        }
        let mut places = self.documents();
        places.retain(|place| covered.get(place).is_some_and(|number| *number >= least));
        places.sort_by_key(|place| std::cmp::Reverse(covered[place]));
        places
    }

    /// How many of these municipalities give each answer for a block, in the
    /// order of `Verdict::ALL`; none for a block that is not in force.
    #[must_use]
    pub fn distribution(&self, rubric: &Rubric, block: usize, positions: &[usize]) -> [u32; 4] {
        let mut counts = [0; 4];
        let id = &rubric.blocks[block].id;
        if let Some(block) = self.rubric().and_then(|in_force| in_force.find_block(id)) {
            for position in positions {
                counts[self.municipalities()[*position].policy.blocks[block].verdict as usize] += 1;
            }
        }
        counts
    }

    /// The blocks in force, those that these municipalities miss most first,
    /// with how many give each answer.
    #[must_use]
    pub fn weakest_blocks(&self, positions: &[usize]) -> Vec<(usize, [u32; 4])> {
        let Some(rubric) = self.rubric() else {
            return Vec::new();
        };
        let mut blocks: Vec<(usize, [u32; 4])> = (0..rubric.blocks.len())
            .map(|block| (block, self.distribution(rubric, block, positions)))
            .collect();
        let missing = |counts: &[u32; 4]| {
            let count = |verdict: Verdict| counts[verdict as usize];
            2 * (count(Verdict::Absent) + count(Verdict::Unknown)) + count(Verdict::InPreparation)
        };
        blocks.sort_by_key(|(block, counts)| (std::cmp::Reverse(missing(counts)), *block));
        blocks
    }

    /// The smallest box around a region's municipalities; nothing without any.
    #[must_use]
    pub fn region_box(&self, region: usize) -> Option<BoundingBox> {
        self.edition()?
            .boundaries()
            .bounding_box_of(&self.regions().get(region)?.members)
    }
}
