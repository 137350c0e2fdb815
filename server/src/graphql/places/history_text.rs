//! What happened, as a sentence.

use crate::atlas::{HistoryEvent, HistoryEventKind, View};
use crate::domain::places::lineage::Succession;
use crate::domain::vocabulary::Verdict;
use crate::domain::words::sentence;
use crate::graphql::enums::Language;
use crate::graphql::policy::change_text::parts;

pub(in crate::graphql) fn text(
    view: &View,
    event: &HistoryEvent,
    named: bool,
    language: Language,
) -> String {
    let what = match &event.what {
        HistoryEventKind::Began(from) => {
            let parts = parts(from, language);
            language.choose(
                format!("ontstaan uit {parts}"),
                format!("formed from {parts}"),
            )
        }
        HistoryEventKind::Grew(from) => {
            let parts = parts(from, language);
            language.choose(
                format!("gebied gegroeid met {parts}"),
                format!("area grown by {parts}"),
            )
        }
        HistoryEventKind::Ended(into) => ended(into, language),
        HistoryEventKind::Coordination { ended, began } => {
            coordination(view, ended, began, language)
        }
        HistoryEventKind::DocumentBegan(place) => {
            let title = &view.index().document(*place).fact.title;
            language.choose(
                format!("beleidsdocument ‘{title}’ van kracht"),
                format!("policy document ‘{title}’ in force"),
            )
        }
        HistoryEventKind::DocumentEnded(place) => {
            let title = &view.index().document(*place).fact.title;
            language.choose(
                format!("beleidsdocument ‘{title}’ niet meer van kracht"),
                format!("policy document ‘{title}’ no longer in force"),
            )
        }
        HistoryEventKind::Assessed(places) => assessed(view, places, language),
    };
    if named {
        let whom = whom(view, &event.municipalities, language);
        return sentence(&format!("{whom}: {what}"));
    }
    sentence(&what)
}

fn whom(view: &View, municipalities: &[usize], language: Language) -> String {
    match (municipalities, view.edition()) {
        ([only], Some(edition)) => edition.name(*only).to_string(),
        (several, _) => {
            let number = several.len();
            language.choose(
                format!("{number} gemeenten"),
                format!("{number} municipalities"),
            )
        }
    }
}

fn ended(into: &[Succession], language: Language) -> String {
    let whole = into.iter().find(|part| part.is_whole());
    if let Some(whole) = whole {
        return language.choose(
            format!("opgegaan in {}", whole.to_name),
            format!("went into {}", whole.to_name),
        );
    }
    let shares: Vec<String> = into
        .iter()
        .map(|part| format!("{} ({})", part.to_name, language.percent(part.area_share)))
        .collect();
    let shares = language.list(&shares);
    language.choose(
        format!("verdeeld over {shares}"),
        format!("divided over {shares}"),
    )
}

fn coordination(view: &View, ended: &[usize], began: &[usize], language: Language) -> String {
    let describe = |places: &[usize]| {
        let texts: Vec<String> = places
            .iter()
            .map(|place| {
                let fact = &view.index().arrangement(*place).fact;
                let status = language.status(fact.status);
                match &fact.organisation {
                    Some(organisation) => format!("{organisation} ({status})"),
                    None => status.to_owned(),
                }
            })
            .collect();
        language.list(&texts)
    };
    match (ended, began) {
        ([], began) => {
            let began = describe(began);
            language.choose(
                format!("zorgcoördinatie vanaf deze datum: {began}"),
                format!("care coordination from this date: {began}"),
            )
        }
        (ended, []) => {
            let ended = describe(ended);
            language.choose(
                format!("zorgcoördinatie beëindigd: {ended}"),
                format!("care coordination ended: {ended}"),
            )
        }
        (ended, began) => {
            let (ended, began) = (describe(ended), describe(began));
            language.choose(
                format!("zorgcoördinatie overgegaan van {ended} naar {began}"),
                format!("care coordination went from {ended} to {began}"),
            )
        }
    }
}

fn assessed(view: &View, places: &[usize], language: Language) -> String {
    let facts = &view.index().facts().verdicts;
    let established = places.first().map_or("", |place| {
        language.established(facts[*place].fact.established)
    });
    let count = |verdict: Verdict| {
        let of_verdict = |place: &&usize| facts[**place].fact.verdict == verdict;
        places.iter().filter(of_verdict).count()
    };
    let counts: Vec<String> = [
        Verdict::Present,
        Verdict::InPreparation,
        Verdict::Absent,
        Verdict::Unknown,
    ]
    .into_iter()
    .map(|verdict| (count(verdict), verdict))
    .filter(|(count, _)| *count > 0)
    .map(|(count, verdict)| format!("{count} {}", language.verdict(verdict)))
    .collect();
    let counts = language.list(&counts);
    match places.len() {
        1 => language.choose(
            format!("een oordeel {established}: {counts}"),
            format!("one verdict {established}: {counts}"),
        ),
        number => language.choose(
            format!("{number} oordelen {established}: {counts}"),
            format!("{number} verdicts {established}: {counts}"),
        ),
    }
}
