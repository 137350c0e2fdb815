//! `backup` and `restore`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::arguments::DatabaseArguments;
use store::{BackupError, back_up, restore as put_back};

#[derive(Debug, Args)]
pub(super) struct BackupArguments {
    /// The file to write.
    file: PathBuf,
    /// Takes the place of a file that is there.
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Args)]
pub(super) struct RestoreArguments {
    /// The file that `backup` wrote.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[tokio::main(flavor = "current_thread")]
pub(super) async fn backup(arguments: &BackupArguments) -> Result<(), BackupError> {
    let file = &arguments.file;
    back_up(&arguments.database.database, file, arguments.overwrite).await?;
    let bytes = std::fs::metadata(file).map_or(0, |known| known.len());
    say(&format!("{}: {bytes} bytes", file.display()));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub(super) async fn restore(arguments: &RestoreArguments) -> Result<(), BackupError> {
    let store = put_back(&arguments.database.database, &arguments.file).await?;
    let revision = store.revision().await?;
    store.close().await;
    say(&format!("restored up to revision {revision}"));
    Ok(())
}

fn say(text: &str) {
    // Nobody may be reading.
    let _ = writeln!(std::io::stdout(), "{text}");
}
