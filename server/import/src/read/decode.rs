//! Bytes to text: what spreadsheets write as CSV is not always UTF-8.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use domain::message::FileMessage;

/// A file as text, and what had to be understood for it.
#[derive(Debug)]
pub(crate) struct DecodedText {
    pub(crate) text: String,
    /// The encoding, when it was not UTF-8.
    pub(crate) read_as: Option<&'static str>,
}

/// Decodes a text file: UTF-8 and UTF-16, with or without a byte-order mark, else
/// Windows-1252, which old versions of Excel write. An error says
/// which other kind of file it is.
pub(crate) fn decode(bytes: &[u8]) -> Result<DecodedText, FileMessage> {
    for (start, message) in [
        (&b"\xd0\xcf\x11\xe0"[..], FileMessage::OldExcel),
        (b"SQLite format 3\0", FileMessage::SqliteFile),
        (b"%PDF", FileMessage::PdfFile),
    ] {
        if bytes.starts_with(start) {
            return Err(message);
        }
    }
    let (text, read_as) = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (UTF_16LE.decode_without_bom_handling(rest).0, Some("UTF-16"))
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (UTF_16BE.decode_without_bom_handling(rest).0, Some("UTF-16"))
    } else if let Some(encoding) = utf16_without_mark(bytes) {
        (
            encoding.decode_without_bom_handling(bytes).0,
            Some("UTF-16"),
        )
    } else {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => (text.into(), None),
            Err(_) => (
                WINDOWS_1252.decode_without_bom_handling(bytes).0,
                Some("Windows-1252"),
            ),
        }
    };
    if text.contains('\0') {
        return Err(FileMessage::NotText);
    }
    Ok(DecodedText {
        text: text.into_owned(),
        read_as,
    })
}

/// Fewer tell nothing of how a file is encoded.
const FEWEST_PAIRS: usize = 8;

/// UTF-16 without a mark: of the letters that people write here every other byte
/// is zero, always the second or always the first.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(4096)].as_chunks::<2>();
    let zeros = |place: usize| pairs.iter().filter(|pair| pair[place] == 0).count();
    let most = |zeros: usize| pairs.len() >= FEWEST_PAIRS && zeros * 10 > pairs.len() * 7;
    match (zeros(0), zeros(1)) {
        (0, second) if most(second) => Some(UTF_16LE),
        (first, 0) if most(first) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_write_is_understood() {
        let sudwest = "Súdwest-Fryslân";
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(sudwest.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for (bytes, read_as) in [
            (sudwest.as_bytes().to_vec(), None),
            (format!("\u{feff}{sudwest}").into_bytes(), None),
            (utf16, Some("UTF-16")),
            (b"S\xfadwest-Frysl\xe2n".to_vec(), Some("Windows-1252")),
        ] {
            let text = decode(&bytes).unwrap();
            assert_eq!((text.text.as_str(), text.read_as), (sudwest, read_as));
        }
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        let text = "gemeentecode;naam\nGM1900;Súdwest-Fryslân €\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(
                (decoded.text.as_str(), decoded.read_as),
                (text, Some("UTF-16"))
            );
        }
    }

    #[test]
    fn other_kinds_of_file_are_named() {
        assert_eq!(decode(b"%PDF...").unwrap_err(), FileMessage::PdfFile);
        assert_eq!(decode(b"a\0b").unwrap_err(), FileMessage::NotText);
    }
}
