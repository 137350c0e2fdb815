//! Which of the stored encodings of a file a client takes.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

/// An encoding in which files are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The smallest that the client accepts.
    pub(in crate::http) fn accepted(headers: &HeaderMap) -> Self {
        let accepts = |name: &str| {
            headers
                .get_all(ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .any(|value| {
                    value.split(',').any(|part| {
                        let mut parts = part.split(';').map(str::trim);
                        let named = parts
                            .next()
                            .is_some_and(|given| given.eq_ignore_ascii_case(name));
                        let refused = parts.any(|parameter| {
                            matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
                        });
                        named && !refused
                    })
                })
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// The name in `Content-Encoding`; none for the file as it is.
    pub(in crate::http) fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, value.parse().unwrap());
        Encoding::accepted(&headers)
    }

    #[test]
    fn the_smallest_accepted_encoding_is_chosen() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(accepted("gzip;q=0.5, br;q=0"), Encoding::Gzip);
        assert_eq!(accepted("identity"), Encoding::Identity);
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Identity);
    }
}
