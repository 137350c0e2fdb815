//! Arrangements for care coordination, and whom they cover.

use super::typed_rows::{TypedRows, open};
use crate::understand::absent_columns::CurrentRecords;
use crate::understand::cells::{RowCells, RowContext};
use crate::understand::codes::EndedCodeRule;
use crate::understand::columns::{
    BOUNDARY_DATE, CODE, ColumnLayout, NAME, NOTE, SOURCE_URL, VALID_FROM, VALID_TO, optional,
    required,
};
use crate::{ImportError, ImportJob, Report};
use actions::{record_arrangement_coverage, record_arrangement_details};
use domain::care::arrangement::{Arrangement, NamedMunicipality};
use domain::message::CellMessage;

const COVERAGE: &str = "coverage of arrangements";

pub(crate) static LAYOUTS: [ColumnLayout; 2] = [
    ColumnLayout {
        what: "arrangements",
        answer: &[],
        columns: &[
            required("id"),
            required("status"),
            required("mode").also(&["invulling"]),
            optional("organisation").also(&["organisatie"]),
            optional("commissioned_by").also(&["opdrachtgever"]),
            optional("age_from").also(&["leeftijd_van"]),
            optional("age_to").also(&["leeftijd_tot"]),
            optional("forms").also(&["vormen"]),
            optional("fte"),
            VALID_FROM,
            VALID_TO,
            optional("date_certainty").also(&["zekerheid_datum"]),
            SOURCE_URL,
            NOTE,
        ],
    },
    ColumnLayout {
        what: COVERAGE,
        answer: &["arrangement_id"],
        columns: &[
            required("arrangement_id").also(&["afspraak"]),
            BOUNDARY_DATE,
            CODE,
            NAME,
        ],
    },
];

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (table, context) = open(job, &LAYOUTS).await?;
    if table.found.layout.what == COVERAGE {
        return TypedRows::read(table, &context, |cells| named(cells, "arrangement_id"))
            .allowed("arrangement_id", |(id, _)| may_write(&context, id))
            .act(job, async |writer, named| {
                record_arrangement_coverage(writer, named).await
            })
            .await;
    }
    let kept = CurrentRecords::of(job, &table).await?;
    TypedRows::read(table, &context, arrangement)
        .unique("id", |arrangement| arrangement.id.clone())
        .allowed("id", |arrangement| may_write(&context, &arrangement.id))
        .keep(&kept)
        .act(job, async |writer, arrangements| {
            record_arrangement_details(writer, arrangements).await
        })
        .await
}

fn may_write(context: &RowContext, id: &str) -> Result<(), CellMessage> {
    if context.scope.arrangement(id) {
        return Ok(());
    }
    let id = id.to_owned();
    Err(CellMessage::ArrangementNotOwn { id })
}

fn arrangement(cells: &mut RowCells<'_>) -> Option<Arrangement> {
    let id = cells.required("id");
    let status = cells.word("status");
    let mode = cells.word("mode");
    let (age_from, age_to) = (cells.whole("age_from"), cells.whole("age_to"));
    let forms = cells.words("forms");
    let fte = cells.decimal("fte");
    let period = cells.period();
    let source = cells.source("date_certainty");
    Some(Arrangement {
        id: id?.into(),
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
pub(crate) fn named(cells: &mut RowCells<'_>, column: &str) -> Option<(String, NamedMunicipality)> {
    let id = cells.required(column);
    let boundary_date = cells.boundary_date();
    let code = cells.municipality(boundary_date, EndedCodeRule::Successor);
    Some((
        id?.to_owned(),
        NamedMunicipality {
            code: code?,
            boundary_date: boundary_date?,
        },
    ))
}
