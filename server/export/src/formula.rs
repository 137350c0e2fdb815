//! Text in which no spreadsheet finds a formula.

/// Signs that a spreadsheet may take for the end of a cell or a line, whatever
/// the file was written with: Dutch ones read `;`, English ones `,`.
const ENDS: [char; 6] = [';', ',', '|', '\t', '\r', '\n'];

/// A text with an apostrophe before whatever would begin a formula at the start
/// of a cell. Quotation marks of the writer do not help where the reader splits
/// at another sign than the writer.
pub(super) fn without_formulas(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let (mut begins, mut is_spaced) = (true, false);
    for sign in text.chars() {
        let is_formula = match sign {
            '=' | '@' | '＝' | '＠' => true,
            '+' | '-' | '＋' | '－' => !is_spaced,
            _ => false,
        };
        if begins && is_formula {
            safe.push('\'');
        }
        safe.push(sign);
        if ENDS.contains(&sign) {
            (begins, is_spaced) = (true, false);
        } else if sign.is_whitespace() {
            is_spaced = true;
        } else if !matches!(sign, '"' | '\'') || !begins {
            begins = false;
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_becomes_text_and_other_text_stays() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("text;=HYPERLINK(\"x\")", "text;'=HYPERLINK(\"x\")"),
            ("a,+b", "a,'+b"),
            ("a\t@b", "a\t'@b"),
            ("a; =b", "a; '=b"),
            ("a;\"=b", "a;\"'=b"),
            ("a = b", "a = b"),
            ("Noord-Holland, Zuid-Holland", "Noord-Holland, Zuid-Holland"),
            ("jan@voorbeeld.nl", "jan@voorbeeld.nl"),
            ("2020-01-01", "2020-01-01"),
            ("", ""),
        ] {
            assert_eq!(without_formulas(text), safe, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_reader_finds_a_formula(cells in prop::collection::vec("[=+@a;,|\t\"' -]{0,12}", 1..4)) {
            let mut csv = csv::Writer::from_writer(Vec::new());
            csv.write_record(cells.iter().map(|cell| without_formulas(cell))).unwrap();
            let written = csv.into_inner().unwrap();
            for separator in [b';', b',', b'|', b'\t'] {
                for quoting in [true, false] {
                    let mut reader = csv::ReaderBuilder::new()
                        .delimiter(separator)
                        .has_headers(false)
                        .flexible(true)
                        .quoting(quoting)
                        .from_reader(&*written);
                    for record in reader.records() {
                        for cell in &record.unwrap() {
                            let begins = cell.trim_start_matches('"');
                            prop_assert!(!begins.starts_with(['=', '+', '-', '@']), "{cell}");
                            let begins = begins.trim_start();
                            prop_assert!(!begins.starts_with(['=', '@']), "{cell}");
                        }
                    }
                }
            }
        }
    }
}
