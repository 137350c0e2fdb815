//! Region sets, regions and memberships.

use std::collections::HashMap;

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_code, read_period};
use crate::{Change, StoreError};
use domain::facts::{Membership, Region, RegionSet};
use domain::places::code::RegionRef;
use domain::recorded::Recorded;

rows! {
    struct SetRow { id: String, title_nl: String, title_en: String, provisional: i64 }
    struct RegionRow { region_set: String, code: String, name: String, status: String }
    struct MembershipRow {
        region_set: String, region_code: String, municipality_code: String,
        valid_from: String, valid_to: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
}

pub(crate) async fn sets(tx: &mut Tx) -> Result<Vec<RegionSet>, StoreError> {
    let rows = fetch_all!(
        tx,
        SetRow,
        "select id, title_nl, title_en, provisional
         from region_set
         where superseded_in is null
         order by position, id",
    )?;
    Ok(rows
        .into_iter()
        .map(|row| RegionSet {
            id: row.id.into(),
            title_nl: row.title_nl,
            title_en: row.title_en,
            provisional: row.provisional != 0,
        })
        .collect())
}

pub(crate) async fn regions(tx: &mut Tx) -> Result<Vec<Region>, StoreError> {
    let rows = fetch_all!(
        tx,
        RegionRow,
        "select region_set, code, name, status
         from region
         where superseded_in is null
         order by region_set, code",
    )?;
    let region = |row: RegionRow| Region {
        id: RegionRef::new(&row.region_set, &row.code),
        name: row.name,
        status: row.status,
    };
    Ok(rows.into_iter().map(region).collect())
}

pub(crate) async fn memberships(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Membership>>, StoreError> {
    let rows = fetch_all!(
        tx,
        MembershipRow,
        "select region_set, region_code, municipality_code, valid_from, valid_to, recorded_in, superseded_in
         from region_membership
         order by region_set, municipality_code, valid_from, recorded_in",
    )?;
    let mut names: HashMap<(String, String), RegionRef> = HashMap::new();
    let mut memberships = Vec::with_capacity(rows.len());
    for row in rows {
        let membership = Membership {
            code: read_code("region_membership", &row.municipality_code)?,
            period: read_period(
                "region_membership",
                &row.valid_from,
                row.valid_to.as_deref(),
            )?,
            region: {
                let region = RegionRef::new(&row.region_set, &row.region_code);
                names
                    .entry((row.region_set, row.region_code))
                    .or_insert(region)
                    .clone()
            },
        };
        memberships.push(ledger.recorded(membership, row.recorded_in, row.superseded_in)?);
    }
    Ok(memberships)
}

impl Change {
    /// The standing region sets, in the order in which they are shown.
    pub async fn region_sets(&mut self) -> Result<Vec<RegionSet>, StoreError> {
        sets(&mut self.tx).await
    }

    /// The standing memberships, by set, municipality and date.
    pub async fn memberships(&mut self) -> Result<Vec<Membership>, StoreError> {
        let ledger = self.ledger().await?;
        Ok(standing(memberships(&mut self.tx, &ledger).await?))
    }

    /// Records region sets of an empty database, in the order in which they are
    /// shown.
    pub async fn record_region_sets(&mut self, sets: &[RegionSet]) -> Result<(), StoreError> {
        for (position, set) in sets.iter().enumerate() {
            self.record_region_set(set, position).await?;
        }
        Ok(())
    }

    /// Records a region set with its place in the order in which sets are
    /// shown; the one that stands is superseded.
    pub async fn record_region_set(
        &mut self,
        set: &RegionSet,
        position: usize,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update region_set
             set superseded_in = $1
             where id = $2 and superseded_in is null",
            self.revision,
            set.id.to_string(),
        )?;
        execute!(
            &mut self.tx,
            "insert into region_set (id, title_nl, title_en, provisional, position, recorded_in)
             values ($1, $2, $3, $4, $5, $6)",
            set.id.to_string(),
            set.title_nl.as_str(),
            set.title_en.as_str(),
            i64::from(set.provisional),
            i64::try_from(position).unwrap_or(i64::MAX),
            self.revision,
        )?;
        Ok(())
    }

    /// The standing regions.
    pub async fn regions(&mut self) -> Result<Vec<Region>, StoreError> {
        regions(&mut self.tx).await
    }

    /// Records a region; the one that stands is superseded.
    pub async fn record_region(&mut self, region: &Region) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update region
             set superseded_in = $1
             where region_set = $2 and code = $3 and superseded_in is null",
            self.revision,
            region.id.set.to_string(),
            region.id.code.to_string(),
        )?;
        execute!(
            &mut self.tx,
            "insert into region (region_set, code, name, status, recorded_in)
             values ($1, $2, $3, $4, $5)",
            region.id.set.to_string(),
            region.id.code.to_string(),
            region.name.as_str(),
            region.status.as_str(),
            self.revision,
        )?;
        Ok(())
    }

    /// Withdraws a standing membership.
    pub async fn supersede_membership(
        &mut self,
        membership: &Membership,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update region_membership
             set superseded_in = $1
             where region_set = $2
                 and municipality_code = $3
                 and valid_from = $4
                 and superseded_in is null",
            self.revision,
            membership.region.set.to_string(),
            membership.code.to_string(),
            membership.period.from.to_string(),
        )?;
        Ok(())
    }

    /// Records memberships.
    pub async fn record_memberships(
        &mut self,
        memberships: &[Membership],
    ) -> Result<(), StoreError> {
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into region_membership
                 (region_set, region_code, municipality_code, valid_from, valid_to, recorded_in)",
            memberships,
            |membership| [
                membership.region.set.to_string(),
                membership.region.code.to_string(),
                membership.code.to_string(),
                membership.period.from.to_string(),
                membership.period.to.map(|to| to.to_string()),
                revision
            ]
        )?;
        Ok(())
    }
}
