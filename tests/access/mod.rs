//! Who may ask for more than the public.

mod accounts;
mod arrivals;
mod as_public;
mod audit;
mod caches;
mod crossing;
mod enumeration;
mod foreign_ids;
mod lockout;
mod matrix;
mod mutations;
mod people;
mod routes;
mod schema;
mod second_factor;
mod sessions;
mod signing_in;
mod tokens;
