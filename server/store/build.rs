//! Makes sure that every migration is applied.

#[path = "build/migrations.rs"]
mod migrations;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../../migrations");
    let migrations = migrations::list(Path::new("../../migrations"))?;
    let out = std::env::var_os("OUT_DIR").ok_or("no folder to write to")?;
    std::fs::write(Path::new(&out).join("migrations.rs"), migrations)?;
    Ok(())
}
