//! `publish`: a copy of the public site in files.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use thiserror::Error;

use super::arguments::DatabaseArguments;
use crate::http::{App, CopyError, Limits, write_copy};
use atlas::{Live, LiveError};
use auth::Authenticator;
use domain::clock::Clock;
use domain::people::permissions::PublicAccess;
use store::{Store, StoreError};

#[derive(Debug, Args)]
pub(super) struct PublishArguments {
    /// The folder to write: empty, or an earlier copy. It belongs at the root of
    /// an address, such as `https://kaart.example.nl/`.
    folder: PathBuf,
    /// What may be read without an account.
    #[arg(long, env = "DEKKINGSKAART_PUBLIC", value_enum, default_value_t)]
    public: PublicAccess,
    #[command(flatten)]
    database: DatabaseArguments,
}

/// There is no copy, or a part of one.
#[derive(Debug, Error)]
pub(super) enum PublishError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the public data cannot be loaded")]
    Load(#[from] actions::LoadError),
    #[error(transparent)]
    Live(#[from] LiveError),
    #[error("the program cannot start its threads")]
    Threads(#[source] std::io::Error),
    #[error(transparent)]
    Copy(#[from] CopyError),
}

pub(super) fn publish(arguments: &PublishArguments, clock: Clock) -> Result<(), PublishError> {
    let runtime = tokio::runtime::Runtime::new().map_err(PublishError::Threads)?;
    runtime.block_on(async {
        let store = Store::connect(&arguments.database.database).await?;
        if store.revision().await? == 0 {
            actions::load_public_data(&store, clock).await?;
        }
        let live = Arc::new(Live::open(store.clone()).await?);
        let access = Arc::new(Authenticator::open(store.clone(), clock).await?);
        let api = graphql::build(clock, arguments.public);
        let app = App::new(api, live, access, clock, Limits::default());
        let app = app.map_err(PublishError::Threads)?;
        let copied = write_copy(&app, &arguments.folder).await?;
        store.close().await;
        // Nobody may be reading.
        let _ = writeln!(
            std::io::stdout(),
            "{}: {} files, {} of them answers, {} MB",
            arguments.folder.display(),
            copied.files,
            copied.answers,
            copied.bytes / 1_000_000
        );
        Ok(())
    })
}
