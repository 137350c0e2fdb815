//! Rubrics, verdicts, policy documents and completeness.

pub(super) mod confirm_inherited;
pub(super) mod record_document;
pub(super) mod record_documents;
pub(super) mod record_rubric;
pub(super) mod record_verdicts;
