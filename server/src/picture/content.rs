//! Of what a sheet is made: what it says, once, whatever it is set as.

use serde::Serialize;

/// A piece of a sheet, from top to bottom.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(super) enum Block {
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
        text: &'static str,
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
        items: Vec<String>,
    },
    Table(Table),
}

/// A table with a row of titles.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// A cell for each column.
    pub(super) rows: Vec<Vec<Vec<Span>>>,
    /// Whether its rows are many and short: small letters, and two halves
    /// beside each other.
    pub(super) halved: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Column {
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

impl Block {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text {
            spans: vec![Span::plain(text)],
        }
    }
}

impl Column {
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

/// Spans after each other, with commas between them.
pub(super) fn joined(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut joined = Vec::new();
    for span in spans {
        if !joined.is_empty() {
            joined.push(Span::plain(", "));
        }
        joined.push(span);
    }
    joined
}

/// How often each verdict is given, a row for each title: present, in
/// preparation, absent, unknown.
pub(super) fn counted(
    first: &'static str,
    rows: impl IntoIterator<Item = (String, [u32; 4])>,
) -> Block {
    let rows = rows.into_iter().map(|(title, counts)| {
        let counts = counts.map(|count| vec![Span::plain(count.to_string())]);
        [vec![Span::plain(title)]]
            .into_iter()
            .chain(counts)
            .collect()
    });
    Block::Table(Table {
        columns: vec![
            Column::words(first, 45),
            Column::number("aanwezig", 13),
            Column::number("in voorbereiding", 19),
            Column::number("afwezig", 11),
            Column::number("onbekend", 12),
        ],
        rows: rows.collect(),
        halved: false,
    })
}
