//! The parts beside the main one.

use std::io;

use super::words::{Links, run};
use super::xml::{Xml, element, empty, part, text};
use crate::sheet::Sheet;

pub(super) const CONTENT_TYPES: &str = include_str!("content-types.xml");
pub(super) const PACKAGE: &str = include_str!("package.rels");
pub(super) const APPLICATION: &str = include_str!("app.xml");
pub(super) const STYLES: &str = include_str!("styles.xml");
pub(super) const NUMBERING: &str = include_str!("numbering.xml");
pub(super) const SETTINGS: &str = include_str!("settings.xml");

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Title, language and date.
pub(super) fn properties(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let namespaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let moment = format!("{}T00:00:00Z", sheet.as_of);
    let dated = [("xsi:type", "dcterms:W3CDTF")];
    part(|xml| {
        element(xml, "cp:coreProperties", &namespaces, |xml| {
            text(xml, "dc:title", &[], &sheet.title)?;
            text(xml, "dc:subject", &[], &sheet.kind)?;
            text(xml, "dc:creator", &[], "Dekkingskaart")?;
            text(xml, "dc:description", &[], &sheet.footer)?;
            text(xml, "dc:language", &[], "nl-NL")?;
            text(xml, "dcterms:created", &dated, &moment)?;
            text(xml, "dcterms:modified", &dated, &moment)
        })
    })
}

/// What the main part refers to.
pub(super) fn relations(links: &Links) -> io::Result<Vec<u8>> {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    part(|xml| {
        element(xml, "Relationships", &[("xmlns", namespace)], |xml| {
            for (id, kind, target) in [
                ("styles", "styles", "styles.xml"),
                ("numbering", "numbering", "numbering.xml"),
                ("settings", "settings", "settings.xml"),
                ("footer", "footer", "footer.xml"),
                ("map", "image", "media/map.png"),
            ] {
                relation(xml, id, kind, target, None)?;
            }
            for (id, url) in links.iter() {
                relation(xml, &id, "hyperlink", url, Some("External"))?;
            }
            Ok(())
        })
    })
}

fn relation(
    xml: &mut Xml,
    id: &str,
    kind: &str,
    target: &str,
    mode: Option<&str>,
) -> io::Result<()> {
    let kind = format!("{RELATIONS}/{kind}");
    let mut attributes = vec![("Id", id), ("Type", &kind), ("Target", target)];
    attributes.extend(mode.map(|mode| ("TargetMode", mode)));
    empty(xml, "Relationship", &attributes)
}

/// On what the sheet rests, and the number of the page.
pub(super) fn footer(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let namespaces = [(
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    )];
    part(|xml| {
        element(xml, "w:ftr", &namespaces, |xml| {
            element(xml, "w:p", &[], |xml| {
                super::words::styled(xml, "Footer", false)?;
                run(xml, None, &sheet.footer)?;
                run(xml, None, " Pagina ")?;
                field(xml, "PAGE")?;
                run(xml, None, " van ")?;
                field(xml, "NUMPAGES")
            })
        })
    })
}

fn field(xml: &mut Xml, name: &str) -> io::Result<()> {
    element(xml, "w:fldSimple", &[("w:instr", name)], |xml| {
        run(xml, None, "1")
    })
}
