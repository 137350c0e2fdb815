//! The GraphQL schema: thin objects around views of the atlas.

#![expect(
    clippy::unused_async,
    reason = "a field of the schema is asynchronous, whether it waits or not"
)]

mod arguments;
mod care;
mod enums;
mod errors;
mod filter_input;
mod limits;
mod message;
mod mutation;
mod outreach;
mod page;
mod people;
mod permissions;
mod places;
mod policy;
mod query;
mod record;
mod scalars;
mod schema;
mod subscription;
mod validation;

pub use arguments::BadArgument;
pub(crate) use errors::refuse_action;
pub use limits::{
    Budget, BudgetExceeded, Estimate, LARGEST_ANSWER, LimitError, MOST_BYTES, MOST_POINTS,
    check_json,
};
pub use people::quota::RequestAddress;
pub(crate) use schema::refuse;
pub use schema::{Api, Prepared, build, sdl};
