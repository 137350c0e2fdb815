//! The class of a municipality in words, never stronger than rule 5.

use super::content::Span;
use super::paper::{DUTCH, class_text, interval, number_of};
use atlas::View;
use domain::policy::completeness::{Certainty, Completeness};
use domain::vocabulary::{Level, PolicyClass, Verdict};

/// More building blocks than this are counted, not named.
const MOST_NAMED: usize = 2;

/// What is certain of the policy, as a paragraph.
pub(super) fn certain(view: &View, at: usize) -> Vec<Span> {
    let policy = &view.municipalities()[at].policy;
    let told = match policy.class.certainty() {
        Certainty::Open => open(&policy.completeness),
        Certainty::NotComplete => format!(
            "Zeker is dat het basisbeleid niet compleet is: {}.",
            reason(view, at, policy.class)
        ),
        Certainty::Complete => complete(view, policy.class),
    };
    vec![
        Span::bold(format!("{}.", capital(class_text(policy.class)))),
        Span::plain(format!(" {told}")),
    ]
}

/// How much is known, as a paragraph.
pub(super) fn known(completeness: &Completeness) -> Vec<Span> {
    let total = completeness.total();
    let parts = [
        (completeness.present, "aanwezig"),
        (completeness.in_preparation, "in voorbereiding"),
        (completeness.absent, "afwezig"),
        (completeness.unknown, "onbekend"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    vec![
        Span::bold("Volledigheid:"),
        Span::plain(format!(
            " {}. Van de {total} bouwstenen: {}.",
            interval(completeness.low, completeness.high),
            DUTCH.list(&parts)
        )),
    ]
}

fn open(completeness: &Completeness) -> String {
    let (unknown, total) = (completeness.unknown, completeness.total());
    format!(
        "Of het beleid compleet is, kunnen wij niet zeggen: van {unknown} van de {total} bouwstenen is niets bekend."
    )
}

fn reason(view: &View, at: usize, class: PolicyClass) -> String {
    if class == PolicyClass::None {
        return "er is geen vastgesteld beleid, en van geen ander onderdeel van het beleid is bekend dat het er is of eraan komt".to_owned();
    }
    let part = |verdict, one, more| {
        let titles = basic(view, at, verdict);
        match titles.as_slice() {
            [] => None,
            [only] => Some(format!("‘{only}’ {one}")),
            few if few.len() <= MOST_NAMED => {
                let quoted: Vec<String> = few.iter().map(|title| format!("‘{title}’")).collect();
                Some(format!("{} {more}", DUTCH.list(&quoted)))
            }
            many => Some(format!("{} bouwstenen van de basis {more}", many.len())),
        }
    };
    let parts: Vec<String> = [
        part(Verdict::Absent, "ontbreekt", "ontbreken"),
        part(
            Verdict::InPreparation,
            "is nog in voorbereiding",
            "zijn nog in voorbereiding",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    DUTCH.list(&parts)
}

/// The titles of the blocks of the basis with this verdict.
fn basic(view: &View, at: usize, verdict: Verdict) -> Vec<&str> {
    let Some(rubric) = view.rubric() else {
        return Vec::new();
    };
    let states = &view.municipalities()[at].policy.blocks;
    let blocks = rubric.blocks.iter().zip(states);
    blocks
        .filter(|(block, state)| block.level == Level::Basic && state.verdict == verdict)
        .map(|(block, _)| block.title_nl.as_str())
        .collect()
}

fn complete(view: &View, class: PolicyClass) -> String {
    let blocks = view.rubric().map_or(&[][..], |rubric| &rubric.blocks);
    if class == PolicyClass::Advanced {
        return format!("Alle {} bouwstenen zijn aanwezig.", blocks.len());
    }
    let basic = blocks.iter().filter(|block| block.level == Level::Basic);
    format!(
        "Het basisbeleid is compleet: {} van de basis, allemaal aanwezig.",
        number_of(basic.count(), "bouwsteen", "bouwstenen")
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}
