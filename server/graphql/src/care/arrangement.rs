//! Care coordination.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use crate::arguments::view_beside;
use crate::enums::Language;
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::record::source::Source;
use crate::scalars::{Code, Date};
use atlas::View;
use domain::care::arrangement;
use domain::care::phones::find_phone;
use domain::message::{ExplanationMessage, Message};
use domain::notes;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, ExploitationForm};
use domain::words::sentence;

/// Care coordination in a municipality on the date.
#[derive(Description)]
pub struct CoordinationState {
    pub(crate) view: Arc<View>,
    pub(crate) at: usize,
}

impl CoordinationState {
    fn state(&self) -> &atlas::Coordination {
        &self.view.municipalities()[self.at].coordination
    }
}

#[direct_object(use_type_description)]
impl CoordinationState {
    /// The best status of the arrangements in force; UNKNOWN when none is on
    /// record.
    fn status(&self) -> CoordinationStatus {
        self.state().status
    }

    /// The arrangements in force, best first. More than one where the function
    /// is split, by age for instance.
    fn arrangements(&self) -> Vec<Arrangement> {
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
    fn since(&self) -> Option<Date> {
        self.state().since.map(Date)
    }

    /// True when carried over from a predecessor and not yet confirmed.
    fn inherited(&self) -> bool {
        self.state().inherited()
    }

    /// The predecessors from which it was carried over.
    fn inherited_from(&self) -> Vec<Code> {
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
    pub(crate) view: Arc<View>,
    pub(crate) place: usize,
}

impl Arrangement {
    fn fact(&self) -> &arrangement::Arrangement {
        &self.view.index().arrangement(self.place).fact
    }
}

#[direct_object(use_type_description)]
impl Arrangement {
    /// Id, kept when the arrangement is corrected.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// What it amounts to.
    fn status(&self) -> CoordinationStatus {
        self.fact().status
    }

    /// How the function is filled.
    fn mode(&self) -> ArrangementMode {
        self.fact().mode
    }

    /// Who coordinates.
    fn organisation(&self) -> Option<&str> {
        self.fact().organisation.as_deref()
    }

    /// The public telephone number of the organisation, where there is one.
    fn phone(&self) -> Option<&'static str> {
        find_phone(self.fact().organisation.as_deref()?)
    }

    /// The municipality or body that commissions it.
    fn commissioned_by(&self) -> Option<&str> {
        self.fact().commissioned_by.as_deref()
    }

    /// The lowest age in years that it serves; every age from 0 when absent.
    fn age_from(&self) -> Option<u8> {
        self.fact().age_from
    }

    /// The highest age in years that it serves, included; no limit when absent.
    fn age_to(&self) -> Option<u8> {
        self.fact().age_to
    }

    /// The forms of exploitation that it serves. Empty means all forms.
    fn forms(&self) -> &[ExploitationForm] {
        &self.fact().forms
    }

    /// Full-time equivalents, when known.
    fn fte(&self) -> Option<f64> {
        self.fact().fte
    }

    /// The first date on which it is in force.
    fn valid_from(&self) -> Date {
        Date(self.fact().period.from)
    }

    /// The date on which it is no longer in force; open when absent.
    fn valid_to(&self) -> Option<Date> {
        self.fact().period.to.map(Date)
    }

    /// Where this was found.
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

    /// Whom to ask. Internal: PLATFORM when it covers a municipality in its own
    /// regions on the date, OUTREACH, ADMIN.
    fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>> {
        let covered = self.view.covered_by_arrangement(self.place);
        permissions::internal_of_any(ctx, &self.view, &covered)?;
        Ok(self.fact().contact.clone().map(Into::into))
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
            view.covered_by_arrangement(self.place),
        ))
    }
}

/// Whom to ask: officials, for those with an account alone.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct Contact {
    /// Name of a person or a desk.
    name: Option<String>,
    /// Address for electronic mail.
    email: Option<String>,
    /// Telephone number.
    phone: Option<String>,
}

impl From<arrangement::Contact> for Contact {
    fn from(contact: arrangement::Contact) -> Self {
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
    pub(crate) view: Arc<View>,
    pub(crate) cover: atlas::CareCover,
}

#[direct_object(use_type_description)]
impl CareCover {
    /// The arrangement; absent when nobody is on record and the helpdesk of
    /// `CoMensha` coordinates.
    fn arrangement(&self) -> Option<Arrangement> {
        self.cover.arrangement.map(|place| Arrangement {
            view: Arc::clone(&self.view),
            place,
        })
    }

    /// True when it is the helpdesk of `CoMensha`, from a distance, because
    /// nobody else does it.
    fn fallback(&self) -> bool {
        self.cover.fallback
    }

    /// Who it is and why, as a sentence.
    fn explanation(
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
        let message = match (self.cover.fallback, organisation) {
            (true, _) if self.cover.arrangement.is_some() => {
                ExplanationMessage::HelpdeskCoordinates
            }
            (true, _) => ExplanationMessage::HelpdeskAnswers,
            (false, Some(organisation)) => {
                ExplanationMessage::OrganisationCoordinates { organisation }
            }
            (false, None) => ExplanationMessage::CoordinatorUnnamed,
        };
        sentence(&Message::from(message).text(language))
    }
}
