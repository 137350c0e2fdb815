//! Campaigns and their targets.

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{lines, read_code, read_date, read_lines, read_number, read_word};
use crate::{Change, StoreError};
use domain::outreach::campaign::{Campaign, Target};
use domain::recorded::Recorded;

rows! {
    struct CampaignRow {
        id: String, title: String, goal: i64, first_day: String, last_day: String, partners: String,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct TargetRow {
        campaign_id: String, code: String, stage: String, owner: Option<String>, replaces: String,
        recorded_in: i64, superseded_in: Option<i64>,
    }
}

pub(crate) async fn campaigns(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Campaign>>, StoreError> {
    const TABLE: &str = "campaign";
    let rows = fetch_all!(
        tx,
        CampaignRow,
        "select id, title, goal, first_day, last_day, partners, recorded_in, superseded_in
         from campaign
         order by recorded_in, id",
    )?;
    let mut campaigns = Vec::with_capacity(rows.len());
    for row in rows {
        let campaign = Campaign {
            goal: read_number(TABLE, row.goal)?,
            from: read_date(TABLE, &row.first_day)?,
            to: read_date(TABLE, &row.last_day)?,
            partners: read_lines(&row.partners),
            id: row.id.into(),
            title: row.title,
        };
        campaigns.push(ledger.recorded(campaign, row.recorded_in, row.superseded_in)?);
    }
    Ok(campaigns)
}

pub(crate) async fn targets(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Target>>, StoreError> {
    const TABLE: &str = "campaign_target";
    let rows = fetch_all!(
        tx,
        TargetRow,
        "select campaign_id, code, stage, owner, replaces, recorded_in, superseded_in
         from campaign_target
         order by campaign_id, code, recorded_in",
    )?;
    let mut targets = Vec::with_capacity(rows.len());
    for row in rows {
        let replaces = read_lines(&row.replaces);
        let replaces = replaces.iter().map(|code| read_code(TABLE, code));
        let target = Target {
            replaces: replaces.collect::<Result<_, _>>()?,
            code: read_code(TABLE, &row.code)?,
            stage: read_word(TABLE, &row.stage)?,
            campaign: row.campaign_id.into(),
            owner: row.owner,
        };
        targets.push(ledger.recorded(target, row.recorded_in, row.superseded_in)?);
    }
    Ok(targets)
}

impl Change {
    /// The standing campaigns, in the order in which they were made.
    pub async fn campaigns(&mut self) -> Result<Vec<Campaign>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(campaigns(&mut self.tx, &ledger).await?))
    }

    /// The standing targets, by campaign and code.
    pub async fn targets(&mut self) -> Result<Vec<Target>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(targets(&mut self.tx, &ledger).await?))
    }

    /// Records a campaign; the version that stands is superseded.
    pub async fn record_campaign(&mut self, campaign: &Campaign) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update campaign
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            campaign.id.as_str(),
        )?;
        execute!(
            &mut self.tx,
            "insert into campaign (id, title, goal, first_day, last_day, partners, recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7)",
            campaign.id.as_str(),
            campaign.title.as_str(),
            i64::from(campaign.goal),
            campaign.from.to_string(),
            campaign.to.to_string(),
            lines(&campaign.partners),
            self.revision,
        )?;
        Ok(())
    }

    /// Records how far a target has come; what stands is superseded.
    pub async fn record_target(&mut self, target: &Target) -> Result<(), StoreError> {
        let replaces: Vec<String> = target.replaces.iter().map(ToString::to_string).collect();
        execute!(
            &mut self.tx,
            "update campaign_target
             set superseded_in = $1
             where campaign_id = $2 and code = $3 and superseded_in is null",
            self.revision,
            target.campaign.as_str(),
            target.code.to_string(),
        )?;
        execute!(
            &mut self.tx,
            "insert into campaign_target (campaign_id, code, stage, owner, replaces, recorded_in)
             values ($1, $2, $3, $4, $5, $6)",
            target.campaign.as_str(),
            target.code.to_string(),
            target.stage.code(),
            target.owner.as_deref(),
            lines(&replaces),
            self.revision,
        )?;
        Ok(())
    }
}
