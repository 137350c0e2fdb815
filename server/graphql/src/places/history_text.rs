//! What happened, as a sentence.

use crate::enums::Language;
use crate::policy::change_text::parts;
use atlas::{HistoryEvent, HistoryEventKind, View};
use domain::message::{HistoryMessage, Message};
use domain::places::lineage::Succession;
use domain::vocabulary::Verdict;
use domain::words::sentence;

pub(crate) fn text(view: &View, event: &HistoryEvent, named: bool, language: Language) -> String {
    let title = |place: &usize| view.index().document(*place).fact.title.clone();
    let what = match &event.what {
        HistoryEventKind::Began(from) => HistoryMessage::FormedFrom {
            parts: parts(from, language),
        },
        HistoryEventKind::Grew(from) => HistoryMessage::AreaGrew {
            parts: parts(from, language),
        },
        HistoryEventKind::Ended(into) => ended(into, language),
        HistoryEventKind::Coordination { ended, began } => {
            coordination(view, ended, began, language)
        }
        HistoryEventKind::DocumentBegan(place) => HistoryMessage::DocumentBegan {
            title: title(place),
        },
        HistoryEventKind::DocumentEnded(place) => HistoryMessage::DocumentEnded {
            title: title(place),
        },
        HistoryEventKind::Assessed(places) => assessed(view, places, language),
    };
    let what = Message::from(what).text(language);
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
            let count = several.len();
            Message::from(HistoryMessage::InMunicipalities { count }).text(language)
        }
    }
}

fn ended(into: &[Succession], language: Language) -> HistoryMessage {
    if let Some(whole) = into.iter().find(|part| part.is_whole()) {
        let name = whole.to_name.to_string();
        return HistoryMessage::WentInto { name };
    }
    let shares = into
        .iter()
        .map(|part| format!("{} ({})", part.to_name, language.percent(part.area_share)))
        .collect();
    HistoryMessage::DividedOver { shares }
}

fn coordination(
    view: &View,
    ended: &[usize],
    began: &[usize],
    language: Language,
) -> HistoryMessage {
    let describe = |place: &usize| {
        let fact = &view.index().arrangement(*place).fact;
        let status = language.status(fact.status);
        match &fact.organisation {
            Some(organisation) => format!("{organisation} ({status})"),
            None => status.to_owned(),
        }
    };
    let has_ended = !ended.is_empty();
    let has_begun = !began.is_empty();
    let ended = ended.iter().map(describe).collect();
    let began = began.iter().map(describe).collect();
    match (has_ended, has_begun) {
        (false, _) => HistoryMessage::CoordinationBegan { began },
        (true, false) => HistoryMessage::CoordinationEnded { ended },
        (true, true) => HistoryMessage::CoordinationPassed { ended, began },
    }
}

fn assessed(view: &View, places: &[usize], language: Language) -> HistoryMessage {
    let facts = &view.index().facts().verdicts;
    let established = places.first().map_or("", |place| {
        language.established(facts[*place].fact.established)
    });
    let count = |verdict: Verdict| {
        let of_verdict = |place: &&usize| facts[**place].fact.verdict == verdict;
        places.iter().filter(of_verdict).count()
    };
    let verdicts = [
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
    HistoryMessage::VerdictsEstablished {
        count: places.len(),
        established: established.to_owned(),
        verdicts,
    }
}
