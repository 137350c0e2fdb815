//! Municipalities that are alike.

use std::sync::Arc;

use async_graphql::{Description, Object};

use super::municipality::Municipality;
use crate::atlas::{self, View};
use crate::domain::words::sentence;
use crate::graphql::enums::Language;
use crate::graphql::policy::document::PolicyDocument;
use crate::graphql::policy::verdict::BlockVerdict;

/// A similar municipality: near in number of inhabitants and in density, both
/// by ratio; a shared border halves the distance.
#[derive(Description)]
pub struct Peer {
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) peer: atlas::Peer,
}

#[Object(use_type_description)]
impl Peer {
    /// The similar municipality.
    async fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.view),
            at: self.peer.position,
        }
    }

    /// In what the two are alike, as a sentence.
    async fn reason(
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
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) solution: atlas::Solution,
}

#[Object(use_type_description)]
impl Solution {
    /// The municipality that has the building block.
    async fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.view),
            at: self.solution.peer.position,
        }
    }

    /// In what the two are alike, as a sentence.
    async fn reason(
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
    async fn verdict(&self) -> BlockVerdict {
        BlockVerdict {
            view: Arc::clone(&self.view),
            at: self.solution.peer.position,
            block: self.solution.block,
        }
    }

    /// The policy document that shows it: the one from which the verdict
    /// follows, or else one in force that makes the building block present.
    async fn document(&self) -> Option<PolicyDocument> {
        self.solution.document.map(|place| PolicyDocument {
            view: Arc::clone(&self.view),
            place,
        })
    }
}

fn reason(peer: &atlas::Peer, language: Language) -> String {
    let (own, other) = (peer.of, peer.profile);
    let mut parts = Vec::new();
    if peer.neighbours {
        parts.push(language.choose("buurgemeente", "neighbour").to_owned());
    }
    if let (Some(of_own), Some(of_other)) = (own.density(), other.density()) {
        let here = language.choose("hier", "here");
        let inhabitants = language.choose("inwoners", "inhabitants");
        parts.push(format!(
            "{} {inhabitants} ({here} {})",
            language.number(other.inhabitants),
            language.number(own.inhabitants)
        ));
        parts.push(format!(
            "{} per km² ({here} {})",
            language.density(of_other),
            language.density(of_own)
        ));
    } else {
        let unknown = language.choose(
            "aantal inwoners niet bekend",
            "number of inhabitants not known",
        );
        parts.push(unknown.to_owned());
    }
    sentence(&parts.join(", "))
}
