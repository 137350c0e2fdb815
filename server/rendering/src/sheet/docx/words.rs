//! Paragraphs and what stands in them.

use std::io;

use super::xml::{Xml, element, empty, text};
use crate::sheet::content::Span;

/// The addresses that a document links to, in the order of their relations.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    /// The relation to an address.
    fn relation(&mut self, url: &str) -> String {
        let known = self.0.iter().position(|other| other == url);
        let place = known.unwrap_or_else(|| {
            self.0.push(url.to_owned());
            self.0.len() - 1
        });
        Self::name(place)
    }

    fn name(place: usize) -> String {
        format!("link{place}")
    }

    /// Each relation with its address.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        let places = self.0.iter().enumerate();
        places.map(|(place, url)| (Self::name(place), url.as_str()))
    }
}

/// A paragraph of a style of `styles.xml`.
pub(super) fn paragraph(
    xml: &mut Xml,
    style: &str,
    spans: &[Span],
    links: &mut Links,
) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        styled(xml, style, false)?;
        for span in spans {
            write_span(xml, span, links)?;
        }
        Ok(())
    })
}

/// The properties of a paragraph.
pub(super) fn styled(xml: &mut Xml, style: &str, right: bool) -> io::Result<()> {
    element(xml, "w:pPr", &[], |xml| {
        empty(xml, "w:pStyle", &[("w:val", style)])?;
        if right {
            empty(xml, "w:jc", &[("w:val", "right")])?;
        }
        Ok(())
    })
}

/// A span, as a link where it has an address.
pub(super) fn write_span(xml: &mut Xml, span: &Span, links: &mut Links) -> io::Result<()> {
    let Some(url) = &span.url else {
        return run(xml, span.bold.then_some("Strong"), &span.text);
    };
    let relation = links.relation(url);
    let attributes = [("r:id", relation.as_str()), ("w:history", "1")];
    element(xml, "w:hyperlink", &attributes, |xml| {
        run(xml, Some("Hyperlink"), &span.text)
    })
}

/// Words of a character style.
pub(super) fn run(xml: &mut Xml, style: Option<&str>, words: &str) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        if let Some(style) = style {
            element(xml, "w:rPr", &[], |xml| {
                empty(xml, "w:rStyle", &[("w:val", style)])
            })?;
        }
        text(xml, "w:t", &[("xml:space", "preserve")], words)
    })
}
