//! Municipalities, boundaries, lineage, regions and inhabitants.

pub(super) mod boundary_diff;
pub(super) mod record_population;
pub(super) mod record_regions;
pub(super) mod register_diff;
pub(super) mod replace_boundaries;
pub(super) mod set_memberships;
pub(super) mod set_region;
