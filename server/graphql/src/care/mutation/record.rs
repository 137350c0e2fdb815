//! Arrangements, verdicts and policy documents.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::arguments::{atlas, clock, view};
use crate::care::arrangement::Arrangement;
use crate::change::{plain, read_back, tell, unknown, writer};
use crate::permissions;
use crate::policy::document::PolicyDocument;
use crate::scalars::{Code, Date};
use actions::{Outcome, Writer};
use atlas::View;
use domain::care::arrangement;
use domain::dates::{FIRST_BOUNDARIES, Period};
use domain::places::code::MunicipalityCode;
use domain::policy::document;
use domain::source::Source;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, DocumentScope, ExploitationForm};

#[derive(Default)]
pub struct RecordMutation;

#[Object]
impl RecordMutation {
    /// Records how care coordination is filled. With the id of an arrangement it
    /// corrects that one. A municipality that ended before is replaced by the
    /// one that it went into, which the notices in `extensions` tell. OUTREACH,
    /// ADMIN; PLATFORM for municipalities in its own regions.
    async fn record_arrangement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The arrangement.")] input: ArrangementInput,
    ) -> Result<Arrangement> {
        let (arrangement, outcome) = input.record(ctx, writer(ctx)?).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        get_arrangement(ctx, &arrangement)
    }

    /// Records the date on which an arrangement is no longer in force. OUTREACH,
    /// ADMIN; PLATFORM when all of its municipalities lie in its own regions.
    async fn end_arrangement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the arrangement.")] id: ID,
        #[graphql(desc = "The first date on which it is no longer in force.")] on: Date,
    ) -> Result<Arrangement> {
        let ended = end(ctx, &writer(ctx)?, &id, on).await?;
        read_back(ctx).await?;
        get_arrangement(ctx, &ended)
    }

    /// Records a policy document. With the id of a document it corrects that
    /// one. OUTREACH, ADMIN; PLATFORM for municipalities in its own regions.
    async fn record_policy_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The document.")] input: PolicyDocumentInput,
    ) -> Result<PolicyDocument> {
        let (document, outcome) = input.record(ctx, writer(ctx)?).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        let atlas = atlas(ctx)?;
        let place = atlas.index().find_document(&document.id);
        let place = place.ok_or_else(|| unknown("policy document", &document.id))?;
        let view = view(ctx, None, None)?;
        Ok(PolicyDocument { view, place })
    }
}

/// Ends an arrangement, when who asks may.
pub(crate) async fn end(
    ctx: &Context<'_>,
    writer: &Writer<'_>,
    id: &str,
    on: Date,
) -> Result<arrangement::Arrangement> {
    permissions::signed_in(ctx)?;
    check_arrangement(ctx, id)?;
    Ok(actions::end_arrangement(writer, &id.into(), on.0).await?)
}

/// The view of a date, or of the first date that has one.
pub(crate) fn view_from(ctx: &Context<'_>, date: jiff::civil::Date) -> Result<Arc<View>> {
    view(ctx, Some(Date(date.max(FIRST_BOUNDARIES))), None)
}

/// A PLATFORM corrects only what is of its own regions; all of it.
fn check_arrangement(ctx: &Context<'_>, id: &str) -> Result<()> {
    let atlas = atlas(ctx)?;
    let is_own = match atlas.index().find_arrangement(id) {
        None => false,
        Some(place) => {
            let period = atlas.index().arrangement(place).fact.period;
            let view = view_from(ctx, period.from)?;
            let codes = codes(&view, &view.covered_by_arrangement(place));
            permissions::edits(ctx, &view, &codes, None).is_ok()
        }
    };
    Ok(permissions::own(ctx, is_own)?)
}

fn check_document(ctx: &Context<'_>, id: &str) -> Result<()> {
    let atlas = atlas(ctx)?;
    let is_own = match atlas.index().find_document(id) {
        None => false,
        Some(place) => {
            let view = view(ctx, None, None)?;
            let codes = codes(&view, &view.covered_by_document(place));
            permissions::edits(ctx, &view, &codes, None).is_ok()
        }
    };
    Ok(permissions::own(ctx, is_own)?)
}

fn codes(view: &View, positions: &[usize]) -> Vec<MunicipalityCode> {
    let positions = positions.iter();
    positions.filter_map(|at| view.code(*at)).collect()
}

/// An arrangement as it is today, or on the first day of one that begins later.
fn get_arrangement(
    ctx: &Context<'_>,
    arrangement: &arrangement::Arrangement,
) -> Result<Arrangement> {
    let place = atlas(ctx)?.index().find_arrangement(&arrangement.id);
    let place = place.ok_or_else(|| unknown("arrangement", &arrangement.id))?;
    let view = view_from(ctx, arrangement.period.from.max(clock(ctx)?.today()))?;
    Ok(Arrangement { view, place })
}

/// An arrangement to record.
#[derive(Debug, InputObject)]
pub struct ArrangementInput {
    /// Id of the arrangement to correct; a new one when absent.
    id: Option<ID>,
    /// What it amounts to.
    status: CoordinationStatus,
    /// How the function is filled.
    mode: ArrangementMode,
    /// Who coordinates.
    organisation: Option<String>,
    /// The municipality or body that commissions it.
    commissioned_by: Option<String>,
    /// The lowest age in years that it serves; every age from 0 when absent.
    age_from: Option<u8>,
    /// The highest age in years that it serves, included; no limit when absent.
    age_to: Option<u8>,
    /// The forms of exploitation that it serves; all when absent or empty.
    forms: Option<Vec<ExploitationForm>>,
    /// Full-time equivalents, 0 to 1,000.
    fte: Option<f64>,
    /// The first date on which it is in force.
    valid_from: Date,
    /// The date on which it is no longer in force.
    valid_to: Option<Date>,
    /// The municipalities that it covers, 1 to 1,000.
    municipalities: Vec<Code>,
    /// Where this was found.
    source_url: Option<String>,
    /// A remark.
    note: Option<String>,
    /// Whom to ask; for those with an account alone.
    contact: Option<ContactInput>,
    /// The revision that was read before it was written (`serverInfo.revision`).
    /// When the arrangement was changed since, this is refused with `CONFLICT`
    /// and `extensions.standing` tells what stands, by whom and since when.
    based_on: Option<u64>,
}

/// Whom to ask about an arrangement: officials, never a victim.
#[derive(Debug, InputObject)]
pub struct ContactInput {
    /// Name of a person or a desk.
    name: Option<String>,
    /// Address for electronic mail.
    email: Option<String>,
    /// Telephone number.
    phone: Option<String>,
}

impl ArrangementInput {
    /// The first date on which it is in force.
    pub(crate) fn from(&self) -> jiff::civil::Date {
        self.valid_from.0
    }

    /// Records it, when who asks may.
    pub(crate) async fn record(
        self,
        ctx: &Context<'_>,
        writer: Writer<'_>,
    ) -> Result<(arrangement::Arrangement, Outcome)> {
        let codes = plain(self.municipalities.clone());
        let writer = writer.based_on(self.based_on);
        let arrangement = self.into_arrangement();
        let view = view_from(ctx, arrangement.period.from)?;
        permissions::edits(ctx, &view, &codes, None)?;
        if !arrangement.id.is_empty() {
            check_arrangement(ctx, &arrangement.id)?;
        }
        Ok(actions::record_arrangement(&writer, arrangement, &codes).await?)
    }

    fn into_arrangement(self) -> arrangement::Arrangement {
        arrangement::Arrangement {
            id: self.id.map(|id| id.0.into()).unwrap_or_default(),
            status: self.status,
            mode: self.mode,
            organisation: self.organisation,
            commissioned_by: self.commissioned_by,
            age_from: self.age_from,
            age_to: self.age_to,
            forms: self.forms.unwrap_or_default(),
            fte: self.fte,
            period: Period {
                from: self.valid_from.0,
                to: self.valid_to.map(|to| to.0),
            },
            source: source(self.source_url),
            note: self.note,
            contact: self.contact.map(|contact| arrangement::Contact {
                name: contact.name,
                email: contact.email,
                phone: contact.phone,
            }),
            covers: Vec::new(),
        }
    }
}

pub(crate) fn source(url: Option<String>) -> Source {
    Source {
        url,
        certainty: None,
    }
}

/// A policy document to record.
#[derive(Debug, InputObject)]
pub struct PolicyDocumentInput {
    /// Id of the document to correct; a new one when absent.
    id: Option<ID>,
    /// Title as published.
    title: String,
    /// Whether it is of one municipality or of a region.
    scope: DocumentScope,
    /// Identifiers at the official publisher (CVDR, gmb), separated by `;`.
    identifier: Option<String>,
    /// The first date on which it is in force.
    valid_from: Date,
    /// The date on which it is no longer in force.
    valid_to: Option<Date>,
    /// Where it was found.
    source_url: Option<String>,
    /// The municipalities that it covers, 1 to 1,000.
    municipalities: Vec<Code>,
    /// The revision that was read before it was written (`serverInfo.revision`).
    /// When the document was changed since, this is refused with `CONFLICT` and
    /// `extensions.standing` tells what stands, by whom and since when.
    based_on: Option<u64>,
}

impl PolicyDocumentInput {
    /// The first date on which it is in force.
    pub(crate) fn from(&self) -> jiff::civil::Date {
        self.valid_from.0
    }

    /// Records it, when who asks may.
    pub(crate) async fn record(
        self,
        ctx: &Context<'_>,
        writer: Writer<'_>,
    ) -> Result<(document::PolicyDocument, Outcome)> {
        let codes = plain(self.municipalities.clone());
        let writer = writer.based_on(self.based_on);
        let document = self.into_document();
        let from = document.period.map_or(FIRST_BOUNDARIES, |p| p.from);
        permissions::edits(ctx, &*view_from(ctx, from)?, &codes, None)?;
        if !document.id.is_empty() {
            check_document(ctx, &document.id)?;
        }
        Ok(actions::record_document(&writer, document, &codes).await?)
    }

    fn into_document(self) -> document::PolicyDocument {
        document::PolicyDocument {
            id: self.id.map(|id| id.0.into()).unwrap_or_default(),
            title: self.title,
            scope: self.scope,
            identifier: self.identifier,
            period: Some(Period {
                from: self.valid_from.0,
                to: self.valid_to.map(|to| to.0),
            }),
            source: source(self.source_url),
            themes_mentioned: None,
            note: None,
            covers: Vec::new(),
        }
    }
}
