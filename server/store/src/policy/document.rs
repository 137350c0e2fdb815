//! Policy documents.

use std::collections::HashMap;

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_code, read_date, read_period, read_word};
use crate::{Change, StoreError};
use domain::care::arrangement::NamedMunicipality;
use domain::policy::document::PolicyDocument;
use domain::recorded::Recorded;
use domain::source::Source;

const TABLE: &str = "policy_document";

rows! {
    struct DocumentRow {
        id: String, title: String, scope: String, identifier: Option<String>,
        valid_from: Option<String>, valid_to: Option<String>,
        source_url: Option<String>, source_certainty: Option<String>,
        themes_mentioned: Option<String>, note: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct CoverageRow { document_id: String, recorded_in: i64, code: String, boundary_date: String }
}

pub(crate) async fn documents(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<PolicyDocument>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        DocumentRow,
        "select id, title, scope, identifier, valid_from, valid_to, source_url, source_certainty,
             themes_mentioned, note, recorded_in, superseded_in
         from policy_document
         order by id, recorded_in",
    )?;
    let mut covers = coverage(tx).await?;
    let mut documents = Vec::with_capacity(rows.len());
    for row in rows {
        let (recorded_in, superseded_in) = (row.recorded_in, row.superseded_in);
        let key = (row.id.clone(), recorded_in);
        let mut document = PolicyDocument::try_from(row)?;
        document.covers = covers.remove(&key).unwrap_or_default();
        documents.push(ledger.recorded(document, recorded_in, superseded_in)?);
    }
    Ok(documents)
}

impl TryFrom<DocumentRow> for PolicyDocument {
    type Error = StoreError;

    fn try_from(row: DocumentRow) -> Result<Self, StoreError> {
        let period = row
            .valid_from
            .as_deref()
            .map(|from| read_period(TABLE, from, row.valid_to.as_deref()));
        Ok(Self {
            scope: read_word(TABLE, &row.scope)?,
            period: period.transpose()?,
            id: row.id.into(),
            title: row.title,
            identifier: row.identifier,
            source: Source {
                url: row.source_url,
                certainty: row.source_certainty,
            },
            themes_mentioned: row.themes_mentioned,
            note: row.note,
            covers: Vec::new(),
        })
    }
}

async fn coverage(
    tx: &mut Tx,
) -> Result<HashMap<(String, i64), Vec<NamedMunicipality>>, StoreError> {
    let rows = fetch_all!(
        tx,
        CoverageRow,
        "select document_id, recorded_in, code, boundary_date
         from document_coverage
         order by document_id, recorded_in, code, boundary_date",
    )?;
    let mut covers: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let named = NamedMunicipality {
            code: read_code("document_coverage", &row.code)?,
            boundary_date: read_date("document_coverage", &row.boundary_date)?,
        };
        covers
            .entry((row.document_id, row.recorded_in))
            .or_default()
            .push(named);
    }
    Ok(covers)
}

impl Change {
    /// The standing documents, by id.
    pub async fn documents(&mut self) -> Result<Vec<PolicyDocument>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(documents(&mut self.tx, &ledger).await?))
    }

    /// Records a document with its coverage; the version that stands is
    /// superseded.
    pub async fn record_document(&mut self, document: &PolicyDocument) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update policy_document
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            document.id.as_str(),
        )?;
        execute!(
            &mut self.tx,
            "insert into policy_document
                 (id, title, scope, identifier, valid_from, valid_to, source_url, source_certainty,
                 themes_mentioned, note, recorded_in)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            document.id.as_str(),
            document.title.as_str(),
            document.scope.code(),
            document.identifier.as_deref(),
            document.period.map(|period| period.from.to_string()),
            document
                .period
                .and_then(|period| period.to)
                .map(|to| to.to_string()),
            document.source.url.as_deref(),
            document.source.certainty.as_deref(),
            document.themes_mentioned.as_deref(),
            document.note.as_deref(),
            self.revision,
        )?;
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into document_coverage (document_id, recorded_in, code, boundary_date)",
            document.covers,
            |named| [
                document.id.to_string(),
                revision,
                named.code.to_string(),
                named.boundary_date.to_string()
            ]
        )?;
        Ok(())
    }
}
