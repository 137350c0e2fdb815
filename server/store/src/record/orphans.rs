//! Records that stand while what they belong to does not.

use crate::sql::dialect::{fetch_all, fetch_one, rows};
use crate::{Change, StoreError};

rows! {
    struct EndRow { subject: String }
}
rows! {
    struct ParentsRow { parents: i64 }
}

/// Among which records orphans are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrphanSearch {
    /// All that stand.
    Everywhere,
    /// Those that this change wrote.
    WrittenNow,
}

impl Change {
    /// Whether a change wrote something that records of other tables belong to.
    pub async fn wrote_parents(&mut self, revision: u64) -> Result<bool, StoreError> {
        let revision = i64::try_from(revision).unwrap_or(i64::MAX);
        let row = fetch_one!(
            &mut self.tx,
            ParentsRow,
            "select (select count(*) from region_set where recorded_in = $1)
                 + (select count(*) from region where recorded_in = $1)
                 + (select count(*) from campaign where recorded_in = $1)
                 + (select count(*) from boundary_edition where recorded_in = $1)
                 + (select count(*) from rubric where recorded_in = $1) as parents",
            revision,
        )?;
        Ok(row.parents > 0)
    }

    /// Standing records of which what they belong to does not stand, each by
    /// its table and key. There are none unless something was taken back from
    /// under them.
    pub async fn orphans(&mut self, search: OrphanSearch) -> Result<Vec<String>, StoreError> {
        let written_from = match search {
            OrphanSearch::Everywhere => 0,
            OrphanSearch::WrittenNow => self.revision,
        };
        let rows = fetch_all!(
            &mut self.tx,
            EndRow,
            "select 'region ' || it.region_set || ' ' || it.code as subject
             from region it
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from region_set of
                     where of.id = it.region_set and of.superseded_in is null)
             union
             select 'region_membership ' || it.region_set || ' ' || it.municipality_code
             from region_membership it
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from region of
                     where of.region_set = it.region_set and of.code = it.region_code
                         and of.superseded_in is null)
             union
             select 'campaign_target ' || it.campaign_id || ' ' || it.code
             from campaign_target it
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from campaign of
                     where of.id = it.campaign_id and of.superseded_in is null)
             union
             select 'briefing ' || it.id
             from briefing it
             where it.superseded_in is null and it.recorded_in >= $1
                 and it.campaign_id is not null
                 and not exists (select 1 from campaign of
                     where of.id = it.campaign_id and of.superseded_in is null)
             union
             select 'population_figure ' || it.boundary_date || ' ' || it.code
             from population_figure it
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from boundary_edition of
                     where of.date = it.boundary_date and of.superseded_in is null)
             union
             select 'arrangement ' || it.id
             from arrangement it
             join arrangement_coverage named
                 on named.arrangement_id = it.id and named.recorded_in = it.recorded_in
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from boundary_edition of
                     where of.date = named.boundary_date and of.superseded_in is null)
             union
             select 'policy_document ' || it.id
             from policy_document it
             join document_coverage named
                 on named.document_id = it.id and named.recorded_in = it.recorded_in
             where it.superseded_in is null and it.recorded_in >= $1
                 and not exists (select 1 from boundary_edition of
                     where of.date = named.boundary_date and of.superseded_in is null)
             union
             select 'verdict ' || it.code || ' ' || it.rubric || ' ' || it.block || ' ' || it.valid_from
             from verdict it
             join rubric of on of.id = it.rubric
             where it.superseded_in is null and of.superseded_in is not null
             order by subject",
            written_from,
        )?;
        Ok(rows.into_iter().map(|row| row.subject).collect())
    }
}
