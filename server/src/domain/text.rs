//! Comparing names as people type them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name for comparison: small letters, no accents, no apostrophes or
/// dots, one space for hyphens and other gaps. `'s-Gravenhage` and
/// `S Gravenhage` become equal.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !matches!(c, '\'' | '’' | '‘' | '`' | '´' | '.')
            && !folded.is_empty()
            && !folded.ends_with(' ')
        {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
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
}
