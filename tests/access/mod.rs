//! Who may ask for more than the public.

mod accounts;
mod audit;
mod caches;
mod crossing;
mod matrix;
mod mutations;
mod people;
mod schema;
mod sessions;
mod signing_in;
mod tokens;
