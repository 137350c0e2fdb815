//! Quotation marks of a CSV file as people type them.

use std::borrow::Cow;

/// The text without the blanks between a delimiter and the quotation mark that
/// opens a cell: the library takes such a mark for a letter.
pub(crate) fn without_blanks_before_quotes(text: &str, delimiter: u8) -> Cow<'_, str> {
    let is_blank = |c: char| {
        c.is_whitespace() && !matches!(c, '\n' | '\r') && u32::from(c) != u32::from(delimiter)
    };
    // The place behind the blanks that begin at a place.
    let behind = |place: usize| {
        let rest = &text[place..];
        place + (rest.len() - rest.trim_start_matches(is_blank).len())
    };
    let bytes = text.as_bytes();
    let mut kept = String::new();
    // Up to where the text is taken over.
    let mut taken = 0;
    let mut quoted = false;
    // Whether the byte before closed a quoted cell, unless this one is a mark.
    let mut closed = false;
    let mut opens = true;
    let mut place = 0;
    while place < bytes.len() {
        let byte = bytes[place];
        let after_mark = std::mem::take(&mut closed);
        if quoted {
            // Two marks close the cell and open it again, which is the same.
            closed = byte == b'"';
            quoted = !closed;
        } else if opens && behind(place) > place {
            let after = behind(place);
            if bytes.get(after) == Some(&b'"') {
                kept.push_str(&text[taken..place]);
                taken = after;
            } else {
                opens = false;
            }
            place = after;
            continue;
        } else if byte == b'"' {
            quoted = opens || after_mark;
        }
        opens = !quoted && (byte == delimiter || matches!(byte, b'\n' | b'\r'));
        place += 1;
    }
    if taken == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[taken..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_before_a_mark_that_opens_a_cell_go() {
        for (given, expected) in [
            ("a, \"b, c\", \"d\"\n", "a,\"b, c\",\"d\"\n"),
            (" \"a\",b\n  \"c\"", "\"a\",b\n\"c\""),
            ("a, b, c", "a, b, c"),
            // Within quotes, and where a mark is a letter.
            ("\"a, \"\"b\"\", c\", \"d\"", "\"a, \"\"b\"\", c\",\"d\""),
            ("5 \" x, \"y\"", "5 \" x,\"y\""),
            ("5 \"\" x, \"y\"", "5 \"\" x,\"y\""),
            ("a,\t\"b\"", "a,\"b\""),
            ("a,\u{a0}\u{2009}\"b, c\",\u{a0}é", "a,\"b, c\",\u{a0}é"),
        ] {
            assert_eq!(
                without_blanks_before_quotes(given, b','),
                expected,
                "{given}"
            );
        }
        assert_eq!(
            without_blanks_before_quotes("a\t \"b\"\t\"c\"", b'\t'),
            "a\t\"b\"\t\"c\""
        );
    }
}
