//! What a change would show, before it is made.

use async_graphql::SimpleObject;

use crate::message::Message;
use crate::policy::verdict::Completeness;
use crate::scalars::{Code, Date};
use domain::vocabulary::{CoordinationStatus, PolicyClass};

/// What a change would show on a date.
#[derive(SimpleObject)]
pub struct ChangePreview {
    /// The date of which it is shown.
    pub(crate) date: Date,
    /// The municipalities that would be shown differently, by code.
    pub(crate) municipalities: Vec<PreviewedMunicipality>,
    /// What a person should know of, such as a municipality that ended.
    pub(crate) notices: Vec<String>,
    /// The same as data.
    pub(crate) messages: Vec<Message>,
}

/// A municipality that would be shown differently.
#[derive(SimpleObject)]
pub struct PreviewedMunicipality {
    /// The municipality.
    code: Code,
    /// As it is now; null when it would be new.
    before: Option<Outlook>,
    /// As it would be; null when it would be no more.
    after: Option<Outlook>,
}

/// What the map and the lists show of a municipality.
#[derive(SimpleObject)]
pub struct Outlook {
    /// The official name.
    name: String,
    /// Status of care coordination.
    status: CoordinationStatus,
    /// Class of its policy.
    class: PolicyClass,
    /// Over all building blocks.
    completeness: Completeness,
    /// Whether anything is inherited and not confirmed.
    inherited: bool,
    /// The regions in which it lies, as set and code, such as
    /// `vng-platform/RP02`.
    regions: Vec<String>,
}

impl From<atlas::MapDifference> for PreviewedMunicipality {
    fn from(difference: atlas::MapDifference) -> Self {
        Self {
            code: Code(difference.code),
            before: difference.before.map(Into::into),
            after: difference.after.map(Into::into),
        }
    }
}

impl From<atlas::MapState> for Outlook {
    fn from(outlook: atlas::MapState) -> Self {
        Self {
            name: outlook.name,
            status: outlook.status,
            class: outlook.class,
            completeness: outlook.completeness.into(),
            inherited: outlook.inherited,
            regions: outlook.regions.iter().map(ToString::to_string).collect(),
        }
    }
}
