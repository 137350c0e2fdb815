//! Who may ask for more than the public.

mod matrix;
mod mutations;
mod schema;
mod tokens;
