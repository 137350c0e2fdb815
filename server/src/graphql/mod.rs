//! The GraphQL schema: thin objects around views of the atlas.

#![expect(
    clippy::unused_async,
    reason = "a field of the schema is asynchronous, whether it waits or not"
)]

mod arguments;
mod arrangement;
mod change;
mod change_text;
mod coverage;
mod document;
mod enums;
mod errors;
mod filter_input;
mod geometry_input;
mod highlight_text;
mod history;
mod history_text;
mod lineage;
mod municipality;
mod national;
mod outreach;
mod peer;
mod policy;
mod priority;
mod quality;
mod query;
mod region;
mod rubric;
mod scalars;
mod schema;
mod source;
mod words;

pub use arguments::BadArgument;
pub(crate) use schema::refuse;
pub use schema::{Api, build, sdl};
