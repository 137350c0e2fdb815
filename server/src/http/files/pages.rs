//! The paths at which the client has a view. The client's own tests hold the
//! list against the one that it goes by.

use std::sync::LazyLock;

/// One path a line; what stands in braces is one of several kinds of words.
const LIST: &str = include_str!("../../../../web/src/lib/route/pages.txt");

static PATHS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| LIST.lines().map(|path| path.split('/').collect()).collect());

/// Whether the client has a view at a path.
pub(in crate::http) fn is_page(path: &str) -> bool {
    let plain = match path.strip_suffix('/') {
        Some(plain) if !plain.is_empty() && !plain.ends_with('/') => plain,
        _ => path,
    };
    let parts: Vec<&str> = plain.split('/').collect();
    PATHS.iter().any(|known| {
        let mut both = known.iter().zip(&parts);
        known.len() == parts.len() && both.all(|(known, part)| is_part(known, part))
    })
}

fn is_part(known: &str, part: &str) -> bool {
    let has = |allowed: fn(u8) -> bool| !part.is_empty() && part.bytes().all(allowed);
    match known {
        "{municipality}" => {
            let digits = part.strip_prefix("GM").unwrap_or_default();
            digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        "{word}" => has(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
        "{id}" => has(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        _ => known == part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_have_paths_and_nothing_else_has() {
        for path in [
            "/",
            "/tabel",
            "/tabel/",
            "/gemeente/GM0344",
            "/regio/vng-platform/RP02",
            "/beheer/import/0192-ab",
        ] {
            assert!(is_page(path), "{path}");
        }
        for path in [
            "",
            "//",
            "/index.html",
            "/tabel/x",
            "/gemeente/GM034",
            "/gemeente/GM0344/x",
            "/regio//RP02",
            "/wp-login.php",
            "/{word}",
        ] {
            assert!(!is_page(path), "{path}");
        }
    }
}
