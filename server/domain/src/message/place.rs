//! What is wrong with a municipality or a region that somebody names.

use jiff::civil::Date;

use super::declare::messages;
use super::{List, Message, says};
use crate::places::code::{BadCode, MunicipalityCode};

messages! {
    /// About a municipality or a region.
    PlaceMessage {
        BadCode { given: String },
        CodeUnknown { code: MunicipalityCode },
        CodeUnknownAndName { code: MunicipalityCode, name: String, other: MunicipalityCode },
        CodeEnded { code: MunicipalityCode, name: String, ended: Date },
        CodeEndedInto {
            code: MunicipalityCode, name: String, ended: Date,
            heir: MunicipalityCode, heir_name: String,
        },
        CodeSplit { code: MunicipalityCode, name: String, ended: Date, parts: List },
        CodeBegins { code: MunicipalityCode, name: String, begins: Date },
        CodeBeginsAfter { code: MunicipalityCode, name: String, begins: Date, before: List },
        CodeFormer { code: MunicipalityCode, name: String, ended: Date, today: List },
        Several { first: Box<Message>, rest: Box<Message> },
        WiderArea { given: String, area: String },
        PlaceIn { given: String, municipalities: List },
        PlaceInToday { given: String, municipalities: List, date: Date, before: List },
        NameAlike { given: String, code: MunicipalityCode, name: String, letters: usize },
        NameUnknown { given: String },
        NameAmbiguous { given: String, choices: List },
        NameOfOther {
            code: MunicipalityCode, own: String, name: String, other: MunicipalityCode,
        },
        OutsideRegions { code: MunicipalityCode },
        NotAnEdition { date: Date, choices: List },
        CodeReadAs { given: String, code: MunicipalityCode, name: String },
        CodeReadWithout {
            given: String, code: MunicipalityCode, name: String, character: String,
        },
        FormerReadAs {
            given: String, code: MunicipalityCode, name: String,
            former: MunicipalityCode, former_name: String,
        },
        FormerReadWithout {
            given: String, code: MunicipalityCode, name: String,
            former: MunicipalityCode, former_name: String, character: String,
        },
    }
}

says!(BadCode);

impl From<&BadCode> for Message {
    fn from(BadCode(given): &BadCode) -> Self {
        let given = given.clone();
        PlaceMessage::BadCode { given }.into()
    }
}
