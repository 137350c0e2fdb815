//! What makes a municipality stand out, as sentences.

use crate::atlas::{Highlight, Highlights, View};
use crate::domain::vocabulary::CoordinationStatus;
use crate::domain::words::sentence;
use crate::graphql::enums::Language;

pub(in crate::graphql) fn highlights(
    view: &View,
    position: usize,
    language: Language,
) -> Vec<String> {
    let highlights = view.highlights(position);
    let texts = highlights.list.iter();
    texts
        .map(|highlight| sentence(&text(view, &highlights, *highlight, language)))
        .collect()
}

fn text(
    view: &View,
    Highlights { peers, .. }: &Highlights,
    highlight: Highlight,
    language: Language,
) -> String {
    let of_peers = |others: usize| {
        language.choose(
            format!("{others} van de {peers} vergelijkbare gemeenten"),
            format!("{others} of the {peers} similar municipalities"),
        )
    };
    match highlight {
        Highlight::Completeness { own, peers } => completeness(own, peers, language),
        Highlight::Coordination { own, others } => coordination(own, &of_peers(others), language),
        Highlight::Has { block, others } => {
            let (title, others) = (title(view, block, language), of_peers(others));
            language.choose(
                format!("heeft ‘{title}’, tegen {others}"),
                format!("has ‘{title}’, against {others}"),
            )
        }
        Highlight::Misses {
            block,
            others,
            known,
        } => {
            let (title, others) = (title(view, block, language), of_peers(others));
            if known {
                return language.choose(
                    format!("mist ‘{title}’; {others} hebben het wel"),
                    format!("misses ‘{title}’; {others} have it"),
                );
            }
            language.choose(
                format!("van ‘{title}’ is niets bekend; {others} hebben het"),
                format!("nothing is known of ‘{title}’; {others} have it"),
            )
        }
    }
}

fn completeness(own: f64, peers: f64, language: Language) -> String {
    let (own_text, peers_text) = (language.percent(own), language.percent(peers));
    let side = if own > peers {
        language.choose("meer", "more")
    } else {
        language.choose("minder", "less")
    };
    language.choose(
        format!("zeker {own_text} van het beleid is op orde, {side} dan het gemiddelde van vergelijkbare gemeenten ({peers_text})"),
        format!("at least {own_text} of policy is in place, {side} than the mean of similar municipalities ({peers_text})"),
    )
}

fn coordination(own: CoordinationStatus, others: &str, language: Language) -> String {
    match own {
        CoordinationStatus::Temporary | CoordinationStatus::Structural => language.choose(
            format!("heeft een zorgcoördinator, tegen {others}"),
            format!("has a care coordinator, against {others}"),
        ),
        CoordinationStatus::Unknown => language.choose(
            format!(
                "over zorgcoördinatie is niets vastgelegd; {others} hebben een zorgcoördinator"
            ),
            format!(
                "nothing is on record about care coordination; {others} have a care coordinator"
            ),
        ),
        _ => language.choose(
            format!("heeft geen zorgcoördinator; {others} hebben die wel"),
            format!("has no care coordinator; {others} have one"),
        ),
    }
}

fn title(view: &View, block: usize, language: Language) -> &str {
    let block = view.rubric().and_then(|rubric| rubric.blocks.get(block));
    block.map_or("", |block| {
        language.choose(&block.title_nl, &block.title_en)
    })
}
