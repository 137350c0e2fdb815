//! What others say is not right, for whoever decides on it.

use std::sync::Arc;

use async_graphql::{Description, ID, Object, SimpleObject};

use crate::page::PageInfo;
use crate::places::municipality::Municipality;
use crate::policy::rubric::BuildingBlock;
use crate::scalars::DateTime;
use atlas::View;
use domain::record::correction;
use domain::vocabulary::{CorrectionOrigin, CorrectionState, Verdict};

/// Something that would have to be corrected. Nothing of it is on record until
/// somebody accepts it.
#[derive(Description)]
pub struct Correction {
    pub(crate) view: Arc<View>,
    pub(crate) correction: correction::Correction,
}

#[Object(use_type_description)]
impl Correction {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.correction.id.to_string())
    }

    /// The municipality as it is today; null when it is no more.
    async fn municipality(&self) -> Option<Municipality> {
        Municipality::find(&self.view, self.correction.code)
    }

    /// From whom it is.
    async fn origin(&self) -> CorrectionOrigin {
        self.correction.origin
    }

    /// The name that they gave; forgotten 90 days after the decision.
    async fn name(&self) -> Option<&str> {
        self.correction.name.as_deref()
    }

    /// The address that they gave; forgotten 90 days after the decision.
    async fn email(&self) -> Option<&str> {
        self.correction.email.as_deref()
    }

    /// What is not right, in their words; empty when they only gave answers, or
    /// found everything right.
    async fn text(&self) -> &str {
        &self.correction.text
    }

    /// What would be different, in the order of the rubric in force. Empty
    /// when they found everything right, or only gave words.
    async fn differences(&self) -> Vec<ProposedDifference> {
        let Some(rubric) = self.view.rubric() else {
            return Vec::new();
        };
        let at = self.view.find(self.correction.code);
        let standing = |place: usize| {
            let state = at.map(|at| &self.view.municipalities()[at].policy.blocks[place]);
            state.map_or(Verdict::Unknown, |state| state.verdict)
        };
        let answers = self.correction.answers.iter();
        let placed = answers.filter_map(|answer| Some((rubric.find_block(&answer.block)?, answer)));
        let mut placed: Vec<_> = placed.collect();
        placed.sort_by_key(|(place, _)| *place);
        let difference =
            |(place, answer): (usize, &correction::ProposedAnswer)| ProposedDifference {
                block: BuildingBlock {
                    rubric: Arc::clone(rubric),
                    place,
                },
                standing: standing(place),
                proposed: answer.verdict,
                note: answer.note.clone(),
            };
        placed.into_iter().map(difference).collect()
    }

    /// When it was proposed.
    async fn proposed_at(&self) -> DateTime {
        DateTime(self.correction.proposed_at)
    }

    /// What came of it.
    async fn state(&self) -> CorrectionState {
        self.correction.state()
    }

    /// When it was decided on.
    async fn decided_at(&self) -> Option<DateTime> {
        let decision = self.correction.decision.as_ref();
        decision.map(|decision| DateTime(decision.at))
    }

    /// Who decided.
    async fn decided_by(&self) -> Option<&str> {
        let decision = self.correction.decision.as_ref();
        decision.map(|decision| decision.by.as_str())
    }

    /// Why it was refused, or what was done.
    async fn answer(&self) -> Option<&str> {
        let decision = self.correction.decision.as_ref();
        decision.and_then(|decision| decision.answer.as_deref())
    }

    /// The change by which it was accepted, which `undoChange` takes back.
    async fn revision(&self) -> Option<i32> {
        let decision = self.correction.decision.as_ref()?;
        decision.revision.map(crate::arguments::int)
    }
}

/// What would be different about a building block.
#[derive(SimpleObject)]
pub struct ProposedDifference {
    /// The building block.
    block: BuildingBlock,
    /// What stands today.
    standing: Verdict,
    /// What it would be.
    proposed: Verdict,
    /// A remark.
    note: Option<String>,
}

/// Proposed corrections, the last proposed first.
#[derive(SimpleObject)]
pub struct CorrectionConnection {
    /// How many there are in all.
    pub(crate) total_count: i32,
    /// Those of the page.
    pub(crate) nodes: Vec<Correction>,
    /// Whether there are earlier ones.
    pub(crate) page_info: PageInfo,
}

/// A link with which a municipality looks at its own record, once. It is told
/// once: nobody can read it again.
#[derive(SimpleObject)]
pub struct CheckLink {
    /// What to put behind the address of this server:
    /// `/controle#dekkingskaart_...`.
    pub(crate) path: String,
    /// From when on it cannot be used.
    pub(crate) expires_at: DateTime,
}

/// What a link for a check is about.
#[derive(SimpleObject)]
pub struct Check {
    /// The municipality as it is today; null when it is no more.
    pub(crate) municipality: Option<Municipality>,
    /// From when on it cannot be used.
    pub(crate) expires_at: DateTime,
    /// Whether it can be used now.
    pub(crate) open: bool,
}

impl CheckLink {
    pub(crate) fn new(secret: &str, link: &correction::CheckLink) -> Self {
        Self {
            path: format!("/controle#{secret}"),
            expires_at: DateTime(link.expires_at),
        }
    }
}
