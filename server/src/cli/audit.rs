//! `audit`: who changed, exported, signed in and approved.

use std::io::Write;

use clap::{Args, Subcommand};
use thiserror::Error;

use super::arguments::DatabaseArguments;
use export::{AuditCsvError, write_audit};
use store::{AuditBreak, Store, StoreError};

#[derive(Debug, Args)]
pub(super) struct AuditArguments {
    #[command(subcommand)]
    command: AuditCommand,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Goes through the whole trail: fails when a line was altered or removed.
    /// Prints the number of lines and the hash of the last one.
    Verify {
        /// The hash that an earlier check printed. Fails when the trail no
        /// longer holds that line, which shows a trail that was written anew.
        #[arg(long)]
        head: Option<String>,
    },
    /// Prints the trail as CSV, the newest line first.
    Export,
}

/// The trail is not as it was written, or cannot be read.
#[derive(Debug, Error)]
pub(super) enum AuditError {
    #[error("the audit trail does not hold")]
    Broken(#[source] AuditBreak),
    #[error("the audit trail holds no line with the hash {0}: it was cut off or written anew")]
    NoHead(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Csv(#[from] AuditCsvError),
    #[error("nothing can be written to standard output")]
    Output(#[source] std::io::Error),
    #[error("the program cannot start its threads")]
    Runtime(#[source] std::io::Error),
}

pub(super) fn audit(arguments: AuditArguments) -> Result<(), AuditError> {
    let runtime = tokio::runtime::Runtime::new().map_err(AuditError::Runtime)?;
    runtime.block_on(async {
        let store = Store::connect(&arguments.database.database).await?;
        let mut output = std::io::stdout().lock();
        match arguments.command {
            AuditCommand::Verify { head } => {
                let verdict = store.verify_audit().await?;
                if let Some(broken) = verdict.broken {
                    return Err(AuditError::Broken(broken));
                }
                if let Some(head) = head
                    && !store.has_audit_line(&head).await?
                {
                    return Err(AuditError::NoHead(head));
                }
                let (lines, head) = (verdict.lines, verdict.head);
                writeln!(
                    output,
                    "{lines} lines, none altered or removed; head {head}"
                )
                .map_err(AuditError::Output)
            }
            AuditCommand::Export => Ok(write_audit(&store, &mut output).await?),
        }
    })
}
