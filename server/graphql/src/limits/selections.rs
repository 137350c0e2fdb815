//! How large a document is with its fragments written out, counted before it is
//! validated: validation visits a fragment wherever it is spread, and twenty
//! fragments that spread each other twice are a million selections.

use std::collections::HashMap;

use async_graphql::Positioned;
use async_graphql::parser::types::{
    Directive, ExecutableDocument, OperationDefinition, Selection, SelectionSet,
};

use super::LimitError;

/// How deep a field may stand; introspection by common clients needs 13.
pub const DEEPEST_FIELD: usize = 15;
/// How many sets of selections may lie within each other, those of fragments
/// included.
pub const DEEPEST_SELECTION_SET: usize = 30;
/// How many fields, spreads and directives a document may have, with its
/// fragments written out wherever they are spread.
pub const MOST_SELECTIONS: u64 = 10_000;
/// How many directives one field may carry.
pub const MOST_DIRECTIVES: usize = 10;
/// How many operations a document may hold.
pub const MOST_OPERATIONS: usize = 50;
/// How many variables an operation may have.
pub const MOST_VARIABLES: usize = 200;

/// What a document is when its fragments are written out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DocumentSize {
    /// Fields, spreads, inline fragments and directives.
    pub selections: u64,
    /// How deep the deepest field stands.
    pub fields: usize,
    /// How many sets of selections lie within each other.
    pub sets: usize,
}

impl DocumentSize {
    /// Of what is written and of a fragment that is spread in it, below so many
    /// fields and sets.
    fn spread(self, fragment: Self, fields: usize, sets: usize) -> Self {
        Self {
            selections: self.selections.saturating_add(fragment.selections),
            fields: self.fields.max(fields.saturating_add(fragment.fields)),
            sets: self.sets.max(sets.saturating_add(fragment.sets)),
        }
    }
}

/// Checks a parsed document before it is validated: all operations and all
/// fragments, used or not.
pub fn check_selections(document: &ExecutableDocument) -> Result<DocumentSize, LimitError> {
    let operations = document.operations.iter().count();
    if operations > MOST_OPERATIONS {
        return Err(LimitError::TooManyOperations { operations });
    }
    let mut definitions = Vec::with_capacity(document.fragments.len());
    let mut places = HashMap::with_capacity(document.fragments.len());
    for (name, fragment) in &document.fragments {
        places.insert(name.as_str(), definitions.len());
        let mut written = DefinitionSize::of(&fragment.node.selection_set.node)?;
        written.add_directives(&fragment.node.directives)?;
        definitions.push((name.as_str(), written));
    }
    let fragments = expand(&definitions, &places)?;
    let mut all = DocumentSize::default();
    for (_, operation) in document.operations.iter() {
        let written = of_operation(&operation.node)?;
        all = all.spread(written.with(&fragments, &places), 0, 0);
    }
    for fragment in &fragments {
        all = all.spread(*fragment, 0, 0);
    }
    check(all)
}

fn check(all: DocumentSize) -> Result<DocumentSize, LimitError> {
    if all.selections > MOST_SELECTIONS {
        return Err(LimitError::TooManySelections {
            selections: all.selections,
        });
    }
    if all.fields > DEEPEST_FIELD {
        return Err(LimitError::TooDeep { depth: all.fields });
    }
    if all.sets > DEEPEST_SELECTION_SET {
        return Err(LimitError::TooManySets { depth: all.sets });
    }
    Ok(all)
}

fn of_operation(operation: &OperationDefinition) -> Result<DefinitionSize<'_>, LimitError> {
    let variables = operation.variable_definitions.len();
    if variables > MOST_VARIABLES {
        return Err(LimitError::TooManyVariables { variables });
    }
    let mut written = DefinitionSize::of(&operation.selection_set.node)?;
    written.add_directives(&operation.directives)?;
    for variable in &operation.variable_definitions {
        written.add_directives(&variable.node.directives)?;
    }
    Ok(written)
}

/// What stands in one definition, without what it spreads.
#[derive(Debug, Default)]
struct DefinitionSize<'a> {
    own: DocumentSize,
    /// Which fragments are spread, below how many fields and sets.
    spreads: Vec<(&'a str, usize, usize)>,
}

impl<'a> DefinitionSize<'a> {
    fn of(set: &'a SelectionSet) -> Result<Self, LimitError> {
        let mut written = Self::default();
        written.add(set, 0, 1)?;
        Ok(written)
    }

    /// The parser bounds how deep this goes.
    fn add(&mut self, set: &'a SelectionSet, fields: usize, sets: usize) -> Result<(), LimitError> {
        self.own.sets = self.own.sets.max(sets);
        for selection in &set.items {
            self.own.selections += 1;
            self.add_directives(selection.node.directives())?;
            match &selection.node {
                Selection::Field(field) => {
                    self.own.fields = self.own.fields.max(fields + 1);
                    let inner = &field.node.selection_set.node;
                    if !inner.items.is_empty() {
                        self.add(inner, fields + 1, sets + 1)?;
                    }
                }
                Selection::InlineFragment(fragment) => {
                    self.add(&fragment.node.selection_set.node, fields, sets + 1)?;
                }
                Selection::FragmentSpread(spread) => {
                    let name = spread.node.fragment_name.node.as_str();
                    self.spreads.push((name, fields, sets));
                }
            }
        }
        Ok(())
    }

    fn add_directives(&mut self, directives: &[Positioned<Directive>]) -> Result<(), LimitError> {
        let directives = directives.len();
        if directives > MOST_DIRECTIVES {
            return Err(LimitError::TooManyDirectives { directives });
        }
        self.own.selections += u64::try_from(directives).unwrap_or(u64::MAX);
        Ok(())
    }

    /// With what it spreads; fragments that do not exist are for validation to
    /// tell.
    fn with(&self, fragments: &[DocumentSize], places: &HashMap<&str, usize>) -> DocumentSize {
        self.spreads.iter().fold(self.own, |all, spread| {
            let (name, fields, sets) = *spread;
            match places.get(name) {
                Some(place) => all.spread(fragments[*place], fields, sets),
                None => all,
            }
        })
    }
}

/// Writes out each fragment once, those first that spread none that is left.
fn expand<'a>(
    definitions: &[(&'a str, DefinitionSize<'a>)],
    places: &HashMap<&str, usize>,
) -> Result<Vec<DocumentSize>, LimitError> {
    let mut expanded = vec![DocumentSize::default(); definitions.len()];
    let mut left: Vec<usize> = vec![0; definitions.len()];
    let mut spread_in: Vec<Vec<usize>> = vec![Vec::new(); definitions.len()];
    for (place, (_, written)) in definitions.iter().enumerate() {
        for (name, ..) in &written.spreads {
            if let Some(fragment) = places.get(name) {
                left[place] += 1;
                spread_in[*fragment].push(place);
            }
        }
    }
    let mut ready: Vec<usize> = (0..left.len()).filter(|place| left[*place] == 0).collect();
    let mut done = 0;
    while let Some(place) = ready.pop() {
        done += 1;
        expanded[place] = definitions[place].1.with(&expanded, places);
        for user in std::mem::take(&mut spread_in[place]) {
            left[user] -= 1;
            if left[user] == 0 {
                ready.push(user);
            }
        }
    }
    if done < definitions.len() {
        let names = definitions.iter().zip(&left);
        let in_cycle = names
            .filter(|(_, left)| **left > 0)
            .map(|((name, _), _)| *name);
        return Err(LimitError::FragmentCycle {
            fragment: in_cycle.min().unwrap_or_default().to_owned(),
        });
    }
    Ok(expanded)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use async_graphql::parser::parse_query;

    use super::*;

    fn count(document: &str) -> Result<DocumentSize, LimitError> {
        check_selections(&parse_query(document).unwrap())
    }

    /// Fragments of which each spreads the next twice.
    fn doubling(number: usize) -> String {
        let mut text = String::new();
        for at in 0..number {
            let next = at + 1;
            write!(text, "fragment F{at} on Q {{ ...F{next} ...F{next} }} ").unwrap();
        }
        write!(text, "fragment F{number} on Q {{ __typename }}").unwrap();
        text
    }

    #[test]
    fn fields_spreads_and_directives_count_wherever_a_fragment_is_spread() {
        let document =
            "{ a { ...F } b: a { ...F } } fragment F on Q { __typename c @skip(if: true) }";
        // Twice a field, a spread and three of the fragment, and the fragment itself.
        let counted = count(document).unwrap();
        assert_eq!(counted.selections, 2 * 5 + 3);
        assert_eq!((counted.fields, counted.sets), (2, 3));
    }

    #[test]
    fn fragments_that_double_are_refused_whether_used_or_not() {
        let selections = |document: &str| match count(document) {
            Err(LimitError::TooManySelections { selections }) => selections,
            other => panic!("{other:?}"),
        };
        for document in [
            format!("{{ ...F0 }} {}", doubling(20)),
            format!("{{ a }} {}", doubling(20)),
            format!("{{ a }} {}", doubling(25)),
        ] {
            assert!(selections(&document) > 1 << 20, "{document}");
        }
        // Not one of these counts is right any more, and none overflows.
        let many: String = (0..100).fold(String::new(), |mut text, at| {
            let next = at + 1;
            let spread = format!("...F{next} ").repeat(20);
            write!(text, "fragment F{at} on Q {{ {spread} }} ").unwrap();
            text
        });
        let document = format!("{{ ...F0 }} {many} fragment F100 on Q {{ a }}");
        assert_eq!(selections(&document), u64::MAX);
        assert!(count(&format!("{{ ...F0 }} {}", doubling(8))).is_ok());
    }

    #[test]
    fn a_cycle_is_refused_used_or_not_however_long() {
        for document in [
            "{ a } fragment F on Q { ...F }".to_owned(),
            "{ ...A } fragment A on Q { b { ...B } } fragment B on Q { ...A }".to_owned(),
            (0..500).fold("{ a }".to_owned(), |text, at| {
                format!("{text} fragment F{at} on Q {{ ...F{} }}", (at + 1) % 500)
            }),
        ] {
            let refused = count(&document).unwrap_err();
            assert!(
                matches!(refused, LimitError::FragmentCycle { .. }),
                "{refused}"
            );
        }
    }

    #[test]
    fn a_chain_of_fragments_nests_as_what_it_stands_for() {
        let chain = (0..40).fold("{ a }".to_owned(), |text, at| {
            format!("{text} fragment F{at} on Q {{ ...F{} }}", at + 1)
        });
        let document = format!("{chain} fragment F40 on Q {{ b }}");
        assert_eq!(count(&document), Err(LimitError::TooManySets { depth: 41 }));
        let deep = format!("{}a{}", "{ a ".repeat(15), "}".repeat(15));
        assert_eq!(count(&deep).unwrap().fields, 15);
        let deeper = format!("{{ a {deep} }}");
        assert_eq!(count(&deeper), Err(LimitError::TooDeep { depth: 16 }));
    }

    #[test]
    fn operations_variables_and_directives_have_a_bound() {
        let operations = (0..=MOST_OPERATIONS).fold(String::new(), |text, at| {
            format!("{text} query Q{at} {{ a }}")
        });
        let variables =
            (0..=MOST_VARIABLES).fold(String::new(), |text, at| format!("{text} $v{at}: Int"));
        let directives = "@skip(if: false) ".repeat(MOST_DIRECTIVES + 1);
        for document in [
            operations,
            format!("query Q({variables}) {{ a }}"),
            format!("{{ a {directives} }}"),
            format!("{{ a }} fragment F on Q {directives} {{ a }}"),
        ] {
            assert!(count(&document).is_err(), "{document}");
        }
    }
}
