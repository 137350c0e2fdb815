//! From a table to an action: all rows are read, then all are checked against
//! what is on record, so that everything that is wrong is told at once.

use std::collections::HashMap;
use std::hash::Hash;

use super::cells::{Cells, Context};
use super::columns::Layout;
use super::dates;
use super::problem::{Notice, Place, Problem};
use super::table::{self, Table};
use super::{ImportError, Report, Request, failed, refused};
use crate::actions::{ActionError, Outcome, Refusal, Writer};

/// The rows of a file that could be read.
#[derive(Debug)]
pub(super) struct Parsed<T> {
    table: Table,
    /// The place of each in the table, and what it says.
    rows: Vec<(usize, T)>,
    problems: Vec<Problem>,
    notices: Vec<Notice>,
}

/// Opens a file of one of these layouts.
pub(super) async fn open(
    writer: &Writer<'_>,
    request: &Request,
    layouts: &'static [Layout],
) -> Result<(Table, Context), ImportError> {
    let table = table::read(&request.file, layouts, request.date.is_some())?;
    let day_columns = ["boundary_date", "valid_from", "valid_to", "reference_date"];
    let days = table.rows.iter().flat_map(|row| {
        day_columns
            .iter()
            .filter_map(|column| table.cell(row, column))
    });
    let context = Context {
        order: dates::order(days),
        register: writer.store().register().await?,
        date: request.date,
    };
    Ok((table, context))
}

impl<T> Parsed<T> {
    /// Reads every row.
    pub(super) fn read(
        mut table: Table,
        context: &Context,
        read: impl Fn(&mut Cells<'_>) -> Option<T>,
    ) -> Self {
        let mut problems = std::mem::take(&mut table.problems);
        let mut notices = std::mem::take(&mut table.notices);
        let mut rows = Vec::with_capacity(table.rows.len());
        for (place, row) in table.rows.iter().enumerate() {
            let mut cells = Cells {
                table: &table,
                row,
                context,
                problems: Vec::new(),
                notices: Vec::new(),
            };
            let record = read(&mut cells);
            if cells.problems.is_empty() {
                rows.extend(record.map(|record| (place, record)));
            }
            problems.extend(cells.problems);
            notices.extend(cells.notices);
        }
        Self {
            table,
            rows,
            problems,
            notices,
        }
    }

    /// Refuses rows whose key an earlier row has.
    pub(super) fn unique<K: Hash + Eq>(mut self, column: &str, key: impl Fn(&T) -> K) -> Self {
        let mut seen: HashMap<K, u64> = HashMap::new();
        let (table, problems) = (&self.table, &mut self.problems);
        self.rows.retain(|(place, record)| {
            let line = table.rows[*place].line;
            let first = *seen.entry(key(record)).or_insert(line);
            if first != line {
                problems.push(Problem::new(
                    table.place(line, column),
                    format_args!("line {first} is about the same; leave one of them out"),
                ));
            }
            first == line
        });
        self
    }

    /// Does it; when rows are wrong already, only to learn what else is.
    pub(super) async fn act(
        self,
        writer: &Writer<'_>,
        request: &Request,
        action: impl AsyncFnOnce(&Writer<'_>, &[T]) -> Result<Outcome, ActionError>,
    ) -> Result<Report, ImportError> {
        let Self {
            table,
            rows,
            mut problems,
            notices,
        } = self;
        let (places, records): (Vec<usize>, Vec<T>) = rows.into_iter().unzip();
        let done = if problems.is_empty() {
            action(writer, &records).await
        } else {
            action(&writer.rehearsing(), &records).await
        };
        let in_table = |refusal: &Refusal| {
            let place = refusal.row.map_or(Place::File, |row| {
                table.place(table.rows[places[row]].line, refusal.field)
            });
            Problem::new(place, &refusal.what)
        };
        match done {
            Ok(outcome) if problems.is_empty() => {
                return Ok(Report {
                    what: table.found.layout.what,
                    outcome,
                    notices,
                });
            }
            Ok(_) => {}
            Err(ActionError::Refused(refusals)) => {
                problems.extend(refusals.iter().map(in_table));
            }
            Err(other) => return Err(failed(request, other, in_table)),
        }
        Err(refused(&request.file, problems))
    }
}
