//! What a sheet says, section by section.

pub(super) mod coordination;
pub(super) mod known;
pub(super) mod missing;
pub(super) mod practice;
pub(super) mod questions;
pub(super) mod steps;
