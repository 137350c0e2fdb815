//! What became of a municipality between two dates (rule 9). Only
//! municipalities of the same shape are compared; the atlas says which are.
//!
//! Better and worse go by what is certain, as the low end of completeness does:
//! PRESENT counts for one, `IN_PREPARATION` for half, ABSENT and UNKNOWN for
//! nothing; of coordination STRUCTURAL > TEMPORARY > `IN_PREPARATION` > REMOTE,
//! and NONE and UNKNOWN are both the least. So what was unknown and turns out
//! to be absent is knowledge and no decline, and what was present and is on
//! record no longer is worse.

use std::cmp::Ordering;

use super::completeness::Completeness;
use super::rubric::Rubric;
use crate::vocabulary::{ChangeKind, CoordinationStatus, Verdict};

/// Differences in completeness below this are noise of adding.
const NOISE: f64 = 1e-9;

/// How a municipality stood on a date.
#[derive(Debug, Clone)]
pub struct ComparedState<'a> {
    /// The rubric in force; nothing when none is loaded.
    pub rubric: Option<&'a Rubric>,
    /// One verdict for each of its blocks, in its order.
    pub verdicts: Vec<Verdict>,
    /// The status of care coordination.
    pub status: CoordinationStatus,
}

/// A building block with another verdict than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockChange {
    /// Its position in the later rubric.
    pub block: usize,
    /// The earlier verdict.
    pub before: Verdict,
    /// The later verdict.
    pub after: Verdict,
}

impl BlockChange {
    /// Whether it became better or worse; equal when only knowledge changed.
    #[must_use]
    pub fn direction(&self) -> Ordering {
        certain(self.after).cmp(&certain(self.before))
    }
}

/// What differs between two standings of the same municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The building blocks with another verdict, in the order of the later
    /// rubric. Between two versions of the rubric only blocks that both have
    /// under the same id, and that are known by both, are compared.
    pub blocks: Vec<BlockChange>,
    /// The earlier and the later status, when they differ.
    pub status: Option<(CoordinationStatus, CoordinationStatus)>,
    /// How much the low end of completeness over the compared blocks rose.
    pub rise: f64,
}

impl Comparison {
    /// Compares an earlier with a later standing.
    #[must_use]
    pub fn new(before: &ComparedState<'_>, after: &ComparedState<'_>) -> Self {
        let status = (before.status != after.status).then_some((before.status, after.status));
        let (Some(earlier), Some(later)) = (before.rubric, after.rubric) else {
            return Self {
                blocks: Vec::new(),
                status,
                rise: 0.0,
            };
        };
        let mut blocks: Vec<BlockChange> = (0..later.blocks.len())
            .filter_map(|block| {
                let place = earlier.find_block(&later.blocks[block].id)?;
                Some(BlockChange {
                    block,
                    before: before.verdicts[place],
                    after: after.verdicts[block],
                })
            })
            .collect();
        if earlier.id != later.id {
            blocks.retain(|pair| pair.before != Verdict::Unknown && pair.after != Verdict::Unknown);
        }
        let low = |of: &dyn Fn(&BlockChange) -> Verdict| {
            let weighed = blocks
                .iter()
                .map(|pair| (of(pair), later.blocks[pair.block].weight));
            Completeness::of(weighed).low
        };
        let rise = low(&|pair| pair.after) - low(&|pair| pair.before);
        blocks.retain(|pair| pair.before != pair.after);
        Self {
            blocks,
            status,
            rise,
        }
    }

    /// What became of the municipality. Where one thing became better and
    /// another worse, the low end of completeness decides, and if that is equal
    /// the status; if that is equal too, it is the same on balance. `reassessed`
    /// tells whether anything on record holds from a date in between.
    #[must_use]
    pub fn kind(&self, reassessed: bool) -> ChangeKind {
        match self.balance() {
            Ordering::Greater => ChangeKind::Improved,
            Ordering::Less => ChangeKind::Worse,
            Ordering::Equal if reassessed || !self.is_empty() => ChangeKind::Same,
            Ordering::Equal => ChangeKind::NotReassessed,
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.status.is_none()
    }

    /// Whether the status became better or worse; equal when it did neither.
    #[must_use]
    pub fn direction_of_status(&self) -> Ordering {
        self.status.map_or(Ordering::Equal, |(before, after)| {
            certain_status(after).cmp(&certain_status(before))
        })
    }

    /// Whether one thing became better and another worse.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.went(Ordering::Greater) && self.went(Ordering::Less)
    }

    fn went(&self, direction: Ordering) -> bool {
        self.direction_of_status() == direction
            || self
                .blocks
                .iter()
                .any(|block| block.direction() == direction)
    }

    fn balance(&self) -> Ordering {
        if !self.is_mixed() {
            return [Ordering::Greater, Ordering::Less]
                .into_iter()
                .find(|direction| self.went(*direction))
                .unwrap_or(Ordering::Equal);
        }
        if self.rise > NOISE {
            Ordering::Greater
        } else if self.rise < -NOISE {
            Ordering::Less
        } else {
            self.direction_of_status()
        }
    }
}

/// What is certain of a block, in halves.
fn certain(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Unknown | Verdict::Absent => 0,
        Verdict::InPreparation => 1,
        Verdict::Present => 2,
    }
}

fn certain_status(status: CoordinationStatus) -> CoordinationStatus {
    status.max(CoordinationStatus::None)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policy::rubric::{BuildingBlock, Theme};
    use crate::vocabulary::{Dimension, Level};
    use CoordinationStatus::{None as Nobody, Remote, Structural, Temporary};
    use Verdict::{Absent, InPreparation, Present, Unknown};

    fn rubric(id: &str, blocks: &[(&str, f64)]) -> Rubric {
        let theme = Theme {
            id: "theme".into(),
            dimension: Dimension::Policy,
            title_nl: String::new(),
            title_en: String::new(),
            guidance_url: String::new(),
        };
        let block = |(id, weight): &(&str, f64)| BuildingBlock {
            id: (*id).into(),
            theme: 0,
            level: Level::Basic,
            weight: *weight,
            title_nl: String::new(),
            title_en: String::new(),
            source_url: String::new(),
            from: Vec::new(),
        };
        Rubric {
            id: id.into(),
            title_nl: String::new(),
            title_en: String::new(),
            provisional: true,
            valid_from: jiff::civil::date(2020, 1, 1),
            themes: vec![theme],
            blocks: blocks.iter().map(block).collect(),
        }
    }

    fn compare(
        before: (&[Verdict], CoordinationStatus),
        after: (&[Verdict], CoordinationStatus),
    ) -> Comparison {
        let rubric = rubric("one", &[("a", 1.0), ("b", 1.0), ("c", 3.0)]);
        let standing = |(verdicts, status): (&[Verdict], _)| ComparedState {
            rubric: Some(&rubric),
            verdicts: verdicts.to_vec(),
            status,
        };
        Comparison::new(&standing(before), &standing(after))
    }

    fn of_blocks(before: [Verdict; 3], after: [Verdict; 3]) -> ChangeKind {
        compare((&before, Remote), (&after, Remote)).kind(true)
    }

    #[test]
    fn what_turns_out_to_be_absent_is_knowledge_and_no_decline() {
        let none = [Unknown; 3];
        assert_eq!(
            of_blocks(none, [Absent, Unknown, Unknown]),
            ChangeKind::Same
        );
        assert_eq!(
            of_blocks(none, [Present, Absent, Absent]),
            ChangeKind::Improved
        );
        assert_eq!(
            of_blocks([Present; 3], [Present, Present, Unknown]),
            ChangeKind::Worse
        );
        assert_eq!(
            of_blocks([InPreparation; 3], [Absent; 3]),
            ChangeKind::Worse
        );
    }

    #[test]
    fn without_a_record_in_between_nothing_was_reassessed() {
        let same = compare((&[Present; 3], Temporary), (&[Present; 3], Temporary));
        assert_eq!(same.kind(false), ChangeKind::NotReassessed);
        assert_eq!(same.kind(true), ChangeKind::Same);
    }

    #[test]
    fn of_a_mixed_change_completeness_decides_then_the_status() {
        let heavier = of_blocks([Present, Present, Absent], [Absent, Absent, Present]);
        assert_eq!(heavier, ChangeKind::Improved);
        let swapped = ([Present, Absent, Absent], [Absent, Present, Absent]);
        assert_eq!(of_blocks(swapped.0, swapped.1), ChangeKind::Same);
        let with = |before, after| compare((&swapped.0, before), (&swapped.1, after)).kind(true);
        assert_eq!(with(Temporary, Structural), ChangeKind::Improved);
        assert_eq!(with(Temporary, Nobody), ChangeKind::Worse);
        let outweighed = compare(
            (&[Absent; 3], Structural),
            (&[Present, Absent, Absent], Temporary),
        );
        assert_eq!(outweighed.kind(true), ChangeKind::Improved);
    }

    #[test]
    fn a_status_counts_by_itself() {
        let blocks: &[Verdict] = &[Present; 3];
        let kind = |before, after| compare((blocks, before), (blocks, after)).kind(true);
        assert_eq!(kind(Temporary, Structural), ChangeKind::Improved);
        assert_eq!(
            kind(Structural, CoordinationStatus::Unknown),
            ChangeKind::Worse
        );
        assert_eq!(kind(CoordinationStatus::Unknown, Nobody), ChangeKind::Same);
    }

    #[test]
    fn between_two_rubrics_only_what_both_know_is_compared() {
        let (old, new) = (
            rubric("old", &[("a", 1.0), ("b", 1.0), ("gone", 1.0)]),
            rubric("new", &[("fresh", 1.0), ("b", 1.0), ("a", 1.0)]),
        );
        let kind = |before: [Verdict; 3], after: [Verdict; 3]| {
            let standing = |rubric, verdicts: [Verdict; 3]| ComparedState {
                rubric: Some(rubric),
                verdicts: verdicts.to_vec(),
                status: Remote,
            };
            Comparison::new(&standing(&old, before), &standing(&new, after)).kind(false)
        };
        assert_eq!(kind([Present; 3], [Unknown; 3]), ChangeKind::NotReassessed);
        assert_eq!(
            kind([Present, Absent, Present], [Absent, Present, Present]),
            ChangeKind::Improved
        );
    }

    proptest! {
        #[test]
        fn looking_back_turns_better_into_worse(
            before in prop::array::uniform3(prop::sample::select(Verdict::ALL)),
            after in prop::array::uniform3(prop::sample::select(Verdict::ALL)),
            statuses in prop::array::uniform2(prop::sample::select(CoordinationStatus::ALL)),
            reassessed: bool,
        ) {
            let there = compare((&before, statuses[0]), (&after, statuses[1])).kind(reassessed);
            let back = compare((&after, statuses[1]), (&before, statuses[0])).kind(reassessed);
            let mirrored = match there {
                ChangeKind::Improved => ChangeKind::Worse,
                ChangeKind::Worse => ChangeKind::Improved,
                other => other,
            };
            prop_assert_eq!(back, mirrored);
        }
    }
}
