//! What is published here, as a catalogue of data: DCAT-AP-NL 3.0, as Turtle or
//! JSON-LD.
//!
//! `graph` has the words of RDF and the two ways to write it, `content` says what
//! there is.

mod content;
mod graph;

pub use content::{CatalogSubject, catalog};
pub use graph::{Graph, GraphError};
