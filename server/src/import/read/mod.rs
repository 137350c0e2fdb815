//! From the bytes of a file to cells: CSV, XLSX, ODS.

pub(super) mod decode;
pub(super) mod delimited;
pub(super) mod foreign_rows;
pub(super) mod limits;
pub(super) mod ods;
mod package;
pub(super) mod quotes;
pub(super) mod sheets;
pub(super) mod table;
pub(super) mod workbook;
pub(super) mod zip_bounds;
