//! What a sheet says of the care coordination of a municipality.

use crate::sheet::content::{SheetBlock, Span};
use crate::sheet::paper::{DUTCH, source, status_text};
use atlas::View;
use domain::care::arrangement::Arrangement;
use domain::care::phones::{dial, find_phone};
use domain::vocabulary::CoordinationStatus;

/// The helpdesk of `CoMensha`: its number, and its address.
pub(in crate::sheet) const HELPDESK: (&str, &str) = ("033 448 11 86", "tel:+31334481186");

/// The status, the arrangements in force, and whom to call where there is no
/// coordinator.
pub(in crate::sheet) fn blocks(view: &View, at: usize) -> Vec<SheetBlock> {
    let state = &view.municipalities()[at].coordination;
    let items: Vec<_> = state
        .arrangements
        .iter()
        .map(|in_force| told(&view.index().arrangement(in_force.arrangement).fact))
        .collect();
    let mut blocks = vec![SheetBlock::Text {
        spans: vec![
            Span::bold("Zorgcoördinatie:"),
            Span::plain(format!(" {}", status_text(state.status))),
        ],
    }];
    if !items.is_empty() {
        blocks.push(SheetBlock::Bullets { items });
    }
    if state.status < CoordinationStatus::Temporary {
        blocks.push(helpdesk());
    }
    blocks.push(SheetBlock::note("Dekking zegt niets over fte."));
    blocks
}

fn helpdesk() -> SheetBlock {
    let (number, address) = HELPDESK;
    SheetBlock::Text {
        spans: vec![
            Span::plain("Een slachtoffer gezien? Bel de helpdesk van CoMensha: "),
            Span::link(number, address),
            Span::plain("."),
        ],
    }
}

fn told(fact: &Arrangement) -> Vec<Span> {
    let organisation = fact.organisation.as_deref();
    let mut spans = vec![
        Span::bold(organisation.unwrap_or("organisatie niet bekend")),
        Span::plain(format!(
            ": {}, sinds {}.",
            for_whom(fact),
            DUTCH.date(fact.period.from)
        )),
    ];
    if let Some(phone) = organisation.and_then(find_phone) {
        spans.extend([
            Span::plain(" Telefoon: "),
            Span::link(phone, dial(phone)),
            Span::plain("."),
        ]);
    }
    if let Some(link) = source(&fact.source) {
        spans.extend([Span::plain(" Bron: "), link, Span::plain(".")]);
    }
    spans
}

fn for_whom(fact: &Arrangement) -> String {
    let ages = match (fact.age_from, fact.age_to) {
        (None, None) => "alle leeftijden".to_owned(),
        (Some(from), None) => format!("vanaf {from} jaar"),
        (None, Some(to)) => format!("tot en met {to} jaar"),
        (Some(from), Some(to)) => format!("{from} tot en met {to} jaar"),
    };
    let forms: Vec<_> = fact.forms.iter().map(|form| DUTCH.form(*form)).collect();
    if forms.is_empty() {
        format!("{ages}, alle vormen van uitbuiting")
    } else {
        format!("{ages}, {}", DUTCH.list(&forms))
    }
}
