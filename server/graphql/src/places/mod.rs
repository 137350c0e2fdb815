//! Municipalities, boundaries, lineage, regions and inhabitants.

pub(super) mod geometry_input;
pub(super) mod highlight_text;
pub(super) mod history;
pub(super) mod history_text;
pub(super) mod lineage;
pub(super) mod municipality;
pub(crate) mod mutation;
pub(super) mod national;
pub(super) mod peer;
pub(super) mod query;
pub(super) mod region;
