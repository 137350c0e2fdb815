//! GraphQL, asked of the running program with the shipped public data.

mod answers;
mod claims;
mod contract;
mod coverage;
mod direct;
mod errors;
pub mod following;
mod history;
mod municipalities;
mod notes;
mod outreach;
mod outreach_ranks;
mod peers;
mod regions;
mod search;
mod specification;
mod spellings;
mod time;
