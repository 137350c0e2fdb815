//! 'Wat wij niet weten en u vragen' of a municipality: the check of oneself.

use super::coordination::HELPDESK;
use crate::sheet::advice;
use crate::sheet::content::{Question, QuestionTable, SheetBlock, Span};
use crate::sheet::paper::{Provenance, name, number_of};
use atlas::View;
use domain::places::code::MunicipalityCode;

pub(in crate::sheet) const HEADING: &str = "Wat wij niet weten en u vragen";

/// The questions about what is not known; nothing when everything is.
pub(in crate::sheet) fn blocks(
    view: &View,
    at: usize,
    unknown: &[usize],
    stamp: &Provenance,
) -> Vec<SheetBlock> {
    if unknown.is_empty() {
        return Vec::new();
    }
    let name = name(view, at);
    vec![
        SheetBlock::Heading { text: HEADING },
        SheetBlock::text(format!(
            "Van {} weten wij niet of {name} die heeft. Onbekend is niet hetzelfde als nee. Wilt u aankruisen hoe het staat, met wie bij u over zorg en over veiligheid gaat?",
            number_of(unknown.len(), "bouwsteen", "bouwstenen")
        )),
        SheetBlock::Questions(QuestionTable {
            title: "Bouwsteen",
            answers: ["ja", "in voorbereiding", "nee", "weet niet"],
            items: unknown
                .iter()
                .filter_map(|block| question(view, *block))
                .collect(),
        }),
        SheetBlock::Text {
            spans: where_to(&name, view.code(at), stamp),
        },
    ]
}

fn question(view: &View, block: usize) -> Option<Question> {
    let block = view.rubric()?.blocks.get(block)?;
    let text = advice::find(&block.id).map(|advice| advice.question.clone());
    Some(Question {
        title: block.title_nl.clone(),
        text: text.unwrap_or_default(),
    })
}

/// Where the answers can go.
fn where_to(name: &str, code: Option<MunicipalityCode>, stamp: &Provenance) -> Vec<Span> {
    let page = Span {
        url: stamp
            .address
            .as_ref()
            .zip(code)
            .map(|(address, code)| format!("{address}/gemeente/{code}")),
        ..Span::plain(format!("de pagina van {name}"))
    };
    let (number, address) = HELPDESK;
    vec![
        Span::bold("Zo stuurt u uw antwoord."),
        Span::plain(" Geef het door op de Dekkingskaart: "),
        page,
        Span::plain(
            ", knop ‘Klopt dit niet?’. Een account is niet nodig. Of stuur dit blad terug aan wie het u gaf. Liever een link om alles in één keer na te kijken, of een vraag? Bel CoMensha: ",
        ),
        Span::link(number, address),
        Span::plain("."),
    ]
}
