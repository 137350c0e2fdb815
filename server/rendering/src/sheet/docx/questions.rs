//! Questions as a table with boxes that can be ticked in Word.

use std::io;

use super::table::{self, WIDTH};
use super::words::{Links, paragraph};
use super::xml::{Xml, element, empty, text};
use crate::sheet::content::{Question, QuestionTable, Span};

/// Widths of the columns of the answers, in twentieths of a point: no word
/// breaks.
const ANSWERS: [u32; 4] = [700, 1400, 700, 1000];
const BOX: &str = "\u{2610}";
/// A font that has the box, wherever Word runs.
const BOX_FONT: &str = "MS Gothic";

/// A table with a question on each row.
pub(super) fn write(xml: &mut Xml, list: &QuestionTable, links: &mut Links) -> io::Result<()> {
    let question = (WIDTH - ANSWERS.iter().sum::<u32>()).to_string();
    let widths = ANSWERS.map(|width| width.to_string());
    let answers = || list.answers.iter().zip(&widths);
    element(xml, "w:tbl", &[], |xml| {
        table::properties(xml, &WIDTH.to_string())?;
        element(xml, "w:tblGrid", &[], |xml| {
            empty(xml, "w:gridCol", &[("w:w", &question)])?;
            widths
                .iter()
                .try_for_each(|width| empty(xml, "w:gridCol", &[("w:w", width)]))
        })?;
        table::row(xml, true, |xml| {
            table::cell(xml, &question, |xml| {
                paragraph(xml, "TableText", &[Span::bold(list.title)], links)
            })?;
            answers().try_for_each(|(title, width)| {
                table::cell(xml, width, |xml| {
                    paragraph(xml, "TableSmall", &[Span::bold(*title)], links)
                })
            })
        })?;
        list.items.iter().try_for_each(|item| {
            table::row(xml, false, |xml| {
                table::cell(xml, &question, |xml| asked(xml, item, links))?;
                answers().try_for_each(|(title, width)| {
                    table::cell(xml, width, |xml| {
                        tick_box(xml, &box_name(title, &item.title))
                    })
                })
            })
        })
    })
}

fn asked(xml: &mut Xml, item: &Question, links: &mut Links) -> io::Result<()> {
    paragraph(xml, "TableText", &[Span::bold(&item.title)], links)?;
    paragraph(xml, "TableSmall", &[Span::plain(&item.text)], links)
}

/// The name of a box. Word takes no longer ones.
fn box_name(answer: &str, question: &str) -> String {
    const LONGEST: usize = 64;
    format!("{answer}: {question}")
        .chars()
        .take(LONGEST)
        .collect()
}

/// A box that can be ticked, with its name for those who hear it.
fn tick_box(xml: &mut Xml, name: &str) -> io::Result<()> {
    let state =
        |xml: &mut Xml, tag, sign| empty(xml, tag, &[("w14:val", sign), ("w14:font", BOX_FONT)]);
    element(xml, "w:p", &[], |xml| {
        super::words::styled(xml, "TableText", false)?;
        element(xml, "w:sdt", &[], |xml| {
            element(xml, "w:sdtPr", &[], |xml| {
                empty(xml, "w:alias", &[("w:val", name)])?;
                element(xml, "w14:checkbox", &[], |xml| {
                    empty(xml, "w14:checked", &[("w14:val", "0")])?;
                    state(xml, "w14:checkedState", "2612")?;
                    state(xml, "w14:uncheckedState", "2610")
                })
            })?;
            element(xml, "w:sdtContent", &[], |xml| {
                element(xml, "w:r", &[], |xml| {
                    element(xml, "w:rPr", &[], |xml| {
                        let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia"];
                        empty(xml, "w:rFonts", &fonts.map(|kind| (kind, BOX_FONT)))
                    })?;
                    text(xml, "w:t", &[], BOX)
                })
            })
        })
    })
}
