//! Arrangements and policy documents as features: what GraphQL tells everybody of
//! them. Whom to ask about an arrangement is not among it.

use serde_json::{Map, Value, json};

use atlas::View;
use domain::notes;
use domain::words::Language;

/// An arrangement of care coordination.
pub(super) fn arrangement(view: &View, place: usize) -> Map<String, Value> {
    let fact = &view.index().arrangement(place).fact;
    let forms = fact.forms.iter().map(|form| form.code());
    let properties = json!({
        "id": fact.id.as_str(),
        "status": fact.status.code(),
        "mode": fact.mode.code(),
        "organisation": fact.organisation,
        "commissionedBy": fact.commissioned_by,
        "ageFrom": fact.age_from,
        "ageTo": fact.age_to,
        "forms": forms.collect::<Vec<_>>(),
        "fte": fact.fte,
        "validFrom": fact.period.from,
        "validTo": fact.period.to,
        "source": fact.source.url,
        "note": note(fact.note.as_deref()),
        "municipalities": codes(view, &view.covered_by_arrangement(place)),
    });
    object(properties)
}

/// A policy document.
pub(super) fn document(view: &View, place: usize) -> Map<String, Value> {
    let fact = &view.index().document(place).fact;
    let properties = json!({
        "id": fact.id.as_str(),
        "title": fact.title,
        "scope": fact.scope.code(),
        "identifier": fact.identifier,
        "validFrom": fact.period.map(|period| period.from),
        "validTo": fact.period.and_then(|period| period.to),
        "source": fact.source.url,
        "note": note(fact.note.as_deref()),
        "municipalities": codes(view, &view.covered_by_document(place)),
    });
    object(properties)
}

fn note(written: Option<&str>) -> Option<&str> {
    written.map(|note| notes::shown(note, Language::Dutch))
}

fn codes(view: &View, positions: &[usize]) -> Vec<String> {
    let codes = positions.iter().filter_map(|at| view.code(*at));
    codes.map(|code| code.to_string()).collect()
}

fn object(properties: Value) -> Map<String, Value> {
    match properties {
        Value::Object(properties) => properties,
        _ => Map::new(),
    }
}
