//! Municipalities, boundaries, lineage, regions and inhabitants.

pub(super) mod features;
pub(super) mod highlights;
pub(super) mod history;
pub(super) mod map_file;
pub(super) mod peers;
