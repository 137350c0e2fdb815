//! The GraphQL schema: thin objects around views of the atlas.

#![expect(
    clippy::unused_async,
    reason = "a field of the schema is asynchronous, whether it waits or not"
)]

mod arguments;
mod care;
mod change;
mod direct;
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
mod refusal;
mod safelist;
mod scalars;
mod schema;
mod selection;
mod subscription;
mod validation;

pub use arguments::BadArgument;
pub use direct::{AnswerText, write_answer};
pub use errors::refuse_action;
pub use limits::{
    Budget, BudgetExceeded, Estimate, LARGEST_ANSWER, LONGEST_DOCUMENT, LimitError, MOST_BYTES,
    MOST_POINTS, check_json, yield_on_this_thread,
};
pub use people::quota::RequestAddress;
pub use refusal::{refuse, refuse_in};
pub use safelist::{DocumentHash, MOST_LISTED, Safelist, SafelistError, documents_in_json};
pub use schema::{Api, Prepared, build, refused_changes, sdl};
pub use selection::{LONGEST_FILTER, Selection, SelectionError, SelectionInput, read_json};
