//! Commands and settings.
