//! Verdicts on building blocks.

use std::sync::Arc;

use jiff::civil::Date;

use crate::message::RecordMessage;
use crate::places::code::MunicipalityCode;
use crate::source::Source;
use crate::vocabulary::{Established, Verdict};

/// Whether a verdict of a person can be known in this way; an error says why
/// not.
pub fn check_established(verdict: Verdict, established: Established) -> Result<(), RecordMessage> {
    match established {
        Established::DerivedFromDocument | Established::DerivedFromArrangement => {
            Err(RecordMessage::NotForPeople {
                established: established.to_string(),
            })
        }
        Established::NotAssessed if verdict != Verdict::Unknown => {
            Err(RecordMessage::NeedsAssessment {
                verdict: verdict.to_string(),
            })
        }
        _ => Ok(()),
    }
}

/// What somebody recorded about one building block of one municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictRecord {
    /// Id of the record.
    pub id: String,
    /// The municipality, in the shape that it had on `valid_from`.
    pub code: MunicipalityCode,
    /// Id of the rubric to which the block belongs.
    pub rubric: Arc<str>,
    /// Id of the building block.
    pub block: Arc<str>,
    /// The answer.
    pub verdict: Verdict,
    /// The date from which it holds, until a later one.
    pub valid_from: Date,
    /// How it is known.
    pub established: Established,
    /// Where it was found.
    pub source: Source,
    /// A remark.
    pub note: Option<String>,
}

/// That a person found what a municipality inherited to be right for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirmation {
    /// The municipality, in the shape that it had on `valid_from`.
    pub code: MunicipalityCode,
    /// The date from which it counts as the municipality's own.
    pub valid_from: Date,
}
