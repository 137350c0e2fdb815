//! Completeness of policy.
