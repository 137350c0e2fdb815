//! Whether a request that changes something comes from our own pages.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether another site's page sent this. Browsers tell in `Sec-Fetch-Site`,
/// which no page can forge; older ones send only the `Origin` of the page,
/// which has to be the host that was asked. A program sends neither.
pub(super) fn is_cross_site(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get(FETCH_SITE) {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return false;
    };
    let page = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.split_once("://"));
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    page.zip(host)
        .is_none_or(|((_, page), host)| !page.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn crosses(given: &[(&HeaderName, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("kaart.nl:8080"));
        for (name, value) in given {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_cross_site(&headers)
    }

    #[test]
    fn our_own_pages_and_programs_may_ask() {
        assert!(!crosses(&[]));
        assert!(!crosses(&[(&ORIGIN, "http://kaart.nl:8080")]));
        assert!(!crosses(&[(&FETCH_SITE, "same-origin")]));
        // Behind a proxy that asks for another host.
        assert!(!crosses(&[
            (&FETCH_SITE, "same-origin"),
            (&ORIGIN, "https://kaart.nl")
        ]));
    }

    #[test]
    fn other_pages_may_not() {
        for origin in [
            "http://kaart.nl",
            "https://elders.nl",
            "null",
            "",
            "http://kaart.nl:80801",
        ] {
            assert!(crosses(&[(&ORIGIN, origin)]), "{origin}");
        }
        for site in ["cross-site", "same-site", ""] {
            assert!(
                crosses(&[(&FETCH_SITE, site), (&ORIGIN, "http://kaart.nl:8080")]),
                "{site}"
            );
        }
    }
}
