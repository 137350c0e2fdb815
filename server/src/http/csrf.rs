//! Whether a request that changes something comes from our own pages.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName};
use url::Url;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether another site's page sent this. Browsers tell in `Sec-Fetch-Site`,
/// which no page can forge; older ones send only the `Origin` of the page,
/// which has to be the host that was asked, or the address by which this server
/// is known (`own`): a proxy may leave the port out of `Host`. A program sends
/// neither.
pub(super) fn is_cross_site(headers: &HeaderMap, own: Option<&str>) -> bool {
    if let Some(site) = headers.get(FETCH_SITE) {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return false;
    };
    let Some(page) = origin.to_str().ok().and_then(parse_origin) else {
        return true;
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let asked = host.and_then(|host| parse_origin(&format!("{}://{host}", page.scheme())));
    let own = own.and_then(parse_origin);
    [asked, own]
        .into_iter()
        .flatten()
        .all(|ours| ours.origin() != page.origin())
}

/// A scheme, a host and a port, which may be the one of the scheme.
fn parse_origin(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    (is_bare && matches!(url.scheme(), "http" | "https")).then_some(url)
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
        is_cross_site(&headers, None)
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
    fn the_address_of_the_server_is_its_own() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("kaart.nl"));
        headers.insert(ORIGIN, HeaderValue::from_static("https://kaart.nl:8443"));
        assert!(is_cross_site(&headers, None));
        assert!(!is_cross_site(&headers, Some("https://kaart.nl:8443")));
        assert!(is_cross_site(&headers, Some("https://kaart.nl")));
        assert!(is_cross_site(&headers, Some("http://kaart.nl:8443")));
        headers.insert(ORIGIN, HeaderValue::from_static("https://KAART.nl:443"));
        assert!(!is_cross_site(&headers, None));
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
