//! The GraphQL schema: thin objects around views of the atlas.

#![expect(
    clippy::unused_async,
    reason = "a field of the schema is asynchronous, whether it waits or not"
)]

mod access;
mod arguments;
mod arrangement;
mod audit;
mod briefing;
mod campaign;
mod change;
mod change_log;
mod change_text;
mod correction;
mod coverage;
mod document;
mod effect;
mod enums;
mod errors;
mod filter_input;
mod gathered;
mod geometry_input;
mod highlight_text;
mod history;
mod history_text;
mod import;
mod limits;
mod lineage;
mod municipality;
mod mutation;
mod national;
mod outreach;
mod page;
mod peer;
mod people;
mod policy;
mod practice;
mod preview;
mod priority;
mod quality;
mod query;
mod quota;
mod region;
mod rubric;
mod scalars;
mod schema;
mod source;
mod subscription;

pub use access::{Closed, Public, may_import};
pub use arguments::BadArgument;
pub(crate) use errors::refuse_action;
pub use limits::{
    Budget, Estimate, LARGEST_ANSWER, LimitError, MOST_BYTES, MOST_POINTS, Spent, check_json,
};
pub use quota::Asker;
pub(crate) use schema::refuse;
pub use schema::{Api, Prepared, build, sdl};
