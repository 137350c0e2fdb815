//! Rubrics, verdicts, policy documents and completeness.

pub(super) mod changes;
pub(super) mod coverage;
pub(super) mod timeline;
pub(super) mod totals;
pub(super) mod verdict_lookup;
