//! The program `dekkingskaart`.
fn main() {}
