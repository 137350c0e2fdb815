//! Bottlenecks and good practices.

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{read_code, read_date, read_region, read_word};
use crate::{Change, StoreError};
use domain::care::practice::{Bottleneck, GoodPractice};
use domain::recorded::Recorded;
use domain::source::Source;

rows! {
    struct BottleneckRow {
        id: String, category: String, text: String,
        region_set: Option<String>, region_code: Option<String>, municipality_code: Option<String>,
        raised: String, resolved: Option<String>, escalated_to: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct PracticeRow {
        id: String, title: String, text: String, block: Option<String>,
        region_set: Option<String>, region_code: Option<String>, municipality_code: Option<String>,
        source_url: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
}

pub(crate) async fn bottlenecks(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Bottleneck>>, StoreError> {
    const TABLE: &str = "bottleneck";
    let rows = fetch_all!(
        tx,
        BottleneckRow,
        "select id, category, text, region_set, region_code, municipality_code, raised, resolved,
             escalated_to, recorded_in, superseded_in
         from bottleneck
         order by raised, id, recorded_in",
    )?;
    let mut bottlenecks = Vec::with_capacity(rows.len());
    for row in rows {
        let code = row.municipality_code.as_deref();
        let resolved = row.resolved.as_deref();
        let bottleneck = Bottleneck {
            category: read_word(TABLE, &row.category)?,
            region: read_region(row.region_set.as_deref(), row.region_code.as_deref()),
            municipality: code.map(|code| read_code(TABLE, code)).transpose()?,
            raised: read_date(TABLE, &row.raised)?,
            resolved: resolved.map(|date| read_date(TABLE, date)).transpose()?,
            id: row.id.into(),
            text: row.text,
            escalated_to: row.escalated_to,
        };
        bottlenecks.push(ledger.recorded(bottleneck, row.recorded_in, row.superseded_in)?);
    }
    Ok(bottlenecks)
}

pub(crate) async fn good_practices(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<GoodPractice>>, StoreError> {
    let rows = fetch_all!(
        tx,
        PracticeRow,
        "select id, title, text, block, region_set, region_code, municipality_code, source_url,
             recorded_in, superseded_in
         from good_practice
         order by recorded_in, id",
    )?;
    let mut practices = Vec::with_capacity(rows.len());
    for row in rows {
        let code = row.municipality_code.as_deref();
        let practice = GoodPractice {
            region: read_region(row.region_set.as_deref(), row.region_code.as_deref()),
            municipality: code
                .map(|code| read_code("good_practice", code))
                .transpose()?,
            source: Source {
                url: row.source_url,
                certainty: None,
            },
            id: row.id.into(),
            title: row.title,
            text: row.text,
            block: row.block,
        };
        practices.push(ledger.recorded(practice, row.recorded_in, row.superseded_in)?);
    }
    Ok(practices)
}

impl Change {
    /// The standing bottlenecks, by date.
    pub async fn bottlenecks(&mut self) -> Result<Vec<Bottleneck>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(bottlenecks(&mut self.tx, &ledger).await?))
    }

    /// Records a bottleneck; the version that stands is superseded.
    pub async fn record_bottleneck(&mut self, bottleneck: &Bottleneck) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update bottleneck
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            bottleneck.id.as_str(),
        )?;
        let region = bottleneck.region.as_ref();
        execute!(
            &mut self.tx,
            "insert into bottleneck
                 (id, category, text, region_set, region_code, municipality_code, raised, resolved,
                 escalated_to, recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            bottleneck.id.as_str(),
            bottleneck.category.code(),
            bottleneck.text.as_str(),
            region.map(|region| region.set.to_string()),
            region.map(|region| region.code.to_string()),
            bottleneck.municipality.map(|code| code.to_string()),
            bottleneck.raised.to_string(),
            bottleneck.resolved.map(|date| date.to_string()),
            bottleneck.escalated_to.as_deref(),
            self.revision,
        )?;
        Ok(())
    }

    /// Records a good practice; the version that stands is superseded.
    pub async fn record_good_practice(
        &mut self,
        practice: &GoodPractice,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update good_practice
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            practice.id.as_str(),
        )?;
        let region = practice.region.as_ref();
        execute!(
            &mut self.tx,
            "insert into good_practice
                 (id, title, text, block, region_set, region_code, municipality_code, source_url,
                 recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            practice.id.as_str(),
            practice.title.as_str(),
            practice.text.as_str(),
            practice.block.as_deref(),
            region.map(|region| region.set.to_string()),
            region.map(|region| region.code.to_string()),
            practice.municipality.map(|code| code.to_string()),
            practice.source.url.as_deref(),
            self.revision,
        )?;
        Ok(())
    }
}
