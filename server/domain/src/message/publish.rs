//! Why there is no export, no picture, or no answer by another standard.

use super::declare::messages;
use super::{List, Message};

messages! {
    /// About what is published beside GraphQL.
    PublishMessage {
        ParameterUnknown { given: String, known: List },
        ParameterTwice { given: String },
        DateTwice,
        ParameterValue { parameter: String, given: String, choices: List },
        ParameterRange { parameter: String, given: String, least: usize, most: usize },
        InstantUnread { given: String },
        FilterTooLong { bytes: usize, most: usize },
        FilterUnread { cause: String },
        FilterMisfit { cause: Box<Message> },
        FilterTooDeep { depth: usize, most: usize },
        ListTooCostly { estimate: u64, most: u64 },
        ColumnUnknown { given: String, known: List },
        CampaignUnknown,
        CampaignOfNow,
        ExportUnknown,
        ExportFailed,
        PictureUnknown,
        PictureFailed,
        PictureEmpty,
        TileUnknown { most: usize },
        CollectionUnknown { given: String, known: List },
        FeatureUnknown { given: String },
        BoxUnread { given: String },
        CursorUnread { given: String },
        PeriodUnread { given: String },
        ConditionUnread { at: usize, given: String, expected: List },
        PropertyUnknown { at: usize, given: String, known: List },
        ConditionTooDeep { most: usize },
        ConditionsTooMany { most: usize },
    }
}
