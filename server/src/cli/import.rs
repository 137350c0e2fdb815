//! `dekkingskaart import`.

use std::collections::HashMap;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::{COMMAND_LINE, DatabaseArguments};
use crate::actions::{Progress, RowOutcome, Writer};
use crate::domain::clock::Clock;
use crate::domain::dates::parse_date;
use crate::import::{self, ImportError, Kind, Report, Request};
use crate::store::Store;

/// Notices of one kind that are printed; the others are counted.
const MOST_ALIKE: usize = 10;

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// What the file holds.
    #[arg(value_enum)]
    kind: Kind,
    /// CSV; for boundaries GeoJSON or GeoPackage.
    file: PathBuf,
    /// The date from which the boundaries hold; for other kinds the boundary
    /// date of rows that give none.
    #[arg(long, value_parser = |text: &str| parse_date(text))]
    date: Option<Date>,
    /// The layer of a GeoPackage with more than one.
    #[arg(long)]
    layer: Option<String>,
    /// Goes through everything and changes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[tokio::main(flavor = "current_thread")]
pub(super) async fn import(arguments: ImportArguments, clock: Clock) -> Result<(), ImportError> {
    let store = Store::connect(&arguments.database.database).await?;
    let bar = Bar::new();
    let writer = Writer::new(&store, COMMAND_LINE, clock).telling(&bar);
    let writer = if arguments.dry_run {
        writer.rehearsing()
    } else {
        writer
    };
    let request = Request {
        kind: arguments.kind,
        file: arguments.file,
        date: arguments.date,
        layer: arguments.layer,
    };
    let was_empty = store.revision().await? == 0;
    let done = import::import(&writer, &request).await;
    bar.0.finish_and_clear();
    store.close().await;
    let report = done?;
    print_notices(&report);
    if was_empty {
        super::note_not_empty();
    }
    say(&summary(&report, arguments.dry_run));
    Ok(())
}

fn summary(report: &Report, dry_run: bool) -> String {
    let count = |outcome| report.outcome.count(outcome);
    let counts = format!(
        "{}: {} new, {} changed, {} the same",
        report.what,
        count(RowOutcome::New),
        count(RowOutcome::Changed),
        count(RowOutcome::Same)
    );
    match report.outcome.revision {
        Some(revision) => format!("{counts}; this is revision {revision}"),
        None if dry_run => format!("{counts}; a dry run, nothing was written"),
        None => format!("{counts}; there was nothing to write"),
    }
}

/// A few notices of each group, since a file of thousands of rows that lost
/// their leading zeros has thousands alike.
fn print_notices(report: &Report) {
    let mut alike: HashMap<&str, usize> = HashMap::new();
    let whole = report.outcome.notices.iter();
    let all = report
        .notices
        .iter()
        .map(|notice| (notice.group(), notice.to_string()))
        .chain(whole.map(|notice| ("the whole", notice.clone())));
    for (group, notice) in all {
        let number = alike.entry(group).or_default();
        *number += 1;
        if *number <= MOST_ALIKE {
            note(&notice);
        }
    }
    let mut more: Vec<_> = alike
        .into_iter()
        .filter(|(_, number)| *number > MOST_ALIKE)
        .collect();
    more.sort_unstable();
    for (group, number) in more {
        note(&format!("{} more notes about {group}", number - MOST_ALIKE));
    }
}

fn note(text: &str) {
    // Nobody may be reading any more.
    let _ = writeln!(std::io::stderr(), "note: {text}");
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A bar on a terminal; nothing elsewhere.
#[derive(Debug)]
struct Bar(ProgressBar);

impl Bar {
    fn new() -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }
}

impl Progress for Bar {
    fn tell(&self, what: &str, done: usize, all: usize) {
        if self.0.message() != what {
            let style = if all > 0 {
                "{spinner} {msg} {wide_bar} {pos}/{len} {elapsed}"
            } else {
                "{spinner} {msg} {elapsed}"
            };
            if let Ok(style) = ProgressStyle::with_template(style) {
                self.0.set_style(style);
            }
            self.0.set_message(what.to_owned());
        }
        self.0.set_length(all as u64);
        self.0.set_position(done as u64);
    }
}
