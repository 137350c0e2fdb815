//! A document that was found valid, and what is known of it.

use apollo_compiler::ExecutableDocument as ValidatedDocument;
use apollo_compiler::validation::Valid;
use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection};

use super::Padding;
use crate::direct::repeats_fields;

/// A valid document, read once for all requests that send it.
pub(crate) struct Document {
    /// As the validator reads it.
    pub(super) valid: Valid<ValidatedDocument>,
    /// As the executor reads it.
    pub(crate) parsed: ExecutableDocument,
    /// As it is executed when a selection may come to nothing.
    padded: Option<(Padding, ExecutableDocument)>,
    is_direct: bool,
}

impl Document {
    pub(super) fn new(
        text: &str,
        valid: Valid<ValidatedDocument>,
        parsed: ExecutableDocument,
    ) -> Self {
        let padded = Padding::may_be_needed(text).then(|| {
            let mut padded = parsed.clone();
            Some((Padding::add(text, &mut padded)?, padded))
        });
        let padded = padded.flatten();
        Self {
            is_direct: padded.is_none() && !repeats_fields(&parsed),
            valid,
            parsed,
            padded,
        }
    }

    /// As it is executed.
    pub(crate) fn executed(&self) -> ExecutableDocument {
        match &self.padded {
            Some((_, padded)) => padded.clone(),
            None => self.parsed.clone(),
        }
    }

    /// What has to be taken out of its answer.
    pub(crate) fn padding(&self) -> Option<&Padding> {
        self.padded.as_ref().map(|(padding, _)| padding)
    }

    /// Whether fields of its queries may be answered one by one as text.
    pub(crate) fn is_direct(&self) -> bool {
        self.is_direct
    }

    /// Whether one of its operations is of a kind.
    pub(crate) fn has(&self, kind: OperationType) -> bool {
        let mut operations = self.parsed.operations.iter();
        operations.any(|(_, operation)| operation.node.ty == kind)
    }

    /// The names of the fields of its mutations, by the keys under which they are
    /// answered. Those in a fragment are not told.
    pub(crate) fn named_changes(&self) -> Vec<(String, String)> {
        let operations = self.parsed.operations.iter();
        let mutations = operations.filter(|(_, each)| each.node.ty == OperationType::Mutation);
        let selected = mutations.flat_map(|(_, each)| &each.node.selection_set.node.items);
        let fields = selected.filter_map(|selection| match &selection.node {
            Selection::Field(field) => Some(&field.node),
            _ => None,
        });
        fields
            .map(|field| {
                (
                    field.response_key().node.to_string(),
                    field.name.node.to_string(),
                )
            })
            .collect()
    }

    /// Whether all of its operations are of a kind.
    pub(crate) fn is_all(&self, kind: OperationType) -> bool {
        let mut operations = self.parsed.operations.iter();
        operations.all(|(_, operation)| operation.node.ty == kind)
    }
}
