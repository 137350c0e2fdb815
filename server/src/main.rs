//! Dekkingskaart.
fn main() {}
