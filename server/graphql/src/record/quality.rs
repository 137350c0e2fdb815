//! What is to be said of the data of a municipality.

use std::sync::Arc;

use async_graphql::{Description, ID};
use dekkingskaart_macros::direct_object;

use crate::enums::Language;
use atlas::View;
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::CARE_COORDINATION;
use domain::vocabulary::{QualityKind, QualityReason};
use domain::words::sentence;

/// Something to be said of the data: what is missing, old, contradictory, not
/// confirmed, or about to end.
#[derive(Description)]
pub struct QualityNotice {
    view: Arc<View>,
    notice: atlas::QualityNotice,
}

impl QualityNotice {
    pub(crate) fn all(view: &Arc<View>, at: usize) -> Vec<Self> {
        let notices = view.quality(at).into_iter();
        notices
            .map(|notice| Self {
                view: Arc::clone(view),
                notice,
            })
            .collect()
    }
}

#[direct_object(use_type_description)]
impl QualityNotice {
    /// What sort of notice it is.
    fn kind(&self) -> QualityKind {
        self.notice.kind()
    }

    /// Why it is said.
    fn reason(&self) -> QualityReason {
        self.notice.reason()
    }

    /// Id of the building block that it is about, when it is about one.
    fn block(&self) -> Option<ID> {
        match &self.notice {
            atlas::QualityNotice::CareRecorded { .. } => Some(CARE_COORDINATION.into()),
            atlas::QualityNotice::DocumentAgainst { block, .. } => {
                let block = self.view.rubric()?.blocks.get(*block)?;
                Some((*block.id).into())
            }
            _ => None,
        }
    }

    /// Id of the arrangement or the policy document that it is about, when it
    /// is about one.
    fn record(&self) -> Option<ID> {
        let index = self.view.index();
        match &self.notice {
            atlas::QualityNotice::NoOrganisation(place) => {
                Some(index.arrangement(*place).fact.id.to_string().into())
            }
            atlas::QualityNotice::DocumentAgainst { document, .. }
            | atlas::QualityNotice::Expires { document, .. } => {
                Some(index.document(*document).fact.id.to_string().into())
            }
            _ => None,
        }
    }

    /// The notice, as a sentence.
    fn text(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        sentence(&text(&self.view, &self.notice, language))
    }
}

fn text(view: &View, notice: &atlas::QualityNotice, language: Language) -> String {
    let document = |place: usize| &*view.index().document(place).fact.title;
    match notice {
        atlas::QualityNotice::NoArrangement => language
            .choose(
                "over zorgcoördinatie is niets vastgelegd",
                "nothing is on record about care coordination",
            )
            .to_owned(),
        atlas::QualityNotice::NeverAssessed => language
            .choose(
                "het beleid is nooit beoordeeld",
                "policy has never been assessed",
            )
            .to_owned(),
        atlas::QualityNotice::Stale(date) => {
            let date = language.date(*date);
            language.choose(
                format!("de laatste beoordeling is meer dan drie jaar oud: {date}"),
                format!("the last assessment is more than three years old: {date}"),
            )
        }
        atlas::QualityNotice::NoOrganisation(_) => language
            .choose(
                "zorgcoördinatie staat als structureel vastgelegd, zonder organisatie",
                "care coordination is on record as structural, without an organisation",
            )
            .to_owned(),
        atlas::QualityNotice::CareRecorded { verdict, status } => {
            let (verdict, status) = (language.verdict(*verdict), language.status(*status));
            language.choose(
                format!("zorgcoördinatie is {verdict} volgens een vastgelegd oordeel, maar {status} volgens de afspraken"),
                format!("care coordination is {verdict} by a recorded verdict, but {status} by the arrangements"),
            )
        }
        atlas::QualityNotice::DocumentAgainst {
            block,
            document: place,
        } => {
            let block = view.rubric().and_then(|rubric| rubric.blocks.get(*block));
            let title = block.map_or("", |block| {
                language.choose(&block.title_nl, &block.title_en)
            });
            let document = document(*place);
            language.choose(
                format!("‘{title}’ is als afwezig vastgelegd, maar ‘{document}’ is van kracht"),
                format!("‘{title}’ is on record as absent, but ‘{document}’ is in force"),
            )
        }
        atlas::QualityNotice::InheritedVerdicts { number, from } => {
            let from = names(view, from, language);
            if *number == 1 {
                return language.choose(
                    format!("één oordeel is overgenomen van {from} en niet bevestigd"),
                    format!("one verdict was carried over from {from} and is not confirmed"),
                );
            }
            language.choose(
                format!("{number} oordelen zijn overgenomen van {from} en niet bevestigd"),
                format!("{number} verdicts were carried over from {from} and are not confirmed"),
            )
        }
        atlas::QualityNotice::InheritedCoordination(from) => {
            let from = names(view, from, language);
            language.choose(
                format!("zorgcoördinatie is overgenomen van {from} en niet bevestigd"),
                format!("care coordination was carried over from {from} and is not confirmed"),
            )
        }
        atlas::QualityNotice::Grew(date) => {
            let date = language.date(*date);
            language.choose(
                format!(
                    "het gebied groeide op {date}; eerdere oordelen gaan over het kleinere gebied"
                ),
                format!("the area grew on {date}; earlier verdicts are about the smaller area"),
            )
        }
        atlas::QualityNotice::Expires {
            document: place,
            date,
        } => {
            let (document, date) = (document(*place), language.date(*date));
            language.choose(
                format!("‘{document}’ eindigt op {date}"),
                format!("‘{document}’ ends on {date}"),
            )
        }
    }
}

fn names(view: &View, codes: &[MunicipalityCode], language: Language) -> String {
    let names: Vec<String> = codes
        .iter()
        .map(|code| match view.index().last_name(*code) {
            Some(name) => name.to_string(),
            None => code.to_string(),
        })
        .collect();
    language.list(&names)
}
