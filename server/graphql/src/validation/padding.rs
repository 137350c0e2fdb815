//! Objects of which nothing may be selected. The executor (async-graphql 7.2.1)
//! answers `null` for such an object, where the specification wants `{}`:
//! `municipality { name @include(if: false) }` would say that nobody bore the
//! code. So a selection that may come to nothing gets one more field, which is
//! taken out of the answer.

use std::collections::HashMap;

use async_graphql::parser::types::{
    Directive, DocumentOperations, ExecutableDocument, Field, OperationDefinition, OperationType,
    Selection, SelectionSet,
};
use async_graphql::{Name, Positioned, Value};

/// The field that was put into a document, by the name that it has there.
pub(crate) struct Padding(Name);

impl Padding {
    /// Whether a document has what lets a selection come to nothing, by its text.
    pub(crate) fn may_be_needed(text: &str) -> bool {
        text.contains("skip") || text.contains("include")
    }

    /// Puts a field into each set of selections that may come to nothing; none
    /// when no set may.
    pub(crate) fn add(text: &str, document: &mut ExecutableDocument) -> Option<Self> {
        let mut name = "__padding".to_owned();
        while text.contains(&name) {
            name.push('_');
        }
        let fragments = document
            .fragments
            .iter()
            .map(|(name, fragment)| (name.clone(), fragment.node.selection_set.node.clone()))
            .collect();
        let mut pads = Pads {
            fragments,
            name: Name::new(name),
            added: false,
        };
        match &mut document.operations {
            DocumentOperations::Single(operation) => pads.operation(&mut operation.node),
            DocumentOperations::Multiple(operations) => operations
                .values_mut()
                .for_each(|operation| pads.operation(&mut operation.node)),
        }
        for fragment in document.fragments.values_mut() {
            pads.set(&mut fragment.node.selection_set.node, false);
        }
        pads.added.then_some(Self(pads.name))
    }

    /// Takes the field out of an answer.
    pub(crate) fn remove(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.shift_remove(&self.0);
                fields.values_mut().for_each(|value| self.remove(value));
            }
            Value::List(values) => values.iter_mut().for_each(|value| self.remove(value)),
            _ => {}
        }
    }
}

struct Pads {
    fragments: HashMap<Name, SelectionSet>,
    name: Name,
    added: bool,
}

impl Pads {
    fn operation(&mut self, operation: &mut OperationDefinition) {
        // A subscription has one field.
        if operation.ty != OperationType::Subscription {
            self.set(&mut operation.selection_set.node, true);
        }
    }

    /// Goes through a set: of an object, or a part of one.
    fn set(&mut self, set: &mut SelectionSet, is_of_object: bool) {
        if is_of_object && !set.items.is_empty() && self.may_be_empty(set) {
            self.pad(set);
        }
        for selection in &mut set.items {
            match &mut selection.node {
                Selection::Field(field) => self.set(&mut field.node.selection_set.node, true),
                Selection::InlineFragment(fragment) => {
                    self.set(&mut fragment.node.selection_set.node, false);
                }
                Selection::FragmentSpread(_) => {}
            }
        }
    }

    fn may_be_empty(&self, set: &SelectionSet) -> bool {
        set.items.iter().all(|selection| match &selection.node {
            Selection::Field(field) => is_conditional(&field.node.directives),
            Selection::InlineFragment(fragment) => {
                is_conditional(&fragment.node.directives)
                    || self.may_be_empty(&fragment.node.selection_set.node)
            }
            Selection::FragmentSpread(spread) => {
                let fragment = self.fragments.get(&spread.node.fragment_name.node);
                is_conditional(&spread.node.directives)
                    || fragment.is_some_and(|set| self.may_be_empty(set))
            }
        })
    }

    fn pad(&mut self, set: &mut SelectionSet) {
        let Some(place) = set.items.first().map(|selection| selection.pos) else {
            return;
        };
        let field = Field {
            alias: Some(Positioned::new(self.name.clone(), place)),
            name: Positioned::new(Name::new("__typename"), place),
            arguments: Vec::new(),
            directives: Vec::new(),
            selection_set: Positioned::new(SelectionSet::default(), place),
        };
        let field = Selection::Field(Positioned::new(field, place));
        set.items.push(Positioned::new(field, place));
        self.added = true;
    }
}

fn is_conditional(directives: &[Positioned<Directive>]) -> bool {
    directives
        .iter()
        .any(|directive| matches!(directive.node.name.node.as_str(), "skip" | "include"))
}
