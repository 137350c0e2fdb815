//! What a request may be, checked before anything is done for it. Each step
//! bounds what the next one reads: brackets before parsing, fragments before
//! validation, the estimate before execution, and a budget while it lasts.

mod budget;
mod estimate;
mod nesting;
mod prices;
mod selections;
mod shapes;

use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};
use thiserror::Error;

use crate::telemetry;

pub use budget::{Budget, BudgetExceeded, LARGEST_ANSWER, go_on, grow};
pub use estimate::{Estimate, EstimateInput, MOST_BYTES, MOST_POINTS, estimate};
pub use nesting::{DEEPEST_BRACKETS, LONGEST_DOCUMENT, MOST_TOKENS, check_document, check_json};
pub use selections::{
    DEEPEST_FIELD, DEEPEST_SELECTION_SET, MOST_DIRECTIVES, MOST_OPERATIONS, MOST_SELECTIONS,
    MOST_VARIABLES, check_selections,
};
pub use shapes::Shapes;

/// A request that is over a limit.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LimitError {
    /// More brackets than may be open at once.
    #[error(
        "{depth} brackets lie within each other, and {DEEPEST_BRACKETS} may; send a flatter question"
    )]
    TooManyBrackets {
        /// How many.
        depth: usize,
    },
    /// A string without an end.
    #[error("a string has no end: close it with the mark that it began with")]
    OpenString,
    /// More bytes than a document may have.
    #[error(
        "the document is {bytes} bytes long, and {LONGEST_DOCUMENT} may be; send a shorter one"
    )]
    DocumentTooLong {
        /// How many.
        bytes: usize,
    },
    /// More words than a document may have.
    #[error(
        "the document has {tokens} names, values and marks, and {MOST_TOKENS} may be; send a shorter one"
    )]
    TooManyTokens {
        /// How many.
        tokens: usize,
    },
    /// More selections than a document may have with its fragments.
    #[error(
        "the document has {selections} fields, spreads and directives when its fragments are \
         written out, and {MOST_SELECTIONS} may be; ask for less at once"
    )]
    TooManySelections {
        /// How many, at the least.
        selections: u64,
    },
    /// A fragment that spreads itself.
    #[error("the fragment `{fragment}` spreads itself; take one of the spreads out")]
    FragmentCycle {
        /// One of those in the cycle.
        fragment: String,
    },
    /// A field that stands too deep.
    #[error("a field stands {depth} deep, and {DEEPEST_FIELD} may be; ask in two questions")]
    TooDeep {
        /// How deep.
        depth: usize,
    },
    /// More sets of selections within each other than may be.
    #[error(
        "{depth} sets of selections lie within each other, fragments written out, and \
         {DEEPEST_SELECTION_SET} may; send a flatter question"
    )]
    TooManySets {
        /// How many.
        depth: usize,
    },
    /// More directives in one place than may be.
    #[error("{directives} directives stand in one place, and {MOST_DIRECTIVES} may")]
    TooManyDirectives {
        /// How many.
        directives: usize,
    },
    /// More work than a question may cost.
    #[error(
        "the question costs {estimate} points by estimate ({views} views of a date and an instant \
         among them), and {MOST_POINTS} may be; ask for fewer fields, fewer rows or fewer dates at once"
    )]
    TooComplex {
        /// Points.
        estimate: u64,
        /// Views.
        views: u64,
    },
    /// A larger answer than may be.
    #[error(
        "the answer has {bytes} bytes by estimate, and {MOST_BYTES} may be; ask for fewer rows, or \
         for outlines in less detail"
    )]
    TooLarge {
        /// How many.
        bytes: u64,
    },
    /// More operations than a document may hold.
    #[error("the document holds {operations} operations, and {MOST_OPERATIONS} may be")]
    TooManyOperations {
        /// How many.
        operations: usize,
    },
    /// More variables than an operation may have.
    #[error("an operation has {variables} variables, and {MOST_VARIABLES} may be")]
    TooManyVariables {
        /// How many.
        variables: usize,
    },
}

impl LimitError {
    /// The code of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyBrackets { .. } | Self::TooDeep { .. } | Self::TooManySets { .. } => {
                "TOO_DEEP"
            }
            Self::OpenString => "GRAPHQL_PARSE_FAILED",
            Self::DocumentTooLong { .. } | Self::TooManyTokens { .. } => "DOCUMENT_TOO_LONG",
            Self::TooManySelections { .. } => "TOO_MANY_SELECTIONS",
            Self::FragmentCycle { .. } => "FRAGMENT_CYCLE",
            Self::TooComplex { .. } => "TOO_COMPLEX",
            Self::TooLarge { .. } => "ANSWER_TOO_LARGE",
            Self::TooManyDirectives { .. } => "TOO_MANY_DIRECTIVES",
            Self::TooManyOperations { .. } => "TOO_MANY_OPERATIONS",
            Self::TooManyVariables { .. } => "TOO_MANY_VARIABLES",
        }
    }

    /// What was counted, and how much may be.
    fn numbers(&self) -> Option<(&'static str, u64, u64)> {
        let (what, counted, limit) = match self {
            Self::TooManyBrackets { depth } => ("depth", *depth, DEEPEST_BRACKETS),
            Self::DocumentTooLong { bytes } => ("bytes", *bytes, LONGEST_DOCUMENT),
            Self::TooManyTokens { tokens } => ("tokens", *tokens, MOST_TOKENS),
            Self::TooDeep { depth } => ("depth", *depth, DEEPEST_FIELD),
            Self::TooManySets { depth } => ("depth", *depth, DEEPEST_SELECTION_SET),
            Self::TooManyDirectives { directives } => ("directives", *directives, MOST_DIRECTIVES),
            Self::TooManyOperations { operations } => ("operations", *operations, MOST_OPERATIONS),
            Self::TooManyVariables { variables } => ("variables", *variables, MOST_VARIABLES),
            Self::TooManySelections { selections } => {
                return Some(("selections", *selections, MOST_SELECTIONS));
            }
            Self::TooComplex { estimate, .. } => {
                return Some(("estimate", *estimate, MOST_POINTS));
            }
            Self::TooLarge { bytes } => return Some(("estimate", *bytes, MOST_BYTES)),
            Self::OpenString | Self::FragmentCycle { .. } => return None,
        };
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        Some((what, number(counted), number(limit)))
    }

    /// The answer that tells it, with its numbers in `extensions`.
    #[must_use]
    pub fn response(&self) -> Response {
        telemetry::refused(self.code());
        let mut error = ServerError::new(self.to_string(), None);
        let values = error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        values.set("code", self.code());
        if let Some((what, counted, limit)) = self.numbers() {
            values.set(what, Value::from(counted));
            values.set("limit", Value::from(limit));
        }
        Response::from_errors(vec![error])
    }
}
