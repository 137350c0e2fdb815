//! The register of codes and names, without reading the outlines.

use std::sync::Arc;

use super::municipality::{aliases, successions};
use crate::sql::dialect::{Tx, fetch_all, fetch_one, rows};
use crate::sql::read_cache::{NO_CHANGE, ReadCache};
use crate::text::{read_code, read_date};
use crate::{Change, Store, StoreError};
use domain::places::register::Register;

rows! {
    struct MarkRow { revision: i64 }
    struct NameRow { edition_date: String, code: String, name: String }
}

/// The register as it stands in the change that makes `revision`.
async fn current(
    tx: &mut Tx,
    kept: &ReadCache<Arc<Register>>,
    revision: i64,
) -> Result<Arc<Register>, StoreError> {
    let mark = fetch_one!(
        &mut *tx,
        MarkRow,
        "select coalesce(max(revision), 0) as revision
         from (
             select max(recorded_in) as revision from boundary_edition
             union all
             select max(superseded_in) from boundary_edition
             union all
             select max(recorded_in) from succession
             union all
             select max(superseded_in) from succession
             union all
             select max(recorded_in) from alias
             union all
             select max(superseded_in) from alias
         ) as parts",
    )?
    .revision;
    kept.get_or_read(mark, revision, read(tx)).await
}

impl Change {
    /// Who bore which code and name. Kept between changes that leave it alone.
    pub async fn register(&mut self) -> Result<Arc<Register>, StoreError> {
        current(&mut self.tx, &self.store.register, self.revision).await
    }
}

impl Store {
    /// Who bore which code and name, as it stands.
    pub async fn register(&self) -> Result<Arc<Register>, StoreError> {
        current(&mut self.snapshot().await?, &self.register, NO_CHANGE).await
    }
}

async fn read(tx: &mut Tx) -> Result<Arc<Register>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        NameRow,
        "select area.edition_date, area.code, area.name
         from boundary_area as area
         join boundary_edition as edition
             on edition.date = area.edition_date and edition.recorded_in = area.recorded_in
         where edition.superseded_in is null
         order by area.edition_date, area.code",
    )?;
    let mut areas = Vec::with_capacity(rows.len());
    for row in rows {
        areas.push((
            read_date("boundary_area", &row.edition_date)?,
            read_code("boundary_area", &row.code)?,
            row.name.into(),
        ));
    }
    let register = Register::new(areas, successions(tx).await?, &aliases(tx).await?);
    Ok(Arc::new(register))
}
