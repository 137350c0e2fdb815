use super::super::read_table;
use super::*;
use crate::understand::columns::{ColumnLayout, optional, required};
use crate::{ImportError, ImportFile};

static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
    what: "things",
    answer: &[],
    columns: &[required("id"), optional("note")],
}];

fn read_text(text: &[u8]) -> Result<Table, ImportError> {
    read_table(
        &ImportFile::new("things.csv", text.to_vec()),
        &LAYOUTS,
        false,
    )
}

fn cells(table: &Table) -> Vec<(u64, &str, Option<&str>)> {
    let rows = table.rows.iter();
    rows.map(|row| {
        (
            row.line,
            table.cell(row, "id").unwrap_or_default(),
            table.cell(row, "note"),
        )
    })
    .collect()
}

#[test]
fn comma_semicolon_and_tab_are_understood_and_lines_are_counted() {
    for text in [
        "id,note\n1,\"a\nb\"\n\n2,\n",
        "\u{feff}ID;Note\r\n1;\"a\nb\"\r\n;\r\n2;\r\n",
        "sep=;\nid;note\n1;\"a\nb\"\n2;",
        "note\tid\n\"a\nb\"\t1\n\t\n\t2\n",
    ] {
        let table = read_text(text.as_bytes()).unwrap();
        let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
        let values: Vec<_> = cells(&table)
            .iter()
            .map(|(_, id, note)| (*id, *note))
            .collect();
        assert_eq!(values, [("1", Some("a\nb")), ("2", None)], "{text:?}");
        assert!(lines == [2, 5] || lines == [3, 5], "{text:?} {lines:?}");
        assert!(table.problems.is_empty());
    }
}

#[test]
fn a_row_of_another_width_is_told_and_the_others_are_read() {
    let table = read_text(b"id,note\n1,a,b\n2,x\n3\n4,y,\n").unwrap();
    assert_eq!(cells(&table), [(3, "2", Some("x")), (5, "4", Some("y"))]);
    let told: Vec<_> = table.problems.iter().map(ToString::to_string).collect();
    assert!(
        told[0].starts_with("line 2: there are 3 cells and the header has 2"),
        "{told:?}"
    );
    assert!(told[1].starts_with("line 4: there is one cell"), "{told:?}");
}

#[test]
fn a_quotation_mark_that_swallows_the_rest_is_told() {
    let table = read_text(b"id,note\n1,x\n2,\"a\n3,b\n4,c\n").unwrap();
    assert_eq!(table.problems[0].place, Place::Line(3));
}

#[test]
fn a_header_is_refused_with_what_to_do() {
    let told = |text: &str| read_text(text.as_bytes()).unwrap_err().to_string();
    assert!(told("").ends_with("the file is empty"));
    assert!(told("a,b\n1,2\n").contains("write a header for things (id, note)"));
    assert!(told("note\nx\n").ends_with("line 1: for things this column is missing: id"));
    assert!(
        told("id,notes\n1,x\n")
            .ends_with("line 1, column 2 (notes): this column is not known; is it `note`?")
    );
    assert!(told("id,ID\n1,x\n").contains("two columns"));
    assert!(told("id,note\n").ends_with("no rows below the header"));
    let table = read_text(b"id,colour\n1,red\n").unwrap();
    assert_eq!(
        table.notices[0].to_string(),
        "line 1, column 2 (colour): this column is not used"
    );
}
