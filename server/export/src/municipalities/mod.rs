//! Municipalities as files: a [`MunicipalityTable`] says which rows, columns and
//! values, [`TableNotes`] what it is, and the rest writes both as CSV, workbook,
//! `OpenDocument`, GeoJSON or GeoPackage.

mod about;
mod campaign;
mod cell;
mod columns;
mod csv_rows;
mod features;
mod filter_words;
mod geopackage;
mod open_document;
mod table;
mod workbook;

pub use about::TableNotes;
pub use campaign::CampaignTable;
pub use cell::{Cell, Word, Wording};
pub use columns::{Column, End};
pub use csv_rows::{CsvDialect, csv_pieces};
pub use features::geojson_pieces;
pub use filter_words::{filter_words, order_words};
pub use geopackage::{GeopackageError, geopackage};
pub use open_document::open_document;
pub use table::MunicipalityTable;
pub use workbook::workbook;
