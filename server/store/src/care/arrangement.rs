//! Arrangements for care coordination.

use std::collections::HashMap;

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_code, read_date, read_number, read_period, read_word};
use crate::{Change, StoreError};
use domain::care::arrangement::{Arrangement, Contact, NamedMunicipality};
use domain::recorded::Recorded;
use domain::source::Source;
use domain::vocabulary::ExploitationForm;

const TABLE: &str = "arrangement";

rows! {
    struct ArrangementRow {
        id: String, status: String, mode: String, organisation: Option<String>, commissioned_by: Option<String>,
        age_from: Option<i64>, age_to: Option<i64>, fte: Option<f64>,
        valid_from: String, valid_to: Option<String>,
        source_url: Option<String>, source_certainty: Option<String>, note: Option<String>,
        contact_name: Option<String>, contact_email: Option<String>, contact_phone: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct FormRow { arrangement_id: String, recorded_in: i64, form: String }
    struct CoverageRow { arrangement_id: String, recorded_in: i64, code: String, boundary_date: String }
}

pub(crate) async fn arrangements(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Arrangement>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        ArrangementRow,
        "select id, status, mode, organisation, commissioned_by, age_from, age_to, fte, valid_from, valid_to,
             source_url, source_certainty, note, contact_name, contact_email, contact_phone,
             recorded_in, superseded_in
         from arrangement
         order by id, recorded_in",
    )?;
    let mut forms = forms(tx).await?;
    let mut covers = coverage(tx).await?;
    let mut arrangements = Vec::with_capacity(rows.len());
    for row in rows {
        let (recorded_in, superseded_in) = (row.recorded_in, row.superseded_in);
        let key = (row.id.clone(), recorded_in);
        let mut arrangement = Arrangement::try_from(row)?;
        arrangement.forms = forms.remove(&key).unwrap_or_default();
        arrangement.covers = covers.remove(&key).unwrap_or_default();
        arrangements.push(ledger.recorded(arrangement, recorded_in, superseded_in)?);
    }
    Ok(arrangements)
}

impl TryFrom<ArrangementRow> for Arrangement {
    type Error = StoreError;

    fn try_from(row: ArrangementRow) -> Result<Self, StoreError> {
        Ok(Self {
            status: read_word(TABLE, &row.status)?,
            mode: read_word(TABLE, &row.mode)?,
            organisation: row.organisation,
            commissioned_by: row.commissioned_by,
            age_from: row
                .age_from
                .map(|age| read_number(TABLE, age))
                .transpose()?,
            age_to: row.age_to.map(|age| read_number(TABLE, age)).transpose()?,
            forms: Vec::new(),
            fte: row.fte,
            period: read_period(TABLE, &row.valid_from, row.valid_to.as_deref())?,
            source: Source {
                url: row.source_url,
                certainty: row.source_certainty,
            },
            note: row.note,
            contact: Some(Contact {
                name: row.contact_name,
                email: row.contact_email,
                phone: row.contact_phone,
            })
            .filter(|contact| *contact != Contact::default()),
            covers: Vec::new(),
            id: row.id.into(),
        })
    }
}

type ByVersion<T> = HashMap<(String, i64), Vec<T>>;

async fn forms(tx: &mut Tx) -> Result<ByVersion<ExploitationForm>, StoreError> {
    let rows = fetch_all!(
        tx,
        FormRow,
        "select arrangement_id, recorded_in, form
         from arrangement_form
         order by arrangement_id, recorded_in, form",
    )?;
    let mut forms = ByVersion::new();
    for row in rows {
        let form = read_word("arrangement_form", &row.form)?;
        forms
            .entry((row.arrangement_id, row.recorded_in))
            .or_default()
            .push(form);
    }
    for forms in forms.values_mut() {
        forms.sort_unstable();
    }
    Ok(forms)
}

async fn coverage(tx: &mut Tx) -> Result<ByVersion<NamedMunicipality>, StoreError> {
    let rows = fetch_all!(
        tx,
        CoverageRow,
        "select arrangement_id, recorded_in, code, boundary_date
         from arrangement_coverage
         order by arrangement_id, recorded_in, code, boundary_date",
    )?;
    let mut covers = ByVersion::new();
    for row in rows {
        let named = NamedMunicipality {
            code: read_code("arrangement_coverage", &row.code)?,
            boundary_date: read_date("arrangement_coverage", &row.boundary_date)?,
        };
        covers
            .entry((row.arrangement_id, row.recorded_in))
            .or_default()
            .push(named);
    }
    Ok(covers)
}

impl Change {
    /// The standing arrangements, by id.
    pub async fn arrangements(&mut self) -> Result<Vec<Arrangement>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(arrangements(&mut self.tx, &ledger).await?))
    }

    /// Records an arrangement with its forms and coverage; the version that
    /// stands is superseded.
    pub async fn record_arrangement(
        &mut self,
        arrangement: &Arrangement,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update arrangement
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            arrangement.id.as_str(),
        )?;
        let contact = arrangement.contact.as_ref();
        execute!(
            &mut self.tx,
            "insert into arrangement
                 (id, status, mode, organisation, commissioned_by, age_from, age_to, fte, valid_from, valid_to,
                 source_url, source_certainty, note, contact_name, contact_email, contact_phone, recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
            arrangement.id.as_str(),
            arrangement.status.code(),
            arrangement.mode.code(),
            arrangement.organisation.as_deref(),
            arrangement.commissioned_by.as_deref(),
            arrangement.age_from.map(i64::from),
            arrangement.age_to.map(i64::from),
            arrangement.fte,
            arrangement.period.from.to_string(),
            arrangement.period.to.map(|to| to.to_string()),
            arrangement.source.url.as_deref(),
            arrangement.source.certainty.as_deref(),
            arrangement.note.as_deref(),
            contact.and_then(|contact| contact.name.as_deref()),
            contact.and_then(|contact| contact.email.as_deref()),
            contact.and_then(|contact| contact.phone.as_deref()),
            self.revision,
        )?;
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into arrangement_form (arrangement_id, recorded_in, form)",
            arrangement.forms,
            |form| [arrangement.id.to_string(), revision, form.code()]
        )?;
        insert_all!(
            &mut self.tx,
            "insert into arrangement_coverage (arrangement_id, recorded_in, code, boundary_date)",
            arrangement.covers,
            |named| [
                arrangement.id.to_string(),
                revision,
                named.code.to_string(),
                named.boundary_date.to_string()
            ]
        )?;
        Ok(())
    }
}
