//! Verdicts on building blocks.

use std::sync::Arc;

use jiff::civil::Date;

use super::typed_rows::{TypedRows, open};
use crate::understand::absent_columns::CurrentRecords;
use crate::understand::cells::RowCells;
use crate::understand::codes::EndedCodeRule;
use crate::understand::columns::{
    CODE, ColumnLayout, NAME, NOTE, SOURCE_URL, VALID_FROM, nearest, optional, required,
};
use crate::{ImportError, ImportJob, Report};
use actions::{NewVerdict, record_verdicts};
use domain::dates::LAST_DATE;
use domain::message::CellMessage;
use domain::places::name_key::fold;
use domain::policy::rubric::{BuildingBlock, Rubric, in_force};
use domain::policy::verdict::check_established;

pub(crate) static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
    what: "verdicts",
    answer: &["verdict", "valid_from", "established", "source_url", "note"],
    columns: &[
        CODE,
        NAME,
        required("block").also(&["bouwsteen"]),
        required("verdict").also(&["oordeel", "antwoord"]),
        VALID_FROM,
        required("established").also(&["vastgesteld_door", "vastgesteld"]),
        SOURCE_URL,
        NOTE,
        optional("rubric").also(&["kader"]),
    ],
}];

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (table, context) = open(job, &LAYOUTS).await?;
    let rubrics = job.writer.store().rubrics().await?;
    let kept = CurrentRecords::of(job, &table).await?;
    TypedRows::read(table, &context, |cells| verdict(cells, &rubrics))
        .unique("block", |verdict| {
            (
                verdict.code,
                Arc::clone(&verdict.rubric),
                Arc::clone(&verdict.block),
                verdict.valid_from,
            )
        })
        .keep(&kept)
        .act(job, async |writer, verdicts| {
            record_verdicts(writer, verdicts).await
        })
        .await
}

fn verdict(cells: &mut RowCells<'_>, rubrics: &[Arc<Rubric>]) -> Option<NewVerdict> {
    let valid_from = cells.date("valid_from");
    let code = cells.municipality(valid_from, EndedCodeRule::Successor);
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
    cells: &mut RowCells<'_>,
    rubrics: &'r [Arc<Rubric>],
    on: Option<Date>,
) -> Option<&'r Rubric> {
    let Some(id) = cells.text("rubric") else {
        let place = in_force(rubrics, on.unwrap_or(LAST_DATE));
        if place.is_none() {
            cells.refuse("block", CellMessage::NoRubricYet);
        }
        return place.map(|place| &*rubrics[place]);
    };
    let found = rubrics.iter().find(|rubric| &*rubric.id == id);
    if found.is_none() {
        let given = id.to_owned();
        let choices = rubrics.iter().map(|rubric| &rubric.id).collect();
        cells.refuse("rubric", CellMessage::NoRubric { given, choices });
    }
    found.map(|rubric| &**rubric)
}

/// The block of this title in either language.
fn find_titled<'r>(rubric: &'r Rubric, title: &str) -> Option<&'r BuildingBlock> {
    let title = fold(title);
    let mut blocks = rubric.blocks.iter();
    blocks.find(|block| {
        [&block.title_nl, &block.title_en]
            .map(|own| fold(own))
            .contains(&title)
    })
}

/// The only block whose title begins so, of which people write the beginning.
fn find_beginning<'r>(rubric: &'r Rubric, title: &str) -> Option<&'r str> {
    let title = fold(title);
    if title.chars().count() < 5 {
        return None;
    }
    let mut begin = rubric.blocks.iter().filter(|block| {
        let titles = [&block.title_nl, &block.title_en];
        titles.iter().any(|own| fold(own).starts_with(&title))
    });
    let only = begin.next()?;
    begin.next().is_none().then_some(&*only.id)
}

/// The block in the rubric of the row: their ids.
fn block(
    cells: &mut RowCells<'_>,
    rubrics: &[Arc<Rubric>],
    on: Option<Date>,
) -> Option<(Arc<str>, Arc<str>)> {
    let given = cells.required("block");
    let rubric = rubric(cells, rubrics, on)?;
    let given = given?;
    if let Some(place) = rubric.find_block(given) {
        return Some((Arc::clone(&rubric.id), Arc::clone(&rubric.blocks[place].id)));
    }
    // A title is as good as the id.
    if let Some(titled) = find_titled(rubric, given) {
        return Some((Arc::clone(&rubric.id), Arc::clone(&titled.id)));
    }
    let ids = || rubric.blocks.iter().map(|block| &*block.id);
    let meant = nearest(given, ids()).or_else(|| find_beginning(rubric, given));
    let (of, given) = (rubric.id.to_string(), given.to_owned());
    let message = match meant {
        Some(meant) => CellMessage::BlockAlike {
            rubric: of,
            given,
            proposal: meant.to_owned(),
        },
        None => CellMessage::NoBlock {
            rubric: of,
            given,
            choices: ids().collect(),
        },
    };
    cells.refuse_for("block", message, meant.map(str::to_owned));
    None
}
