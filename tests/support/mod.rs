//! What tests need: databases and what stands in them.

mod database;
mod docx;
mod facts;
mod in_process;
mod overstated;
mod pdf;
mod postgres;
pub mod process;
mod program;
mod seed;
mod server;
mod until;

pub use database::Scratch;
pub(crate) use database::on_both_databases;
pub use docx::Docx;
pub use facts::{FIRST_EDITION, shipped_facts};
pub use overstated::OVERSTATED;
pub use pdf::{Pdf, has};
pub(crate) use postgres::new_database as new_postgres_database;
pub use program::program;
pub use seed::{Seed, day, gm, new_verdict};
pub use server::Server;
pub use until::{until, until_some};

use dekkingskaart::domain::clock::Clock;

/// A clock that stands still at noon on 1 February 2024, UTC.
pub fn clock() -> Clock {
    Clock::fixed(|| "2024-02-01T12:00:00Z".parse().unwrap())
}
