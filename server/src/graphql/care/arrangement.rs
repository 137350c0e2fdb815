//! Care coordination.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Object, Result, SimpleObject};

use crate::atlas::{self, View};
use crate::domain::care::arrangement as domain;
use crate::domain::notes;
use crate::domain::vocabulary::{ArrangementMode, CoordinationStatus, ExploitationForm};
use crate::graphql::arguments::view_beside;
use crate::graphql::enums::Language;
use crate::graphql::permissions;
use crate::graphql::places::municipality::Municipality;
use crate::graphql::record::source::Source;
use crate::graphql::scalars::{Code, Date};

/// Care coordination in a municipality on the date.
#[derive(Description)]
pub struct CoordinationState {
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) at: usize,
}

impl CoordinationState {
    fn state(&self) -> &atlas::Coordination {
        &self.view.municipalities()[self.at].coordination
    }
}

#[Object(use_type_description)]
impl CoordinationState {
    /// The best status of the arrangements in force; UNKNOWN when none is on
    /// record.
    async fn status(&self) -> CoordinationStatus {
        self.state().status
    }

    /// The arrangements in force, best first. More than one where the function
    /// is split, by age for instance.
    async fn arrangements(&self) -> Vec<Arrangement> {
        let places = self
            .state()
            .arrangements
            .iter()
            .map(|in_force| in_force.arrangement);
        places
            .map(|place| Arrangement {
                view: Arc::clone(&self.view),
                place,
            })
            .collect()
    }

    /// The date from which an arrangement with this status is in force.
    async fn since(&self) -> Option<Date> {
        self.state().since.map(Date)
    }

    /// True when carried over from a predecessor and not yet confirmed.
    async fn inherited(&self) -> bool {
        self.state().inherited()
    }

    /// The predecessors from which it was carried over.
    async fn inherited_from(&self) -> Vec<Code> {
        self.state()
            .inherited_from
            .iter()
            .copied()
            .map(Code)
            .collect()
    }
}

/// How care coordination is filled for a period and an area. One arrangement
/// covers many municipalities; one municipality can have two.
#[derive(Description)]
pub struct Arrangement {
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) place: usize,
}

impl Arrangement {
    fn fact(&self) -> &domain::Arrangement {
        &self.view.index().arrangement(self.place).fact
    }
}

#[Object(use_type_description)]
impl Arrangement {
    /// Id, kept when the arrangement is corrected.
    async fn id(&self) -> ID {
        ID(self.fact().id.clone())
    }

    /// What it amounts to.
    async fn status(&self) -> CoordinationStatus {
        self.fact().status
    }

    /// How the function is filled.
    async fn mode(&self) -> ArrangementMode {
        self.fact().mode
    }

    /// Who coordinates.
    async fn organisation(&self) -> Option<&str> {
        self.fact().organisation.as_deref()
    }

    /// The municipality or body that commissions it.
    async fn commissioned_by(&self) -> Option<&str> {
        self.fact().commissioned_by.as_deref()
    }

    /// The lowest age in years that it serves; every age from 0 when absent.
    async fn age_from(&self) -> Option<u8> {
        self.fact().age_from
    }

    /// The highest age in years that it serves, included; no limit when absent.
    async fn age_to(&self) -> Option<u8> {
        self.fact().age_to
    }

    /// The forms of exploitation that it serves. Empty means all forms.
    async fn forms(&self) -> &[ExploitationForm] {
        &self.fact().forms
    }

    /// Full-time equivalents, when known.
    async fn fte(&self) -> Option<f64> {
        self.fact().fte
    }

    /// The first date on which it is in force.
    async fn valid_from(&self) -> Date {
        Date(self.fact().period.from)
    }

    /// The date on which it is no longer in force; open when absent.
    async fn valid_to(&self) -> Option<Date> {
        self.fact().period.to.map(Date)
    }

    /// Where this was found.
    async fn source(&self) -> Source {
        Source::found(&self.fact().source)
    }

    /// A remark: of the public data in the words of this program, of what
    /// somebody recorded as they wrote it.
    async fn note(
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

    /// Whom to ask. Internal: PLATFORM when it covers a municipality in its own
    /// regions on the date, OUTREACH, ADMIN.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>> {
        let covered = self.view.covered_by_arrangement(self.place);
        permissions::internal_of_any(ctx, &self.view, &covered)?;
        Ok(self.fact().contact.clone().map(Into::into))
    }

    /// The municipalities that it covers on the date (that of the question
    /// when absent), by name.
    async fn municipalities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date whose municipalities are meant.")] as_of: Option<Date>,
    ) -> Result<Vec<Municipality>> {
        let view = view_beside(ctx, &self.view, as_of)?;
        Ok(Municipality::all(
            &view,
            view.covered_by_arrangement(self.place),
        ))
    }
}

/// Whom to ask: officials, for those with an account alone.
#[derive(Debug, SimpleObject)]
pub struct Contact {
    /// Name of a person or a desk.
    name: Option<String>,
    /// Address for electronic mail.
    email: Option<String>,
    /// Telephone number.
    phone: Option<String>,
}

impl From<domain::Contact> for Contact {
    fn from(contact: domain::Contact) -> Self {
        Self {
            name: contact.name,
            email: contact.email,
            phone: contact.phone,
        }
    }
}

/// Who coordinates care for a person.
#[derive(Description)]
pub struct CareCover {
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) cover: atlas::CareCover,
}

#[Object(use_type_description)]
impl CareCover {
    /// The arrangement; absent when nobody is on record and the helpdesk of
    /// `CoMensha` coordinates.
    async fn arrangement(&self) -> Option<Arrangement> {
        self.cover.arrangement.map(|place| Arrangement {
            view: Arc::clone(&self.view),
            place,
        })
    }

    /// True when it is the helpdesk of `CoMensha`, from a distance, because
    /// nobody else does it.
    async fn fallback(&self) -> bool {
        self.cover.fallback
    }

    /// Who it is and why, as a sentence.
    async fn explanation(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        let organisation = self.cover.arrangement.and_then(|place| {
            self.view
                .index()
                .arrangement(place)
                .fact
                .organisation
                .clone()
        });
        match (self.cover.fallback, organisation) {
            (true, _) if self.cover.arrangement.is_some() => language.choose(
                "Er werkt hier geen zorgcoördinator: de helpdesk van CoMensha coördineert de zorg op afstand.".to_owned(),
                "No care coordinator works here: CoMensha's helpdesk coordinates care from a distance.".to_owned(),
            ),
            (true, _) => language.choose(
                "Er is geen zorgcoördinator bekend voor deze vraag: bel de helpdesk van CoMensha, die coördineert op afstand.".to_owned(),
                "No care coordinator is on record for this question: call CoMensha's helpdesk, which coordinates from a distance.".to_owned(),
            ),
            (false, Some(organisation)) => language.choose(
                format!("{organisation} coördineert de zorg."),
                format!("{organisation} coordinates care."),
            ),
            (false, None) => language.choose(
                "Er werkt een zorgcoördinator; welke organisatie dat is, is niet bekend.".to_owned(),
                "A care coordinator works here; which organisation that is, is not known.".to_owned(),
            ),
        }
    }
}
