//! Mutations of this topic.

pub(crate) mod practice;
pub(crate) mod record;
