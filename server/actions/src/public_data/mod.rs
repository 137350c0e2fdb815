//! The shipped public data: loading, refreshing, and invented verdicts.

pub(super) mod load_demonstration;
pub(super) mod load_public_data;
pub(super) mod place_records;
pub(super) mod policy_records;
pub(super) mod public_file;
pub(super) mod refresh_plan;
pub(super) mod refresh_public_data;
