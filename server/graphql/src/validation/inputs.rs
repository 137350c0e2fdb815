//! Two rules for input values that apollo-compiler 1.33.1 keeps in part: fields
//! of an input object that are given twice pass (section 5.6.3 of the
//! specification), and of variables within lists and input objects only the name
//! of the type is compared (5.8.5; `value.rs` there says so itself).

use std::collections::HashSet;

use apollo_compiler::ast::{Type, Value, VariableDefinition};
use apollo_compiler::executable::{Operation, Selection, SelectionSet};
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{ExecutableDocument, Node, Schema};

/// What is wrong with an input value, and where.
pub(super) struct BadInput {
    pub what: String,
    pub place: Option<SourceSpan>,
}

/// Checks the input values of a document that is valid otherwise.
pub(super) fn check_inputs(schema: &Schema, document: &ExecutableDocument) -> Result<(), BadInput> {
    document.operations.iter().try_for_each(|operation| {
        let inputs = Inputs {
            schema,
            document,
            operation,
        };
        for variable in &operation.variables {
            if let Some(default) = &variable.default_value {
                inputs.value(default, &variable.ty, false)?;
            }
        }
        inputs.selections(&operation.selection_set, &mut HashSet::new())
    })
}

struct Inputs<'a> {
    schema: &'a Schema,
    document: &'a ExecutableDocument,
    operation: &'a Operation,
}

impl<'a> Inputs<'a> {
    /// Goes through selections, and once through each fragment.
    fn selections(
        &self,
        set: &'a SelectionSet,
        seen: &mut HashSet<&'a str>,
    ) -> Result<(), BadInput> {
        set.selections
            .iter()
            .try_for_each(|selection| match selection {
                Selection::Field(field) => {
                    for argument in &field.arguments {
                        if let Some(definition) = field.definition.argument_by_name(&argument.name)
                        {
                            let has_default = definition.default_value.is_some();
                            self.value(&argument.value, &definition.ty, has_default)?;
                        }
                    }
                    self.selections(&field.selection_set, seen)
                }
                Selection::InlineFragment(fragment) => {
                    self.selections(&fragment.selection_set, seen)
                }
                Selection::FragmentSpread(spread) => {
                    match self.document.fragments.get(&spread.fragment_name) {
                        Some(fragment) if seen.insert(&spread.fragment_name) => {
                            self.selections(&fragment.selection_set, seen)
                        }
                        _ => Ok(()),
                    }
                }
            })
    }

    /// Checks a value where one of a type belongs, which may have a default there.
    fn value(&self, value: &Node<Value>, ty: &Type, has_default: bool) -> Result<(), BadInput> {
        match value.as_ref() {
            Value::Variable(name) => {
                let mut variables = self.operation.variables.iter();
                match variables.find(|variable| variable.name == *name) {
                    Some(variable) if !is_allowed(variable, ty, has_default) => Err(BadInput {
                        what: format!(
                            "variable `${name}` of type `{}` cannot be used for input type `{ty}`",
                            variable.ty
                        ),
                        place: value.location(),
                    }),
                    _ => Ok(()),
                }
            }
            Value::List(values) => {
                let mut values = values.iter();
                values.try_for_each(|value| self.value(value, ty.item_type(), false))
            }
            Value::Object(fields) => {
                let Some(ExtendedType::InputObject(definition)) =
                    self.schema.types.get(ty.inner_named_type())
                else {
                    return Ok(());
                };
                let mut names = HashSet::with_capacity(fields.len());
                for (name, value) in fields {
                    if !names.insert(name) {
                        return Err(BadInput {
                            what: format!(
                                "the field `{name}` of `{}` is given twice",
                                definition.name
                            ),
                            place: name.location(),
                        });
                    }
                    if let Some(field) = definition.fields.get(name) {
                        self.value(value, &field.ty, field.default_value.is_some())?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Whether a variable may stand where a value of a type belongs
/// (`IsVariableUsageAllowed` of the specification).
fn is_allowed(variable: &VariableDefinition, ty: &Type, has_default: bool) -> bool {
    if !ty.is_non_null() || variable.ty.is_non_null() {
        return variable.ty.is_assignable_to(ty);
    }
    let default = variable.default_value.as_ref();
    let is_given = default.is_some_and(|default| !default.is_null());
    (is_given || has_default) && variable.ty.is_assignable_to(&ty.clone().nullable())
}
