//! What a file of rows may hold. All of it is checked while the file is read,
//! so that a small file that unfolds to a large one is refused on the way.

use domain::message::{CellMessage, FileMessage, Message};

/// More rows than a file about municipalities has: every block of every
/// municipality, ten times over.
pub(crate) const MOST_ROWS: usize = 100_000;
/// More columns than any layout has.
pub(crate) const MOST_COLUMNS: usize = 200;
/// Cells of all rows together, those that repeat, are merged or stay blank
/// between others included.
const MOST_CELLS: usize = 1_000_000;
/// Bytes of text in all cells together. A workbook holds a text once and may
/// name it in every cell.
const MOST_TEXT: usize = 64 << 20;
/// Characters in one cell, as in Excel.
pub(crate) const LONGEST_CELL: usize = 32_767;
/// Things that are wrong, after which no more are looked for: more than in a
/// template that nobody filled in.
pub(crate) const MOST_PROBLEMS: usize = 50_000;
/// Bytes of a text file.
pub(crate) const LARGEST_TEXT_FILE: usize = 32 << 20;
/// Bytes of one record of a text file.
pub(crate) const LONGEST_RECORD: usize = 1 << 20;

/// What may still be read of a file.
#[derive(Debug)]
pub(crate) struct ReadBudget {
    cells: usize,
    text: usize,
}

impl ReadBudget {
    pub(crate) fn new() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }

    /// Takes a number of cells with the bytes of their text. An error says that
    /// there is no more room, and what to do.
    pub(crate) fn take(&mut self, cells: usize, text: usize) -> Result<(), Message> {
        let Some(left) = self.cells.checked_sub(cells) else {
            return Err(FileMessage::TooManyCells { most: MOST_CELLS }.into());
        };
        self.cells = left;
        let Some(left) = self.text.checked_sub(text) else {
            let megabytes = MOST_TEXT >> 20;
            return Err(FileMessage::TooMuchText { megabytes }.into());
        };
        self.text = left;
        Ok(())
    }
}

/// Why a cell is too long, when it is.
pub(crate) fn check_cell(text: &str) -> Result<(), Message> {
    if text.len() <= LONGEST_CELL || text.chars().nth(LONGEST_CELL).is_none() {
        return Ok(());
    }
    Err(CellMessage::CellTooLong { most: LONGEST_CELL }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_gone() {
        let mut budget = ReadBudget::new();
        budget.take(MOST_CELLS, MOST_TEXT).unwrap();
        let told = budget.take(1, 0).unwrap_err().to_string();
        assert!(
            told.starts_with("there are more than 1000000 cells"),
            "{told}"
        );
        let told = budget.take(0, 1).unwrap_err().to_string();
        assert!(told.starts_with("the cells hold more than 64 MB"), "{told}");
    }

    #[test]
    fn a_cell_is_measured_in_characters() {
        assert!(check_cell(&"é".repeat(LONGEST_CELL)).is_ok());
        assert!(check_cell(&"e".repeat(LONGEST_CELL + 1)).is_err());
    }
}
