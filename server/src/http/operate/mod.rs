//! Health, metrics, logs and contact for operators.

pub(super) mod health;
pub(super) mod metrics;
pub(super) mod readiness;
pub(super) mod request_log;
pub(super) mod security_txt;
