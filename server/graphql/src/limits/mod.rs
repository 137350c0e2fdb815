//! What a request may be, checked before anything is done for it. Each step
//! bounds what the next one reads: brackets before parsing, fragments before
//! validation, the estimate before execution, and a budget while it lasts.

mod budget;
mod estimate;
mod nesting;
mod prices;
mod selections;
mod shapes;
mod yielding;

use async_graphql::{Response, Value};

use super::refusal::refuse;
use domain::message::{LimitMessage, Message, says};

pub use budget::{Budget, BudgetExceeded, LARGEST_ANSWER, go_on, grow};
pub use estimate::{Estimate, EstimateInput, MOST_BYTES, MOST_POINTS, estimate};
pub use nesting::{DEEPEST_BRACKETS, LONGEST_DOCUMENT, MOST_TOKENS, check_document, check_json};
pub use selections::{
    DEEPEST_FIELD, DEEPEST_SELECTION_SET, MOST_DIRECTIVES, MOST_OPERATIONS, MOST_SELECTIONS,
    MOST_VARIABLES, check_selections,
};
pub use shapes::Shapes;
pub use yielding::{yield_on_this_thread, yield_when_due};

/// A request that is over a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitError {
    /// More brackets than may be open at once.
    TooManyBrackets {
        /// How many.
        depth: usize,
    },
    /// A string without an end.
    OpenString,
    /// More bytes than a document may have.
    DocumentTooLong {
        /// How many.
        bytes: usize,
    },
    /// More words than a document may have.
    TooManyTokens {
        /// How many.
        tokens: usize,
    },
    /// More selections than a document may have with its fragments.
    TooManySelections {
        /// How many, at the least.
        selections: u64,
    },
    /// A fragment that spreads itself.
    FragmentCycle {
        /// One of those in the cycle.
        fragment: String,
    },
    /// A field that stands too deep.
    TooDeep {
        /// How deep.
        depth: usize,
    },
    /// More sets of selections within each other than may be.
    TooManySets {
        /// How many.
        depth: usize,
    },
    /// More directives in one place than may be.
    TooManyDirectives {
        /// How many.
        directives: usize,
    },
    /// More work than a question may cost.
    TooComplex {
        /// Points.
        estimate: u64,
        /// Views.
        views: u64,
    },
    /// A larger answer than may be.
    TooLarge {
        /// How many.
        bytes: u64,
    },
    /// More operations than a document may hold.
    TooManyOperations {
        /// How many.
        operations: usize,
    },
    /// More variables than an operation may have.
    TooManyVariables {
        /// How many.
        variables: usize,
    },
}

says!(LimitError);

impl From<&LimitError> for Message {
    fn from(error: &LimitError) -> Self {
        use LimitMessage as Said;
        Self::Limit(match error {
            LimitError::TooManyBrackets { depth } => Said::QuestionTooDeep {
                depth: *depth,
                most: DEEPEST_BRACKETS,
            },
            LimitError::OpenString => Said::QuestionOpenString,
            LimitError::DocumentTooLong { bytes } => Said::QuestionTooLong {
                bytes: *bytes,
                most: LONGEST_DOCUMENT,
            },
            LimitError::TooManyTokens { tokens } => Said::QuestionTooManyTokens {
                tokens: *tokens,
                most: MOST_TOKENS,
            },
            LimitError::TooManySelections { selections } => Said::QuestionTooManySelections {
                selections: *selections,
                most: MOST_SELECTIONS,
            },
            LimitError::FragmentCycle { fragment } => Said::FragmentInItself {
                fragment: fragment.clone(),
            },
            LimitError::TooDeep { depth } => Said::FieldTooDeep {
                depth: *depth,
                most: DEEPEST_FIELD,
            },
            LimitError::TooManySets { depth } => Said::SelectionsTooDeep {
                depth: *depth,
                most: DEEPEST_SELECTION_SET,
            },
            LimitError::TooManyDirectives { directives } => Said::TooManyDirectives {
                directives: *directives,
                most: MOST_DIRECTIVES,
            },
            LimitError::TooComplex { estimate, views } => Said::QuestionTooCostly {
                estimate: *estimate,
                views: *views,
                most: MOST_POINTS,
            },
            LimitError::TooLarge { bytes } => Said::AnswerWouldBeTooLarge {
                bytes: *bytes,
                most: MOST_BYTES,
            },
            LimitError::TooManyOperations { operations } => Said::TooManyOperations {
                operations: *operations,
                most: MOST_OPERATIONS,
            },
            LimitError::TooManyVariables { variables } => Said::TooManyVariables {
                variables: *variables,
                most: MOST_VARIABLES,
            },
        })
    }
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
        let mut refused = refuse(&self.into(), self.code());
        let error = refused.errors.first_mut();
        let values = error.map(|error| error.extensions.get_or_insert_default());
        if let Some(values) = values
            && let Some((what, counted, limit)) = self.numbers()
        {
            values.set(what, Value::from(counted));
            values.set("limit", Value::from(limit));
        }
        refused
    }
}
