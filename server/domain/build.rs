//! Makes sure that every message has its text in every language.

#[path = "build/messages.rs"]
mod messages;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for what in messages::check("src/message")? {
        println!("cargo::error={what}");
    }
    Ok(())
}
