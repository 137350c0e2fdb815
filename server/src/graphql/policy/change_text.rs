//! Why a change is of its kind, as a sentence.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::atlas::{ChangeReason, MunicipalityChange, View};
use crate::domain::places::lineage::Succession;
use crate::domain::policy::comparison::{BlockChange, Comparison};
use crate::domain::vocabulary::ChangeKind;
use crate::domain::words::sentence;
use crate::graphql::enums::Language;

/// How many building blocks a sentence names at most.
const MOST_NAMED: usize = 3;

pub(in crate::graphql) fn reason(
    earlier: &View,
    later: &View,
    change: &MunicipalityChange,
    language: Language,
) -> String {
    let text = match &change.grounds {
        ChangeReason::Redrawn { new: true, .. } => formed(earlier, &change.before, language),
        ChangeReason::Redrawn { received, .. } => grown(received, language),
        ChangeReason::Compared { comparison, .. } if !comparison.is_empty() => {
            differs(later, change.kind, comparison, language)
        }
        ChangeReason::Compared {
            reassessed: Some(date),
            ..
        } => confirmed(*date, language),
        ChangeReason::Compared { .. } => silent(earlier, later, language),
    };
    sentence(&text)
}

fn formed(earlier: &View, before: &[usize], language: Language) -> String {
    let names: Vec<&str> = before
        .iter()
        .filter_map(|position| Some(&**earlier.edition()?.name(*position)))
        .collect();
    let names = language.list(&names);
    language.choose(
        format!("nieuwe gemeente, ontstaan uit {names}: niet te vergelijken"),
        format!("new municipality, formed from {names}: not comparable"),
    )
}

fn grown(received: &[Succession], language: Language) -> String {
    let parts = parts(received, language);
    language.choose(
        format!("het gebied groeide met {parts}: niet te vergelijken"),
        format!("the area grew by {parts}: not comparable"),
    )
}

/// What went into a municipality: A and part of B.
pub(in crate::graphql) fn parts(received: &[Succession], language: Language) -> String {
    let parts: Vec<String> = received
        .iter()
        .map(|part| {
            if part.is_whole() {
                return part.from_name.to_string();
            }
            language.choose(
                format!("een deel van {}", part.from_name),
                format!("part of {}", part.from_name),
            )
        })
        .collect();
    language.list(&parts)
}

fn confirmed(date: Date, language: Language) -> String {
    let date = language.date(date);
    language.choose(
        format!("opnieuw vastgesteld op {date}, zonder verschil"),
        format!("assessed again on {date}, without a difference"),
    )
}

fn silent(earlier: &View, later: &View, language: Language) -> String {
    let (from, to) = (
        language.date(earlier.as_of().date()),
        language.date(later.as_of().date()),
    );
    language.choose(
        format!("niets vastgelegd na {from} tot en met {to}"),
        format!("nothing on record after {from} up to {to}"),
    )
}

fn differs(later: &View, kind: ChangeKind, comparison: &Comparison, language: Language) -> String {
    let mut parts = Vec::new();
    for (direction, dutch, english) in [
        (Ordering::Greater, "beter", "better"),
        (Ordering::Less, "slechter", "worse"),
        (Ordering::Equal, "nu anders bekend", "known otherwise now"),
    ] {
        let differences = differences(later, comparison, direction, language);
        if !differences.is_empty() {
            let heading = language.choose(dutch, english);
            parts.push(format!("{heading}: {}", language.list(&differences)));
        }
    }
    let parts = parts.join("; ");
    if !comparison.is_mixed() {
        return parts;
    }
    let balance = match kind {
        ChangeKind::Improved => language.choose("per saldo beter", "better on balance"),
        ChangeKind::Worse => language.choose("per saldo slechter", "worse on balance"),
        _ => language.choose("per saldo gelijk", "the same on balance"),
    };
    format!("{balance}. {}", sentence(&parts))
}

/// What went in a direction: the status first, then the first building blocks.
fn differences(
    later: &View,
    comparison: &Comparison,
    direction: Ordering,
    language: Language,
) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some((before, after)) = comparison.status
        && comparison.direction_of_status() == direction
    {
        let (before, after) = (language.status(before), language.status(after));
        texts.push(language.choose(
            format!("zorgcoördinatie van {before} naar {after}"),
            format!("care coordination from {before} to {after}"),
        ));
    }
    let blocks: Vec<&BlockChange> = comparison
        .blocks
        .iter()
        .filter(|block| block.direction() == direction)
        .collect();
    let named = blocks.iter().take(MOST_NAMED);
    texts.extend(named.filter_map(|change| block_text(later, change, language)));
    match blocks.len().saturating_sub(MOST_NAMED) {
        0 => {}
        1 => texts.push(
            language
                .choose("nog één bouwsteen", "one more building block")
                .to_owned(),
        ),
        rest => texts.push(language.choose(
            format!("nog {rest} bouwstenen"),
            format!("{rest} more building blocks"),
        )),
    }
    texts
}

fn block_text(later: &View, change: &BlockChange, language: Language) -> Option<String> {
    let block = later.rubric()?.blocks.get(change.block)?;
    let title = language.choose(&block.title_nl, &block.title_en);
    let (before, after) = (
        language.verdict(change.before),
        language.verdict(change.after),
    );
    Some(language.choose(
        format!("‘{title}’ van {before} naar {after}"),
        format!("‘{title}’ from {before} to {after}"),
    ))
}
