//! The zip of a workbook, unpacked once to see that it holds no more than a
//! table may.
//!
//! The library that reads workbooks trusts them: it makes room for as many
//! texts as a file says that there are, for as many shared formulas as the
//! highest number among them, and copies the font and the format of each style.
//! So each part goes through the same parser first, event by event, and what
//! unfolds is counted; the library sees only parts that went through. What a
//! zip says of its sizes is not relied on.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Cursor, Read, Write as _, sink};

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::package::PackageNames;
use domain::message::{FileMessage, Message};

/// Bytes of all parts, unpacked, and of one of them.
const MOST_BYTES: u64 = 256 << 20;
const MOST_BYTES_OF_PART: u64 = 192 << 20;
/// Parts of the zip.
const MOST_PARTS: usize = 5_000;
/// Elements within elements.
const DEEPEST: usize = 100;
/// Elements of all parts.
const MOST_ELEMENTS: usize = 15_000_000;
/// Bytes of text in all parts.
const MOST_TEXT: usize = 160 << 20;
/// Bytes of one tag, or of one text between tags.
const LONGEST_TAG: usize = 16 << 10;
const LONGEST_TOKEN: usize = 1 << 20;

/// Elements of which the library keeps something in memory for each, and how
/// many there may be.
const COUNTED: [(&str, usize); 10] = [
    ("si", 1_000_000),
    ("mergeCell", 20_000),
    ("xf", 66_000),
    ("font", 66_000),
    ("fill", 66_000),
    ("border", 66_000),
    ("numFmt", 5_000),
    ("sheet", 500),
    ("definedName", 20_000),
    ("Relationship", 100_000),
];
/// Elements whose attributes are copied into every style, and their length.
const COPIED: [&str; 2] = ["name", "numFmt"];
const LONGEST_COPIED: usize = 1_024;
/// Attributes by which the library makes room: how many shared texts there are,
/// and the number of a shared formula. Numbers of more digits are refused.
const TRUSTED: [&str; 2] = ["uniqueCount", "si"];
const MOST_DIGITS: usize = 6;

/// The signature of an entry in the directory of a zip.
const ENTRY: &[u8] = b"PK\x01\x02";

/// What kind of workbook a zip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WorkbookKind {
    Excel,
    OpenDocument,
}

/// The kind of a workbook by the names of its parts. An error says what else it
/// is.
fn kind<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<WorkbookKind, FileMessage> {
    let mut found = Err(FileMessage::ZipFile);
    for name in names {
        match name.replace('\\', "/").to_ascii_lowercase().as_str() {
            "xl/workbook.bin" => {
                found = Err(FileMessage::BinaryExcel);
                break;
            }
            "content.xml" => found = Ok(WorkbookKind::OpenDocument),
            "_rels/.rels" | "xl/workbook.xml" => found = Ok(WorkbookKind::Excel),
            _ => {}
        }
    }
    found
}

/// The parts of a workbook that are XML, as a zip of their own, with `/` in
/// their names. An error says why the workbook may not be read.
pub(crate) fn checked(bytes: &[u8]) -> Result<(Vec<u8>, WorkbookKind), Message> {
    let mut zip = open(bytes)?;
    let names: Vec<String> = zip
        .file_names()
        .filter_map(|name| Some(name.ok()?.to_string()))
        .collect();
    let kind = kind(names.iter().map(String::as_str))?;
    let package = PackageNames::read(&mut zip);
    let mut sound = ZipWriter::new(Cursor::new(Vec::new()));
    let mut counts = ElementCounts::default();
    let mut left = MOST_BYTES;
    for place in 0..zip.len() {
        let part = zip.by_index(place).map_err(|error| damaged(&error))?;
        let name = part
            .name()
            .map_err(|error| damaged(&error))?
            .replace('\\', "/");
        let most = left.min(MOST_BYTES_OF_PART);
        let mut part = BufReader::new(part.take(most + 1));
        let first = part.fill_buf().map_err(|error| damaged(&error))?;
        // Pictures and macros.
        if !is_xml(first) {
            continue;
        }
        let checked = check_part(&name, &mut part, &mut counts);
        let rest = io::copy(&mut part, &mut sink());
        let unpacked = most + 1 - part.get_ref().limit();
        if unpacked > most {
            let message = if most == MOST_BYTES_OF_PART {
                let megabytes = MOST_BYTES_OF_PART >> 20;
                FileMessage::PartUnpacksTo { megabytes }
            } else {
                let megabytes = MOST_BYTES >> 20;
                FileMessage::WorkbookUnpacksTo { megabytes }
            };
            return Err(message.into());
        }
        checked?;
        rest.map_err(|error| damaged(&error))?;
        left -= unpacked;
        drop(part);
        let Some(name) = package.name(name) else {
            continue;
        };
        let copy = zip.by_index_raw(place);
        copy.and_then(|part| sound.raw_copy_file_rename(part, name))
            .map_err(|error| damaged(&error))?;
    }
    for (name, text) in &package.relations {
        let written = sound.start_file(*name, SimpleFileOptions::default());
        written.map_err(|error| damaged(&error)).and_then(|()| {
            sound
                .write_all(text.as_bytes())
                .map_err(|error| damaged(&error))
        })?;
    }
    let sound = sound.finish().map_err(|error| damaged(&error))?;
    Ok((sound.into_inner(), kind))
}

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Message> {
    // Each entry of the directory is kept in memory when a zip is opened.
    let entries = bytes.windows(ENTRY.len()).filter(|found| *found == ENTRY);
    if entries.count() > MOST_PARTS {
        let most = MOST_PARTS;
        return Err(too_much("the zip", FileMessage::HoldsParts { most }));
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))
}

pub(crate) fn damaged(error: &dyn std::fmt::Display) -> Message {
    let cause = error.to_string();
    FileMessage::Damaged { cause }.into()
}

fn too_much(part: &str, what: FileMessage) -> Message {
    let part = part.chars().take(80).collect();
    let what = Box::new(what.into());
    FileMessage::WorkbookPart { part, what }.into()
}

fn is_xml(beginning: &[u8]) -> bool {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    let is_utf16 = text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff");
    is_utf16 || text.trim_ascii_start().starts_with(b"<")
}

/// What was seen in all parts so far.
#[derive(Default)]
struct ElementCounts {
    elements: usize,
    text: usize,
    of_name: [usize; COUNTED.len()],
}

impl ElementCounts {
    fn element(&mut self, element: &BytesStart<'_>) -> Result<(), FileMessage> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            let most = MOST_ELEMENTS;
            return Err(FileMessage::HoldsElements { most });
        }
        let name = element.local_name();
        let name = name.as_ref();
        let attributes = element.attributes_raw();
        let longest = if COPIED.contains(&name) {
            LONGEST_COPIED
        } else {
            LONGEST_TAG
        };
        if attributes.len() > longest {
            return Err(FileMessage::HoldsLongTag { bytes: longest });
        }
        if let Some(place) = COUNTED.iter().position(|(counted, _)| *counted == name) {
            let (_, most) = COUNTED[place];
            self.of_name[place] += 1;
            if self.of_name[place] > most {
                let name = name.to_owned();
                return Err(FileMessage::HoldsElement { name, most });
            }
        }
        if name == "sst" || name == "f" {
            for attribute in element.attributes().with_checks(false) {
                let Ok(attribute) = attribute else {
                    return Err(FileMessage::HoldsDamagedTag);
                };
                let number = attribute.value.trim_start_matches('0');
                if TRUSTED.contains(&attribute.key.as_ref()) && number.len() > MOST_DIGITS {
                    let name = attribute.key.as_ref().to_owned();
                    return Err(FileMessage::HoldsLargeNumber { name });
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, bytes: usize) -> Result<(), FileMessage> {
        self.text += bytes;
        if self.text > MOST_TEXT {
            let megabytes = MOST_TEXT >> 20;
            return Err(FileMessage::HoldsText { megabytes });
        }
        Ok(())
    }
}

/// Goes through a part as the library does. What that cannot read it does not
/// keep either.
fn check_part(
    name: &str,
    part: &mut impl BufRead,
    counts: &mut ElementCounts,
) -> Result<(), Message> {
    let refused = |what| too_much(name, what);
    let read = Cell::new(0);
    let mut xml = XmlReader::from_reader(MeteredReader { part, read: &read });
    let config = xml.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut token = Vec::new();
    let mut depth = 0_usize;
    loop {
        token.clear();
        read.set(0);
        let counted = match xml.read_event_into(&mut token) {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(refused(FileMessage::HoldsDepth { most: DEEPEST }));
                }
                counts.element(&element)
            }
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                Ok(())
            }
            Ok(Event::Text(_) | Event::CData(_) | Event::GeneralRef(_)) => counts.text(read.get()),
            Ok(_) => Ok(()),
            Err(_) if read.get() > LONGEST_TOKEN => {
                let megabytes = LONGEST_TOKEN >> 20;
                return Err(refused(FileMessage::HoldsLongText { megabytes }));
            }
            Err(_) => return Ok(()),
        };
        counted.map_err(refused)?;
    }
}

/// Counts the bytes of the token that is read, and ends one that is too long.
struct MeteredReader<'a, R> {
    part: R,
    read: &'a Cell<usize>,
}

impl<R: Read> Read for MeteredReader<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(into)?;
        self.read.set(self.read.get() + read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for MeteredReader<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read.get() > LONGEST_TOKEN {
            return Err(io::Error::other("a token is too long"));
        }
        self.part.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.read.set(self.read.get() + bytes);
        self.part.consume(bytes);
    }
}

/// A zip of these parts.
#[cfg(test)]
pub(crate) fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(part: &str) -> String {
        checked(&zip_of(&[("_rels/.rels", "<a/>"), ("part.xml", part)]))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn only_xml_is_left_and_backslashes_are_turned() {
        let zip = zip_of(&[
            ("_rels\\.rels", "<a/>"),
            ("xl\\a.xml", "<a/>"),
            ("b.png", "\u{89}PNG"),
            ("c", " <c>"),
        ]);
        let (sound, kind) = checked(&zip).unwrap();
        assert_eq!(kind, WorkbookKind::Excel);
        let sound = ZipArchive::new(Cursor::new(sound)).unwrap();
        let names: Vec<_> = sound.file_names().map(Result::unwrap).collect();
        assert_eq!(names, ["_rels/.rels", "xl/a.xml", "c"]);
    }

    #[test]
    fn what_unfolds_is_refused_with_the_part_and_what_to_do() {
        let deep = "<a>".repeat(DEEPEST + 1);
        let cases = [
            (deep.as_str(), "nested more than 100 deep"),
            ("<sst uniqueCount='00099999999'/>", "too large, uniqueCount"),
            ("<f si='4000000'/>", "too large, si"),
        ];
        for (part, expected) in cases {
            let told = told(part);
            assert!(
                told.starts_with("`part.xml` in the workbook holds"),
                "{told}"
            );
            assert!(told.contains(expected), "{told}");
            assert!(told.ends_with("as values, and import that"), "{told}");
        }
        let merged = format!("<m>{}</m>", "<mergeCell ref='A1:B2'/>".repeat(20_001));
        assert!(told(&merged).contains("more than 20000 times <mergeCell>"));
        let text = format!("<t>{}</t>", "x".repeat(LONGEST_TOKEN + 9_000));
        assert!(told(&text).contains("a text of more than 1 MB"));
        let tag = format!("<t x='{}'/>", "x".repeat(LONGEST_TAG));
        assert!(told(&tag).contains("a tag of more than 16384 bytes"));
        let name = format!("<name val='{}'/>", "x".repeat(LONGEST_COPIED));
        assert!(told(&name).contains("a tag of more than 1024 bytes"));
    }

    #[test]
    fn a_comment_hides_no_depth() {
        let hidden = "<a><!-- </a></a></a> -->".repeat(DEEPEST + 1);
        assert!(told(&hidden).contains("nested more"));
    }

    #[test]
    fn a_zip_of_too_many_parts_is_refused_unopened() {
        let entries = ENTRY.repeat(MOST_PARTS + 1);
        assert!(
            checked(&entries)
                .unwrap_err()
                .to_string()
                .contains("more than 5000 parts")
        );
    }
}
