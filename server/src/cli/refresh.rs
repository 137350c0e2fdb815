//! `refresh-public-data`: a later edition of the public data.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use thiserror::Error;

use super::arguments::DatabaseArguments;
use actions::{ActionError, Refresh, RefreshStep, refresh_public_data};
use domain::clock::Clock;
use domain::message::Message;
use store::{Store, StoreError};

#[derive(Debug, Args)]
pub(super) struct RefreshArguments {
    /// Lists what it would do, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    database: DatabaseArguments,
}

/// The public data are as they were.
#[derive(Debug, Error)]
pub(super) enum RefreshError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the public data were not refreshed")]
    Action(#[from] ActionError),
    #[error("nothing can be written to standard output")]
    Output(#[source] std::io::Error),
    #[error("the program cannot start its threads")]
    Runtime(#[source] std::io::Error),
}

pub(super) fn refresh(arguments: &RefreshArguments, clock: Clock) -> Result<(), RefreshError> {
    let runtime = tokio::runtime::Runtime::new().map_err(RefreshError::Runtime)?;
    runtime.block_on(async {
        let store = Store::connect(&arguments.database.database).await?;
        let edition = &geodata::data::PUBLIC_RECORDS;
        let refresh = refresh_public_data(&store, clock, edition, arguments.dry_run).await?;
        store.close().await;
        let told = told(&refresh, arguments.dry_run);
        std::io::stdout()
            .write_all(told.as_bytes())
            .map_err(RefreshError::Output)
    })
}

/// A line for each record, but for the answers: of these one for each
/// municipality. What was left has a line of its own each.
fn told(refresh: &Refresh, dry_run: bool) -> String {
    let mut lines: BTreeMap<(String, RefreshStep), usize> = BTreeMap::new();
    for (record, step) in &refresh.steps {
        let what = match record.kind {
            "verdict" => format!("verdicts of {}", record.key[0]),
            _ => record.to_string(),
        };
        *lines.entry((what, *step)).or_default() += 1;
    }
    let mut told = Vec::new();
    for ((what, step), number) in lines {
        let step = match step {
            RefreshStep::New => "new",
            RefreshStep::Changed => "changed",
            RefreshStep::Withdrawn => "withdrawn",
        };
        told.push(if what.starts_with("verdicts") {
            format!("{step:<10} {what}: {number}")
        } else {
            format!("{step:<10} {what}")
        });
    }
    let left = refresh.left.iter();
    told.extend(left.map(|(record, because)| format!("{:<10} {record}: {because}", "left")));
    told.push(format!("edition {} was on record", refresh.from));
    told.push(Message::from(refresh.summary()).to_string());
    told.push(match refresh.revision {
        Some(revision) => {
            format!("written as revision {revision}; undoing it brings back what was")
        }
        None if dry_run => "nothing was written: this was a dry run".to_owned(),
        None => "nothing to write".to_owned(),
    });
    told.join("\n") + "\n"
}
