//! Reorganisations and boundary dates.

use std::sync::Arc;

use async_graphql::{Context, Description, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};
use jiff::ToSpan;

use super::municipality::Municipality;
use crate::arguments::{atlas, int};
use crate::enums::{Detail, Language};
use crate::scalars::{Code, Date};
use atlas::{EditionModel, View};
use domain::dates::AsOf;
use domain::places::lineage;
use domain::vocabulary::ReorganisationKind;

/// That (part of) a municipality went into another.
#[derive(Description)]
pub struct Succession {
    beside: Arc<View>,
    succession: lineage::Succession,
    forward: bool,
}

impl Succession {
    /// Seen from the municipality that ended.
    pub(crate) fn forward(beside: &Arc<View>, succession: lineage::Succession) -> Self {
        Self {
            beside: Arc::clone(beside),
            succession,
            forward: true,
        }
    }

    /// Seen from the municipality that received it.
    pub(crate) fn back(beside: &Arc<View>, succession: lineage::Succession) -> Self {
        Self {
            beside: Arc::clone(beside),
            succession,
            forward: false,
        }
    }
}

#[direct_object(use_type_description)]
impl Succession {
    /// The first date of the new situation.
    fn date(&self) -> Date {
        Date(self.succession.date)
    }

    /// The code of the other municipality.
    fn code(&self) -> Code {
        Code(if self.forward {
            self.succession.to
        } else {
            self.succession.from
        })
    }

    /// The name of the other municipality.
    fn name(&self) -> &str {
        if self.forward {
            &self.succession.to_name
        } else {
            &self.succession.from_name
        }
    }

    /// The share of the ended municipality's area that went there, in 0..1.
    fn area_share(&self) -> f64 {
        self.succession.area_share
    }

    /// The other municipality: a successor on the date of the change, a
    /// predecessor on the day before.
    fn municipality(&self, ctx: &Context<'_>) -> Result<Option<Municipality>> {
        let (date, code) = if self.forward {
            (self.succession.date, self.succession.to)
        } else {
            (
                self.succession.date.checked_sub(1.day())?,
                self.succession.from,
            )
        };
        let view = atlas(ctx)?.at(AsOf::new(date, self.beside.as_of().known_at())?);
        Ok(Municipality::find(&view, code))
    }
}

/// A change of the division into municipalities.
#[derive(Description)]
pub struct Reorganisation(pub(crate) lineage::Reorganisation);

#[direct_object(use_type_description)]
impl Reorganisation {
    /// The first date of the new situation.
    fn date(&self) -> Date {
        Date(self.0.date)
    }

    /// What it did.
    fn kind(&self) -> ReorganisationKind {
        self.0.kind
    }

    /// Who ended.
    fn from(&self) -> Vec<FormerMunicipality> {
        let ended = self.0.from.iter();
        ended
            .map(|(code, name)| FormerMunicipality {
                code: Code(*code),
                name: name.to_string(),
            })
            .collect()
    }

    /// Who received them, on the date of the change.
    fn to(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
        let view = atlas(ctx)?.at(AsOf::new(self.0.date, None)?);
        Ok(self
            .0
            .to
            .iter()
            .filter_map(|code| Municipality::find(&view, *code))
            .collect())
    }

    /// A remark.
    fn note(
        &self,
        #[graphql(
            desc = "The language of the remark.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&'static str> {
        (self.0.kind == ReorganisationKind::Split).then(|| {
            language.choose(
                "verdeeld over meer gemeenten: geen van hen erft de oordelen",
                "divided over several municipalities: none of them inherits the verdicts",
            )
        })
    }
}

/// A municipality that is no more.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct FormerMunicipality {
    /// Its code.
    pub(crate) code: Code,
    /// Its name.
    pub(crate) name: String,
}

/// A date from which boundaries hold.
#[derive(Description)]
pub struct BoundaryDate(pub(crate) Arc<EditionModel>);

#[direct_object(use_type_description)]
impl BoundaryDate {
    /// The date.
    fn date(&self) -> Date {
        Date(self.0.date())
    }

    /// Number of municipalities from that date on.
    fn municipality_count(&self) -> i32 {
        int(self.0.codes().len())
    }

    /// The path of the `TopoJSON` file with all municipalities, in RD New. It
    /// names the content, so it can be kept for ever.
    fn topology_url(
        &self,
        #[graphql(
            desc = "How finely borders are drawn.",
            default_with = "Detail::National"
        )]
        detail: Detail,
    ) -> String {
        self.0.map_file(detail.into()).path().to_owned()
    }
}
