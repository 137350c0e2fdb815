//! Municipalities, boundaries, lineage, regions and inhabitants.

pub mod code;
mod data_file;
pub mod gazetteer;
pub mod lineage;
pub mod name_forms;
pub mod name_key;
pub mod provinces;
pub mod register;
pub mod similarity;
