//! Files to checked rows to actions.
