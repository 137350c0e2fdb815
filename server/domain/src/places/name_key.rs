//! Comparing names as people type them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name for comparison: small letters, no accents, no apostrophes or
/// dots, nothing invisible, letters of full width or joined as plain ones, one
/// space for hyphens and other gaps. `'s-Gravenhage` and `S Gravenhage` become
/// equal, and so do `Ĳsselstein` and `IJsselstein`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text
        .chars()
        .filter(|c| !is_apostrophe(*c) && !is_invisible(*c))
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !matches!(c, '\'' | '.') && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What people and programs write for an apostrophe. Some of these are letters
/// to Unicode.
fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '‘'
            | '’'
            | '‛'
            | '′'
            | '‵'
            | 'ʹ'
            | 'ʼ'
            | 'ʻ'
            | 'ʽ'
            | 'ˈ'
            | 'ꞌ'
            | '＇'
    )
}

/// Characters without any width, which come along when text is copied.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// The name as people say it: `Bergen (NH.)` without what tells it from others
/// of the same name.
#[must_use]
pub fn without_qualifier(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(bare, _)| bare)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_apostrophes_and_hyphens_do_not_matter() {
        assert_eq!(fold("'s-Hertogenbosch"), fold("S HERTOGENBOSCH"));
        assert_eq!(fold("Súdwest-Fryslân"), "sudwest fryslan");
        assert_eq!(
            fold("Nuenen, Gerwen en Nederwetten"),
            "nuenen gerwen en nederwetten"
        );
        assert_eq!(fold("  – "), "");
    }

    #[test]
    fn apostrophes_of_every_kind_and_invisible_characters_do_not_matter() {
        for c in "ʼ′＇´‘’ʹʻ‛`".chars() {
            assert_eq!(fold(&format!("{c}s-Gravenhage")), "s gravenhage", "{c}");
        }
        for c in [
            '\u{ad}', '\u{200b}', '\u{200c}', '\u{feff}', '\u{2060}', '\u{200e}',
        ] {
            assert_eq!(fold(&format!("Amster{c}dam")), "amsterdam", "{c:?}");
        }
        assert_eq!(
            fold("CAPELLE AAN DEN ĲSSEL"),
            fold("Capelle aan den ijssel")
        );
        assert_eq!(fold("Ａmsterdam"), "amsterdam");
    }
}
