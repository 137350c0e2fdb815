//! The GraphQL schema: thin objects around views of the atlas.

mod arguments;
mod arrangement;
mod coverage;
mod document;
mod enums;
mod errors;
mod filter_input;
mod geometry_input;
mod lineage;
mod municipality;
mod national;
mod policy;
mod priority;
mod query;
mod region;
mod rubric;
mod scalars;
mod schema;
mod source;

pub use arguments::BadArgument;
pub use schema::{Api, build, sdl};
