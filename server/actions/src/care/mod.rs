//! Arrangements for care coordination, bottlenecks and good practices.

pub(super) mod raise_bottleneck;
pub(super) mod record_arrangement;
pub(super) mod record_arrangements;
pub(super) mod resolve_bottleneck;
pub(super) mod share_good_practice;
