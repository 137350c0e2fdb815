//! Makes sure that there is a folder of the built client to embed, so that the
//! server compiles before the client is built; that every message has its text in
//! every language; and that every migration is applied.

#[path = "build/messages.rs"]
mod messages;
#[path = "build/migrations.rs"]
mod migrations;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../migrations");
    println!("cargo::rerun-if-changed=../web/dist");
    std::fs::create_dir_all("../web/dist")?;
    let migrations = migrations::list(Path::new("../migrations"))?;
    let out = std::env::var_os("OUT_DIR").ok_or("no folder to write to")?;
    std::fs::write(Path::new(&out).join("migrations.rs"), migrations)?;
    let wrong = messages::check("src/domain/message")?;
    for what in &wrong {
        println!("cargo::error={what}");
    }
    Ok(())
}
