//! What became, or would become, of a file: row by row.

use std::collections::BTreeMap;

use super::problem::{Notice, Problem};
use super::read::table::TableRow;
use actions::Outcome;
use domain::message::{CellMessage, Message};
use domain::places::code::MunicipalityCode;
use domain::record::field_diff::FieldDiff;
use domain::vocabulary::RowOutcome;

/// What an import did, or would do.
#[derive(Debug)]
pub struct Report {
    /// What the rows are, such as `verdicts`.
    pub what: &'static str,
    /// The columns that are used, each with what the file calls it.
    pub columns: Vec<(&'static str, String)>,
    /// Every row, by line.
    pub rows: Vec<RowReport>,
    /// What became of the rows that are not wrong.
    pub outcome: Outcome,
    /// What was understood, repaired or left aside.
    pub notices: Vec<Notice>,
    /// Everything that is wrong; only a preview has any.
    pub problems: Vec<Problem>,
}

/// What became, or would become, of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// The line, counted from 1 with the header.
    pub line: u64,
    /// What became of it.
    pub outcome: RowOutcome,
    /// The municipality that it is about.
    pub municipality: Option<MunicipalityCode>,
    /// What is wrong with it, or was understood in it.
    pub remarks: Vec<Remark>,
    /// What differs from the record of before.
    pub fields: Vec<FieldDiff>,
    /// Its cells, by field.
    pub cells: Vec<(&'static str, String)>,
}

/// Something that is wrong with a row, or was understood in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The field; none when it is about the row.
    pub field: Option<&'static str>,
    /// What it is and what to do.
    pub message: Message,
    /// A better value for the field.
    pub proposal: Option<String>,
    /// Whether it is nothing wrong, but what was understood.
    pub understood: bool,
}

impl RowReport {
    /// A row of which nothing becomes, as far as is known yet.
    #[must_use]
    pub fn at(line: u64) -> Self {
        Self {
            line,
            outcome: RowOutcome::Error,
            municipality: None,
            remarks: Vec::new(),
            fields: Vec::new(),
            cells: Vec::new(),
        }
    }

    pub(super) fn of((row, municipality): (&TableRow, Option<MunicipalityCode>)) -> Self {
        Self {
            municipality,
            ..Self::at(row.line)
        }
    }
}

/// Puts to each row what is wrong with it, else what was understood; rows that
/// could not be read at all are added.
pub(super) fn rows(
    read: Vec<RowReport>,
    problems: &[Problem],
    notices: &[Notice],
) -> Vec<RowReport> {
    let mut rows: BTreeMap<u64, RowReport> = read.into_iter().map(|row| (row.line, row)).collect();
    for problem in problems {
        let Some(line) = problem.place.line() else {
            continue;
        };
        let row = rows.entry(line).or_insert_with(|| RowReport::at(line));
        row.outcome = RowOutcome::Error;
        row.fields.clear();
        row.remarks.push(Remark {
            field: problem.place.field(),
            message: problem.message.clone(),
            proposal: problem.proposal.clone(),
            understood: false,
        });
    }
    for row in rows.values_mut() {
        if row.outcome == RowOutcome::Error && row.remarks.is_empty() {
            row.remarks.push(Remark {
                field: None,
                message: CellMessage::WrongElsewhere.into(),
                proposal: None,
                understood: false,
            });
        }
    }
    for notice in notices {
        let row = notice.place.line().and_then(|line| rows.get_mut(&line));
        if let Some(row) = row {
            row.remarks.push(Remark {
                field: notice.place.field(),
                message: notice.message.clone(),
                proposal: notice.proposal.clone(),
                understood: true,
            });
        }
    }
    rows.into_values().collect()
}

impl Report {
    /// The number of rows with this outcome.
    #[must_use]
    pub fn count(&self, outcome: RowOutcome) -> usize {
        let rows = self.rows.iter();
        rows.filter(|row| row.outcome == outcome).count()
    }

    /// What is to be known of the file as a whole.
    pub fn of_whole(&self) -> impl Iterator<Item = Message> {
        let is_row = |line: Option<u64>| {
            line.is_some_and(|line| {
                self.rows
                    .binary_search_by_key(&line, |row| row.line)
                    .is_ok()
            })
        };
        let problems = self.problems.iter();
        let problems = problems.filter(move |problem| !is_row(problem.place.line()));
        let notices = self.notices.iter();
        let notices = notices.filter(move |notice| !is_row(notice.place.line()));
        problems
            .map(Problem::tell)
            .chain(notices.map(Notice::tell))
            .chain(self.outcome.notices.iter().cloned())
    }
}
