//! The types of the schema, as far as an estimate needs them.

use std::collections::HashMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, Type, TypeKind, TypeSystemDefinition};

use super::prices::{Price, price};

/// What a client can ask of the schema itself; the library does not print it.
const INTROSPECTION: &str = "
type __Schema { description: String types: [__Type!]! queryType: __Type! mutationType: __Type
  subscriptionType: __Type directives: [__Directive!]! }
type __Type { kind: String name: String description: String specifiedByURL: String isOneOf: Boolean
  fields: [__Field!] interfaces: [__Type!] possibleTypes: [__Type!] enumValues: [__EnumValue!]
  inputFields: [__InputValue!] ofType: __Type }
type __Field { name: String description: String args: [__InputValue!]! type: __Type!
  isDeprecated: Boolean deprecationReason: String }
type __InputValue { name: String description: String type: __Type! defaultValue: String
  isDeprecated: Boolean deprecationReason: String }
type __EnumValue { name: String description: String isDeprecated: Boolean deprecationReason: String }
type __Directive { name: String description: String locations: [String!]! args: [__InputValue!]!
  isRepeatable: Boolean }
";

/// The objects of the schema by number.
#[derive(Default)]
pub struct Shapes {
    numbers: HashMap<String, usize>,
    objects: Vec<HashMap<String, Shape>>,
}

/// A field: the object that it gives, if any, and its price.
#[derive(Clone, Copy)]
pub struct Shape {
    /// The number of the object; nothing for scalars.
    pub object: Option<usize>,
    /// Whether it gives a list.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "a test looks for lists without a price")
    )]
    pub is_list: bool,
    /// What it costs, when that is more than one point and one object.
    pub price: Option<Price>,
}

impl Shapes {
    /// Reads the schema in its own language. Nothing of one that cannot be
    /// read, which a test would see.
    #[must_use]
    pub fn of(sdl: &str) -> Self {
        let mut shapes = Self::default();
        let mut fields = Vec::new();
        for text in [sdl, INTROSPECTION] {
            let definitions = parse_schema(text).map(|document| document.definitions);
            for definition in definitions.unwrap_or_default() {
                let TypeSystemDefinition::Type(definition) = definition else {
                    continue;
                };
                let TypeKind::Object(object) = definition.node.kind else {
                    continue;
                };
                let name = definition.node.name.node.to_string();
                shapes.numbers.insert(name.clone(), fields.len());
                fields.push((name, object.fields));
            }
        }
        for (name, fields) in fields {
            let fields = fields.into_iter().map(|field| {
                let field = field.node;
                let (is_list, base) = base(&field.ty.node);
                let shape = Shape {
                    object: shapes.numbers.get(base).copied(),
                    is_list,
                    price: price(&name, &field.name.node),
                };
                (field.name.node.to_string(), shape)
            });
            shapes.objects.push(fields.collect());
        }
        if let Some(query) = shapes.find("Query") {
            for (field, object) in [("__schema", "__Schema"), ("__type", "__Type")] {
                let shape = Shape {
                    object: shapes.find(object),
                    is_list: false,
                    price: None,
                };
                shapes.objects[query].insert(field.to_owned(), shape);
            }
        }
        shapes
    }

    /// The number of an object.
    #[must_use]
    pub fn find(&self, object: &str) -> Option<usize> {
        self.numbers.get(object).copied()
    }

    /// A field of an object; nothing for one that does not exist.
    #[must_use]
    pub fn field(&self, object: usize, field: &str) -> Option<Shape> {
        self.objects[object].get(field).copied()
    }

    /// The lists of objects whose length nothing tells.
    #[cfg(test)]
    pub fn unpriced_lists(&self) -> Vec<String> {
        let fields = self.numbers.iter().flat_map(|(name, number)| {
            let fields = self.objects[*number].iter();
            fields.map(move |(field, shape)| (name, field, shape))
        });
        let unpriced = fields
            .filter(|(.., shape)| shape.is_list && shape.object.is_some() && shape.price.is_none());
        let mut names: Vec<_> = unpriced
            .map(|(name, field, _)| format!("{name}.{field}"))
            .collect();
        names.sort();
        names
    }
}

fn base(kind: &Type) -> (bool, &str) {
    let (mut is_list, mut kind) = (false, kind);
    loop {
        match &kind.base {
            BaseType::Named(name) => return (is_list, name),
            BaseType::List(inner) => {
                is_list = true;
                kind = inner;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_every_list_of_objects_is_known() {
        let shapes = Shapes::of(&crate::sdl());
        assert_eq!(shapes.unpriced_lists(), Vec::<String>::new());
        let query = shapes.find("Query").unwrap();
        let municipalities = shapes.field(query, "municipalities").unwrap();
        assert_eq!(municipalities.object, shapes.find("MunicipalityConnection"));
        assert!(shapes.field(query, "__schema").unwrap().object.is_some());
    }
}
