//! What is wrong with a text, a number or a date, wherever it was written.

use jiff::civil::Date;

use super::declare::messages;
use super::{Message, says};
use crate::vocabulary::UnknownWord;

messages! {
    /// About a text, a number or a date.
    TextMessage {
        AsWritten { text: String },
        Empty,
        TooLong { most: usize },
        Unshowable { character: String },
        NoWebAddress,
        BadAddress { given: String },
        BadEmail,
        UnknownWord { given: String, vocabulary: String, choices: super::List },
        IsIt { given: String, vocabulary: String, proposal: String },
        BadDate { given: String },
        DateOutOfBoundaries { given: Date, first: Date, last: Date },
        DateOutOfRange { given: Date, first: Date, last: Date },
        PeriodReversed { from: Date, to: Date },
        TwoDates { given: String, one: Date, other: Date },
        PerhapsDate { given: String, proposal: Date },
        BadNumber { given: String },
        BadWholeNumber { given: String },
        NoFigure { given: String },
        BadYesOrNo { given: String },
        BadShare { given: String },
    }
}

says!(UnknownWord);

impl From<&UnknownWord> for Message {
    fn from(error: &UnknownWord) -> Self {
        let message = TextMessage::UnknownWord {
            given: error.word.clone(),
            vocabulary: error.vocabulary.to_owned(),
            choices: error.choices.iter().collect(),
        };
        message.into()
    }
}
