//! Region sets, regions, and who lies in which.

use std::sync::Arc;

use super::typed_rows::{TypedRows, open};
use crate::understand::cells::RowCells;
use crate::understand::codes::EndedCodeRule;
use crate::understand::columns::{BOUNDARY_DATE, CODE, ColumnLayout, NAME, optional, required};
use crate::{ImportError, ImportJob, Report};
use actions::{record_region_sets, record_regions, set_memberships};
use domain::dates::Period;
use domain::facts::{Membership, Region, RegionSet};
use domain::message::TextMessage;
use domain::places::code::RegionRef;

const SETS: &str = "region sets";
const REGIONS: &str = "regions";

pub(crate) static LAYOUTS: [ColumnLayout; 3] = [
    ColumnLayout {
        what: REGIONS,
        answer: &[],
        columns: &[
            required("region_set").also(&["indeling"]),
            required("code").also(&["regiocode"]),
            required("name").also(&["naam"]),
            optional("status"),
        ],
    },
    ColumnLayout {
        what: "memberships",
        answer: &["region_set", "region_code"],
        columns: &[
            BOUNDARY_DATE,
            CODE,
            NAME,
            required("region_set").also(&["indeling"]),
            required("region_code").also(&["regiocode"]),
        ],
    },
    ColumnLayout {
        what: SETS,
        answer: &[],
        columns: &[
            required("id"),
            required("title_nl"),
            optional("title_en"),
            optional("provisional"),
        ],
    },
];

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (table, context) = open(job, &LAYOUTS).await?;
    match table.found.layout.what {
        SETS => {
            TypedRows::read(table, &context, region_set)
                .unique("id", |set| Arc::clone(&set.id))
                .act(job, async |writer, sets| {
                    record_region_sets(writer, sets).await
                })
                .await
        }
        REGIONS => {
            TypedRows::read(table, &context, region)
                .unique("code", |region| region.id.clone())
                .act(job, async |writer, regions| {
                    record_regions(writer, regions).await
                })
                .await
        }
        _ => {
            TypedRows::read(table, &context, membership)
                .unique("municipality_code", |membership| {
                    (
                        Arc::clone(&membership.region.set),
                        membership.code,
                        membership.period.from,
                    )
                })
                .act(job, async |writer, memberships| {
                    set_memberships(writer, memberships).await
                })
                .await
        }
    }
}

fn region_set(cells: &mut RowCells<'_>) -> Option<RegionSet> {
    let id = cells.required("id");
    let title_nl = cells.required("title_nl");
    let provisional = match cells.text("provisional").map(str::to_lowercase).as_deref() {
        None | Some("false" | "0" | "no" | "nee" | "onwaar") => false,
        Some("true" | "1" | "yes" | "ja" | "waar") => true,
        Some(other) => {
            let given = other.to_owned();
            cells.refuse("provisional", TextMessage::BadYesOrNo { given });
            false
        }
    };
    Some(RegionSet {
        id: id?.into(),
        title_nl: title_nl?.to_owned(),
        title_en: cells.text("title_en").or(title_nl)?.to_owned(),
        provisional,
    })
}

fn region(cells: &mut RowCells<'_>) -> Option<Region> {
    let (set, code) = (cells.required("region_set"), cells.required("code"));
    let name = cells.required("name");
    Some(Region {
        id: RegionRef::new(set?, code?),
        name: name?.to_owned(),
        status: cells.text("status").unwrap_or_default().to_owned(),
    })
}

/// A membership holds from its boundary date up to the next one.
fn membership(cells: &mut RowCells<'_>) -> Option<Membership> {
    let from = cells.boundary_date();
    let code = cells.municipality(from, EndedCodeRule::Successor);
    let (set, region) = (cells.required("region_set"), cells.required("region_code"));
    let from = from?;
    Some(Membership {
        region: RegionRef::new(set?, region?),
        code: code?,
        period: Period {
            from,
            to: cells.context.register.next_edition(from),
        },
    })
}
