//! What the lines of the tables of files say.

use serde::de::DeserializeOwned;

use super::{BatchLine, ROWS, RowLine, TABLE};
use crate::StoreError;
use crate::text::{read_code, read_date, read_instant, read_number, read_word, unreadable};
use domain::record::batch::{Batch, BatchRow};

fn read_json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| unreadable(table, error))
}

impl TryFrom<BatchLine> for Batch {
    type Error = StoreError;

    fn try_from(line: BatchLine) -> Result<Self, StoreError> {
        let date = line.boundary_date.as_deref();
        let committed_in = line.committed_in;
        Ok(Self {
            date: date.map(|date| read_date(TABLE, date)).transpose()?,
            state: read_word(TABLE, &line.state)?,
            created_at: read_instant(TABLE, &line.created_at)?,
            looked_at_in: read_number(TABLE, line.looked_at_in)?,
            committed_in: committed_in
                .map(|revision| read_number(TABLE, revision))
                .transpose()?,
            columns: read_json(TABLE, &line.columns)?,
            notices: read_json(TABLE, &line.notices)?,
            kept: read_json(TABLE, &line.kept)?,
            id: line.id.into(),
            file: line.file,
            kind: line.kind,
            layer: line.layer,
            created_by: line.created_by,
        })
    }
}

impl TryFrom<RowLine> for BatchRow {
    type Error = StoreError;

    fn try_from(line: RowLine) -> Result<Self, StoreError> {
        let municipality = line.municipality.as_deref();
        Ok(Self {
            line: read_number(ROWS, line.line)?,
            outcome: read_word(ROWS, &line.outcome)?,
            municipality: municipality.map(|code| read_code(ROWS, code)).transpose()?,
            left_out: line.left_out != 0,
            remarks: read_json(ROWS, &line.remarks)?,
            fields: read_json(ROWS, &line.fields)?,
            cells: read_json(ROWS, &line.cells)?,
        })
    }
}
