//! What a Word document says.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// A Word document that was read.
pub struct Docx {
    parts: Vec<(String, Vec<u8>)>,
}

/// A paragraph: its style and its words.
pub type Paragraph = (String, String);

impl Docx {
    /// Reads a document; each of its parts is well-formed.
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for place in 0..archive.len() {
            let mut file = archive.by_index(place).unwrap();
            let name = String::from_utf8(file.name_raw().to_vec()).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            parts.push((name, content));
        }
        let docx = Self { parts };
        for (name, _) in &docx.parts {
            if name != "word/media/map.png" {
                docx.events(name, |_| ());
            }
        }
        docx
    }

    /// The bytes of a part.
    pub fn part(&self, name: &str) -> &[u8] {
        let found = self.parts.iter().find(|(other, _)| other == name);
        &found.unwrap_or_else(|| panic!("no part {name}")).1
    }

    /// All that is written in it, names of parts and addresses too.
    pub fn everything(&self) -> String {
        let parts: Vec<String> = self
            .parts
            .iter()
            .map(|(name, content)| format!("{name}\n{}", String::from_utf8_lossy(content)))
            .collect();
        parts.join("\n")
    }

    fn events(&self, part: &str, mut see: impl FnMut(&Event)) {
        let text = std::str::from_utf8(self.part(part)).unwrap();
        let mut reader = Reader::from_str(text);
        loop {
            match reader
                .read_event()
                .unwrap_or_else(|error| panic!("{part}: {error}"))
            {
                Event::Eof => return,
                event => see(&event),
            }
        }
    }

    /// The paragraphs, those in tables too.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        self.events("word/document.xml", |event| match event {
            Event::Start(tag) if tag.name().as_ref() == "w:p" => {
                paragraphs.push(Paragraph::default());
            }
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                paragraphs.last_mut().unwrap().0 = attribute(tag, "w:val").unwrap();
            }
            // What stands before the first is the end of the declaration's line.
            Event::Text(text) => {
                if let Some((_, words)) = paragraphs.last_mut() {
                    words.push_str(text);
                }
            }
            Event::GeneralRef(reference) => {
                let sign = match &**reference {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "apos" => '\'',
                    "quot" => '"',
                    other => panic!("&{other};"),
                };
                paragraphs.last_mut().unwrap().1.push(sign);
            }
            _ => {}
        });
        paragraphs
    }

    /// The words of the paragraphs of a style.
    pub fn of_style(&self, style: &str) -> Vec<String> {
        let paragraphs = self.paragraphs().into_iter();
        paragraphs
            .filter(|(of, _)| of == style)
            .map(|(_, words)| words)
            .collect()
    }

    /// How many elements of a name stand in the main part.
    pub fn count(&self, element: &str) -> usize {
        self.values(element, None).len()
    }

    /// An attribute of each element of a name in the main part.
    pub fn values(&self, element: &str, name: Option<&str>) -> Vec<String> {
        let mut values = Vec::new();
        self.events("word/document.xml", |event| {
            if let Event::Start(tag) | Event::Empty(tag) = event
                && tag.name().as_ref() == element
            {
                values.push(
                    name.and_then(|name| attribute(tag, name))
                        .unwrap_or_default(),
                );
            }
        });
        values
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).unwrap()?;
    Some(
        attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .unwrap()
            .into_owned(),
    )
}
