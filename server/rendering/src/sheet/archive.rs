//! A ZIP archive that is written from front to back, for a stream. Sizes stand
//! before each content, so that who reads it can count along; the libraries
//! that write to a stream put them behind it.
//!
//! The records are those of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use jiff::civil::Date;
use thiserror::Error;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Version 2.0 of the format, the first with folders and deflate.
const VERSION: u16 = 20;

/// More than the format can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an archive holds at most 65,535 files and 4 GiB")]
pub struct ArchiveError;

/// The content of a file, ready to be put into an archive.
#[derive(Debug)]
pub struct ArchiveMember {
    method: u16,
    sum: u32,
    /// Before packing, in bytes.
    size: usize,
    content: Vec<u8>,
}

impl ArchiveMember {
    /// As it is, for what is compressed already.
    #[must_use]
    pub fn stored(content: Vec<u8>) -> Self {
        Self {
            method: STORED,
            sum: sum(&content),
            size: content.len(),
            content,
        }
    }

    /// Compressed.
    pub fn deflated(content: &[u8]) -> io::Result<Self> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content)?;
        Ok(Self {
            method: DEFLATED,
            sum: sum(content),
            size: content.len(),
            content: encoder.finish()?,
        })
    }
}

fn sum(content: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(content);
    crc.sum()
}

/// An archive under way: what was written so far is not kept, only where.
#[derive(Debug)]
pub struct Archive {
    date: u16,
    directory: Vec<u8>,
    entries: u16,
    /// In bytes.
    written: u32,
}

impl Archive {
    /// An archive of files of a date, between 1980 and 2107.
    #[must_use]
    pub fn new(date: Date) -> Self {
        let year = u16::try_from(date.year() - 1980).unwrap_or_default();
        let [month, day] = [date.month(), date.day()].map(|part| u16::from(part.unsigned_abs()));
        Self {
            date: year << 9 | month << 5 | day,
            directory: Vec::new(),
            entries: 0,
            written: 0,
        }
    }

    /// The bytes of the next file: its header and its content. The name is
    /// ASCII.
    pub fn entry(&mut self, name: &str, packed: ArchiveMember) -> Result<Vec<u8>, ArchiveError> {
        let facts = self.facts(name, &packed)?;
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend_from_slice(&facts);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend(packed.content);

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&VERSION.to_le_bytes());
        self.directory.extend_from_slice(&facts);
        // No comment, the first disk, no attributes.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory
            .extend_from_slice(&self.written.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());

        let length = u32::try_from(bytes.len()).map_err(|_| ArchiveError)?;
        self.written = self.written.checked_add(length).ok_or(ArchiveError)?;
        self.entries = self.entries.checked_add(1).ok_or(ArchiveError)?;
        Ok(bytes)
    }

    /// What both records of a file say of it.
    fn facts(&self, name: &str, packed: &ArchiveMember) -> Result<Vec<u8>, ArchiveError> {
        let narrow = |size: usize| u32::try_from(size).map_err(|_| ArchiveError);
        let length = u16::try_from(name.len()).map_err(|_| ArchiveError)?;
        let mut facts = Vec::new();
        // No flags; a file has no time of the day.
        for word in [VERSION, 0, packed.method, 0, self.date] {
            facts.extend(word.to_le_bytes());
        }
        for word in [
            packed.sum,
            narrow(packed.content.len())?,
            narrow(packed.size)?,
        ] {
            facts.extend(word.to_le_bytes());
        }
        for word in [length, 0] {
            facts.extend(word.to_le_bytes());
        }
        Ok(facts)
    }

    /// The bytes at the end: the directory of all files.
    pub fn end(self) -> Result<Vec<u8>, ArchiveError> {
        let size = u32::try_from(self.directory.len()).map_err(|_| ArchiveError)?;
        let mut bytes = self.directory;
        bytes.extend_from_slice(b"PK\x05\x06");
        // This disk and that of the directory: the first.
        for word in [0, 0, self.entries, self.entries] {
            bytes.extend(word.to_le_bytes());
        }
        for word in [size, self.written] {
            bytes.extend(word.to_le_bytes());
        }
        // No comment.
        bytes.extend_from_slice(&[0; 2]);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::{CompressionMethod, DateTime, ZipArchive};

    use super::*;

    #[test]
    fn an_archive_reads_back_as_it_was_written() {
        let mut archive = Archive::new("2024-06-30".parse().unwrap());
        let long = "zorgcoördinatie ".repeat(100);
        let mut bytes = Vec::new();
        for (name, packed) in [
            ("a.pdf", ArchiveMember::stored(b"%PDF".to_vec())),
            (
                "word/b.xml",
                ArchiveMember::deflated(long.as_bytes()).unwrap(),
            ),
            ("empty", ArchiveMember::stored(Vec::new())),
        ] {
            bytes.extend(archive.entry(name, packed).unwrap());
        }
        bytes.extend(archive.end().unwrap());

        let mut read = ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.len(), 3);
        let mut text = String::new();
        let mut deflated = read.by_name("word/b.xml").unwrap();
        assert_eq!(deflated.compression(), CompressionMethod::Deflated);
        // Reading to the end compares the sum.
        deflated.read_to_string(&mut text).unwrap();
        assert_eq!(text, long);
        drop(deflated);
        let mut stored = read.by_name("a.pdf").unwrap();
        assert_eq!(stored.compression(), CompressionMethod::Stored);
        let date = DateTime::from_date_and_time(2024, 6, 30, 0, 0, 0).unwrap();
        assert_eq!(stored.last_modified(), Some(date));
        text.clear();
        stored.read_to_string(&mut text).unwrap();
        assert_eq!(text, "%PDF");
    }

    #[test]
    fn sizes_stand_before_each_content() {
        let mut archive = Archive::new("2024-06-30".parse().unwrap());
        let bytes = archive
            .entry("a.pdf", ArchiveMember::stored(b"%PDF".to_vec()))
            .unwrap();
        // The flag of sizes that follow, the packed size, the length of the name.
        assert_eq!(bytes[6..8], [0, 0]);
        assert_eq!(bytes[18..22], [4, 0, 0, 0]);
        assert_eq!(bytes[26..30], [5, 0, 0, 0]);
        assert_eq!(&bytes[30..], b"a.pdf%PDF");
    }
}
