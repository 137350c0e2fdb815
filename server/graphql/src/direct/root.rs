//! The root of the queries: each field directly when it can be, and by
//! async-graphql otherwise.

use std::borrow::Cow;
use std::collections::HashSet;

use async_graphql::parser::types::{
    ExecutableDocument, Field, OperationType, Selection, SelectionSet,
};
use async_graphql::registry::Registry;
use async_graphql::resolver_utils::ContainerType;
use async_graphql::{
    Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult, Value,
};

use super::splice::raw_pieces;
use super::{AnswerText, Asked, DirectObject, Directly, Run};
use crate::limits::Budget;
use crate::query::Query;

/// The queries.
#[derive(Default)]
pub(crate) struct Root(Query);

impl ContainerType for Root {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        if ctx.data_opt::<Directly>().is_some()
            && ctx.item.node.directives.is_empty()
            && let Some(text) = self.0.answer_directly(ctx)
        {
            return Ok(Some(raw_pieces(text)));
        }
        self.0.resolve_field(ctx).await
    }
}

impl OutputType for Root {
    fn type_name() -> Cow<'static, str> {
        Query::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        Query::create_type_info(registry)
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}

impl ObjectType for Root {}

/// The text of a field of the query that one of its topics has; none when
/// async-graphql has to answer it.
pub(crate) fn answer<T: DirectObject>(topic: &T, ctx: &Context<'_>) -> Option<AnswerText> {
    let name = ctx.item.node.name.node.as_str();
    let field = T::plan_field(name, &Asked::of(ctx)).ok()?;
    let budget = ctx.data_opt::<Budget>();
    let before = budget.map(Budget::written);
    let mut run = Run::new(ctx);
    if topic.write_field(&field, &mut run).is_ok() {
        return Some(run.into_text());
    }
    // What was counted is counted again.
    if let (Some(budget), Some(before)) = (budget, before) {
        budget.forget_since(before);
    }
    None
}

/// Whether a query of a document may ask for a field twice under one name, which
/// async-graphql answers twice and puts together.
pub(crate) fn repeats_fields(document: &ExecutableDocument) -> bool {
    let mut operations = document.operations.iter();
    operations.any(|(_, operation)| {
        let set = &operation.node.selection_set.node;
        operation.node.ty == OperationType::Query && repeats(document, set, &mut HashSet::new())
    })
}

fn repeats<'a>(
    document: &'a ExecutableDocument,
    set: &'a SelectionSet,
    seen: &mut HashSet<&'a str>,
) -> bool {
    set.items.iter().any(|selection| match &selection.node {
        Selection::Field(field) => !seen.insert(field.node.response_key().node.as_str()),
        Selection::InlineFragment(fragment) => {
            repeats(document, &fragment.node.selection_set.node, seen)
        }
        Selection::FragmentSpread(spread) => {
            let fragment = document.fragments.get(&spread.node.fragment_name.node);
            fragment
                .is_some_and(|fragment| repeats(document, &fragment.node.selection_set.node, seen))
        }
    })
}
