//! Municipalities, boundaries, lineage, regions and inhabitants.

pub(super) mod indicator;
pub(super) mod municipality;
pub(super) mod region;
pub(super) mod register;
