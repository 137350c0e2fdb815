//! Where a fact was found.

use async_graphql::{ComplexObject, SimpleObject};

use crate::domain::vocabulary::Established;
use crate::domain::{facts, notes};
use crate::graphql::enums::Language;

/// Where a fact was found.
#[derive(Debug, Clone, SimpleObject)]
#[graphql(complex)]
pub struct Source {
    /// A short name: the site of the source.
    pub label: String,
    /// Its address.
    pub url: Option<String>,
    #[graphql(skip)]
    certainty: Option<String>,
    /// True when the fact was invented, to show what the tool does.
    pub demonstration: bool,
}

#[ComplexObject]
impl Source {
    /// How certain the date is: of the public data in the words of this
    /// program, of what somebody recorded as they wrote it.
    async fn certainty(
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
    pub(in crate::graphql) fn found(source: &facts::Source) -> Self {
        Self {
            label: source.site().unwrap_or("bron niet vermeld").to_owned(),
            url: source.url.clone(),
            certainty: source.certainty.clone(),
            demonstration: false,
        }
    }

    /// The source of a verdict, which may be invented.
    pub(in crate::graphql) fn of_verdict(established: Established, source: &facts::Source) -> Self {
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
