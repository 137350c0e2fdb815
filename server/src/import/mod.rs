//! Files to checked rows to actions.
//!
//! A file is decoded, its columns are found whatever their order, and each
//! cell is understood where it can mean one thing only. Everything that is
//! wrong is told at once, with line and column; a file with anything wrong in
//! it changes nothing.

mod arrangements;
mod boundaries;
mod cells;
mod codes;
mod columns;
mod dates;
mod decode;
mod documents;
mod parsed;
mod population;
mod problem;
mod regions;
mod table;
mod verdicts;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use thiserror::Error;

use crate::actions::{ActionError, Outcome, Refusal, Writer};
use crate::store::StoreError;

pub use problem::{Notice, Place, Problem};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
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

/// Which file to import, and as what.
#[derive(Debug, Clone)]
pub struct Request {
    /// What it holds.
    pub kind: Kind,
    /// Where it is.
    pub file: PathBuf,
    /// The boundary date of rows, or of outlines, that give none themselves.
    pub date: Option<Date>,
    /// The layer of a GeoPackage; the only one when absent.
    pub layer: Option<String>,
}

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// What the rows are, such as `verdicts`.
    pub what: &'static str,
    /// What became of the rows.
    pub outcome: Outcome,
    /// What was understood, repaired or left aside.
    pub notices: Vec<Notice>,
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
    #[error("{file}: {what}")]
    Unfit {
        /// The file.
        file: String,
        /// What is wrong and what to do.
        what: String,
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

/// A line for each problem, below one that says how many there are.
fn list(file: &str, problems: &[Problem]) -> String {
    let mut text = format!(
        "{file}: {} {} wrong; nothing was imported",
        problems.len(),
        if problems.len() == 1 {
            "thing is"
        } else {
            "things are"
        }
    );
    for problem in problems {
        text.push_str("\n  ");
        text.push_str(&problem.to_string());
    }
    text
}

/// Imports a file through a writer; one that rehearses changes nothing.
pub async fn import(writer: &Writer<'_>, request: &Request) -> Result<Report, ImportError> {
    if request.layer.is_some() && request.kind != Kind::Boundaries {
        return Err(unfit(
            &request.file,
            "--layer is for boundaries; leave it out",
        ));
    }
    match request.kind {
        Kind::Boundaries => boundaries::import(writer, request).await,
        Kind::Regions => regions::import(writer, request).await,
        Kind::Population => population::import(writer, request).await,
        Kind::Arrangements => arrangements::import(writer, request).await,
        Kind::Documents => documents::import(writer, request).await,
        Kind::Verdicts => verdicts::import(writer, request).await,
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, ImportError> {
    std::fs::read(path).map_err(|cause| ImportError::File {
        file: path.display().to_string(),
        cause,
    })
}

/// What an action said, with the problems that its refusals are.
fn failed(
    request: &Request,
    error: ActionError,
    problem: impl Fn(&Refusal) -> Problem,
) -> ImportError {
    match error {
        ActionError::Store(error) => ImportError::Store(error),
        ActionError::Refused(refusals) => {
            refused(&request.file, refusals.iter().map(problem).collect())
        }
        other => ImportError::Action(other),
    }
}

fn refused(path: &Path, mut problems: Vec<Problem>) -> ImportError {
    problems.sort_by_key(|problem| problem.place.order());
    ImportError::Refused {
        file: path.display().to_string(),
        problems,
    }
}

fn unfit(path: &Path, what: impl std::fmt::Display) -> ImportError {
    ImportError::Unfit {
        file: path.display().to_string(),
        what: what.to_string(),
    }
}
