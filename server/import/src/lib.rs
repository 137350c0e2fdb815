//! Files to checked rows to actions.
//!
//! A file is decoded, its columns are found whatever their order, and each
//! cell is understood where it can mean one thing only. Everything that is
//! wrong is told at once, with line and column; a file with anything wrong in
//! it changes nothing.

mod batch_notices;
mod explanation;
#[cfg(test)]
mod fuzz;
mod problem;
mod read;
mod report;
mod rows;
mod service;
mod template;
mod understand;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use jiff::civil::Date;
use thiserror::Error;

use actions::{ActionError, Refusal, Writer};
use domain::message::{FileMessage, List, Message};
use store::StoreError;

pub use problem::{Notice, Place, Problem};
pub use report::{Remark, Report, RowReport};
pub use service::ImportService;
pub use template::{Template, TemplateError, TemplateRows};
pub use understand::scope::{ImportScope, OwnRegions, Unrestricted, scope_of};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ImportKind {
    /// Outlines of all municipalities on a date: GeoJSON or GeoPackage.
    Boundaries,
    /// Regions (`region_set`, code, name, status), who lies in which
    /// (`boundary_date`, `municipality_code`, `region_set`, `region_code`), or region
    /// sets (id, `title_nl`, `title_en`, provisional).
    Regions,
    /// Inhabitants (`boundary_date`, `municipality_code`, population,
    /// `reference_date`, source).
    Population,
    /// Arrangements for care coordination (id, status, mode, `valid_from`, ...),
    /// or whom they cover (`arrangement_id`, `boundary_date`, `municipality_code`).
    Arrangements,
    /// Policy documents (id, title, scope, `valid_from`, ...), or whom they cover
    /// (`document_id`, `boundary_date`, `municipality_code`).
    Documents,
    /// Verdicts (`municipality_code`, block, verdict, `valid_from`, established,
    /// `source_url`, note).
    Verdicts,
}

/// A file, wherever it came from.
#[derive(Clone)]
pub struct ImportFile {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

impl ImportFile {
    /// A file of this name.
    #[must_use]
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.into(),
        }
    }
}

impl fmt::Debug for ImportFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// A better value for one cell of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellRepair {
    /// The line.
    pub line: u64,
    /// The field, by the name of its column in the shipped files.
    pub field: String,
    /// The value; empty to leave the cell empty.
    pub value: String,
}

/// Which file to import, and as what.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// What it holds.
    pub kind: ImportKind,
    /// The file.
    pub file: ImportFile,
    /// The boundary date of rows, or of outlines, that give none themselves.
    pub date: Option<Date>,
    /// The layer of a GeoPackage; the only one when absent.
    pub layer: Option<String>,
    /// Better values for cells.
    pub repairs: Vec<CellRepair>,
    /// The lines that are left out.
    pub left_out: Vec<u64>,
    /// For whom rows may be.
    pub scope: Arc<dyn ImportScope>,
}

impl ImportRequest {
    /// A file as it is, of somebody who may import rows about anything.
    #[must_use]
    pub fn new(kind: ImportKind, file: ImportFile) -> Self {
        Self {
            kind,
            file,
            date: None,
            layer: None,
            repairs: Vec::new(),
            left_out: Vec::new(),
            scope: Arc::new(Unrestricted),
        }
    }
}

/// A request on its way.
#[derive(Debug)]
struct ImportJob<'a> {
    writer: Writer<'a>,
    request: &'a ImportRequest,
    /// Whether it only tells what would become of each row.
    looks_ahead: bool,
}

/// Nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{file} cannot be read")]
    File {
        /// The file.
        file: String,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// The file is not of a kind that is understood, or an option is missing.
    #[error("{file}: {message}")]
    Unfit {
        /// The file.
        file: String,
        /// What is wrong and what to do.
        message: Message,
    },
    /// Something in the file is wrong.
    #[error("{}", list(file, problems))]
    Refused {
        /// The file.
        file: String,
        /// Everything that is wrong, in the order of the file.
        problems: Vec<Problem>,
    },
    /// The database refused, or cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Anything else that an action says.
    #[error(transparent)]
    Action(ActionError),
}

impl From<ImportError> for ActionError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Store(error) => Self::Store(error),
            ImportError::Action(error) => error,
            ImportError::Unfit { message, .. } => Self::refused("file", message),
            ImportError::Refused { problems, .. } => {
                let refusals = problems.iter().map(|problem| problem.refusal("file"));
                Self::Refused(refusals.collect())
            }
            ImportError::File { file, cause } => {
                tracing::error!(file, %cause, "a file that was handed in could not be read");
                Self::Unread
            }
        }
    }
}

/// So many problems may be alike before the others are told by their number.
const MOST_ALIKE: usize = 10;
/// The lines that are named of those.
const MOST_NAMED: usize = 10;

/// A line for each problem, below one that says how many there are; of those that
/// are alike the first few, behind what is rare.
fn list(file: &str, problems: &[Problem]) -> String {
    let count = problems.len();
    let wrong = Message::from(FileMessage::ThingsWrong { count });
    let mut text = format!("{file}: {wrong}");
    let kind = |problem: &Problem| (problem.message.code(), problem.place.field());
    let mut alike: BTreeMap<_, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        alike.entry(kind(problem)).or_default().push(problem);
    }
    alike.retain(|_, problems| problems.len() > MOST_ALIKE);
    let rare = problems
        .iter()
        .filter(|problem| !alike.contains_key(&kind(problem)));
    for problem in rare {
        let _ = write!(text, "\n  {problem}");
    }
    let mut often: Vec<_> = alike.into_values().collect();
    often.sort_by_key(|problems| (problems.len(), problems[0].place.order()));
    for problems in often {
        let (told, others) = problems.split_at(MOST_ALIKE);
        for problem in told {
            let _ = write!(text, "\n  {problem}");
        }
        let lines = others.iter().filter_map(|problem| problem.place.line());
        let lines: Vec<_> = lines.collect();
        let more = FileMessage::MoreAlike {
            count: others.len(),
            lines: List::first(MOST_NAMED, lines.iter()),
        };
        let _ = write!(text, "\n  {}", Message::from(more));
    }
    text
}

/// Imports a file through a writer; one that rehearses changes nothing.
pub async fn import(writer: &Writer<'_>, request: &ImportRequest) -> Result<Report, ImportError> {
    run(&ImportJob {
        writer: *writer,
        request,
        looks_ahead: false,
    })
    .await
}

/// Tells what would become of each row, even when others are wrong, and
/// changes nothing. An error says why no row can be read.
pub async fn preview(writer: &Writer<'_>, request: &ImportRequest) -> Result<Report, ImportError> {
    run(&ImportJob {
        writer: writer.rehearsing(),
        request,
        looks_ahead: true,
    })
    .await
}

async fn run(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let request = job.request;
    if request.layer.is_some() && request.kind != ImportKind::Boundaries {
        return Err(unfit(&request.file.name, FileMessage::LayerOfBoundaries));
    }
    match request.kind {
        ImportKind::Boundaries => rows::boundaries::import(job).await,
        ImportKind::Regions => rows::regions::import(job).await,
        ImportKind::Population => rows::population::import(job).await,
        ImportKind::Arrangements => rows::arrangements::import(job).await,
        ImportKind::Documents => rows::documents::import(job).await,
        ImportKind::Verdicts => rows::verdicts::import(job).await,
    }
}

/// What an action said, with the problems that its refusals are.
fn failed(
    request: &ImportRequest,
    error: ActionError,
    problem: impl Fn(&Refusal) -> Problem,
) -> ImportError {
    match error {
        ActionError::Store(error) => ImportError::Store(error),
        ActionError::Refused(refusals) => {
            refused(&request.file.name, refusals.iter().map(problem).collect())
        }
        other => ImportError::Action(other),
    }
}

fn refused(file: &str, mut problems: Vec<Problem>) -> ImportError {
    problems.sort_by_key(|problem| problem.place.order());
    ImportError::Refused {
        file: file.to_owned(),
        problems,
    }
}

fn unfit(file: &str, message: impl Into<Message>) -> ImportError {
    ImportError::Unfit {
        file: file.to_owned(),
        message: message.into(),
    }
}
