//! Mutations of this topic.

pub(crate) mod correction;
pub(crate) mod import;
pub(crate) mod rehearsal;
pub(crate) mod undo;
