//! Why a question is over a limit, and what is no area or no place in a list.

use super::declare::messages;

messages! {
    /// About how large a question is, and how much its answer would be.
    LimitMessage {
        QuestionTooDeep { depth: usize, most: usize },
        QuestionOpenString,
        QuestionTooLong { bytes: usize, most: usize },
        QuestionTooManyTokens { tokens: usize, most: usize },
        QuestionTooManySelections { selections: u64, most: u64 },
        FragmentInItself { fragment: String },
        FieldTooDeep { depth: usize, most: usize },
        SelectionsTooDeep { depth: usize, most: usize },
        TooManyDirectives { directives: usize, most: usize },
        TooManyOperations { operations: usize, most: usize },
        TooManyVariables { variables: usize, most: usize },
        QuestionTooCostly { estimate: u64, views: u64, most: u64 },
        AnswerWouldBeTooLarge { bytes: u64, most: u64 },
    }
}

messages! {
    /// About a value of a question that cannot be read.
    ValueMessage {
        AreaUnread,
        AreaOfLines { kind: String },
        AreaTooDetailed { positions: usize, most: usize },
        AreaOutside { longitude: String, latitude: String },
        AreaEmpty,
        CursorUnknown { given: String },
        PageSizeBad { argument: String, given: String, most: usize },
        PageFromBothEnds,
        ValueIsNoText { given: String },
    }
}
