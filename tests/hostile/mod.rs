//! What a stranger, or whoever has an account, may send to take the server from
//! others.

mod connections;
mod files;
