//! Where a fact was found.

use async_graphql::SimpleObject;

use crate::domain::facts;
use crate::domain::vocabulary::Established;

/// Where a fact was found.
#[derive(Debug, Clone, SimpleObject)]
pub struct Source {
    /// A short name: the site of the source.
    pub label: String,
    /// Its address.
    pub url: Option<String>,
    /// How certain the date is, in the words of those who looked it up.
    pub certainty: Option<String>,
    /// True when the fact was invented, to show what the tool does.
    pub demonstration: bool,
}

impl Source {
    /// A source of a fact that was found somewhere.
    pub(super) fn found(source: &facts::Source) -> Self {
        Self {
            label: source
                .url
                .as_deref()
                .map_or_else(|| "bron niet vermeld".to_owned(), site),
            url: source.url.clone(),
            certainty: source.certainty.clone(),
            demonstration: false,
        }
    }

    /// The source of a verdict, which may be invented.
    pub(super) fn of_verdict(established: Established, source: &facts::Source) -> Self {
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

/// The host of an address, without `www.`; the text itself when it is none.
fn site(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.trim_start_matches("www.").to_owned()
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn the_label_is_the_site() {
        assert_eq!(site("https://www.comensha.nl/a/b?c"), "comensha.nl");
        assert_eq!(site("Enquête 2023"), "Enquête 2023");
    }
}
