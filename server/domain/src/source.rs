//! Where a fact was found.

/// Where a fact was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Address of the source.
    pub url: Option<String>,
    /// How certain the date is, in the words of the source file.
    pub certainty: Option<String>,
}

impl Source {
    /// The site of its address: the host without `www.`; all of what is no
    /// address.
    #[must_use]
    pub fn site(&self) -> Option<&str> {
        let url = self.url.as_deref()?;
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        Some(host.trim_start_matches("www."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_a_source_is_its_host() {
        let site = |url: &str| {
            let source = Source {
                url: Some(url.to_owned()),
                certainty: None,
            };
            source.site().map(str::to_owned)
        };
        assert_eq!(
            site("https://www.comensha.nl/a/b?c").unwrap(),
            "comensha.nl"
        );
        assert_eq!(site("Enquête 2023").unwrap(), "Enquête 2023");
        assert_eq!(Source::default().site(), None);
    }
}
