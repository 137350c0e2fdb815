//! Policy documents.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::view_beside;
use crate::enums::Language;
use crate::places::municipality::Municipality;
use crate::record::source::Source;
use crate::scalars::Date;
use atlas::View;
use domain::notes;
use domain::policy::document;
use domain::vocabulary::DocumentScope;

/// A document in which one or more municipalities lay down their policy.
#[derive(Description)]
pub struct PolicyDocument {
    pub(crate) view: Arc<View>,
    pub(crate) place: usize,
}

impl PolicyDocument {
    fn fact(&self) -> &document::PolicyDocument {
        &self.view.index().document(self.place).fact
    }
}

#[direct_object(use_type_description)]
impl PolicyDocument {
    /// Id, kept when the document is corrected.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// Title as published.
    fn title(&self) -> &str {
        &self.fact().title
    }

    /// Whether it is of one municipality or of a region.
    fn scope(&self) -> DocumentScope {
        self.fact().scope
    }

    /// Identifiers at the official publisher (CVDR, gmb), separated by `;`.
    fn identifier(&self) -> Option<&str> {
        self.fact().identifier.as_deref()
    }

    /// The first date on which it is in force; a document without a date is
    /// listed but gives no verdict.
    fn valid_from(&self) -> Option<Date> {
        self.fact().period.map(|period| Date(period.from))
    }

    /// The date on which it is no longer in force; open when absent.
    fn valid_to(&self) -> Option<Date> {
        self.fact().period.and_then(|period| period.to).map(Date)
    }

    /// Where it was found.
    fn source(&self) -> Source {
        Source::found(&self.fact().source)
    }

    /// A remark: of the public data in the words of this program, of what
    /// somebody recorded as they wrote it.
    fn note(
        &self,
        #[graphql(
            desc = "The language of the words of this program.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        let note = self.fact().note.as_deref();
        note.map(|note| notes::shown(note, language))
    }

    /// The municipalities that it covers on the date (that of the question
    /// when absent), by name.
    fn municipalities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date whose municipalities are meant.")] as_of: Option<Date>,
    ) -> Result<Vec<Municipality>> {
        let view = view_beside(ctx, &self.view, as_of)?;
        Ok(Municipality::all(
            &view,
            view.covered_by_document(self.place),
        ))
    }
}
