//! The texts of each record that somebody writes, for checking all of them.

use super::correction::ProposedAnswer;
use crate::care::arrangement::Arrangement;
use crate::care::practice::{Bottleneck, GoodPractice};
use crate::facts::{PopulationFigure, Region, RegionSet};
use crate::outreach::campaign::{Briefing, Campaign};
use crate::plain_text::{BadText, Line, Prose, WebAddress};
use crate::policy::document::PolicyDocument;
use crate::policy::rubric::{BuildingBlock, Rubric, Theme};
use crate::source::Source;

/// A text of a record, by what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text<'a> {
    /// One line.
    Line(&'a str),
    /// One line that has to be there.
    Title(&'a str),
    /// Lines.
    Prose(&'a str),
    /// Lines, of which there has to be one.
    Story(&'a str),
    /// The address of a page.
    Address(&'a str),
}

impl Text<'_> {
    /// What is wrong with it, if anything.
    pub fn check(self) -> Result<(), BadText> {
        match self {
            Self::Title(text) | Self::Story(text) if text.trim().is_empty() => Err(BadText::Empty),
            Self::Line(text) | Self::Title(text) => Line::new(text).map(drop),
            Self::Prose(text) | Self::Story(text) => Prose::new(text).map(drop),
            Self::Address(text) => WebAddress::new(text).map(drop),
        }
    }
}

/// Texts, each by the name of its field in files.
pub type Texts<'a> = Vec<(&'static str, Text<'a>)>;

/// A record that holds texts.
pub trait HasTexts {
    /// All texts of it that somebody writes.
    fn texts(&self) -> Texts<'_>;
}

/// The parts of a list of texts that may be absent.
fn present<'a>(
    texts: impl IntoIterator<Item = (&'static str, Option<&'a str>, fn(&'a str) -> Text<'a>)>,
) -> Texts<'a> {
    let texts = texts.into_iter();
    texts
        .filter_map(|(field, text, kind)| Some((field, kind(text?))))
        .collect()
}

/// The texts of a source; `certainty` is what its certainty is called in files.
#[must_use]
pub fn source_texts<'a>(source: &'a Source, certainty: &'static str) -> Texts<'a> {
    present([
        (
            "source_url",
            source.url.as_deref(),
            Text::Address as fn(_) -> _,
        ),
        (certainty, source.certainty.as_deref(), Text::Line),
    ])
}

impl HasTexts for Arrangement {
    fn texts(&self) -> Texts<'_> {
        let contact = self.contact.as_ref();
        let mut texts = present([
            ("id", Some(self.id.as_str()), Text::Line as fn(_) -> _),
            ("organisation", self.organisation.as_deref(), Text::Line),
            (
                "commissioned_by",
                self.commissioned_by.as_deref(),
                Text::Line,
            ),
            ("note", self.note.as_deref(), Text::Prose),
            (
                "contact.name",
                contact.and_then(|it| it.name.as_deref()),
                Text::Line,
            ),
            (
                "contact.phone",
                contact.and_then(|it| it.phone.as_deref()),
                Text::Line,
            ),
            (
                "contact.email",
                contact.and_then(|it| it.email.as_deref()),
                Text::Line,
            ),
        ]);
        texts.extend(source_texts(&self.source, "date_certainty"));
        texts
    }
}

impl HasTexts for PolicyDocument {
    fn texts(&self) -> Texts<'_> {
        let mut texts = present([
            ("id", Some(self.id.as_str()), Text::Line as fn(_) -> _),
            ("title", Some(self.title.as_str()), Text::Title),
            ("identifier", self.identifier.as_deref(), Text::Line),
            (
                "themes_mentioned",
                self.themes_mentioned.as_deref(),
                Text::Prose,
            ),
            ("note", self.note.as_deref(), Text::Prose),
        ]);
        texts.extend(source_texts(&self.source, "date_kind"));
        texts
    }
}

impl HasTexts for Region {
    fn texts(&self) -> Texts<'_> {
        vec![
            ("code", Text::Title(&self.id.code)),
            ("name", Text::Title(&self.name)),
            ("status", Text::Line(&self.status)),
        ]
    }
}

impl HasTexts for RegionSet {
    fn texts(&self) -> Texts<'_> {
        vec![
            ("title_nl", Text::Title(&self.title_nl)),
            ("title_en", Text::Title(&self.title_en)),
        ]
    }
}

impl HasTexts for PopulationFigure {
    fn texts(&self) -> Texts<'_> {
        vec![("source", Text::Line(&self.source))]
    }
}

impl HasTexts for Campaign {
    fn texts(&self) -> Texts<'_> {
        vec![("title", Text::Title(&self.title))]
    }
}

impl HasTexts for Briefing {
    fn texts(&self) -> Texts<'_> {
        present([
            ("owner", self.owner.as_deref(), Text::Line as fn(_) -> _),
            ("outcome", self.outcome.as_deref(), Text::Prose),
        ])
    }
}

impl HasTexts for Bottleneck {
    fn texts(&self) -> Texts<'_> {
        present([
            ("text", Some(self.text.as_str()), Text::Story as fn(_) -> _),
            ("escalated_to", self.escalated_to.as_deref(), Text::Line),
        ])
    }
}

impl HasTexts for GoodPractice {
    fn texts(&self) -> Texts<'_> {
        let mut texts = vec![
            ("title", Text::Title(&self.title)),
            ("text", Text::Story(&self.text)),
        ];
        texts.extend(source_texts(&self.source, "certainty"));
        texts
    }
}

impl HasTexts for ProposedAnswer {
    fn texts(&self) -> Texts<'_> {
        present([(
            "answers.note",
            self.note.as_deref(),
            Text::Prose as fn(_) -> _,
        )])
    }
}

impl HasTexts for Rubric {
    fn texts(&self) -> Texts<'_> {
        vec![
            ("title_nl", Text::Title(&self.title_nl)),
            ("title_en", Text::Title(&self.title_en)),
        ]
    }
}

impl HasTexts for Theme {
    fn texts(&self) -> Texts<'_> {
        vec![
            ("themes.title_nl", Text::Title(&self.title_nl)),
            ("themes.title_en", Text::Title(&self.title_en)),
            ("themes.guidance_url", Text::Address(&self.guidance_url)),
        ]
    }
}

impl HasTexts for BuildingBlock {
    fn texts(&self) -> Texts<'_> {
        vec![
            ("blocks.title_nl", Text::Title(&self.title_nl)),
            ("blocks.title_en", Text::Title(&self.title_en)),
            ("blocks.source_url", Text::Address(&self.source_url)),
        ]
    }
}
