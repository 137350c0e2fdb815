//! What makes a municipality stand out, as sentences.

use crate::enums::Language;
use atlas::{Highlight, View};
use domain::message::{DifferenceMessage, Message};
use domain::vocabulary::CoordinationStatus;
use domain::words::sentence;

pub(crate) fn highlights(view: &View, position: usize, language: Language) -> Vec<String> {
    let highlights = view.highlights(position);
    let peers = highlights.peers;
    let messages = highlights.list.iter();
    messages
        .map(|highlight| Message::from(message(view, peers, *highlight, language)))
        .map(|message| sentence(&message.text(language)))
        .collect()
}

fn message(
    view: &View,
    peers: usize,
    highlight: Highlight,
    language: Language,
) -> DifferenceMessage {
    match highlight {
        Highlight::Completeness { own, peers } => completeness(own, peers, language),
        Highlight::Coordination { own, others } => coordination(own, others, peers),
        Highlight::Has { block, others } => DifferenceMessage::HasBlock {
            title: title(view, block, language),
            others,
            peers,
        },
        Highlight::Misses {
            block,
            others,
            known: true,
        } => DifferenceMessage::MissesBlock {
            title: title(view, block, language),
            others,
            peers,
        },
        Highlight::Misses { block, others, .. } => DifferenceMessage::BlockNotKnown {
            title: title(view, block, language),
            others,
            peers,
        },
    }
}

fn completeness(own: f64, peers: f64, language: Language) -> DifferenceMessage {
    let is_more = own > peers;
    let (own, peers) = (language.percent(own), language.percent(peers));
    if is_more {
        DifferenceMessage::MoreComplete { own, peers }
    } else {
        DifferenceMessage::LessComplete { own, peers }
    }
}

fn coordination(own: CoordinationStatus, others: usize, peers: usize) -> DifferenceMessage {
    match own {
        CoordinationStatus::Temporary | CoordinationStatus::Structural => {
            DifferenceMessage::HasCoordinator { others, peers }
        }
        CoordinationStatus::Unknown => DifferenceMessage::CoordinatorNotKnown { others, peers },
        _ => DifferenceMessage::HasNoCoordinator { others, peers },
    }
}

fn title(view: &View, block: usize, language: Language) -> String {
    let block = view.rubric().and_then(|rubric| rubric.blocks.get(block));
    block.map_or_else(String::new, |block| {
        language.choose(&block.title_nl, &block.title_en).clone()
    })
}
