//! Regions as features, with totals over their municipalities.

use serde_json::{Map, Value, json};

use atlas::{Coverage, View};

/// The id of a region within its set.
pub(super) fn id(view: &View, place: usize) -> String {
    view.regions()[place].id.code.to_string()
}

/// Its name.
pub(super) fn name(view: &View, place: usize) -> &str {
    let facts = view.index().facts();
    &facts.regions[view.regions()[place].region].name
}

/// The properties of a region.
pub(super) fn properties(view: &View, place: usize) -> Map<String, Value> {
    let region = &view.regions()[place];
    let coverage = Coverage::of(view.municipalities(), &region.members);
    let codes = region.members.iter().filter_map(|at| view.code(*at));
    let codes: Vec<String> = codes.map(|code| code.to_string()).collect();
    let properties = json!({
        "code": &*region.id.code,
        "set": &*region.id.set,
        "name": name(view, place),
        "municipalities": coverage.whole.municipalities,
        "inhabitants": coverage.whole.inhabitants,
        "completenessLow": coverage.completeness.low,
        "completenessHigh": coverage.completeness.high,
        "members": codes,
    });
    match properties {
        Value::Object(properties) => properties,
        _ => Map::new(),
    }
}
