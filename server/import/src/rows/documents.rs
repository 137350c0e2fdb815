//! Policy documents, and whom they cover.

use super::arrangements::named;
use super::typed_rows::{TypedRows, open};
use crate::understand::absent_columns::CurrentRecords;
use crate::understand::cells::{RowCells, RowContext};
use crate::understand::columns::{
    BOUNDARY_DATE, CODE, ColumnLayout, NAME, NOTE, SOURCE_URL, VALID_TO, optional, required,
};
use crate::{ImportError, ImportJob, Report};
use actions::{record_document_coverage, record_document_details};
use domain::message::CellMessage;
use domain::policy::document::PolicyDocument;

const COVERAGE: &str = "coverage of documents";

pub(crate) static LAYOUTS: [ColumnLayout; 2] = [
    ColumnLayout {
        what: "documents",
        answer: &[],
        columns: &[
            required("id"),
            required("title").also(&["titel"]),
            required("scope").also(&["reikwijdte"]),
            optional("valid_from").also(&["geldig_vanaf"]),
            VALID_TO,
            optional("date_kind").also(&["soort_datum"]),
            optional("identifier").also(&["kenmerk"]),
            SOURCE_URL,
            optional("themes_mentioned").also(&["themas"]),
            NOTE,
        ],
    },
    ColumnLayout {
        what: COVERAGE,
        answer: &["document_id"],
        columns: &[
            required("document_id").also(&["beleidsdocument"]),
            BOUNDARY_DATE,
            CODE,
            NAME,
        ],
    },
];

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (table, context) = open(job, &LAYOUTS).await?;
    if table.found.layout.what == COVERAGE {
        return TypedRows::read(table, &context, |cells| named(cells, "document_id"))
            .allowed("document_id", |(id, _)| may_write(&context, id))
            .act(job, async |writer, named| {
                record_document_coverage(writer, named).await
            })
            .await;
    }
    let kept = CurrentRecords::of(job, &table).await?;
    TypedRows::read(table, &context, document)
        .unique("id", |document| document.id.clone())
        .allowed("id", |document| may_write(&context, &document.id))
        .keep(&kept)
        .act(job, async |writer, documents| {
            record_document_details(writer, documents).await
        })
        .await
}

fn may_write(context: &RowContext, id: &str) -> Result<(), CellMessage> {
    if context.scope.document(id) {
        return Ok(());
    }
    let id = id.to_owned();
    Err(CellMessage::DocumentNotOwn { id })
}

fn document(cells: &mut RowCells<'_>) -> Option<PolicyDocument> {
    let id = cells.required("id");
    let title = cells.required("title");
    let scope = cells.word("scope");
    // A document without a date is listed but gives no verdict.
    let dated = cells.text("valid_from").is_some() || cells.text("valid_to").is_some();
    let period = if dated { cells.period() } else { None };
    let source = cells.source("date_kind");
    Some(PolicyDocument {
        id: id?.into(),
        title: title?.to_owned(),
        scope: scope?,
        identifier: cells.owned("identifier"),
        period,
        source: source?,
        themes_mentioned: cells.owned("themes_mentioned"),
        note: cells.owned("note"),
        covers: Vec::new(),
    })
}
