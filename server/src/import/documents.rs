//! Policy documents, and whom they cover.

use super::arrangements::named;
use super::cells::Cells;
use super::columns::{BOUNDARY_DATE, CODE, Layout, NAME, optional, required};
use super::parsed::{Parsed, open};
use super::{ImportError, Report, Request};
use crate::actions::{Writer, record_document_coverage, record_document_details};
use crate::domain::document::PolicyDocument;

const COVERAGE: &str = "coverage of documents";

static LAYOUTS: [Layout; 2] = [
    Layout {
        what: "documents",
        columns: &[
            required("id"),
            required("title"),
            required("scope"),
            optional("valid_from"),
            optional("valid_to"),
            optional("date_kind"),
            optional("identifier"),
            optional("source_url"),
            optional("themes_mentioned"),
            optional("note"),
        ],
    },
    Layout {
        what: COVERAGE,
        columns: &[required("document_id"), BOUNDARY_DATE, CODE, NAME],
    },
];

pub(super) async fn import(writer: &Writer<'_>, request: &Request) -> Result<Report, ImportError> {
    let (table, context) = open(writer, request, &LAYOUTS).await?;
    if table.found.layout.what == COVERAGE {
        return Parsed::read(table, &context, |cells| named(cells, "document_id"))
            .act(writer, request, async |writer, named| {
                record_document_coverage(writer, named).await
            })
            .await;
    }
    Parsed::read(table, &context, document)
        .unique("id", |document| document.id.clone())
        .act(writer, request, async |writer, documents| {
            record_document_details(writer, documents).await
        })
        .await
}

fn document(cells: &mut Cells<'_>) -> Option<PolicyDocument> {
    let id = cells.required("id");
    let title = cells.required("title");
    let scope = cells.word("scope");
    // A document without a date is listed but gives no verdict.
    let dated = cells.text("valid_from").is_some() || cells.text("valid_to").is_some();
    let period = if dated { cells.period() } else { None };
    let source = cells.source("date_kind");
    Some(PolicyDocument {
        id: id?.to_owned(),
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
