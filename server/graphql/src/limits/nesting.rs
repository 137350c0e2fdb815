//! How deep a text nests, counted before any parser reads it: parsers recurse,
//! and a deep text would take their stack. One pass, no recursion, no copies.

use super::LimitError;

/// How many brackets may be open at once, in a document and in JSON. A field
/// nests two of them at most, and the deepest field stands at 15.
pub const DEEPEST_BRACKETS: usize = 64;
/// The longest document, in bytes.
pub const LONGEST_DOCUMENT: usize = 64 * 1024;
/// The most names, values and marks of a document.
pub const MOST_TOKENS: usize = 12_000;

/// What a scan counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scan {
    /// The most brackets that were open at once.
    pub depth: usize,
    /// Names, values and marks; a string is one.
    pub tokens: usize,
}

/// Checks a GraphQL document before it is parsed.
pub fn check_document(document: &str) -> Result<Scan, LimitError> {
    if document.len() > LONGEST_DOCUMENT {
        return Err(LimitError::DocumentTooLong {
            bytes: document.len(),
        });
    }
    let scan = scan_document(document.as_bytes())?;
    check_depth(scan.depth)?;
    if scan.tokens > MOST_TOKENS {
        return Err(LimitError::TooManyTokens {
            tokens: scan.tokens,
        });
    }
    Ok(scan)
}

/// Checks JSON before it is read.
pub fn check_json(json: &[u8]) -> Result<usize, LimitError> {
    let depth = json_depth(json);
    check_depth(depth)?;
    Ok(depth)
}

fn check_depth(depth: usize) -> Result<(), LimitError> {
    if depth > DEEPEST_BRACKETS {
        return Err(LimitError::TooManyBrackets { depth });
    }
    Ok(())
}

/// Counts brackets and tokens outside strings and comments. A string without an
/// end is refused: a parser that reads its mark as an empty string would see
/// brackets where none were counted.
fn scan_document(text: &[u8]) -> Result<Scan, LimitError> {
    let mut scan = Scan::default();
    let (mut open, mut at) = (0_usize, 0);
    while let Some(byte) = text.get(at) {
        match byte {
            b'#' => at += length_of_comment(&text[at..]),
            b'"' => {
                scan.tokens += 1;
                at += length_of_string(&text[at..]).ok_or(LimitError::OpenString)?;
            }
            b'{' | b'[' | b'(' => {
                open += 1;
                scan.depth = scan.depth.max(open);
                scan.tokens += 1;
                at += 1;
            }
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                scan.tokens += 1;
                at += 1;
            }
            byte if is_of_word(*byte) => {
                scan.tokens += 1;
                at += length_of_word(&text[at..]);
            }
            byte => {
                scan.tokens += usize::from(byte.is_ascii_punctuation() && *byte != b',');
                at += 1;
            }
        }
    }
    Ok(scan)
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn length_of_word(text: &[u8]) -> usize {
    let end = text.iter().position(|byte| !is_of_word(*byte));
    end.unwrap_or(text.len())
}

fn length_of_comment(text: &[u8]) -> usize {
    let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    end.unwrap_or(text.len())
}

/// The length of the string at the beginning, with its marks.
fn length_of_string(text: &[u8]) -> Option<usize> {
    const BLOCK: &[u8] = b"\"\"\"";
    if text.starts_with(BLOCK) {
        let mut at = BLOCK.len();
        while !text.get(at..)?.starts_with(BLOCK) {
            at += if text[at..].starts_with(b"\\\"\"\"") {
                4
            } else {
                1
            };
        }
        return Some(at + BLOCK.len());
    }
    let mut at = 1;
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\n' | b'\r' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The most brackets that are open at once in JSON.
fn json_depth(json: &[u8]) -> usize {
    let (mut open, mut depth) = (0_usize, 0);
    let mut bytes = json.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                open += 1;
                depth = depth.max(open);
            }
            b'}' | b']' => open = open.saturating_sub(1),
            b'"' => {
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'"' => break,
                        b'\\' => {
                            bytes.next();
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    depth
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn brackets_of_every_kind_count_and_those_in_strings_and_comments_do_not() {
        let depth = |text: &str| scan_document(text.as_bytes()).map(|scan| scan.depth);
        assert_eq!(depth("{ a(b: [{ c: 1 }]) { d } }"), Ok(4));
        assert_eq!(depth("{ a(b: \"[[[\\\"[[[\") } # [[["), Ok(2));
        assert_eq!(depth("{ a(b: \"\"\"[[[ \" \\\"\"\" [[[\n\"\"\") }"), Ok(2));
        assert_eq!(depth("# [[[\r[[]]"), Ok(2));
        assert_eq!(depth("]]]] [["), Ok(2));
        assert_eq!(depth(""), Ok(0));
    }

    #[test]
    fn a_string_without_an_end_hides_no_brackets() {
        // A parser reads the first two marks as an empty string.
        for text in [
            "{ a(b: [\"\"\" [[[[ ",
            "{ a(b: [\"\"\"\" [[[[",
            "\"a\n[[[[\"",
            "\"\\",
        ] {
            assert_eq!(
                scan_document(text.as_bytes()),
                Err(LimitError::OpenString),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_over_a_limit_tells_its_numbers() {
        let deep = format!("{{ a(b: {}) }}", "[".repeat(3_000));
        let refused = check_document(&deep).unwrap_err();
        assert_eq!(refused, LimitError::TooManyBrackets { depth: 3_002 });
        assert!(refused.to_string().contains("3002"), "{refused}");
        assert!(check_document(&"a ".repeat(MOST_TOKENS)).is_ok());
        assert!(check_document(&"a ".repeat(MOST_TOKENS + 1)).is_err());
        assert!(check_document(&" ".repeat(LONGEST_DOCUMENT + 1)).is_err());
        let json = "[".repeat(DEEPEST_BRACKETS + 1);
        assert!(check_json(json.as_bytes()).is_err());
        assert!(check_json(&json.as_bytes()[1..]).is_ok());
    }

    /// The same by recursion, on pieces of which it is known what they are.
    #[derive(Debug, Clone)]
    enum Piece {
        Text(&'static str),
        Nested(u8, Vec<Piece>),
    }

    impl Piece {
        fn depth(&self) -> usize {
            match self {
                Self::Text(_) => 0,
                Self::Nested(_, inner) => 1 + inner.iter().map(Self::depth).max().unwrap_or(0),
            }
        }

        fn write(&self, text: &mut String) {
            match self {
                Self::Text(piece) => text.push_str(piece),
                Self::Nested(kind, inner) => {
                    let (open, close) = [('{', '}'), ('[', ']'), ('(', ')')][usize::from(kind % 3)];
                    text.push(open);
                    for piece in inner {
                        piece.write(text);
                    }
                    text.push(close);
                }
            }
        }
    }

    fn piece() -> impl Strategy<Value = Piece> {
        let texts = prop::sample::select(vec![
            "a ",
            "...F ",
            "x: 1 ",
            "\"\" ",
            "\"[{(\" ",
            "\"\\\"[\" ",
            "\"\\\\\" ",
            "\"\"\"\"\"\" ",
            "\"\"\"[ \" \\\"\"\" (\n\"\"\" ",
            "# [{(\"\"\"\n",
            "$v @d ",
            "é\u{feff},",
        ]);
        let leaf = texts.prop_map(Piece::Text);
        leaf.prop_recursive(8, 60, 6, |inner| {
            (any::<u8>(), prop::collection::vec(inner, 0..6))
                .prop_map(|(kind, inner)| Piece::Nested(kind, inner))
        })
    }

    /// A million by hand: `DEKKINGSKAART_TEST_CASES=1000000`.
    fn cases() -> ProptestConfig {
        #[expect(clippy::disallowed_methods, reason = "a setting of the tests")]
        let cases = std::env::var("DEKKINGSKAART_TEST_CASES");
        let cases = cases.ok().and_then(|cases| cases.parse().ok());
        ProptestConfig::with_cases(cases.unwrap_or(512))
    }

    proptest! {
        #![proptest_config(cases())]

        #[test]
        fn the_depth_is_that_of_a_count_by_recursion(pieces in prop::collection::vec(piece(), 0..4)) {
            let mut text = String::new();
            for piece in &pieces {
                piece.write(&mut text);
            }
            let depth = pieces.iter().map(Piece::depth).max().unwrap_or(0);
            prop_assert_eq!(scan_document(text.as_bytes()).map(|scan| scan.depth), Ok(depth));
        }

        #[test]
        fn nothing_that_the_parser_takes_is_deeper_than_was_counted(text in "[\\[\\]{}()\"\\\\a:.#\n $@!]{0,40}") {
            // No panic, and what is refused here the parser refuses too.
            match scan_document(text.as_bytes()) {
                Ok(scan) => prop_assert!(scan.depth <= text.len()),
                Err(_) => prop_assert!(async_graphql::parser::parse_query(&text).is_err()),
            }
        }

        #[test]
        fn json_is_as_deep_as_the_reader_finds_it(value in json(), padding in "[ \n]{0,3}") {
            let text = format!("{padding}{value}");
            prop_assert_eq!(json_depth(text.as_bytes()), value_depth(&value));
        }

        #[test]
        fn no_bytes_stop_the_count(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(json_depth(&bytes) <= bytes.len());
            let _ = scan_document(&bytes);
        }
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<i32>().prop_map(Into::into),
            "[\\[\\]{}\"\\\\a]{0,8}".prop_map(Into::into),
        ];
        leaf.prop_recursive(8, 60, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
                prop::collection::btree_map("[{\"\\\\\\[]{0,3}", inner, 0..6)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    fn value_depth(value: &serde_json::Value) -> usize {
        match value {
            serde_json::Value::Array(items) => 1 + items.iter().map(value_depth).max().unwrap_or(0),
            serde_json::Value::Object(fields) => {
                1 + fields.values().map(value_depth).max().unwrap_or(0)
            }
            _ => 0,
        }
    }
}
