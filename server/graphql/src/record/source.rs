//! Where a fact was found.

use async_graphql::Description;
use dekkingskaart_macros::direct_object;

use crate::enums::Language;
use domain::vocabulary::Established;
use domain::{notes, source};

/// Where a fact was found.
#[derive(Debug, Clone, Description)]
pub struct Source {
    label: String,
    url: Option<String>,
    certainty: Option<String>,
    demonstration: bool,
}

#[direct_object(use_type_description)]
impl Source {
    /// A short name: the site of the source.
    fn label(&self) -> &str {
        &self.label
    }

    /// Its address.
    fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// True when the fact was invented, to show what the tool does.
    fn demonstration(&self) -> bool {
        self.demonstration
    }

    /// How certain the date is: of the public data in the words of this
    /// program, of what somebody recorded as they wrote it.
    fn certainty(
        &self,
        #[graphql(
            desc = "The language of the words of this program.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        self.certainty
            .as_deref()
            .map(|certainty| notes::shown(certainty, language))
    }
}

impl Source {
    /// A source of a fact that was found somewhere.
    pub(crate) fn found(source: &source::Source) -> Self {
        Self {
            label: source.site().unwrap_or("bron niet vermeld").to_owned(),
            url: source.url.clone(),
            certainty: source.certainty.clone(),
            demonstration: false,
        }
    }

    /// The source of a verdict, which may be invented.
    pub(crate) fn of_verdict(established: Established, source: &source::Source) -> Self {
        match established {
            Established::Demonstration => Self::invented(),
            _ => Self::found(source),
        }
    }

    /// The source of an invented fact.
    fn invented() -> Self {
        Self {
            label: "verzonnen voorbeeldgegeven".to_owned(),
            url: None,
            certainty: None,
            demonstration: true,
        }
    }
}
