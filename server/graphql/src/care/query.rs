//! Care coordination and policy documents.

use std::sync::Arc;

use async_graphql::{Context, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::{BadArgument, view};
use crate::care::arrangement::{Arrangement, CareCover};
use crate::filter_input::ArrangementFilter;
use crate::policy::document::PolicyDocument;
use crate::scalars::{Code, Date, DateTime};
use domain::vocabulary::ExploitationForm;

#[derive(Default)]
pub struct CareQuery;

#[direct_object]
impl CareQuery {
    /// The arrangements in force on the date, by id.
    fn arrangements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Which arrangements; all when absent.", name = "where")] filter: Option<
            ArrangementFilter,
        >,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<Arrangement>> {
        let view = view(ctx, as_of, known_at)?;
        let filter = filter.unwrap_or_default();
        let region = filter.region.map(Into::into);
        let places = view.arrangements(
            filter.status.as_deref(),
            filter.mode.as_deref(),
            region.as_ref(),
        )?;
        Ok(places
            .into_iter()
            .map(|place| Arrangement {
                view: Arc::clone(&view),
                place,
            })
            .collect())
    }

    /// The policy documents that are in force on the date, and those whose
    /// date is not known, by title.
    fn policy_documents(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<PolicyDocument>> {
        let view = view(ctx, as_of, known_at)?;
        let places = view.documents();
        Ok(places
            .into_iter()
            .map(|place| PolicyDocument {
                view: Arc::clone(&view),
                place,
            })
            .collect())
    }

    /// Who coordinates care for a person of this age and form of exploitation;
    /// `CoMensha`'s helpdesk when nobody else does. Empty when nobody bore the
    /// code on the date.
    fn who_covers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality.")] code: Code,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Age of the person in years; any age when absent.")] age: Option<i32>,
        #[graphql(desc = "Form of exploitation; any form when absent.")] form: Option<
            ExploitationForm,
        >,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<CareCover>> {
        let view = view(ctx, as_of, known_at)?;
        let age = age.map(person_age).transpose()?;
        let Some(position) = view.find(code.0) else {
            return Ok(Vec::new());
        };
        let covers = view.who_covers(position, age, form);
        Ok(covers
            .into_iter()
            .map(|cover| CareCover {
                view: Arc::clone(&view),
                cover,
            })
            .collect())
    }
}

fn person_age(age: i32) -> Result<u8, BadArgument> {
    u8::try_from(age)
        .ok()
        .filter(|age| *age <= 130)
        .ok_or(BadArgument::OutOfRange {
            argument: "age",
            given: age.to_string(),
            range: "0 to 130 years",
        })
}
