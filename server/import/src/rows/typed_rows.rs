//! From a table to an action: all rows are read, then all are checked against
//! what is on record, so that everything that is wrong is told at once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use crate::problem::{Notice, Place, Problem};
use crate::read::foreign_rows::named;
use crate::read::limits::MOST_PROBLEMS;
use crate::read::read_table;
use crate::read::table::Table;
use crate::report::{RowReport, rows};
use crate::understand::absent_columns::{CurrentRecords, PartialRecord};
use crate::understand::cells::{RowCells, RowContext};
use crate::understand::columns::ColumnLayout;
use crate::understand::dates;
use crate::{ImportError, ImportJob, Report, failed, refused};
use actions::{ActionError, Outcome, Refusal, Writer};
use domain::message::{CellMessage, FileMessage};
use domain::places::code::MunicipalityCode;

/// The columns whose dates tell in which order a file writes day and month.
const DAYS: [&str; 4] = ["boundary_date", "valid_from", "valid_to", "reference_date"];

/// The rows of a file that could be read.
#[derive(Debug)]
pub(crate) struct TypedRows<T> {
    table: Table,
    /// The place of each in the table, and what it says.
    rows: Vec<(usize, T)>,
    /// By place in the table, the municipality that the row is about.
    about: Vec<Option<MunicipalityCode>>,
    problems: Vec<Problem>,
    notices: Vec<Notice>,
}

/// Opens a file of one of these layouts, as it was repaired.
pub(crate) async fn open(
    job: &ImportJob<'_>,
    layouts: &'static [ColumnLayout],
) -> Result<(Table, RowContext), ImportError> {
    let request = job.request;
    let mut table = read_table(&request.file, layouts, request.date.is_some())?;
    table.repair(&request.repairs, &request.left_out);
    let days = table
        .rows
        .iter()
        .flat_map(|row| DAYS.iter().filter_map(|column| table.cell(row, column)));
    let context = RowContext {
        order: dates::order(days),
        register: job.writer.store().register().await?,
        date: request.date,
        scope: std::sync::Arc::clone(&request.scope),
    };
    Ok((table, context))
}

/// Tells which fields that are filled on record a file would empty.
fn erased(rows: &[RowReport]) -> Vec<Notice> {
    let mut lines: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for row in rows {
        let emptied = row
            .fields
            .iter()
            .filter(|diff| diff.before.is_some() && diff.after.is_none());
        for diff in emptied {
            lines.entry(diff.field).or_default().push(row.line);
        }
    }
    let told = lines.into_iter().map(|(field, lines)| {
        let erased = FileMessage::RowsErased {
            count: lines.len(),
            field: field.to_owned(),
            lines: named(&lines),
        };
        Notice::new(Place::File, erased)
    });
    told.collect()
}

/// Nobody reads on after so many.
fn too_many_problems(line: u64) -> Problem {
    let (most, line) = (MOST_PROBLEMS, line.to_string());
    Problem::new(Place::File, FileMessage::TooManyProblems { most, line })
}

impl<T> TypedRows<T> {
    /// Reads every row.
    pub(crate) fn read(
        mut table: Table,
        context: &RowContext,
        read: impl Fn(&mut RowCells<'_>) -> Option<T>,
    ) -> Self {
        let mut problems = std::mem::take(&mut table.problems);
        let mut notices = std::mem::take(&mut table.notices);
        let mut rows = Vec::with_capacity(table.rows.len());
        let mut about = Vec::with_capacity(table.rows.len());
        for (place, row) in table.rows.iter().enumerate() {
            if problems.len() >= MOST_PROBLEMS {
                problems.push(too_many_problems(row.line));
                break;
            }
            let too_long = table.too_long(row);
            if !too_long.is_empty() {
                about.push(None);
                problems.extend(too_long);
                continue;
            }
            let (broken, told) = table.told_by_marks(row);
            let mut cells = RowCells {
                table: &table,
                row,
                context,
                problems: Vec::new(),
                notices: told,
                about: None,
            };
            let record = read(&mut cells);
            about.push(cells.about);
            // What an error in a cell is not, need not be told.
            cells
                .problems
                .retain(|problem| broken.iter().all(|mark| mark.place != problem.place));
            cells.problems.extend(broken);
            if cells.problems.is_empty() {
                rows.extend(record.map(|record| (place, record)));
            }
            problems.extend(cells.problems);
            notices.extend(cells.notices);
        }
        about.resize(table.rows.len(), None);
        Self {
            table,
            rows,
            about,
            problems,
            notices,
        }
    }

    /// Refuses rows whose key an earlier row has; one that says the same, in
    /// whatever words, is passed over.
    pub(crate) fn unique<K: Hash + Eq>(
        mut self,
        column: &'static str,
        key: impl Fn(&T) -> K,
    ) -> Self
    where
        T: PartialEq,
    {
        let mut seen: HashMap<K, usize> = HashMap::new();
        let mut same = Vec::new();
        let mut once: Vec<(usize, T)> = Vec::with_capacity(self.rows.len());
        for (place, record) in std::mem::take(&mut self.rows) {
            let first = *seen.entry(key(&record)).or_insert(once.len());
            let line = self.table.rows[place].line;
            match once.get(first) {
                None => once.push((place, record)),
                Some((_, known)) if *known == record => same.push(line),
                Some((other, _)) => {
                    let other = self.table.rows[*other].line.to_string();
                    let twice = CellMessage::SameAsLine { line: other };
                    let place = self.table.place(line, column);
                    self.problems.push(Problem::new(place, twice));
                }
            }
        }
        self.rows = once;
        self.pass_over_same(&same);
        self
    }

    fn pass_over_same(&mut self, same: &[u64]) {
        if same.is_empty() {
            return;
        }
        let once = FileMessage::RowsSame {
            count: same.len(),
            lines: named(same),
        };
        self.notices.push(Notice::new(Place::File, once));
        let same: HashSet<u64> = same.iter().copied().collect();
        let stays: Vec<bool> = self
            .table
            .rows
            .iter()
            .map(|row| !same.contains(&row.line))
            .collect();
        // Where each row stands once the others are gone.
        let mut next = 0;
        let places: Vec<usize> = stays
            .iter()
            .map(|stays| {
                let place = next;
                next += usize::from(*stays);
                place
            })
            .collect();
        let mut stay = stays.iter();
        self.table.rows.retain(|_| stay.next() == Some(&true));
        let mut stay = stays.iter();
        self.about.retain(|_| stay.next() == Some(&true));
        for (place, _) in &mut self.rows {
            *place = places[*place];
        }
        let stays = |line: Option<u64>| line.is_none_or(|line| !same.contains(&line));
        self.notices.retain(|notice| stays(notice.place.line()));
    }

    /// Refuses rows that are not for who imports.
    pub(crate) fn allowed(
        mut self,
        column: &'static str,
        check: impl Fn(&T) -> Result<(), CellMessage>,
    ) -> Self {
        let (table, problems) = (&self.table, &mut self.problems);
        self.rows.retain(|(place, record)| {
            let checked = check(record);
            let is_allowed = checked.is_ok();
            if let Err(message) = checked {
                let place = table.place(table.rows[*place].line, column);
                problems.push(Problem::new(place, message));
            }
            is_allowed
        });
        self
    }

    /// Leaves what stands in the columns that the file does not have.
    pub(crate) fn keep(mut self, kept: &CurrentRecords) -> Self
    where
        T: PartialRecord,
    {
        kept.fill(self.rows.iter_mut().map(|(_, record)| record));
        self
    }

    /// Does it, when nothing is wrong. A job that only looks ahead leaves out
    /// what is wrong and tells what would become of the rest.
    pub(crate) async fn act(
        mut self,
        job: &ImportJob<'_>,
        action: impl AsyncFn(&Writer<'_>, &[T]) -> Result<Outcome, ActionError>,
    ) -> Result<Report, ImportError> {
        let as_it_is = self.problems.is_empty();
        let rehearsing = job.writer.rehearsing();
        let writer = if as_it_is && !job.looks_ahead {
            &job.writer
        } else {
            &rehearsing
        };
        let mut outcome = Outcome::default();
        let mut places = Vec::new();
        while !self.rows.is_empty() {
            let records: Vec<T>;
            (places, records) = std::mem::take(&mut self.rows).into_iter().unzip();
            match action(writer, &records).await {
                Ok(done) => {
                    outcome = done;
                    break;
                }
                Err(ActionError::Refused(refusals)) => {
                    self.take_refusals(&places, &refusals);
                    let wrong: HashSet<usize> =
                        refusals.iter().filter_map(|refusal| refusal.row).collect();
                    let of_all = refusals.iter().any(|refusal| refusal.row.is_none());
                    if job.looks_ahead && !of_all {
                        let left = std::mem::take(&mut places).into_iter().zip(records);
                        let left = left.enumerate().filter(|(row, _)| !wrong.contains(row));
                        self.rows = left.map(|(_, row)| row).collect();
                    } else {
                        places.clear();
                    }
                }
                Err(other) => {
                    return Err(failed(job.request, other, |refusal| {
                        self.problem(&places, refusal)
                    }));
                }
            }
        }
        if !self.problems.is_empty() && !job.looks_ahead {
            return Err(refused(&job.request.file.name, self.problems));
        }
        Ok(self.report(&places, outcome))
    }

    fn take_refusals(&mut self, places: &[usize], refusals: &[Refusal]) {
        let problems: Vec<_> = refusals
            .iter()
            .map(|refusal| self.problem(places, refusal))
            .collect();
        self.problems.extend(problems);
    }

    fn problem(&self, places: &[usize], refusal: &Refusal) -> Problem {
        let place = refusal.row.map_or(Place::File, |row| {
            let line = self.table.rows[places[row]].line;
            self.table.place(line, refusal.field)
        });
        Problem::new(place, refusal.message.clone())
    }

    fn report(self, places: &[usize], outcome: Outcome) -> Report {
        let Self {
            table,
            about,
            mut problems,
            mut notices,
            ..
        } = self;
        problems.sort_by_key(|problem| problem.place.order());
        notices.sort_by_key(|notice| notice.place.order());
        let mut read: Vec<_> = table.rows.iter().zip(about).map(RowReport::of).collect();
        for (row, place) in places.iter().enumerate() {
            let report = &mut read[*place];
            if let Some(outcome) = outcome.rows.get(row) {
                report.outcome = (*outcome).into();
            }
            report.fields = outcome.differences.get(row).cloned().unwrap_or_default();
        }
        for (report, row) in read.iter_mut().zip(&table.rows) {
            report.cells = table.known_cells(row);
        }
        notices.extend(erased(&read));
        Report {
            what: table.found.layout.what,
            columns: table.known_columns(),
            rows: rows(read, &problems, &notices),
            outcome,
            notices,
            problems,
        }
    }
}
