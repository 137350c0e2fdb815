//! Why a change is of its kind, as a sentence.

use std::cmp::Ordering;

use crate::enums::Language;
use atlas::{ChangeReason, MunicipalityChange, View};
use domain::message::{DifferenceMessage, HistoryMessage, List, Message};
use domain::places::lineage::Succession;
use domain::policy::comparison::{BlockChange, Comparison};
use domain::vocabulary::ChangeKind;
use domain::words::sentence;

/// How many building blocks a sentence names at most.
const MOST_NAMED: usize = 3;

pub(crate) fn reason(
    earlier: &View,
    later: &View,
    change: &MunicipalityChange,
    language: Language,
) -> String {
    let message = match &change.grounds {
        ChangeReason::Redrawn { new: true, .. } => formed(earlier, &change.before),
        ChangeReason::Redrawn { received, .. } => DifferenceMessage::GrewNotComparable {
            parts: parts(received, language),
        },
        ChangeReason::Compared { comparison, .. } if !comparison.is_empty() => {
            return sentence(&differs(later, change.kind, comparison, language));
        }
        ChangeReason::Compared {
            reassessed: Some(date),
            ..
        } => DifferenceMessage::AssessedWithoutDifference { date: *date },
        ChangeReason::Compared { .. } => DifferenceMessage::NothingOnRecord {
            from: earlier.as_of().date(),
            to: later.as_of().date(),
        },
    };
    sentence(&Message::from(message).text(language))
}

fn formed(earlier: &View, before: &[usize]) -> DifferenceMessage {
    let names = before
        .iter()
        .filter_map(|position| Some(earlier.edition()?.name(*position)))
        .collect();
    DifferenceMessage::FormedNotComparable { names }
}

/// What went into a municipality: A and part of B.
pub(crate) fn parts(received: &[Succession], language: Language) -> List {
    let part = |part: &Succession| {
        let name = part.from_name.to_string();
        if part.is_whole() {
            return name;
        }
        Message::from(HistoryMessage::PartOf { name }).text(language)
    };
    received.iter().map(part).collect()
}

fn differs(later: &View, kind: ChangeKind, comparison: &Comparison, language: Language) -> String {
    let mut parts = Vec::new();
    for direction in [Ordering::Greater, Ordering::Less, Ordering::Equal] {
        let what: List = differences(later, comparison, direction, language)
            .into_iter()
            .collect();
        if what.items.is_empty() {
            continue;
        }
        let message = match direction {
            Ordering::Greater => DifferenceMessage::GotBetter { what },
            Ordering::Less => DifferenceMessage::GotWorse { what },
            Ordering::Equal => DifferenceMessage::KnownOtherwise { what },
        };
        parts.push(Message::from(message).text(language));
    }
    let parts = parts.join("; ");
    if !comparison.is_mixed() {
        return parts;
    }
    let balance = match kind {
        ChangeKind::Improved => DifferenceMessage::BetterOnBalance,
        ChangeKind::Worse => DifferenceMessage::WorseOnBalance,
        _ => DifferenceMessage::SameOnBalance,
    };
    let balance = Message::from(balance).text(language);
    format!("{balance}. {}", sentence(&parts))
}

/// What went in a direction: the status first, then the first building blocks.
fn differences(
    later: &View,
    comparison: &Comparison,
    direction: Ordering,
    language: Language,
) -> Vec<String> {
    let mut messages = Vec::new();
    if let Some((before, after)) = comparison.status
        && comparison.direction_of_status() == direction
    {
        messages.push(DifferenceMessage::StatusWent {
            before: language.status(before).to_owned(),
            after: language.status(after).to_owned(),
        });
    }
    let blocks: Vec<&BlockChange> = comparison
        .blocks
        .iter()
        .filter(|block| block.direction() == direction)
        .collect();
    let named = blocks.iter().take(MOST_NAMED);
    messages.extend(named.filter_map(|change| block_went(later, change, language)));
    let count = blocks.len().saturating_sub(MOST_NAMED);
    if count > 0 {
        messages.push(DifferenceMessage::MoreBlocks { count });
    }
    messages
        .into_iter()
        .map(|message| Message::from(message).text(language))
        .collect()
}

fn block_went(later: &View, change: &BlockChange, language: Language) -> Option<DifferenceMessage> {
    let block = later.rubric()?.blocks.get(change.block)?;
    let title = language.choose(&block.title_nl, &block.title_en);
    Some(DifferenceMessage::BlockWent {
        title: title.clone(),
        before: language.verdict(change.before).to_owned(),
        after: language.verdict(change.after).to_owned(),
    })
}
