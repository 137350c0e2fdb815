//! The schema as a graph: how any field can be reached from a root.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

use crate::support::Server;

const INTROSPECTION: &str = "{ __schema { types { kind name
    fields(includeDeprecated: true) { name type { ...T } args { name defaultValue type { ...T } } } } } }
  fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// A field of an object of the schema.
#[derive(Debug, Clone)]
pub struct Field {
    /// Name of the object.
    pub parent: String,
    pub name: String,
    /// Name and type of each argument, and whether it must be given.
    pub arguments: Vec<(String, String, bool)>,
    /// The object that it gives, unless it is a value.
    pub gives: Option<String>,
}

impl Field {
    /// `Type.field`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.parent, self.name)
    }
}

/// All fields of all objects.
pub fn fields(server: &Server) -> Vec<Field> {
    let data = server.data(INTROSPECTION);
    let types = data["__schema"]["types"].as_array().unwrap();
    let objects: Vec<&str> = types
        .iter()
        .filter(|kind| kind["kind"] == "OBJECT")
        .map(|kind| kind["name"].as_str().unwrap())
        .filter(|name| !name.starts_with("__"))
        .collect();
    let mut fields = Vec::new();
    for kind in types {
        let parent = kind["name"].as_str().unwrap();
        if !objects.contains(&parent) {
            continue;
        }
        for field in kind["fields"].as_array().unwrap() {
            let gives = innermost(&field["type"]);
            let arguments = field["args"].as_array().unwrap().iter();
            fields.push(Field {
                parent: parent.to_owned(),
                name: field["name"].as_str().unwrap().to_owned(),
                arguments: arguments
                    .map(|argument| {
                        let must = argument["type"]["kind"] == "NON_NULL"
                            && argument["defaultValue"].is_null();
                        let name = argument["name"].as_str().unwrap();
                        (
                            name.to_owned(),
                            innermost(&argument["type"]).to_owned(),
                            must,
                        )
                    })
                    .collect(),
                gives: Some(gives)
                    .filter(|gives| objects.contains(gives))
                    .map(str::to_owned),
            });
        }
    }
    fields
}

fn innermost(kind: &Value) -> &str {
    if kind["ofType"].is_object() {
        innermost(&kind["ofType"])
    } else {
        kind["name"].as_str().unwrap()
    }
}

/// For each object the shortest way to it from the queries: the fields to go
/// through. `usable` says which fields may be gone through.
pub fn ways(fields: &[Field], usable: impl Fn(&Field) -> bool) -> BTreeMap<String, Vec<Field>> {
    let mut ways = BTreeMap::from([("Query".to_owned(), Vec::new())]);
    let mut queue = VecDeque::from(["Query".to_owned()]);
    while let Some(object) = queue.pop_front() {
        for field in fields.iter().filter(|field| field.parent == object) {
            let Some(gives) = field.gives.as_ref().filter(|_| usable(field)) else {
                continue;
            };
            if !ways.contains_key(gives) {
                let mut way = ways[&object].clone();
                way.push(field.clone());
                ways.insert(gives.clone(), way);
                queue.push_back(gives.clone());
            }
        }
    }
    ways
}
