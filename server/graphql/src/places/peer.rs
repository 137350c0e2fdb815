//! Municipalities that are alike.

use std::sync::Arc;

use async_graphql::Description;
use dekkingskaart_macros::direct_object;

use super::municipality::Municipality;
use crate::enums::Language;
use crate::policy::document::PolicyDocument;
use crate::policy::verdict::BlockVerdict;
use atlas::View;
use domain::message::{DifferenceMessage, Message};
use domain::words::sentence;

/// A similar municipality: near in number of inhabitants and in density, both
/// by ratio; a shared border halves the distance.
#[derive(Description)]
pub struct Peer {
    pub(crate) view: Arc<View>,
    pub(crate) peer: atlas::Peer,
}

#[direct_object(use_type_description)]
impl Peer {
    /// The similar municipality.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.view),
            at: self.peer.position,
        }
    }

    /// In what the two are alike, as a sentence.
    fn reason(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        reason(&self.peer, language)
    }
}

/// A similar municipality that has a building block.
#[derive(Description)]
pub struct Solution {
    pub(crate) view: Arc<View>,
    pub(crate) solution: atlas::Solution,
}

#[direct_object(use_type_description)]
impl Solution {
    /// The municipality that has the building block.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.view),
            at: self.solution.peer.position,
        }
    }

    /// In what the two are alike, as a sentence.
    fn reason(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        reason(&self.solution.peer, language)
    }

    /// Its verdict on the building block, with the source.
    fn verdict(&self) -> BlockVerdict {
        BlockVerdict {
            view: Arc::clone(&self.view),
            at: self.solution.peer.position,
            block: self.solution.block,
        }
    }

    /// The policy document that shows it: the one from which the verdict
    /// follows, or else one in force that makes the building block present.
    fn document(&self) -> Option<PolicyDocument> {
        self.solution.document.map(|place| PolicyDocument {
            view: Arc::clone(&self.view),
            place,
        })
    }
}

fn reason(peer: &atlas::Peer, language: Language) -> String {
    let (own, other) = (peer.of, peer.profile);
    let mut messages = Vec::new();
    if peer.neighbours {
        messages.push(DifferenceMessage::IsNeighbour);
    }
    if let (Some(of_own), Some(of_other)) = (own.density(), other.density()) {
        messages.push(DifferenceMessage::InhabitantsBeside {
            other: other.inhabitants.into(),
            own: own.inhabitants.into(),
        });
        messages.push(DifferenceMessage::DensityBeside {
            other: whole(of_other),
            own: whole(of_own),
        });
    } else {
        messages.push(DifferenceMessage::InhabitantsNotKnown);
    }
    let parts: Vec<String> = messages
        .into_iter()
        .map(|message| Message::from(message).text(language))
        .collect();
    sentence(&parts.join(", "))
}

/// A density, rounded to whole inhabitants.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no density is negative or that large"
)]
fn whole(density: f64) -> u64 {
    density.round() as u64
}
