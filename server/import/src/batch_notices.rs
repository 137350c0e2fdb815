//! What is told of a whole batch: what many of its rows share, in one line with
//! their number.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::read::foreign_rows::named;
use super::understand::dates;
use domain::message::{FileMessage, List, Message};
use domain::record::batch::BatchRow;
use domain::vocabulary::RowOutcome;

/// From so many on, alike rows are told as one.
const FEWEST_ALIKE: usize = 20;
/// No more kinds of alike rows than this are told.
const MOST_KINDS: usize = 5;
/// The column of the date from which a row holds.
const FROM: &str = "valid_from";
/// What tells one of many alike rows from another.
const SUBJECTS: [&str; 3] = ["municipality_code", "municipality_name", "name"];

/// What the rows of a batch share, on this day.
pub(super) fn shared(rows: &[BatchRow], today: Date) -> impl Iterator<Item = Message> + use<> {
    far_ahead(rows, today).into_iter().chain(alike(rows))
}

/// The dates more than a year ahead: more often a slip than meant.
fn far_ahead(rows: &[BatchRow], today: Date) -> Option<Message> {
    let a_year_on = today.checked_add(1.year()).unwrap_or(Date::MAX);
    let order = dates::order(rows.iter().filter_map(from));
    let late: Vec<(u64, Date)> = rows
        .iter()
        .filter_map(|row| Some((row.line, dates::understand(from(row)?, order).ok()?.date)))
        .filter(|(_, date)| *date > a_year_on)
        .collect();
    let latest = late.iter().map(|(_, date)| *date).max()?;
    let lines: Vec<u64> = late.iter().map(|(line, _)| *line).collect();
    Some(
        FileMessage::DatesFarAhead {
            count: late.len(),
            latest,
            lines: named(&lines),
        }
        .into(),
    )
}

fn from(row: &BatchRow) -> Option<&str> {
    let cell = row.cells.iter().find(|cell| cell.field == FROM)?;
    Some(cell.value.trim()).filter(|text| !text.is_empty())
}

/// The rows that say the same of different municipalities, most first.
fn alike(rows: &[BatchRow]) -> Vec<Message> {
    let mut kinds: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.outcome != RowOutcome::Error) {
        let cells = row.cells.iter();
        let said = cells.filter(|cell| !SUBJECTS.contains(&&*cell.field));
        let said = said.map(|cell| cell.value.trim());
        *kinds
            .entry(said.filter(|text| !text.is_empty()).collect())
            .or_default() += 1;
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.retain(|(said, count)| *count >= FEWEST_ALIKE && !said.is_empty());
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds.truncate(MOST_KINDS);
    let kinds = kinds.into_iter();
    kinds
        .map(|(said, count)| {
            let said = List::first(said.len(), said.iter());
            FileMessage::RowsAlike { count, said }.into()
        })
        .collect()
}
