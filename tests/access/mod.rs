//! Who may ask for more than the public.

mod accounts;
mod matrix;
mod mutations;
mod schema;
mod tokens;
