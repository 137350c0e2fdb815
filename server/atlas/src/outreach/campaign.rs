//! Campaigns: their targets, how far they have come, and what followed.

use std::sync::Arc;

use jiff::civil::Date;

use crate::Atlas;
use crate::core::index::Index;
use crate::core::lookup::standing;
use crate::core::view::View;
use domain::dates::AsOf;
use domain::outreach::campaign::{Briefing, Campaign, Target};
use domain::places::code::MunicipalityCode;
use domain::recorded::Recorded;

/// A municipality on a date.
#[derive(Debug, Clone)]
pub struct MunicipalityAt {
    /// The date's view.
    pub view: Arc<View>,
    /// Its position there.
    pub at: usize,
}

/// A target of a campaign, and how far it has come.
#[derive(Debug, Clone)]
pub struct CampaignTarget {
    /// What is on record.
    pub target: Recorded<Target>,
    /// The municipality as it is today, or on the nearest day of the campaign;
    /// for one that ended since it was chosen, the one that it went into.
    pub municipality: MunicipalityAt,
    /// The place in the facts of the last briefing of the campaign that counts
    /// for it.
    pub briefing: Option<usize>,
}

impl Index {
    /// The campaigns that stand, the first to begin first.
    #[must_use]
    pub fn campaigns(&self) -> Vec<&Campaign> {
        let mut campaigns: Vec<_> = standing(&self.facts().campaigns)
            .map(|(_, campaign)| &campaign.fact)
            .collect();
        campaigns.sort_by_key(|campaign| campaign.from);
        campaigns
    }

    /// The places of the briefings of a campaign, by date.
    #[must_use]
    pub fn briefings_of(&self, campaign: &Campaign) -> Vec<usize> {
        let briefings = standing(&self.facts().briefings);
        briefings
            .filter(|(_, briefing)| briefing.fact.campaign.as_ref() == Some(&campaign.id))
            .map(|(place, _)| place)
            .collect()
    }

    /// The places of the briefings that were given and are to be followed up
    /// until a date, the earliest first.
    #[must_use]
    pub fn follow_ups(&self, until: Date) -> Vec<usize> {
        let due = |briefing: &Briefing| briefing.follow_up.filter(|date| *date <= until);
        let mut briefings: Vec<_> = standing(&self.facts().briefings)
            .filter(|(_, briefing)| briefing.fact.is_held())
            .filter_map(|(place, briefing)| Some((due(&briefing.fact)?, place)))
            .collect();
        briefings.sort_unstable();
        briefings.into_iter().map(|(_, place)| place).collect()
    }

    fn counts_for(&self, place: usize, code: MunicipalityCode) -> bool {
        let mut reach = self.briefing_reach(place).iter();
        reach.any(|reach| reach.code == code)
    }

    /// Whether any briefing that was given counts for the municipality.
    pub(crate) fn was_briefed(&self, code: MunicipalityCode) -> bool {
        let mut briefings = standing(&self.facts().briefings);
        briefings.any(|(place, briefing)| briefing.fact.is_held() && self.counts_for(place, code))
    }
}

impl Atlas {
    /// The targets of a campaign, by code.
    #[must_use]
    pub fn campaign_targets(&self, campaign: &Campaign, today: Date) -> Vec<CampaignTarget> {
        let index = self.index();
        let date = campaign.date(today);
        let briefings = index.briefings_of(campaign);
        let targets = standing(&index.facts().targets).map(|(_, target)| target);
        targets
            .filter(|target| target.fact.campaign == campaign.id)
            .filter_map(|target| {
                let municipality = self.find_place(target.fact.code, date)?;
                let code = municipality.view.code(municipality.at);
                let counts = |place: &&usize| {
                    let codes = [Some(target.fact.code), code];
                    let mut codes = codes.into_iter().flatten();
                    codes.any(|code| index.counts_for(**place, code))
                };
                Some(CampaignTarget {
                    briefing: briefings.iter().rev().find(counts).copied(),
                    target: target.clone(),
                    municipality,
                })
            })
            .collect()
    }

    /// A municipality on a date; for one that had ended, the only one that it
    /// went into, and else itself on the nearest day on which it existed.
    #[must_use]
    pub fn find_place(&self, code: MunicipalityCode, date: Date) -> Option<MunicipalityAt> {
        let lineage = self.index().lineage();
        let life = lineage.find_life(code)?;
        let (date, code) = if let [heir] = lineage.heirs(code, date).as_slice() {
            (date, *heir)
        } else {
            let last = life.to.and_then(|end| end.yesterday().ok());
            (date.max(life.from).min(last.unwrap_or(Date::MAX)), code)
        };
        let view = self.at(AsOf::new(date, None).ok()?);
        let at = view.find(code)?;
        Some(MunicipalityAt { view, at })
    }
}
