//! Writing elements of XML.

use std::io;

pub(super) type Xml = quick_xml::Writer<Vec<u8>>;

/// A part of a package, from its declaration on.
pub(super) fn part(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml =
        Xml::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_vec());
    write(&mut xml)?;
    Ok(xml.into_inner())
}

/// An element with attributes and what stands in it.
pub(super) fn element(
    xml: &mut Xml,
    tag: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(tag)
        .with_attributes(attributes.iter().copied())
        .write_inner_content(inner)?;
    Ok(())
}

/// An element with nothing in it.
pub(super) fn empty(xml: &mut Xml, tag: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(tag)
        .with_attributes(attributes.iter().copied())
        .write_empty()?;
    Ok(())
}

/// An element with a text in it.
pub(super) fn text(
    xml: &mut Xml,
    tag: &str,
    attributes: &[(&str, &str)],
    words: &str,
) -> io::Result<()> {
    // XML has no place for control characters.
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    xml.create_element(tag)
        .with_attributes(attributes.iter().copied())
        .write_text_content(quick_xml::events::BytesText::new(&words))?;
    Ok(())
}
