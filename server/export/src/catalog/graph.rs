//! A graph of RDF that is built node by node.

use oxjsonld::JsonLdSerializer;
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{GraphNameRef, IriParseError, Literal, NamedNode, Term, Triple};
use oxttl::TurtleSerializer;

/// The vocabularies, by the prefixes under which everybody knows them.
const VOCABULARIES: [(&str, &str); 8] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("geosparql", "http://www.opengis.net/ont/geosparql#"),
];

/// A graph cannot be made or written.
#[derive(Debug, thiserror::Error)]
pub enum GraphError {
    /// An address is none.
    #[error("an address is none: {0}")]
    Address(#[from] IriParseError),
    /// It could not be written.
    #[error("the graph could not be written: {0}")]
    Writing(#[from] std::io::Error),
}

/// Statements about nodes.
#[derive(Debug, Default)]
pub struct Graph {
    triples: Vec<Triple>,
}

impl Graph {
    /// Begins to tell of a node of a class such as `dcat:Dataset`.
    pub(super) fn node(&mut self, address: &str, class: &str) -> Result<Node<'_>, GraphError> {
        let subject = NamedNode::new(address)?;
        let class = NamedNode::new(whole(class))?;
        let kind = Triple::new(subject.clone(), rdf::TYPE, class);
        self.triples.push(kind);
        Ok(Node {
            graph: self,
            subject,
        })
    }

    /// The graph as Turtle.
    pub fn turtle(&self) -> Result<Vec<u8>, GraphError> {
        let mut serializer = TurtleSerializer::new();
        for (prefix, vocabulary) in VOCABULARIES {
            serializer = serializer.with_prefix(prefix, vocabulary)?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in &self.triples {
            writer.serialize_triple(triple)?;
        }
        Ok(writer.finish()?)
    }

    /// The graph as JSON-LD.
    pub fn json_ld(&self) -> Result<Vec<u8>, GraphError> {
        let mut serializer = JsonLdSerializer::new();
        for (prefix, vocabulary) in VOCABULARIES {
            serializer = serializer.with_prefix(prefix, vocabulary)?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in &self.triples {
            writer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph))?;
        }
        Ok(writer.finish()?)
    }
}

/// A node of which something is told.
pub(super) struct Node<'g> {
    graph: &'g mut Graph,
    subject: NamedNode,
}

impl Node<'_> {
    fn add(&mut self, property: &str, value: impl Into<Term>) -> Result<&mut Self, GraphError> {
        let property = NamedNode::new(whole(property))?;
        let triple = Triple::new(self.subject.clone(), property, value);
        self.graph.triples.push(triple);
        Ok(self)
    }

    /// Another node, by its address.
    pub(super) fn to(&mut self, property: &str, address: &str) -> Result<&mut Self, GraphError> {
        self.add(property, NamedNode::new(whole(address))?)
    }

    /// A text in Dutch and in English.
    pub(super) fn told(
        &mut self,
        property: &str,
        (dutch, english): (&str, &str),
    ) -> Result<&mut Self, GraphError> {
        self.add(
            property,
            Literal::new_language_tagged_literal_unchecked(dutch, "nl"),
        )?;
        self.add(
            property,
            Literal::new_language_tagged_literal_unchecked(english, "en"),
        )
    }

    /// A text in no language.
    pub(super) fn text(&mut self, property: &str, text: &str) -> Result<&mut Self, GraphError> {
        self.add(property, Literal::new_simple_literal(text))
    }

    /// A value of a type such as `xsd:date`.
    pub(super) fn value(
        &mut self,
        property: &str,
        (text, kind): (&str, &str),
    ) -> Result<&mut Self, GraphError> {
        self.add(
            property,
            Literal::new_typed_literal(text, NamedNode::new(whole(kind))?),
        )
    }

    /// A date.
    pub(super) fn date(&mut self, property: &str, date: &str) -> Result<&mut Self, GraphError> {
        self.add(property, Literal::new_typed_literal(date, xsd::DATE))
    }
}

/// An address that may begin with the prefix of a vocabulary.
fn whole(name: &str) -> String {
    let known = VOCABULARIES.iter().find_map(|(prefix, vocabulary)| {
        let rest = name.strip_prefix(prefix)?.strip_prefix(':')?;
        Some(format!("{vocabulary}{rest}"))
    });
    known.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stands_for_its_vocabulary() {
        assert_eq!(whole("dct:title"), "http://purl.org/dc/terms/title");
        assert_eq!(whole("https://example.org"), "https://example.org");
    }

    #[test]
    fn both_ways_to_write_it_read_back_the_same() {
        let mut graph = Graph::default();
        graph
            .node("https://example.org/a", "dcat:Dataset")
            .unwrap()
            .told("dct:title", ("Eén \"kaart\"", "A map"))
            .unwrap()
            .to("dcat:theme", "https://example.org/b")
            .unwrap();
        let mut turtle: Vec<String> = oxttl::TurtleParser::new()
            .for_slice(&graph.turtle().unwrap())
            .map(|triple| triple.unwrap().to_string())
            .collect();
        let mut json: Vec<String> = oxjsonld::JsonLdParser::new()
            .for_slice(&graph.json_ld().unwrap())
            .map(|quad| Triple::from(quad.unwrap()).to_string())
            .collect();
        turtle.sort();
        json.sort();
        assert_eq!(turtle.len(), 4);
        assert_eq!(turtle, json);
    }
}
