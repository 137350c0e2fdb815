//! `dekkingskaart import`.

use std::collections::HashMap;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::arguments::{DatabaseArguments, note_not_empty};
use actions::{Progress, WriteOutcome, Writer};
use domain::clock::Clock;
use domain::dates::parse_date;
use domain::record::audit::COMMAND_LINE;
use import::{
    self, ImportError, ImportFile, ImportKind, ImportRequest, ImportService, Report, RowReport,
    Unrestricted,
};
use store::Store;

/// Notices of one kind that are printed; the others are counted.
const MOST_ALIKE: usize = 10;

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// What the file holds.
    #[arg(value_enum)]
    kind: ImportKind,
    /// CSV or a workbook (.xlsx, .ods); for boundaries GeoJSON or GeoPackage.
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
pub(super) async fn import(arguments: &ImportArguments, clock: Clock) -> Result<(), ImportError> {
    let request = read_request(arguments)?;
    let store = Store::connect(&arguments.database.database).await?;
    let bar = Arc::new(Bar::new());
    let done = look_and_commit(&store, clock, &request, &bar, arguments.dry_run).await;
    bar.0.finish_and_clear();
    store.close().await;
    done.inspect(|text| say(text)).map(|_| ())
}

/// Tells what would become of the file, and when nothing is wrong with it, and
/// it is no dry run, puts it on record as a batch of its own.
async fn look_and_commit(
    store: &Store,
    clock: Clock,
    request: &ImportRequest,
    bar: &Arc<Bar>,
    dry_run: bool,
) -> Result<String, ImportError> {
    let looked_at_in = store.revision().await?;
    let writer = Writer::new(store, COMMAND_LINE, clock).telling(&**bar);
    let report = import::preview(&writer, request).await?;
    bar.0.finish_and_clear();
    if dry_run {
        for row in &report.rows {
            say(&line_of(row));
        }
    }
    print_notices(&report);
    if !report.problems.is_empty() {
        return Err(ImportError::Refused {
            file: request.file.name.clone(),
            problems: report.problems,
        });
    }
    if dry_run {
        return Ok(format!(
            "{}; a dry run, nothing was written",
            counts(&report)
        ));
    }
    if looked_at_in == 0 {
        note_not_empty();
    }
    let service =
        ImportService::new(store, COMMAND_LINE, clock, Arc::new(Unrestricted)).telling(bar.clone());
    let batch = service.keep(request, &report, looked_at_in).await;
    let batch = batch.map_err(ImportError::Action)?;
    let done = service.commit(batch, Vec::new()).await;
    let revision = done.map_err(ImportError::Action)?.committed_in;
    let counts = counts(&report);
    Ok(match revision {
        Some(revision) => format!("{counts}; this is revision {revision}"),
        None => format!("{counts}; there was nothing to write"),
    })
}

fn counts(report: &Report) -> String {
    let count = |outcome| report.outcome.count(outcome);
    format!(
        "{}: {} new, {} changed, {} the same",
        report.what,
        count(WriteOutcome::New),
        count(WriteOutcome::Changed),
        count(WriteOutcome::Same)
    )
}

fn read_request(arguments: &ImportArguments) -> Result<ImportRequest, ImportError> {
    let path = &arguments.file;
    let bytes = std::fs::read(path).map_err(|cause| ImportError::File {
        file: path.display().to_string(),
        cause,
    })?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    let file = ImportFile::new(&name.unwrap_or_default(), bytes);
    Ok(ImportRequest {
        date: arguments.date,
        layer: arguments.layer.clone(),
        ..ImportRequest::new(arguments.kind, file)
    })
}

/// What would become of a row: `line 2: CHANGED GM0034: verdict PRESENT -> ABSENT`.
fn line_of(row: &RowReport) -> String {
    let code = row.municipality.map(|code| format!(" {code}"));
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "(empty)".to_owned());
    let fields = row.fields.iter().map(|diff| match &diff.before {
        None => format!("{} {}", diff.field, value(&diff.after)),
        before => format!("{} {} -> {}", diff.field, value(before), value(&diff.after)),
    });
    let fields = fields.collect::<Vec<_>>().join(", ");
    format!(
        "line {}: {}{}{}{fields}",
        row.line,
        row.outcome,
        code.unwrap_or_default(),
        if fields.is_empty() { "" } else { ": " }
    )
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
        .chain(whole.map(|notice| ("the whole", notice.to_string())));
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
