//! What a change or another act was about, in a few words: as the change log and
//! the audit trail keep it.

use jiff::civil::Date;

use super::declare::messages;
use super::{List, Message};
use crate::places::code::MunicipalityCode;
use crate::vocabulary::SubjectKind;

messages! {
    /// To what something was done.
    SummaryMessage {
        Named { name: String },
        RecordOf { kind: String, key: String },
        NoAccount,
        VerdictsOf { count: usize, code: MunicipalityCode },
        VerdictsOfMany { count: usize, municipalities: usize },
        EditionsLoaded { count: usize },
        EditionRefreshed { edition: u64, new: usize, changed: usize, withdrawn: usize, left: usize },
        MunicipalitiesOf { count: usize, date: Date },
        MembershipsWritten { count: usize },
        MembersFrom { region: String, count: usize, date: Date },
        RegionSetsWritten { count: usize },
        RegionsWritten { count: usize },
        FiguresWritten { count: usize },
        ArrangementsWritten { count: usize },
        ArrangementsCovered { count: usize },
        ArrangementStatus { id: String, status: String },
        ArrangementOn { id: String, date: Date },
        DocumentsWritten { count: usize },
        DocumentsCovered { count: usize },
        DocumentTitled { id: String, title: String },
        RubricFrom { id: String, date: Date },
        TargetsOf { count: usize, campaign: String },
        TargetStage { code: MunicipalityCode, stage: String, campaign: String },
        BriefingOn { municipalities: List, stage: String, date: Date },
        BottleneckIn { category: String, place: String },
        CorrectionOf { id: String, code: MunicipalityCode },
        SheetsOfCampaign { id: String },
        UndoOf { revision: u64, action: String },
        UndoOfPart { revision: u64, action: String, kept: usize },
        TokenOf { role: String, name: String },
    }
}

impl SummaryMessage {
    /// What is of a kind, by its key.
    pub fn record(kind: SubjectKind, key: impl Into<String>) -> Self {
        Self::RecordOf {
            kind: kind.code().to_owned(),
            key: key.into(),
        }
    }

    /// What has a name.
    pub fn named(name: &(impl ToString + ?Sized)) -> Self {
        Self::Named {
            name: name.to_string(),
        }
    }
}

/// How it is kept: a name, or a kind and a key, as they are; anything else as a
/// JSON object with code, arguments and English text, by which it is found.
#[must_use]
pub fn kept(about: &Message) -> String {
    match about {
        Message::Summary(SummaryMessage::Named { name }) if !name.starts_with('{') => name.clone(),
        Message::Summary(SummaryMessage::RecordOf { kind, key }) => format!("{kind} {key}"),
        about => serde_json::to_string(about).unwrap_or_default(),
    }
}

/// What was kept, by this version or an earlier one, which kept sentences.
/// `is_kind` tells the names of tables.
#[must_use]
pub fn read_kept(text: &str, is_kind: impl Fn(&str) -> bool) -> Message {
    if text.starts_with('{')
        && let Ok(message) = serde_json::from_str(text)
    {
        return message;
    }
    match text.split_once(' ') {
        Some((kind, key)) if kind.parse::<SubjectKind>().is_ok() || is_kind(kind) => {
            let (kind, key) = (kind.to_owned(), key.to_owned());
            SummaryMessage::RecordOf { kind, key }.into()
        }
        _ => SummaryMessage::named(text).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        for example in SummaryMessage::examples() {
            let about = match example {
                SummaryMessage::RecordOf { key, .. } => SummaryMessage::RecordOf {
                    kind: "verdict".to_owned(),
                    key,
                },
                other => other,
            };
            let about = Message::from(about);
            assert_eq!(read_kept(&kept(&about), |kind| kind == "verdict"), about);
        }
    }

    #[test]
    fn a_sentence_of_an_earlier_version_and_a_name_like_an_object_stay_as_they_are() {
        for text in ["2 verdicts of GM0344", "{\"code\": 1", "a b", ""] {
            let about = read_kept(text, |_| false);
            assert_eq!(about.to_string(), text);
            assert_eq!(read_kept(&kept(&about), |_| false), about);
        }
    }
}
