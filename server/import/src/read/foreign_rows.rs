//! Rows of a table that are no rows of its own: those of provinces and of the
//! country between municipalities, and what stands below it.

use super::table::{Table, TableRow};
use crate::problem::{Notice, Place};
use domain::message::{CellMessage, FileMessage, List};
use domain::places::provinces::wider;

/// The most lines that are named.
const MOST_NAMED: usize = 10;
/// The most characters that are quoted.
const LONGEST_QUOTED: usize = 60;

impl Table {
    /// Drops rows about wider areas, and tells of them once. Of a file without
    /// any other row each tells itself.
    pub(crate) fn pass_over_wider_areas(&mut self) {
        let has_municipality =
            self.found.has("municipality_code") || self.found.has("municipality_name");
        let is_wider = |row: &TableRow| {
            let code = self.cell(row, "municipality_code");
            let cell = code.or_else(|| self.cell(row, "municipality_name"));
            // A total may stand under any other column.
            let mut cells = row.cells.iter().map(|cell| cell.trim());
            let first = cells.find(|cell| !cell.is_empty() && has_municipality);
            cell.or(first).is_some_and(|cell| wider(cell).is_some())
        };
        let wide: Vec<bool> = self.rows.iter().map(is_wider).collect();
        let lines = self.drop_rows(&wide);
        if lines.is_empty() {
            return;
        }
        let wider = FileMessage::RowsWider {
            count: lines.len(),
            lines: named(&lines),
        };
        self.notices.push(Notice::new(Place::File, wider));
    }

    /// Drops what stands below the table, a source or a remark, and tells of it
    /// with its line.
    pub(crate) fn pass_over_footer(&mut self) {
        if self.found.known() < 2 {
            return;
        }
        let rows = self.rows.iter().rev();
        let footers = rows.map_while(|row| footer(&row.cells)).count();
        let first = self.rows.len() - footers;
        if first == 0 {
            return;
        }
        for row in self.rows.split_off(first) {
            let text = footer(&row.cells).unwrap_or_default();
            self.notices.push(below(row.line, text));
        }
    }

    /// Drops the rows that are marked, unless those are all, and gives their
    /// lines.
    fn drop_rows(&mut self, marked: &[bool]) -> Vec<u64> {
        if marked.iter().all(|marked| *marked) {
            return Vec::new();
        }
        let mut lines = Vec::new();
        let mut marked = marked.iter();
        self.rows.retain(|row| {
            let drop = marked.next().is_some_and(|marked| *marked);
            if drop {
                lines.push(row.line);
            }
            !drop
        });
        lines
    }
}

/// Tells of a line below a table.
pub(crate) fn below(line: u64, text: &str) -> Notice {
    let text: String = text.chars().take(LONGEST_QUOTED).collect();
    Notice::new(Place::Line(line), CellMessage::BelowTable { text })
}

/// What a remark below a table begins with.
const REMARKS: [&str; 12] = [
    "bron",
    "bronnen",
    "source",
    "sources",
    "toelichting",
    "opmerking",
    "opmerkingen",
    "noot",
    "noten",
    "let op",
    "note",
    "voetnoot",
];

/// The text of a row that says something of the table: the only one in it, and
/// written as a sentence is, not as a code, a number or a name; or one that
/// begins as a remark does, and goes on behind a delimiter.
pub(crate) fn footer(cells: &[String]) -> Option<&str> {
    let mut texts = cells.iter().map(|cell| cell.trim());
    let text = texts.find(|cell| !cell.is_empty())?;
    let is_alone = texts.all(str::is_empty);
    let words = text.to_lowercase();
    let begins = REMARKS.iter().any(|word| words.starts_with(word));
    let is_remark = text.contains(':')
        || text.starts_with(['©', '*', '(', '¹', '²', '-'])
        || text.split_whitespace().count() > 3
        || begins;
    let goes_on = text.starts_with('©')
        || words
            .split_once(':')
            .is_some_and(|(word, _)| REMARKS.contains(&word.trim()));
    (goes_on || is_alone && is_remark).then_some(text)
}

/// Lines, the first few by number.
pub(crate) fn named(lines: &[u64]) -> List {
    List::first(MOST_NAMED, lines.iter())
}

#[cfg(test)]
mod tests {
    use super::super::read_table;
    use super::super::table::Table;
    use crate::ImportFile;
    use crate::understand::columns::{CODE, ColumnLayout, NAME, required};

    static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
        what: "figures",
        answer: &[],
        columns: &[CODE, NAME, required("population").also(&["inwoners"])],
    }];

    fn read(text: &str) -> Table {
        let file = ImportFile::new("x.csv", text.as_bytes().to_vec());
        let mut table = read_table(&file, &LAYOUTS, false).unwrap();
        table.repair(&[], &[]);
        table
    }

    fn lines(table: &Table) -> Vec<u64> {
        table.rows.iter().map(|row| row.line).collect()
    }

    fn told(table: &Table) -> Vec<String> {
        table.notices.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn titles_above_and_a_source_below_are_told_and_not_read() {
        let table = read(
            "Bevolking;;\nOnderwerp;Inwoners;2023\n\ncode;naam;inwoners\nGM0344;Utrecht;1\nGM0363;Amsterdam;2\nBron: CBS\n",
        );
        assert_eq!(lines(&table), [5, 6]);
        assert_eq!(
            told(&table),
            [
                "the header is on line 4; what stands above it is not read",
                "line 7: this line below the table is not read: `Bron: CBS`",
            ]
        );
        assert!(table.problems.is_empty());
        let table = read("code;inwoners\nGM0344;1\n© CBS, 2023;\n;Bron: CBS\n");
        assert_eq!(lines(&table), [2]);
        assert_eq!(told(&table).len(), 2);
        for footer in [
            "Bron: CBS, 2023; bewerkt; zie de toelichting",
            "Bron: CBS;;",
            "Opmerkingen: voorlopig;",
            "* voorlopige cijfers;;",
        ] {
            let table = read(&format!("code;naam;inwoners\nGM0344;Utrecht;1\n{footer}\n"));
            assert_eq!(lines(&table), [2], "{footer}");
            assert!(
                told(&table)[0].starts_with("line 3: this line below"),
                "{footer}"
            );
            assert!(table.problems.is_empty(), "{footer}");
        }
    }

    #[test]
    fn a_row_of_one_cell_between_others_or_of_a_code_is_no_footer() {
        let table = read("code;inwoners\nGM0344;1\nBron: CBS\nGM0363;2\n");
        assert_eq!(table.problems[0].place.line(), Some(3));
        let table = read("code;inwoners\nGM0344;1\nGM0363;\n");
        assert_eq!(lines(&table), [2, 3]);
    }

    #[test]
    fn rows_of_provinces_and_the_country_are_told_once() {
        let table = read(
            "code;naam;inwoners\nNL01  ;Nederland   ;9\nPV20;Groningen (PV);8\nGM0344;Utrecht;1\n;Noord-Brabant;7\n",
        );
        assert_eq!(lines(&table), [4]);
        assert_eq!(
            told(&table),
            ["3 rows about the country, provinces or other regions are passed over: lines 2, 3, 5"]
        );
        assert_eq!(lines(&read("code;inwoners\nPV20;8\n")), [2]);
        let table = read("peildatum;code;inwoners\n2023;GM0344;1\nTotaal;;1\n");
        assert_eq!(lines(&table), [2]);
    }

    #[test]
    fn of_two_columns_with_the_code_one_is_read() {
        let table =
            read("Gemeentecode;GemeentecodeGM;gemeentenaam;inwoners\n0363;GM0363;Amsterdam;9\n");
        assert_eq!(
            table.cell(&table.rows[0], "municipality_code"),
            Some("GM0363")
        );
        assert!(told(&table)[0].contains("another column has the code as well"));
    }
}
