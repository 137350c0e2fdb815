//! Who may ask for more than the public.

mod accounts;
mod as_public;
mod audit;
mod caches;
mod crossing;
mod foreign_ids;
mod matrix;
mod mutation_cases;
mod mutations;
pub mod people;
mod routes;
mod schema;
mod setting;
mod signing_in;
mod tokens;
