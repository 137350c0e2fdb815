//! Answers that are written straight into their text. async-graphql answers
//! each field in a future of its own, and keeps what it says as a value until
//! the answer is whole. Reading the atlas waits for nothing, so a field of the
//! query is answered here when everything below it can be: from a [`Plan`] made
//! once of what is selected, for all objects of a list.
//!
//! What is not known here, and whatever fails, is left to async-graphql, which
//! answers that field of the query from the beginning: errors are always told
//! by it. Which fields an object has is told once, by the macros
//! `direct_object` and `DirectObject`.

mod plan;
mod root;
mod run;
mod splice;
mod text;
mod values;

pub(crate) use plan::{Asked, Plan, Planned};
pub(crate) use root::{Root, answer, repeats_fields};
pub(crate) use run::Run;
pub(crate) use splice::raw;
pub use splice::write_answer;
pub use text::AnswerText;

use async_graphql::OutputType;

/// Something that async-graphql has to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotDirect;

/// That a request is answered directly, as far as it can be.
pub(crate) struct Directly;

/// What can be written straight into an answer.
pub(crate) trait Direct {
    /// What is to be written of each one, by what was selected of it.
    fn plan(_: &Asked<'_>) -> Result<Plan, NotDirect> {
        Ok(Plan::of_leaf())
    }

    /// Writes it.
    fn write(&self, plan: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect>;
}

/// An object whose fields can be written straight into an answer.
pub(crate) trait DirectObject: OutputType {
    /// What is to be written of a field of each one.
    fn plan_field(name: &str, asked: &Asked<'_>) -> Result<Planned, NotDirect>;

    /// Writes the value of a field.
    fn write_field(&self, field: &Planned, run: &mut Run<'_>) -> Result<(), NotDirect>;
}
