//! Inhabitants.

use jiff::civil::Date;

use super::typed_rows::{TypedRows, open};
use crate::understand::absent_columns::CurrentRecords;
use crate::understand::cells::RowCells;
use crate::understand::codes::EndedCodeRule;
use crate::understand::columns::{
    BOUNDARY_DATE, CODE, Column, ColumnLayout, NAME, Requirement, optional,
};
use crate::{ImportError, ImportJob, Report};
use actions::record_population;
use domain::facts::PopulationFigure;

pub(crate) static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
    what: "figures of inhabitants",
    answer: &["population", "source"],
    columns: &[
        BOUNDARY_DATE,
        CODE,
        NAME,
        Column {
            name: "population",
            also: &["inwoners", "inhabitants", "aantal_inwoners"],
            need: Requirement::Required,
        },
        optional("reference_date").also(&["stand_op"]),
        optional("source").also(&["bron"]),
    ],
}];

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (table, context) = open(job, &LAYOUTS).await?;
    let kept = CurrentRecords::of(job, &table).await?;
    TypedRows::read(table, &context, figure)
        .unique("municipality_code", |figure| {
            (figure.boundary_date, figure.code)
        })
        .keep(&kept)
        .act(job, async |writer, figures| {
            record_population(writer, figures).await
        })
        .await
}

fn figure(cells: &mut RowCells<'_>) -> Option<PopulationFigure> {
    let boundary_date = cells.boundary_date();
    let code = cells.municipality(boundary_date, EndedCodeRule::Refused);
    let inhabitants = cells
        .required("population")
        .and_then(|_| cells.whole("population")?);
    let reference_date: Option<Option<Date>> = cells.optional_date("reference_date");
    let boundary_date = boundary_date?;
    Some(PopulationFigure {
        boundary_date,
        code: code?,
        inhabitants: inhabitants?,
        reference_date: reference_date?.unwrap_or(boundary_date),
        source: cells.text("source").unwrap_or_default().into(),
    })
}
