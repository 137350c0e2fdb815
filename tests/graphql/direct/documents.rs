//! Random valid documents over the whole schema. Each is made of a series of
//! numbers: a shorter series, or one of lower numbers, makes a simpler document.

use std::collections::HashMap;
use std::fmt::Write as _;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};
use serde_json::{Map, Value, json};

/// The kinds of types of the schema, by name.
pub struct Kinds(HashMap<String, Kind>);

struct Kind {
    of: TypeKind,
    takes_one: bool,
}

impl Kinds {
    pub fn of(sdl: &str) -> Self {
        let document = parse_schema(sdl).unwrap();
        let kinds = document.definitions.into_iter().filter_map(|definition| {
            let TypeSystemDefinition::Type(kind) = definition else {
                return None;
            };
            let takes_one = kind.node.directives.iter();
            let takes_one = takes_one
                .map(|directive| directive.node.name.node.as_str())
                .any(|name| name == "oneOf");
            let of = kind.node.kind;
            Some((kind.node.name.node.to_string(), Kind { of, takes_one }))
        });
        Self(kinds.collect())
    }

    fn fields(&self, object: &str) -> Option<Vec<&FieldDefinition>> {
        match &self.0.get(object)?.of {
            TypeKind::Object(object) => {
                Some(object.fields.iter().map(|field| &field.node).collect())
            }
            _ => None,
        }
    }
}

/// A document with its variables.
#[derive(Debug)]
pub struct Question {
    pub text: String,
    pub variables: Value,
}

impl Question {
    /// The document that a series of numbers makes.
    pub fn of(kinds: &Kinds, choices: &[u16]) -> Self {
        let mut writer = Writer {
            kinds,
            choices,
            names: 0,
            variables: Vec::new(),
            values: Map::new(),
            fragments: Vec::new(),
        };
        let mut query = String::new();
        let roots = 1 + writer.below(3);
        writer.set("Query", roots, 5, &mut query);
        let mut text = String::from("query");
        if !writer.variables.is_empty() {
            write!(text, "({})", writer.variables.join(", ")).unwrap();
        }
        text.push_str(&query);
        for (_, _, fragment) in &writer.fragments {
            text.push('\n');
            text.push_str(fragment);
        }
        Self {
            text,
            variables: Value::Object(writer.values),
        }
    }
}

struct Writer<'a> {
    kinds: &'a Kinds,
    choices: &'a [u16],
    names: usize,
    variables: Vec<String>,
    values: Map<String, Value>,
    /// Name, type and text of each that is whole.
    fragments: Vec<(String, String, String)>,
}

impl Writer<'_> {
    /// A number below another; 0 when there are no more choices.
    fn below(&mut self, end: usize) -> usize {
        let Some((first, rest)) = self.choices.split_first() else {
            return 0;
        };
        self.choices = rest;
        usize::from(*first) % end
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    fn pick<'p>(&mut self, of: &[&'p str]) -> &'p str {
        of[self.below(of.len())]
    }

    fn name(&mut self, letter: char) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }

    /// Selections of an object, with at least one field.
    fn set(&mut self, object: &str, count: usize, depth: usize, text: &mut String) {
        text.push_str(" {");
        for place in 0..count {
            text.push(' ');
            match self.below(14) {
                11 => text.push_str("__typename"),
                12 if place > 0 && depth > 0 => self.inline_fragment(object, depth, text),
                13 if place > 0 && depth > 0 => self.spread(object, depth, text),
                _ => self.field(object, place > 0, depth, text),
            }
        }
        text.push_str(" }");
    }

    fn inline_fragment(&mut self, object: &str, depth: usize, text: &mut String) {
        text.push_str("...");
        if !self.one_in(3) {
            write!(text, " on {object}").unwrap();
        }
        self.directive(text);
        let count = 1 + self.below(2);
        self.set(object, count, depth - 1, text);
    }

    fn spread(&mut self, object: &str, depth: usize, text: &mut String) {
        let known: Vec<String> = self
            .fragments
            .iter()
            .filter(|(_, on, _)| on == object)
            .map(|(name, _, _)| name.clone())
            .collect();
        let name = if known.is_empty() || self.one_in(2) {
            let name = self.name('F');
            let mut fragment = format!("fragment {name} on {object}");
            let count = 1 + self.below(3);
            self.set(object, count, depth - 1, &mut fragment);
            self.fragments
                .push((name.clone(), object.to_owned(), fragment));
            name
        } else {
            known[self.below(known.len())].clone()
        };
        write!(text, "...{name}").unwrap();
        self.directive(text);
    }

    fn directive(&mut self, text: &mut String) {
        if !self.one_in(16) {
            return;
        }
        let word = self.pick(&["include", "skip"]);
        let condition = self.pick(&["true", "false", "variable"]);
        if condition == "variable" {
            let variable = self.variable("Boolean!", json!(word == "include"));
            write!(text, " @{word}(if: {variable})").unwrap();
        } else {
            write!(text, " @{word}(if: {condition})").unwrap();
        }
    }

    fn field(&mut self, object: &str, may_be_left_out: bool, depth: usize, text: &mut String) {
        let fields = self.kinds.fields(object).unwrap();
        let leaves = fields.iter().filter(|field| {
            let is_object = self.kinds.fields(base(&field.ty.node)).is_some();
            depth > 0 || !is_object
        });
        let leaves: Vec<_> = leaves.collect();
        if leaves.is_empty() {
            text.push_str("__typename");
            return;
        }
        let field = leaves[self.below(leaves.len())];
        let mut arguments = Vec::new();
        for argument in &field.arguments {
            let is_required = !argument.node.ty.node.nullable;
            let bounds = matches!(argument.node.name.node.as_str(), "first" | "last");
            let is_given = match (is_required, bounds) {
                (true, _) => argument.node.default_value.is_none() || self.one_in(3),
                // Short lists, mostly: long ones only take time.
                (false, true) if argument.node.name.node == "first" => !self.one_in(12),
                (false, _) => self.one_in(4),
            };
            if is_given {
                let value = self.argument(&argument.node);
                arguments.push(format!("{}: {value}", argument.node.name.node));
            }
        }
        // Fields under one name have to be alike.
        if !arguments.is_empty() || self.one_in(4) {
            write!(text, "{}: ", self.name('a')).unwrap();
        }
        write!(text, "{}", field.name.node).unwrap();
        if !arguments.is_empty() {
            write!(text, "({})", arguments.join(", ")).unwrap();
        }
        if may_be_left_out || self.one_in(16) {
            self.directive(text);
        }
        let inner = base(&field.ty.node);
        if self.kinds.fields(inner).is_some() {
            let count = 1 + self.below(4);
            self.set(inner, count, depth - 1, text);
        }
    }

    /// An argument as it stands in the document: a value, or a variable.
    fn argument(&mut self, argument: &InputValueDefinition) -> String {
        let kind = &argument.ty.node;
        let value = self.value(argument.name.node.as_str(), kind, 2);
        if self.one_in(4) {
            return self.variable(&kind.to_string(), value);
        }
        let mut text = String::new();
        self.literal(kind, &value, &mut text);
        text
    }

    fn variable(&mut self, kind: &str, value: Value) -> String {
        let name = self.name('v');
        self.variables.push(format!("${name}: {kind}"));
        self.values.insert(name.clone(), value);
        format!("${name}")
    }

    fn value(&mut self, name: &str, kind: &Type, depth: usize) -> Value {
        if kind.nullable && self.one_in(12) {
            return Value::Null;
        }
        let named = match &kind.base {
            BaseType::List(item) => {
                let count = self.below(3);
                return (0..count)
                    .map(|_| self.value(name, item, depth.saturating_sub(1)))
                    .collect();
            }
            BaseType::Named(named) => named.as_str(),
        };
        match named {
            "Int" => json!([2, 1, 3, 0, 5, -1][self.below(6)]),
            "Float" => json!([1.0, 0.5, 5.1, 52.1, 0.0, 1e9][self.below(6)]),
            "Boolean" => json!(self.below(2) == 0),
            "Date" => json!(self.pick(&[
                "2021-12-31",
                "2024-06-30",
                "2020-01-01",
                "2026-01-01",
                "1999-01-01",
            ])),
            "DateTime" => json!(self.pick(&["2026-06-30T00:00:00Z", "2020-01-01T00:00:00Z"])),
            "MunicipalityCode" => json!(self.pick(&["GM0344", "GM0363", "GM0003", "GM9999"])),
            "GeoJSON" => json!({
                "type": "Polygon",
                "coordinates": [[[5.0, 52.0], [5.3, 52.0], [5.3, 52.3], [5.0, 52.0]]],
            }),
            "String" | "ID" => json!(self.word(name)),
            _ => self.composed(named, depth),
        }
    }

    fn word(&mut self, name: &str) -> &'static str {
        let known: &[&str] = match name {
            "set" | "regionSet" => &["provincie", "veiligheidsregio", "vng-platform"],
            "code" => &["PV26", "VR09", "GM0344"],
            "block" => &["focal-point", "care-coordination", "adopted-policy"],
            _ => &["utr", "den haag", "a \"word\" of\n\u{1}é", ""],
        };
        if self.one_in(8) {
            "nothing"
        } else {
            self.pick(known)
        }
    }

    fn composed(&mut self, named: &str, depth: usize) -> Value {
        let kind = &self.kinds.0[named];
        match &kind.of {
            TypeKind::Enum(words) => {
                let place = self.below(words.values.len());
                json!(words.values[place].node.value.node.as_str())
            }
            TypeKind::InputObject(object) => {
                let only = kind.takes_one.then(|| self.below(object.fields.len()));
                let mut given = Map::new();
                for (place, field) in object.fields.iter().enumerate() {
                    let field = &field.node;
                    let is_given = match only {
                        Some(only) => place == only,
                        None => {
                            !field.ty.node.nullable && field.default_value.is_none()
                                || depth > 0 && self.one_in(8)
                        }
                    };
                    if is_given {
                        let mut wanted = field.ty.node.clone();
                        wanted.nullable &= only.is_none();
                        let value =
                            self.value(field.name.node.as_str(), &wanted, depth.saturating_sub(1));
                        given.insert(field.name.node.to_string(), value);
                    }
                }
                Value::Object(given)
            }
            _ => Value::Null,
        }
    }

    /// A value as a document has it: words of an enum stand without quotes.
    fn literal(&self, kind: &Type, value: &Value, text: &mut String) {
        match (&kind.base, value) {
            (BaseType::List(item), Value::Array(values)) => {
                text.push('[');
                for value in values {
                    self.literal(item, value, text);
                    text.push(' ');
                }
                text.push(']');
            }
            (BaseType::Named(named), value) => match self.kinds.0.get(named.as_str()) {
                Some(kind) => self.literal_of(&kind.of, value, text),
                None => plain(value, text),
            },
            (BaseType::List(_), value) => plain(value, text),
        }
    }

    fn literal_of(&self, kind: &TypeKind, value: &Value, text: &mut String) {
        match (kind, value) {
            (TypeKind::Enum(_), Value::String(word)) => text.push_str(word),
            (TypeKind::InputObject(object), Value::Object(given)) => {
                text.push('{');
                for (name, value) in given {
                    let mut fields = object.fields.iter();
                    let field = fields.find(|field| field.node.name.node == *name).unwrap();
                    write!(text, "{name}: ").unwrap();
                    self.literal(&field.node.ty.node, value, text);
                    text.push(' ');
                }
                text.push('}');
            }
            _ => plain(value, text),
        }
    }
}

/// A value whose text in a document is that of JSON, but for the names in it.
fn plain(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            text.push('{');
            for (name, value) in fields {
                write!(text, "{name}: ").unwrap();
                plain(value, text);
                text.push(' ');
            }
            text.push('}');
        }
        other => write!(text, "{other}").unwrap(),
    }
}

/// The name of what a type is of, be it a list or not.
fn base(kind: &Type) -> &str {
    match &kind.base {
        BaseType::Named(name) => name,
        BaseType::List(item) => base(item),
    }
}
