//! Priority for outreach.
