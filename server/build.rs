//! Makes sure that there is a folder of the built client to embed, so that the
//! server compiles before the client is built; and that every message has its
//! text in every language.

#[path = "build/messages.rs"]
mod messages;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../migrations");
    println!("cargo::rerun-if-changed=../web/dist");
    std::fs::create_dir_all("../web/dist")?;
    let wrong = messages::check("src/domain/message")?;
    for what in &wrong {
        println!("cargo::error={what}");
    }
    Ok(())
}
