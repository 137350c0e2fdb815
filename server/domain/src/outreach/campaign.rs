//! Outreach: whom the staff approach, and what came of it.

use jiff::civil::Date;

use crate::dates::FIRST_BOUNDARIES;
use crate::id::Id;
use crate::places::code::{MunicipalityCode, RegionRef};
use crate::vocabulary::{BriefingKind, OutreachStage};

/// A number of municipalities to brief in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Id, kept when the campaign is corrected.
    pub id: Id<Campaign>,
    /// What it is called.
    pub title: String,
    /// How many municipalities are to be reached: 1 to 1,000.
    pub goal: u16,
    /// First day.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
    /// With whom it is done.
    pub partners: Vec<String>,
}

/// A municipality that a campaign is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Id of the campaign.
    pub campaign: Id<Campaign>,
    /// The municipality.
    pub code: MunicipalityCode,
    /// How far it has come.
    pub stage: OutreachStage,
    /// Who of the staff looks after it.
    pub owner: Option<String>,
    /// Ended municipalities that were chosen, and of which this one is what
    /// became.
    pub replaces: Vec<MunicipalityCode>,
}

impl Campaign {
    /// The date whose municipalities its targets are: today, or the nearest day
    /// of the campaign.
    #[must_use]
    pub fn date(&self, today: Date) -> Date {
        let last = self.to.max(self.from);
        today.clamp(self.from, last).max(FIRST_BOUNDARIES)
    }
}

/// A tailored briefing (voorlichting op maat).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    /// Id, kept when the briefing is corrected.
    pub id: Id<Briefing>,
    /// Id of the campaign of which it is part.
    pub campaign: Option<Id<Campaign>>,
    /// When it is or was.
    pub date: Date,
    /// How far it has come.
    pub stage: OutreachStage,
    /// For municipalities by themselves, or for a region.
    pub kind: BriefingKind,
    /// The region of a regional one.
    pub region: Option<RegionRef>,
    /// The municipalities for each of which it counts, sorted.
    pub municipalities: Vec<MunicipalityCode>,
    /// Who of the staff gives it.
    pub owner: Option<String>,
    /// With whom it is given.
    pub partners: Vec<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// When to come back to it.
    pub follow_up: Option<Date>,
}

impl Briefing {
    /// Whether it has been given.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.stage.is_reached()
    }

    /// Whether two records are about one briefing.
    #[must_use]
    pub fn is_same_occasion(&self, other: &Self) -> bool {
        self.campaign == other.campaign
            && self.date == other.date
            && self.kind == other.kind
            && self.region == other.region
            && self.municipalities == other.municipalities
    }
}

impl OutreachStage {
    /// Whether the briefing has been given.
    #[must_use]
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Held | Self::FollowUp)
    }

    /// The stage of a target after a briefing of another stage was recorded: a
    /// plan for another briefing does not undo the one that was given.
    #[must_use]
    pub fn after(self, briefing: Self) -> Self {
        if self.is_reached() && !briefing.is_reached() {
            self
        } else {
            briefing
        }
    }
}

/// The size class of a municipality by its inhabitants, as Statistics
/// Netherlands (CBS) has them: 1, fewer than 5,000, to 8, 250,000 or more.
#[must_use]
pub fn size_class(inhabitants: u32) -> usize {
    const BOUNDS: [u32; 7] = [5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 250_000];
    1 + BOUNDS.partition_point(|bound| *bound <= inhabitants)
}

#[cfg(test)]
mod tests {
    use super::OutreachStage::{Declined, FollowUp, Held, Planned, Selected};
    use super::size_class;

    #[test]
    fn a_new_plan_does_not_undo_a_briefing_that_was_given() {
        for (stage, briefing, then) in [
            (Selected, Planned, Planned),
            (Planned, Held, Held),
            (Held, Planned, Held),
            (Held, FollowUp, FollowUp),
            (Held, Declined, Held),
            (Declined, Held, Held),
        ] {
            assert_eq!(stage.after(briefing), then, "{stage} {briefing}");
        }
    }

    #[test]
    fn a_size_class_begins_at_its_lower_bound() {
        for (inhabitants, class) in [
            (0, 1),
            (4_999, 1),
            (5_000, 2),
            (49_999, 4),
            (50_000, 5),
            (249_999, 7),
            (250_000, 8),
            (900_000, 8),
        ] {
            assert_eq!(size_class(inhabitants), class, "{inhabitants}");
        }
    }
}
