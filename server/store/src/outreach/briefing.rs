//! Briefings and the municipalities for which they count.

use std::collections::HashMap;

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{lines, read_code, read_date, read_lines, read_region, read_word};
use crate::{Change, StoreError};
use domain::id::Id;
use domain::outreach::campaign::Briefing;
use domain::places::code::MunicipalityCode;
use domain::recorded::Recorded;

const TABLE: &str = "briefing";

rows! {
    struct BriefingRow {
        id: String, campaign_id: Option<String>, date: String, stage: String, kind: String,
        region_set: Option<String>, region_code: Option<String>, owner: Option<String>,
        partners: String, outcome: Option<String>, follow_up: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct MunicipalityRow { briefing_id: String, recorded_in: i64, code: String }
}

pub(crate) async fn briefings(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Briefing>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        BriefingRow,
        "select id, campaign_id, date, stage, kind, region_set, region_code, owner, partners,
             outcome, follow_up, recorded_in, superseded_in
         from briefing
         order by date, id, recorded_in",
    )?;
    let mut municipalities = municipalities(tx).await?;
    let mut briefings = Vec::with_capacity(rows.len());
    for row in rows {
        let (recorded_in, superseded_in) = (row.recorded_in, row.superseded_in);
        let key = (row.id.clone(), recorded_in);
        let mut briefing = Briefing::try_from(row)?;
        briefing.municipalities = municipalities.remove(&key).unwrap_or_default();
        briefings.push(ledger.recorded(briefing, recorded_in, superseded_in)?);
    }
    Ok(briefings)
}

impl TryFrom<BriefingRow> for Briefing {
    type Error = StoreError;

    fn try_from(row: BriefingRow) -> Result<Self, StoreError> {
        let follow_up = row.follow_up.as_deref();
        Ok(Self {
            date: read_date(TABLE, &row.date)?,
            stage: read_word(TABLE, &row.stage)?,
            kind: read_word(TABLE, &row.kind)?,
            region: read_region(row.region_set.as_deref(), row.region_code.as_deref()),
            partners: read_lines(&row.partners),
            follow_up: follow_up.map(|date| read_date(TABLE, date)).transpose()?,
            id: row.id.into(),
            campaign: row.campaign_id.map(Into::into),
            municipalities: Vec::new(),
            owner: row.owner,
            outcome: row.outcome,
        })
    }
}

async fn municipalities(
    tx: &mut Tx,
) -> Result<HashMap<(String, i64), Vec<MunicipalityCode>>, StoreError> {
    let rows = fetch_all!(
        tx,
        MunicipalityRow,
        "select briefing_id, recorded_in, code
         from briefing_municipality
         order by briefing_id, recorded_in, code",
    )?;
    let mut municipalities: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let code = read_code("briefing_municipality", &row.code)?;
        let key = (row.briefing_id, row.recorded_in);
        municipalities.entry(key).or_default().push(code);
    }
    Ok(municipalities)
}

impl Change {
    /// The standing briefings, by date.
    pub async fn briefings(&mut self) -> Result<Vec<Briefing>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(briefings(&mut self.tx, &ledger).await?))
    }

    /// Records a briefing with its municipalities; the version that stands is
    /// superseded.
    pub async fn record_briefing(&mut self, briefing: &Briefing) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update briefing
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            briefing.id.as_str(),
        )?;
        let region = briefing.region.as_ref();
        execute!(
            &mut self.tx,
            "insert into briefing
                 (id, campaign_id, date, stage, kind, region_set, region_code, owner, partners,
                 outcome, follow_up, recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            briefing.id.as_str(),
            briefing.campaign.as_ref().map(Id::as_str),
            briefing.date.to_string(),
            briefing.stage.code(),
            briefing.kind.code(),
            region.map(|region| region.set.to_string()),
            region.map(|region| region.code.to_string()),
            briefing.owner.as_deref(),
            lines(&briefing.partners),
            briefing.outcome.as_deref(),
            briefing.follow_up.map(|date| date.to_string()),
            self.revision,
        )?;
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into briefing_municipality (briefing_id, recorded_in, code)",
            briefing.municipalities,
            |code| [briefing.id.to_string(), revision, code.to_string()]
        )?;
        Ok(())
    }
}
