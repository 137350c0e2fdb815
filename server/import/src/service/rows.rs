//! The rows of a file that was handed in: as seen, as left out, and as they would
//! be now.

use std::collections::HashSet;

use crate::Report;
use actions::ActionError;
use domain::message::FileMessage;
use domain::record::batch::{BatchColumn, BatchRow, RowCell, RowDiff, RowRemark};

pub(super) fn check_left_out(rows: &[BatchRow], left_out: &[u64]) -> Result<(), ActionError> {
    let unknown = left_out
        .iter()
        .find(|line| rows.binary_search_by_key(*line, |row| row.line).is_err());
    match unknown {
        Some(line) => Err(ActionError::refused(
            "leave_out",
            FileMessage::NoRowOnLine {
                line: line.to_string(),
            },
        )),
        None if left_out.len() == rows.len() => {
            Err(ActionError::refused("leave_out", FileMessage::NothingLeft))
        }
        None => Ok(()),
    }
}

/// The lines of which something else would become now than was seen.
pub(super) fn changed_lines(known: &[BatchRow], now: &[BatchRow]) -> Vec<u64> {
    let what = |row: &BatchRow| (row.outcome, row.fields.clone());
    let mut changed: Vec<u64> = now
        .iter()
        .filter(|row| {
            let before = known.binary_search_by_key(&row.line, |row| row.line);
            before.map_or(true, |place| what(&known[place]) != what(row))
        })
        .map(|row| row.line)
        .collect();
    let gone = known
        .iter()
        .filter(|row| now.binary_search_by_key(&row.line, |row| row.line).is_err());
    changed.extend(gone.map(|row| row.line));
    changed.sort_unstable();
    changed
}

/// What became of the rows: those that were left out as they were seen.
pub(super) fn settled(known: Vec<BatchRow>, report: &Report, left_out: &[u64]) -> Vec<BatchRow> {
    let left_out: HashSet<u64> = left_out.iter().copied().collect();
    let out = known.into_iter();
    let out = out.filter(|row| left_out.contains(&row.line));
    let mut rows: Vec<BatchRow> = out
        .map(|row| BatchRow {
            left_out: true,
            ..row
        })
        .collect();
    rows.extend(batch_rows(report));
    rows.sort_by_key(|row| row.line);
    rows
}

pub(super) fn columns(report: &Report) -> Vec<BatchColumn> {
    let columns = report.columns.iter().map(|(field, title)| BatchColumn {
        field: (*field).to_owned(),
        title: title.clone(),
    });
    columns.collect()
}

pub(super) fn batch_rows(report: &Report) -> Vec<BatchRow> {
    let rows = report.rows.iter().map(|row| BatchRow {
        line: row.line,
        outcome: row.outcome,
        municipality: row.municipality,
        left_out: false,
        remarks: row
            .remarks
            .iter()
            .map(|remark| RowRemark {
                field: remark.field.map(str::to_owned),
                message: remark.message.clone(),
                proposal: remark.proposal.clone(),
                understood: remark.understood,
            })
            .collect(),
        fields: row
            .fields
            .iter()
            .map(|diff| RowDiff {
                field: diff.field.to_owned(),
                before: diff.before.clone(),
                after: diff.after.clone(),
            })
            .collect(),
        cells: row
            .cells
            .iter()
            .map(|(field, value)| RowCell {
                field: (*field).to_owned(),
                value: value.clone(),
            })
            .collect(),
    });
    rows.collect()
}
