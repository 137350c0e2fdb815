//! Verdicts on building blocks.

use std::sync::Arc;

use jiff::civil::Date;

use super::cells::Cells;
use super::codes::Former;
use super::columns::{CODE, Layout, NAME, nearest, optional, required};
use super::parsed::{Parsed, open};
use super::{ImportError, Report, Request};
use crate::actions::{NewVerdict, Writer, record_verdicts};
use crate::domain::dates::LAST_DATE;
use crate::domain::policy::check_established;
use crate::domain::rubric::{Rubric, in_force};

static LAYOUTS: [Layout; 1] = [Layout {
    what: "verdicts",
    columns: &[
        CODE,
        NAME,
        required("block"),
        required("verdict"),
        required("valid_from"),
        required("established"),
        optional("source_url"),
        optional("note"),
        optional("rubric"),
    ],
}];

pub(super) async fn import(writer: &Writer<'_>, request: &Request) -> Result<Report, ImportError> {
    let (table, context) = open(writer, request, &LAYOUTS).await?;
    let rubrics = writer.store().rubrics().await?;
    Parsed::read(table, &context, |cells| verdict(cells, &rubrics))
        .unique("block", |verdict| {
            (
                verdict.code,
                Arc::clone(&verdict.rubric),
                Arc::clone(&verdict.block),
                verdict.valid_from,
            )
        })
        .act(writer, request, async |writer, verdicts| {
            record_verdicts(writer, verdicts).await
        })
        .await
}

fn verdict(cells: &mut Cells<'_>, rubrics: &[Arc<Rubric>]) -> Option<NewVerdict> {
    let valid_from = cells.date("valid_from");
    let code = cells.municipality(valid_from, Former::Successor);
    let block = block(cells, rubrics, valid_from);
    let verdict = cells.word("verdict");
    let established = cells.word("established");
    if let (Some(verdict), Some(established)) = (verdict, established)
        && let Err(error) = check_established(verdict, established)
    {
        cells.refuse("established", error);
    }
    let source = cells.source("");
    let (rubric, block) = block?;
    Some(NewVerdict {
        code: code?,
        rubric,
        block,
        verdict: verdict?,
        valid_from: valid_from?,
        established: established?,
        source: source?,
        note: cells.owned("note"),
    })
}

/// The rubric that the row names, else the one in force on its date.
fn rubric<'r>(
    cells: &mut Cells<'_>,
    rubrics: &'r [Arc<Rubric>],
    on: Option<Date>,
) -> Option<&'r Rubric> {
    let Some(id) = cells.text("rubric") else {
        let place = in_force(rubrics, on.unwrap_or(LAST_DATE));
        if place.is_none() {
            cells.refuse(
                "block",
                "there is no rubric on record yet; import boundaries first",
            );
        }
        return place.map(|place| &*rubrics[place]);
    };
    let found = rubrics.iter().find(|rubric| &*rubric.id == id);
    if found.is_none() {
        let known: Vec<_> = rubrics.iter().map(|rubric| &*rubric.id).collect();
        let what = format!(
            "there is no rubric `{id}`; write one of {}",
            known.join(", ")
        );
        cells.refuse("rubric", what);
    }
    found.map(|rubric| &**rubric)
}

/// The block in the rubric of the row: their ids.
fn block(
    cells: &mut Cells<'_>,
    rubrics: &[Arc<Rubric>],
    on: Option<Date>,
) -> Option<(Arc<str>, Arc<str>)> {
    let given = cells.required("block");
    let rubric = rubric(cells, rubrics, on)?;
    let given = given?;
    if let Some(place) = rubric.find_block(given) {
        return Some((Arc::clone(&rubric.id), Arc::clone(&rubric.blocks[place].id)));
    }
    let ids = || rubric.blocks.iter().map(|block| &*block.id);
    let hint = match nearest(given, ids()) {
        Some(meant) => format!("is it `{meant}`?"),
        None => format!("write one of {}", ids().collect::<Vec<_>>().join(", ")),
    };
    cells.refuse(
        "block",
        format_args!("`{}` has no block `{given}`; {hint}", rubric.id),
    );
    None
}
