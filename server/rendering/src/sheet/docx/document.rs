//! The main part of the document.

use std::io::{self, Write};

use super::words::{Links, paragraph};
use super::xml::{Xml, element, empty, part};
use super::{questions, table};
use crate::sheet::Sheet;
use crate::sheet::content::{SheetBlock, SheetTable, Span, TableLayout};
use crate::sheet::map::Png;

const NAMESPACES: [(&str, &str); 8] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
    (
        "xmlns:w14",
        "http://schemas.microsoft.com/office/word/2010/wordml",
    ),
    (
        "xmlns:mc",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    ),
    // A reader that does not know boxes to tick shows the sign alone.
    ("mc:Ignorable", "w14"),
];
/// 42 mm, in English Metric Units.
const MAP_SIDE: u64 = 42 * 36_000;
/// Fewer rows than this stand below each other in one column.
const ROWS_OF_ONE_COLUMN: usize = 12;
/// The gap between two columns, in twentieths of a point.
const GAP: u32 = 340;

/// The part, and the addresses that it links to.
pub(super) fn write(sheet: &Sheet, map: &Png) -> io::Result<(Vec<u8>, Links)> {
    let mut links = Links::default();
    let part = part(|xml| {
        element(xml, "w:document", &NAMESPACES, |xml| {
            element(xml, "w:body", &[], |xml| {
                head(xml, sheet, map, &mut links)?;
                for block in sheet
                    .summary
                    .iter()
                    .chain(&sheet.body)
                    .chain(&sheet.closing)
                {
                    write_block(xml, block, &mut links)?;
                }
                section(xml, 1)
            })
        })
    })?;
    Ok((part, links))
}

fn head(xml: &mut Xml, sheet: &Sheet, map: &Png, links: &mut Links) -> io::Result<()> {
    if let Some(warning) = &sheet.warning {
        paragraph(xml, "Warning", warning, links)?;
    }
    for (style, words) in [
        ("Kind", &sheet.kind),
        ("Heading1", &sheet.name),
        ("Facts", &sheet.facts),
    ] {
        paragraph(xml, style, &[Span::plain(words)], links)?;
    }
    picture(xml, &sheet.map_says, map)
}

fn write_block(xml: &mut Xml, block: &SheetBlock, links: &mut Links) -> io::Result<()> {
    match block {
        SheetBlock::Heading { text } => paragraph(xml, "Heading2", &[Span::plain(*text)], links),
        SheetBlock::Text { spans } => paragraph(xml, "Normal", spans, links),
        SheetBlock::Note { text } => paragraph(xml, "Note", &[Span::plain(text)], links),
        // A drawing of what the words before it say.
        SheetBlock::Bar { .. } => Ok(()),
        SheetBlock::Bullets { items } => items
            .iter()
            .try_for_each(|item| paragraph(xml, "ListBullet", item, links)),
        SheetBlock::Steps { items } => items
            .iter()
            .try_for_each(|item| paragraph(xml, "ListNumber", item, links)),
        SheetBlock::Questions(list) => {
            questions::write(xml, list, links)?;
            paragraph(xml, "AfterTable", &[], links)
        }
        SheetBlock::Table(rows)
            if rows.layout == TableLayout::Halved && rows.rows.len() > ROWS_OF_ONE_COLUMN =>
        {
            in_columns(xml, rows, links)
        }
        SheetBlock::Table(rows) => {
            table::write(xml, rows, table::WIDTH, links)?;
            // What follows a table needs room, and two tables would grow together.
            paragraph(xml, "AfterTable", &[], links)
        }
    }
}

/// A long table in two columns, a section of its own.
fn in_columns(xml: &mut Xml, rows: &SheetTable, links: &mut Links) -> io::Result<()> {
    end_section(xml, 1)?;
    table::write(xml, rows, (table::WIDTH - GAP) / 2, links)?;
    end_section(xml, 2)
}

/// An empty paragraph that ends a section of so many columns.
fn end_section(xml: &mut Xml, columns: u32) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        element(xml, "w:pPr", &[], |xml| {
            empty(xml, "w:pStyle", &[("w:val", "AfterTable")])?;
            section(xml, columns)
        })
    })
}

fn section(xml: &mut Xml, columns: u32) -> io::Result<()> {
    element(xml, "w:sectPr", &[], |xml| {
        empty(
            xml,
            "w:footerReference",
            &[("w:type", "default"), ("r:id", "footer")],
        )?;
        empty(xml, "w:type", &[("w:val", "continuous")])?;
        empty(xml, "w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        empty(
            xml,
            "w:pgMar",
            &[
                ("w:top", "794"),
                ("w:right", "1020"),
                ("w:bottom", "1134"),
                ("w:left", "1020"),
                ("w:header", "510"),
                ("w:footer", "510"),
                ("w:gutter", "0"),
            ],
        )?;
        let (columns, gap) = (columns.to_string(), GAP.to_string());
        empty(xml, "w:cols", &[("w:num", &columns), ("w:space", &gap)])
    })
}

/// The map in a line of its own, so that it stays with its text.
fn picture(xml: &mut Xml, says: &str, map: &Png) -> io::Result<()> {
    let longest = u64::from(map.width.max(map.height).max(1));
    let [width, height] = [map.width, map.height].map(|side| u64::from(side) * MAP_SIDE / longest);
    let says = quick_xml::escape::escape(says);
    write!(
        xml.get_mut(),
        r#"<w:p><w:pPr><w:pStyle w:val="Map"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="Kaart" descr="{says}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="map.png" descr="{says}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="map"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    )
}
