//! The parts of an Excel workbook by its relations, under the names by which the
//! library looks for them.
//!
//! Programs write a workbook wherever they like, with `/` or `\` between the
//! folders, and name its parts as they like; only the relations say which is
//! which. The library follows them to the workbook and its sheets, and takes the
//! names of the shared texts and the styles for granted.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read};

use quick_xml::Reader as XmlReader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The most bytes of a part with relations that are read.
const MOST_BYTES: u64 = 1 << 20;
/// The relations of the package, and of the workbook once it is renamed.
const RELATIONS: &str = "_rels/.rels";
const WORKBOOK: &str = "xl/workbook.xml";
const WORKBOOK_RELATIONS: &str = "xl/_rels/workbook.xml.rels";
/// Where the library looks for parts of a kind.
const EXPECTED: [(&str, &str); 2] = [
    ("sharedStrings", "xl/sharedStrings.xml"),
    ("styles", "xl/styles.xml"),
];

/// One part is related to another.
struct Relation {
    id: String,
    kind: String,
    /// The other part, from the root of the package.
    target: String,
}

/// How the parts of a package are named.
#[derive(Debug, Default)]
pub(crate) struct PackageNames {
    /// By name in small letters.
    renamed: HashMap<String, String>,
    /// Parts with relations as they are written anew.
    pub(crate) relations: Vec<(&'static str, String)>,
}

impl PackageNames {
    /// Reads the relations of a package. One without a workbook keeps its names.
    pub(crate) fn read(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Self {
        Self::find(zip).unwrap_or_default()
    }

    fn find(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Self> {
        let places: HashMap<String, usize> = zip
            .file_names()
            .enumerate()
            .filter_map(|(place, name)| Some((key(&name.ok()?), place)))
            .collect();
        let mut of_part = |name: &str, folder: &str| {
            let part = zip.by_index(*places.get(&key(name))?).ok()?;
            let mut text = Vec::new();
            part.take(MOST_BYTES).read_to_end(&mut text).ok()?;
            Some(relations(&text, folder))
        };
        let package = of_part(RELATIONS, "")?;
        let workbook = package.iter().find(|one| one.is("officeDocument"))?;
        let (folder, name) = workbook
            .target
            .rsplit_once('/')
            .unwrap_or(("", &workbook.target));
        let of_workbook = of_part(&format!("{folder}/_rels/{name}.rels"), folder)?;
        let mut names = Self::default();
        names.rename(&workbook.target, WORKBOOK);
        names.write(RELATIONS, std::slice::from_ref(workbook));
        for relation in &of_workbook {
            let expected = EXPECTED.iter().find(|(kind, _)| relation.is(kind));
            if let Some((_, expected)) = expected {
                names.rename(&relation.target, expected);
            }
        }
        names.write(WORKBOOK_RELATIONS, &of_workbook);
        Some(names)
    }

    fn rename(&mut self, target: &str, name: &str) {
        self.renamed.insert(key(target), name.to_owned());
    }

    fn write(&mut self, part: &'static str, relations: &[Relation]) {
        let mut text = "<Relationships>".to_owned();
        for Relation { id, kind, target } in relations {
            let target = self.renamed.get(&key(target)).unwrap_or(target);
            let (id, kind, target) = (escape(id), escape(kind), escape(target));
            let _ = write!(
                text,
                r#"<Relationship Id="{id}" Type="{kind}" Target="/{target}"/>"#
            );
        }
        text.push_str("</Relationships>");
        self.relations.push((part, text));
    }

    /// The name of a part; nothing for one whose place another takes.
    pub(crate) fn name(&self, name: String) -> Option<String> {
        let key = key(&name);
        if let Some(renamed) = self.renamed.get(&key) {
            return Some(renamed.clone());
        }
        let mut taken = self.relations.iter().map(|(part, _)| *part);
        let taken = taken.any(|part| part == key)
            || self
                .renamed
                .values()
                .any(|renamed| renamed.to_ascii_lowercase() == key);
        (!taken).then_some(name)
    }
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// A name as parts are compared.
fn key(name: &str) -> String {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

/// The relations that a part holds, as far as it can be read.
fn relations(text: &[u8], folder: &str) -> Vec<Relation> {
    let mut xml = XmlReader::from_reader(text);
    xml.config_mut().expand_empty_elements = true;
    let mut found = Vec::new();
    let mut token = Vec::new();
    while let Ok(event) = xml.read_event_into(&mut token) {
        match event {
            Event::Eof => break,
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let of = |name| attribute(&element, name);
                if let (Some(id), Some(kind), Some(target)) = (of("Id"), of("Type"), of("Target")) {
                    let target = resolved(folder, &target);
                    found.push(Relation { id, kind, target });
                }
            }
            _ => {}
        }
        token.clear();
    }
    found
}

/// A target as it is written, from the root of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut folders: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for part in target.split('/') {
        match part {
            ".." => drop(folders.pop()),
            "" | "." => {}
            part => folders.push(part),
        }
    }
    folders.retain(|folder| !folder.is_empty());
    folders.join("/")
}

/// The value of an attribute.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::zip_bounds::zip_of;

    fn names(parts: &[(&str, &str)]) -> PackageNames {
        let bytes = zip_of(parts);
        PackageNames::read(&mut ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap())
    }

    #[test]
    fn parts_are_found_by_the_relations_wherever_they_are() {
        let names = names(&[
            (
                "_rels\\.rels",
                r#"<R:Relationships xmlns:R="r"><R:Relationship Id="a" Type="x/officeDocument" Target="boek\Werkboek.xml"/></R:Relationships>"#,
            ),
            (
                "Boek\\_rels\\werkboek.XML.rels",
                r#"<Relationships><Relationship Id="b" Type="x/sharedStrings" Target="../teksten/alle.xml"/><Relationship Id="c" Type="x/worksheet" Target=".\bladen\een.xml"/></Relationships>"#,
            ),
        ]);
        let name = |given: &str| names.name(given.to_owned());
        assert_eq!(
            name("BOEK\\werkboek.xml").as_deref(),
            Some("xl/workbook.xml")
        );
        assert_eq!(
            name("teksten/Alle.xml").as_deref(),
            Some("xl/sharedStrings.xml")
        );
        assert_eq!(
            name("boek/bladen/een.xml").as_deref(),
            Some("boek/bladen/een.xml")
        );
        assert_eq!(
            name("xl/sharedStrings.xml"),
            None,
            "another takes its place"
        );
        assert_eq!(name("_rels/.rels"), None);
        let (_, of_workbook) = &names.relations[1];
        assert!(
            of_workbook.contains(r#"Target="/boek/bladen/een.xml""#),
            "{of_workbook}"
        );
        assert!(
            of_workbook.contains(r#"Target="/xl/sharedStrings.xml""#),
            "{of_workbook}"
        );
    }

    #[test]
    fn of_a_part_with_relations_the_beginning_is_read() {
        let relation = r#"<R><Relationship Id="a" Type="x/officeDocument" Target="boek.xml"/></R>"#;
        let blank = " ".repeat(usize::try_from(MOST_BYTES).unwrap());
        let far = format!("{blank}{relation}");
        for (relations, expected) in [(relation, "xl/workbook.xml"), (&far, "boek.xml")] {
            let names = names(&[
                ("_rels/.rels", relations),
                ("_rels/boek.xml.rels", "<R/>"),
                ("boek.xml", "<a/>"),
            ]);
            assert_eq!(names.name("boek.xml".to_owned()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_package_without_a_workbook_keeps_its_names() {
        let names = names(&[("_rels/.rels", "<a/>"), ("part.xml", "<a/>")]);
        assert_eq!(
            names.name("_rels/.rels".to_owned()).as_deref(),
            Some("_rels/.rels")
        );
        assert!(names.relations.is_empty());
    }
}
