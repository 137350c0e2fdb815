//! Of what a sheet is made: what it says, once, whatever it is set as.

use serde::Serialize;

/// A piece of a sheet, from top to bottom.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(super) enum SheetBlock {
    /// The title of a part.
    Heading {
        text: &'static str,
    },
    /// A paragraph.
    Text {
        spans: Vec<Span>,
    },
    /// A remark, in small letters.
    Note {
        text: String,
    },
    /// Two shares in 0..=1 as a drawing, and how to read it; the words before
    /// it say the same.
    Bar {
        low: f64,
        high: f64,
        key: &'static str,
    },
    /// Things in no order.
    Bullets {
        items: Vec<Vec<Span>>,
    },
    /// Things in the order in which to do them.
    Steps {
        items: Vec<Vec<Span>>,
    },
    Table(SheetTable),
    Questions(QuestionTable),
}

/// A table with a row of titles.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SheetTable {
    pub(super) columns: Vec<TableColumn>,
    /// A cell for each column.
    pub(super) rows: Vec<Vec<Vec<Span>>>,
    pub(super) layout: TableLayout,
}

/// How much room a table takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TableLayout {
    /// Letters of the text.
    Wide,
    /// Small letters.
    Small,
    /// Small letters, and two halves beside each other: for many short rows.
    Halved,
}

/// Questions with a box to tick for each answer.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QuestionTable {
    /// The title of the column of questions.
    pub(super) title: &'static str,
    pub(super) answers: [&'static str; 4],
    pub(super) items: Vec<Question>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Question {
    pub(super) title: String,
    /// What it means, in a sentence.
    pub(super) text: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TableColumn {
    pub(super) title: &'static str,
    /// Of the width, in percents.
    pub(super) share: u32,
    pub(super) number: bool,
}

/// Words that look the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) url: Option<String>,
}

impl Span {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: false,
            url: None,
        }
    }

    pub(super) fn bold(text: impl Into<String>) -> Self {
        Self {
            bold: true,
            ..Self::plain(text)
        }
    }

    pub(super) fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            ..Self::plain(text)
        }
    }
}

impl SheetBlock {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text {
            spans: vec![Span::plain(text)],
        }
    }

    pub(super) fn note(text: impl Into<String>) -> Self {
        Self::Note { text: text.into() }
    }
}

impl TableColumn {
    pub(super) const fn words(title: &'static str, share: u32) -> Self {
        Self {
            title,
            share,
            number: false,
        }
    }

    pub(super) const fn number(title: &'static str, share: u32) -> Self {
        Self {
            title,
            share,
            number: true,
        }
    }
}

/// Spans in a row: a, b en c.
pub(super) fn listed(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let spans: Vec<Span> = spans.into_iter().collect();
    let last = spans.len().saturating_sub(1);
    let mut listed = Vec::new();
    for (place, span) in spans.into_iter().enumerate() {
        if place > 0 {
            listed.push(Span::plain(if place == last { " en " } else { ", " }));
        }
        listed.push(span);
    }
    listed
}

/// How often each verdict is given, a row for each title: present, in
/// preparation, absent, unknown.
pub(super) fn counted(
    first: &'static str,
    rows: impl IntoIterator<Item = (String, [u32; 4])>,
) -> SheetBlock {
    let rows = rows.into_iter().map(|(title, counts)| {
        let counts = counts.map(|count| vec![Span::plain(count.to_string())]);
        [vec![Span::plain(title)]]
            .into_iter()
            .chain(counts)
            .collect()
    });
    SheetBlock::Table(SheetTable {
        columns: vec![
            TableColumn::words(first, 45),
            TableColumn::number("aanwezig", 13),
            TableColumn::number("in voorbereiding", 19),
            TableColumn::number("afwezig", 11),
            TableColumn::number("onbekend", 12),
        ],
        rows: rows.collect(),
        layout: TableLayout::Small,
    })
}
