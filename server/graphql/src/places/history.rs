//! What happened, and when it was written down.

use std::sync::Arc;

use async_graphql::Description;
use dekkingskaart_macros::direct_object;

use super::history_text::text;
use super::municipality::Municipality;
use crate::enums::Language;
use crate::record::source::Source;
use crate::scalars::{Date, DateTime};
use atlas::View;

/// Something that happened: verdicts were established, an arrangement began,
/// ended or gave way to another, a document came into force or ended, or the
/// municipality itself began, grew or ended.
#[derive(Description)]
pub struct HistoryEvent {
    view: Arc<View>,
    event: atlas::HistoryEvent,
    /// Whether the text says in which municipalities it happened.
    named: bool,
}

impl HistoryEvent {
    /// The events of one municipality.
    pub(crate) fn of_one(view: &Arc<View>, at: usize, until: jiff::civil::Date) -> Vec<Self> {
        Self::all(view, view.history(&[at], until), false)
    }

    /// The last events of several municipalities, at most so many.
    pub(crate) fn of_several(view: &Arc<View>, positions: &[usize], most: usize) -> Vec<Self> {
        let mut events = view.history(positions, view.as_of().date());
        events.truncate(most);
        Self::all(view, events, true)
    }

    fn all(view: &Arc<View>, events: Vec<atlas::HistoryEvent>, named: bool) -> Vec<Self> {
        let events = events.into_iter();
        events
            .map(|event| Self {
                view: Arc::clone(view),
                event,
                named,
            })
            .collect()
    }
}

#[direct_object(use_type_description)]
impl HistoryEvent {
    /// The date from which it holds.
    fn date(&self) -> Date {
        Date(self.event.date)
    }

    /// When it was written down; of several records the last. For what happened
    /// to the municipality itself: when boundaries were first loaded.
    fn recorded_at(&self) -> DateTime {
        DateTime(self.event.recorded_at)
    }

    /// What happened, as a sentence; in the history of a region it names the
    /// municipality, or says how many there were.
    fn text(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        text(&self.view, &self.event, self.named, language)
    }

    /// Where it was found; none for what happened to the municipality itself.
    fn source(&self) -> Option<Source> {
        let index = self.view.index();
        match &self.event.what {
            atlas::HistoryEventKind::Coordination { ended, began } => {
                let place = began.first().or(ended.first())?;
                Some(Source::found(&index.arrangement(*place).fact.source))
            }
            atlas::HistoryEventKind::DocumentBegan(place)
            | atlas::HistoryEventKind::DocumentEnded(place) => {
                Some(Source::found(&index.document(*place).fact.source))
            }
            atlas::HistoryEventKind::Assessed(places) => {
                let fact = &index.facts().verdicts.get(*places.first()?)?.fact;
                Some(Source::of_verdict(fact.established, &fact.source))
            }
            _ => None,
        }
    }

    /// The municipalities in which it happened, by name, as they are on the
    /// date of the question.
    fn municipalities(&self) -> Vec<Municipality> {
        let positions = self.view.in_name_order(&self.event.municipalities);
        Municipality::all(&self.view, positions)
    }
}
