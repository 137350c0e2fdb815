//! Tables with a header row, which returns on each page.

use std::io;

use super::words::{Links, styled, write_span};
use super::xml::{Xml, element, empty};
use crate::sheet::content::{SheetTable, Span, TableColumn, TableLayout};

/// The width of a page between its margins, in twentieths of a point.
pub(super) const WIDTH: u32 = 9865;

/// A table of the full width, or of half a page.
pub(super) fn write(
    xml: &mut Xml,
    table: &SheetTable,
    width: u32,
    links: &mut Links,
) -> io::Result<()> {
    let widths: Vec<String> = table
        .columns
        .iter()
        .map(|column| (width * column.share / 100).to_string())
        .collect();
    element(xml, "w:tbl", &[], |xml| {
        properties(xml, &width.to_string())?;
        element(xml, "w:tblGrid", &[], |xml| {
            widths
                .iter()
                .try_for_each(|width| empty(xml, "w:gridCol", &[("w:w", width)]))
        })?;
        let style = match table.layout {
            TableLayout::Wide => "TableText",
            TableLayout::Small | TableLayout::Halved => "TableSmall",
        };
        let titles: Vec<Vec<Span>> = table
            .columns
            .iter()
            .map(|column| vec![Span::bold(column.title)])
            .collect();
        let mut write_row = |cells: &[Vec<Span>], header: bool| {
            let cells = cells.iter().zip(&table.columns).zip(&widths);
            row(xml, header, |xml| {
                for ((spans, column), width) in cells {
                    cell(xml, width, |xml| words(xml, spans, column, style, links))?;
                }
                Ok(())
            })
        };
        write_row(&titles, true)?;
        table
            .rows
            .iter()
            .try_for_each(|cells| write_row(cells, false))
    })
}

/// A row, which stays on one page; the header returns on each.
pub(super) fn row(
    xml: &mut Xml,
    header: bool,
    cells: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        element(xml, "w:trPr", &[], |xml| {
            empty(xml, "w:cantSplit", &[])?;
            if header {
                empty(xml, "w:tblHeader", &[])?;
            }
            Ok(())
        })?;
        cells(xml)
    })
}

pub(super) fn properties(xml: &mut Xml, width: &str) -> io::Result<()> {
    element(xml, "w:tblPr", &[], |xml| {
        empty(xml, "w:tblStyle", &[("w:val", "SheetTable")])?;
        empty(xml, "w:tblW", &[("w:w", width), ("w:type", "dxa")])?;
        empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
        // The first row is a header, for those who hear the table.
        empty(
            xml,
            "w:tblLook",
            &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")],
        )
    })
}

/// A cell of a width in twentieths of a point, with paragraphs in it.
pub(super) fn cell(
    xml: &mut Xml,
    width: &str,
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    element(xml, "w:tc", &[], |xml| {
        element(xml, "w:tcPr", &[], |xml| {
            empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")])
        })?;
        inner(xml)
    })
}

fn words(
    xml: &mut Xml,
    spans: &[Span],
    column: &TableColumn,
    style: &str,
    links: &mut Links,
) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        styled(xml, style, column.number)?;
        for span in spans {
            write_span(xml, span, links)?;
        }
        Ok(())
    })
}
