//! What a table tells of the targets of a campaign. Internal: whether who asks
//! may read them is decided before.

use std::collections::BTreeMap;

use jiff::civil::Date;

use atlas::CampaignTarget;
use domain::outreach::campaign::Campaign;
use domain::places::code::MunicipalityCode;
use domain::vocabulary::OutreachStage;

/// The targets of a campaign, by the code that they bear on its date.
#[derive(Debug, Clone)]
pub struct CampaignTable {
    /// What the campaign is called.
    pub title: String,
    /// The day of which its municipalities are.
    pub date: Date,
    targets: BTreeMap<MunicipalityCode, TargetState>,
}

/// How far a target has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetState {
    /// The stage.
    pub stage: OutreachStage,
    /// Who of the staff looks after it.
    pub owner: Option<String>,
    /// The date of the last briefing of the campaign that counts for it, given
    /// or planned.
    pub briefing: Option<Date>,
}

impl CampaignTable {
    /// The table of these targets; where two became one municipality, the one
    /// that has come furthest counts.
    #[must_use]
    pub fn new(campaign: &Campaign, today: Date, targets: &[CampaignTarget]) -> Self {
        let mut states: BTreeMap<MunicipalityCode, TargetState> = BTreeMap::new();
        for CampaignTarget {
            target,
            municipality: place,
            briefing,
        } in targets
        {
            let Some(code) = place.view.code(place.at) else {
                continue;
            };
            let index = place.view.index();
            let state = TargetState {
                stage: target.fact.stage,
                owner: target.fact.owner.clone(),
                briefing: briefing.map(|briefing| index.briefing(briefing).date),
            };
            let further =
                |other: &TargetState| other.stage.is_reached() || !state.stage.is_reached();
            if !states.get(&code).is_some_and(further) {
                states.insert(code, state);
            }
        }
        Self {
            title: campaign.title.clone(),
            date: campaign.date(today),
            targets: states,
        }
    }

    /// The codes of the targets.
    pub fn codes(&self) -> impl Iterator<Item = MunicipalityCode> {
        self.targets.keys().copied()
    }

    pub(super) fn state(&self, code: MunicipalityCode) -> Option<&TargetState> {
        self.targets.get(&code)
    }
}
