//! Arrangements for care coordination, and whom they cover.

use super::cells::Cells;
use super::codes::Former;
use super::columns::{BOUNDARY_DATE, CODE, Layout, NAME, optional, required};
use super::parsed::{Parsed, open};
use super::{ImportError, Report, Request};
use crate::actions::{Writer, record_arrangement_coverage, record_arrangement_details};
use crate::domain::arrangement::{Arrangement, Named};

const COVERAGE: &str = "coverage of arrangements";

static LAYOUTS: [Layout; 2] = [
    Layout {
        what: "arrangements",
        columns: &[
            required("id"),
            required("status"),
            required("mode"),
            optional("organisation"),
            optional("commissioned_by"),
            optional("age_from"),
            optional("age_to"),
            optional("forms"),
            optional("fte"),
            required("valid_from"),
            optional("valid_to"),
            optional("date_certainty"),
            optional("source_url"),
            optional("note"),
        ],
    },
    Layout {
        what: COVERAGE,
        columns: &[required("arrangement_id"), BOUNDARY_DATE, CODE, NAME],
    },
];

pub(super) async fn import(writer: &Writer<'_>, request: &Request) -> Result<Report, ImportError> {
    let (table, context) = open(writer, request, &LAYOUTS).await?;
    if table.found.layout.what == COVERAGE {
        return Parsed::read(table, &context, |cells| named(cells, "arrangement_id"))
            .act(writer, request, async |writer, named| {
                record_arrangement_coverage(writer, named).await
            })
            .await;
    }
    Parsed::read(table, &context, arrangement)
        .unique("id", |arrangement| arrangement.id.clone())
        .act(writer, request, async |writer, arrangements| {
            record_arrangement_details(writer, arrangements).await
        })
        .await
}

fn arrangement(cells: &mut Cells<'_>) -> Option<Arrangement> {
    let id = cells.required("id");
    let status = cells.word("status");
    let mode = cells.word("mode");
    let (age_from, age_to) = (cells.whole("age_from"), cells.whole("age_to"));
    let forms = cells.words("forms");
    let fte = cells.decimal("fte");
    let period = cells.period();
    let source = cells.source("date_certainty");
    Some(Arrangement {
        id: id?.to_owned(),
        status: status?,
        mode: mode?,
        organisation: cells.owned("organisation"),
        commissioned_by: cells.owned("commissioned_by"),
        age_from: age_from?,
        age_to: age_to?,
        forms: forms?,
        fte: fte?,
        period: period?,
        source: source?,
        note: cells.owned("note"),
        contact: None,
        covers: Vec::new(),
    })
}

/// A row that says which municipality an arrangement or document names. An old
/// code is read as the municipality of the boundary date into which it went.
pub(super) fn named(cells: &mut Cells<'_>, column: &str) -> Option<(String, Named)> {
    let id = cells.required(column);
    let boundary_date = cells.boundary_date();
    let code = cells.municipality(boundary_date, Former::Successor);
    Some((
        id?.to_owned(),
        Named {
            code: code?,
            boundary_date: boundary_date?,
        },
    ))
}
