//! Lines of text that fit a width. Nothing is shaped here: a letter counts for
//! what letters of its kind take in Noto Sans, rather too much than too little.

/// How wide a text is, in units of its font size.
pub(super) fn width(text: &str, bold: bool) -> f64 {
    let widths = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 0.3,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '·' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' => 0.92,
        letter if letter.is_uppercase() => 0.7,
        _ => 0.57,
    });
    widths.sum::<f64>() * if bold { 1.06 } else { 1.0 }
}

/// The words of a text in lines of at most so many units; at most so many lines,
/// the last of which ends in an ellipsis when there is more.
pub(super) fn wrap(text: &str, most: f64, bold: bool, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match wrapped.last_mut() {
            Some(line) if width(line, bold) + width(word, bold) + 0.4 <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => wrapped.push(word.to_owned()),
        }
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            last.push('…');
        }
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_no_word_is_lost() {
        let text = "Coördinatie op afstand of in voorbereiding, beleid zeker niet volledig";
        let lines = wrap(text, 18.0, false, 9);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| width(line, false) <= 18.0));
        assert_eq!(lines.join(" "), text);
        assert_eq!(
            wrap(text, 18.0, false, 1).concat().chars().last(),
            Some('…')
        );
    }
}
