//! What a stranger may send to take the server from others.

mod connections;
