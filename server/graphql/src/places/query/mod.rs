//! Queries of this topic.

pub(crate) mod municipality;
pub(crate) mod reference;
pub(crate) mod region;
