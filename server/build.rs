//! Makes sure that there is a folder of the built client to embed, so that the
//! server compiles before the client is built.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=../web/dist");
    std::fs::create_dir_all("../web/dist")
}
