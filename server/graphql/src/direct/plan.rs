//! What is to be written of an object, made once for all of its kind.

use std::any::Any;
use std::fmt::Write;

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::{Field, Selection, SelectionSet};
use async_graphql::{Context, InputType, Positioned};

use super::{Direct, DirectObject, NotDirect, Run};

/// The place of `__typename`, which no field has.
const TYPE_NAME: usize = usize::MAX;

/// A field that was asked for: as it stands first, and what all that stand
/// under its name select.
pub(crate) struct Asked<'a> {
    ctx: Context<'a>,
    selected: Vec<&'a SelectionSet>,
}

impl<'a> Asked<'a> {
    /// The field that a context is of.
    pub(super) fn of(ctx: &'a Context<'a>) -> Self {
        Self {
            ctx: ctx.clone(),
            selected: vec![&ctx.item.node.selection_set.node],
        }
    }

    /// The value of an argument.
    pub(crate) fn argument<T: InputType>(
        &self,
        name: &str,
        default: Option<fn() -> T>,
    ) -> Result<T, NotDirect> {
        let (_, value) = self.ctx.param_value(name, default).map_err(|_| NotDirect)?;
        Ok(value)
    }

    /// The plan of the field, whose values are of a type.
    pub(crate) fn field<T: Direct, A: Any>(
        &self,
        place: usize,
        arguments: A,
    ) -> Result<Planned, NotDirect> {
        Ok(Planned {
            key: key_of(self.ctx.item),
            place,
            arguments: Box::new(arguments),
            inner: T::plan(self)?,
        })
    }

    /// The fields that are selected of an object of a type, each once, in the
    /// order of the answer.
    fn fields(&self, type_name: &str) -> Result<IndexMap<&str, Group<'_>>, NotDirect> {
        let mut fields = IndexMap::new();
        for set in &self.selected {
            self.gather(set, type_name, &mut fields)?;
        }
        Ok(fields)
    }

    fn gather<'s>(
        &'s self,
        set: &'s SelectionSet,
        type_name: &str,
        into: &mut IndexMap<&'s str, Group<'s>>,
    ) -> Result<(), NotDirect> {
        for selection in &set.items {
            let (on, set) = match &selection.node {
                Selection::Field(field) => {
                    if !field.node.directives.is_empty() {
                        return Err(NotDirect);
                    }
                    let group = into
                        .entry(field.node.response_key().node.as_str())
                        .or_insert_with(|| Group {
                            field,
                            selected: Vec::new(),
                        });
                    group.selected.push(&field.node.selection_set.node);
                    continue;
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    let fragment = self.ctx.query_env.fragments.get(name).ok_or(NotDirect)?;
                    let fragment = &fragment.node;
                    (Some(&fragment.type_condition), &fragment.selection_set.node)
                }
                Selection::InlineFragment(fragment) => (
                    fragment.node.type_condition.as_ref(),
                    &fragment.node.selection_set.node,
                ),
            };
            // The schema has no interfaces and no unions.
            if on.is_none_or(|on| on.node.on.node == *type_name) {
                self.gather(set, type_name, into)?;
            }
        }
        Ok(())
    }
}

/// All that is selected under one name.
struct Group<'a> {
    field: &'a Positioned<Field>,
    selected: Vec<&'a SelectionSet>,
}

/// What is to be written of each value of a type: nothing but itself, or some
/// of its fields.
pub(crate) struct Plan {
    fields: Vec<Planned>,
}

/// A field that is to be written.
pub(crate) struct Planned {
    /// What stands before the value: a mark, the name and a colon.
    key: String,
    place: usize,
    arguments: Box<dyn Any>,
    inner: Plan,
}

impl Plan {
    pub(super) fn of_leaf() -> Self {
        Self { fields: Vec::new() }
    }

    /// The plan of objects of a type.
    pub(crate) fn of_object<T: DirectObject>(asked: &Asked<'_>) -> Result<Self, NotDirect> {
        let type_name = T::type_name();
        let groups = asked.fields(&type_name)?;
        let mut fields = Vec::with_capacity(groups.len());
        for group in groups.into_values() {
            let name = group.field.node.name.node.as_str();
            fields.push(if name == "__typename" {
                Planned::type_name(group.field, &type_name)
            } else {
                let asked = Asked {
                    ctx: asked.ctx.with_field(group.field),
                    selected: group.selected,
                };
                T::plan_field(name, &asked)?
            });
        }
        // An object of which nothing is selected is `null` to async-graphql.
        let first = fields.first_mut().ok_or(NotDirect)?;
        first.key.replace_range(..1, "{");
        Ok(Self { fields })
    }

    /// Writes an object.
    pub(crate) fn write_object<T: DirectObject>(
        &self,
        object: &T,
        run: &mut Run<'_>,
    ) -> Result<(), NotDirect> {
        for field in &self.fields {
            run.push(&field.key);
            if field.place != TYPE_NAME {
                object.write_field(field, run)?;
            }
        }
        run.push("}");
        Ok(())
    }
}

impl Planned {
    fn type_name(field: &Positioned<Field>, type_name: &str) -> Self {
        let mut key = key_of(field);
        let _ = write!(key, "\"{type_name}\"");
        Self {
            key,
            place: TYPE_NAME,
            arguments: Box::new(()),
            inner: Plan::of_leaf(),
        }
    }

    /// Its place among the fields of its object.
    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// The values of its arguments.
    pub(crate) fn arguments<A: Any>(&self) -> Result<&A, NotDirect> {
        self.arguments.downcast_ref().ok_or(NotDirect)
    }

    /// What is to be written of its values.
    pub(crate) fn inner(&self) -> &Plan {
        &self.inner
    }
}

/// A name of GraphQL is letters, digits and `_`, which stand in JSON as they are.
fn key_of(field: &Positioned<Field>) -> String {
    format!(",\"{}\":", field.node.response_key().node)
}
