//! A sheet as a Word document (Office Open XML, ISO/IEC 29500 transitional):
//! real headings, lists, links and tables with header rows, so that it can be
//! edited and read aloud.
//!
//! Written here, since the libraries for it write no alternative texts, header
//! rows or language, or are many times the size of what a sheet needs.

mod document;
mod parts;
mod questions;
mod table;
mod words;
mod xml;

use super::Sheet;
use super::archive::{Archive, ArchiveMember};
use super::error::SheetError;
use super::map;

/// Longer side of the map as a picture, in pixels: 300 an inch of 42 mm.
const MAP_PIXELS: f32 = 500.0;

impl Sheet {
    /// Writes the sheet as a Word document.
    pub fn docx(&self) -> Result<Vec<u8>, SheetError> {
        let map = map::png(&self.map, MAP_PIXELS)?;
        let (document, links) = document::write(self, &map)?;
        let mut package = Package::new(self);
        package.text("[Content_Types].xml", parts::CONTENT_TYPES.as_bytes())?;
        package.text("_rels/.rels", parts::PACKAGE.as_bytes())?;
        package.text("docProps/core.xml", &parts::properties(self)?)?;
        package.text("docProps/app.xml", parts::APPLICATION.as_bytes())?;
        package.text("word/document.xml", &document)?;
        package.text("word/_rels/document.xml.rels", &parts::relations(&links)?)?;
        package.text("word/styles.xml", parts::STYLES.as_bytes())?;
        package.text("word/numbering.xml", parts::NUMBERING.as_bytes())?;
        package.text("word/settings.xml", parts::SETTINGS.as_bytes())?;
        package.text("word/footer.xml", &parts::footer(self)?)?;
        package.add("word/media/map.png", ArchiveMember::stored(map.content))?;
        package.end()
    }
}

/// The archive that a document is.
struct Package {
    archive: Archive,
    bytes: Vec<u8>,
}

impl Package {
    fn new(sheet: &Sheet) -> Self {
        Self {
            archive: Archive::new(sheet.as_of),
            bytes: Vec::new(),
        }
    }

    fn text(&mut self, name: &str, content: &[u8]) -> Result<(), SheetError> {
        self.add(name, ArchiveMember::deflated(content)?)
    }

    fn add(&mut self, name: &str, packed: ArchiveMember) -> Result<(), SheetError> {
        self.bytes.extend(self.archive.entry(name, packed)?);
        Ok(())
    }

    fn end(mut self) -> Result<Vec<u8>, SheetError> {
        self.bytes.extend(self.archive.end()?);
        Ok(self.bytes)
    }
}
