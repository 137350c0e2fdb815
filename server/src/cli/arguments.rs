//! Arguments that several commands take.

use std::io::Write;

use clap::Args;

use domain::places::code::RegionRef;
use domain::vocabulary::{Role, UnknownWord};

/// Where the database is.
#[derive(Debug, Args)]
pub(super) struct DatabaseArguments {
    /// `sqlite://path` or `postgres://...`.
    #[arg(
        long,
        global = true,
        env = "DEKKINGSKAART_DATABASE",
        default_value = "sqlite://var/dekkingskaart.db"
    )]
    pub(super) database: String,
}

pub(super) fn read_role(text: &str) -> Result<Role, UnknownWord> {
    text.to_uppercase().parse()
}

pub(super) fn read_region(text: &str) -> Result<RegionRef, &'static str> {
    match text.split_once('/') {
        Some((set, code)) if !set.is_empty() && !code.is_empty() => Ok(RegionRef::new(set, code)),
        _ => Err("write the set and the code, such as vng-platform/RP02"),
    }
}

/// Tells that `serve` will not load the public data any more.
pub(super) fn note_not_empty() {
    // Nobody may be reading any more.
    let _ = writeln!(
        std::io::stderr(),
        "note: the database was empty: `serve` loads the public data only into an empty one"
    );
}
