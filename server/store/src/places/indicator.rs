//! Figures for the whole country.

use crate::sql::dialect::{Tx, fetch_all, insert_all, rows};
use crate::text::read_date;
use crate::{Change, StoreError};
use domain::facts::NationalIndicator;
use domain::source::Source;

rows! {
    struct IndicatorRow {
        indicator: String, date: String, value: f64, of_total: Option<f64>, unit: String,
        source_url: Option<String>, source_certainty: Option<String>, note: String,
    }
}

pub(crate) async fn indicators(tx: &mut Tx) -> Result<Vec<NationalIndicator>, StoreError> {
    let rows = fetch_all!(
        tx,
        IndicatorRow,
        "select indicator, date, value, of_total, unit, source_url, source_certainty, note
         from national_indicator
         where superseded_in is null
         order by indicator, date",
    )?;
    rows.into_iter().map(NationalIndicator::try_from).collect()
}

impl TryFrom<IndicatorRow> for NationalIndicator {
    type Error = StoreError;

    fn try_from(row: IndicatorRow) -> Result<Self, StoreError> {
        Ok(Self {
            date: read_date("national_indicator", &row.date)?,
            indicator: row.indicator,
            value: row.value,
            of_total: row.of_total,
            unit: row.unit,
            source: Source {
                url: row.source_url,
                certainty: row.source_certainty,
            },
            note: row.note,
        })
    }
}

impl Change {
    /// Records figures for the whole country.
    pub async fn record_indicators(
        &mut self,
        indicators: &[NationalIndicator],
    ) -> Result<(), StoreError> {
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into national_indicator
                 (indicator, date, value, of_total, unit, source_url, source_certainty, note, recorded_in)",
            indicators,
            |figure| [
                figure.indicator.clone(),
                figure.date.to_string(),
                figure.value,
                figure.of_total,
                figure.unit.clone(),
                figure.source.url.clone(),
                figure.source.certainty.clone(),
                figure.note.clone(),
                revision
            ]
        )?;
        Ok(())
    }
}
