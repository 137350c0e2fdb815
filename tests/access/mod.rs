//! Who may ask for more than the public.

mod tokens;
