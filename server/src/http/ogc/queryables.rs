//! The properties by which features can be asked for: in a filter, and each as a
//! parameter of its own.

use serde_json::{Map, Value, json};

use super::collections::Collection;
use super::cql::{Comparison, Condition, Literal, Operand};
use super::items_query::OF_ITEMS;
use crate::http::publish::excerpt;
use atlas::View;
use domain::message::PublishMessage;
use export::municipalities::Column;

/// Of which type a property is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Date,
    Number,
    Whole,
    Flag,
}

const REGION: [(&str, Kind); 7] = [
    ("code", Kind::Text),
    ("set", Kind::Text),
    ("name", Kind::Text),
    ("municipalities", Kind::Whole),
    ("inhabitants", Kind::Whole),
    ("completenessLow", Kind::Number),
    ("completenessHigh", Kind::Number),
];
const ARRANGEMENT: [(&str, Kind); 11] = [
    ("id", Kind::Text),
    ("status", Kind::Text),
    ("mode", Kind::Text),
    ("organisation", Kind::Text),
    ("commissionedBy", Kind::Text),
    ("ageFrom", Kind::Whole),
    ("ageTo", Kind::Whole),
    ("fte", Kind::Number),
    ("validFrom", Kind::Date),
    ("validTo", Kind::Date),
    ("source", Kind::Text),
];
const DOCUMENT: [(&str, Kind); 7] = [
    ("id", Kind::Text),
    ("title", Kind::Text),
    ("scope", Kind::Text),
    ("identifier", Kind::Text),
    ("validFrom", Kind::Date),
    ("validTo", Kind::Date),
    ("source", Kind::Text),
];

/// The names and types of the properties of a collection.
pub(super) fn queryables(view: &View, collection: Collection) -> Vec<(String, Kind)> {
    let fixed = |all: &[(&str, Kind)]| {
        let owned = all.iter().map(|(name, kind)| ((*name).to_owned(), *kind));
        owned.collect()
    };
    match collection {
        Collection::Municipalities => {
            let columns = Column::standard(view).into_iter();
            let asked = columns.filter(|column| *column != Column::Modes);
            asked
                .map(|column| (column.id(view), kind(column)))
                .collect()
        }
        Collection::Regions(_) => fixed(&REGION),
        Collection::Arrangements => fixed(&ARRANGEMENT),
        Collection::Documents => fixed(&DOCUMENT),
    }
}

fn kind(column: Column) -> Kind {
    match column {
        Column::ValidFrom | Column::PopulationDate | Column::StatusSince | Column::LastAssessed => {
            Kind::Date
        }
        Column::Population | Column::Documents => Kind::Whole,
        Column::Area | Column::Completeness(_) | Column::Dimension(..) => Kind::Number,
        Column::Inherited => Kind::Flag,
        _ => Kind::Text,
    }
}

/// The document of them: a JSON Schema.
pub(super) fn document(view: &View, collection: Collection, address: &str) -> Value {
    let properties = queryables(view, collection).into_iter();
    let properties = properties.map(|(name, kind)| {
        let schema = match kind {
            Kind::Text => json!({ "type": "string" }),
            Kind::Date => json!({ "type": "string", "format": "date" }),
            Kind::Number => json!({ "type": "number" }),
            Kind::Whole => json!({ "type": "integer" }),
            Kind::Flag => json!({ "type": "boolean" }),
        };
        (name, schema)
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": collection.title(view),
        "properties": properties.collect::<Map<_, _>>(),
        "additionalProperties": false,
    })
}

/// What parameters that are names of properties ask: each is this.
pub(super) fn equal(
    known: &[(String, Kind)],
    given: &[(String, String)],
) -> Result<Vec<Condition>, PublishMessage> {
    let conditions = given.iter().map(|(name, text)| {
        let Some((name, kind)) = known.iter().find(|(known, _)| known == name) else {
            let properties = known.iter().map(|(name, _)| name.as_str());
            return Err(PublishMessage::ParameterUnknown {
                given: excerpt(name),
                known: OF_ITEMS.into_iter().chain(properties).collect(),
            });
        };
        let literal = literal(*kind, text).ok_or_else(|| PublishMessage::ParameterValue {
            parameter: name.clone(),
            given: excerpt(text),
            choices: examples(*kind).iter().copied().collect(),
        })?;
        let property = Operand::Property(name.clone());
        let literal = Operand::Literal(literal);
        Ok(Condition::Compare(property, Comparison::Equal, literal))
    });
    conditions.collect()
}

fn literal(kind: Kind, text: &str) -> Option<Literal> {
    let number = || text.parse().ok().filter(|number: &f64| number.is_finite());
    match kind {
        Kind::Text | Kind::Date => Some(Literal::Text(text.to_owned())),
        Kind::Number | Kind::Whole => number().map(Literal::Number),
        Kind::Flag => text.parse().ok().map(Literal::Flag),
    }
}

fn examples(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Text | Kind::Date => &[],
        Kind::Number => &["0.25", "1"],
        Kind::Whole => &["0", "1000"],
        Kind::Flag => &["true", "false"],
    }
}
