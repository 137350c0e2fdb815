//! A small country, built for a test.

use std::collections::BTreeMap;

use dekkingskaart::domain::care::arrangement::{Arrangement, NamedMunicipality};
use dekkingskaart::domain::dates::Period;
use dekkingskaart::domain::facts::{
    Area, Crs, Edition, Membership, PopulationFigure, Region, RegionSet,
};
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::places::code::{MunicipalityCode, RegionRef};
use dekkingskaart::domain::places::lineage::Succession;
use dekkingskaart::domain::policy::document::PolicyDocument;
use dekkingskaart::domain::policy::rubric::{BuildingBlock, Rubric, Theme};
use dekkingskaart::domain::source::Source;
use dekkingskaart::domain::vocabulary::{
    ArrangementMode, AuditAction, CoordinationStatus, Dimension, DocumentScope, Established, Level,
    Verdict,
};
use dekkingskaart::store::{NewVerdict, Store};
use jiff::civil::Date;

/// The rubric of a seeded country: `adopted-policy` and `care-coordination`
/// are BASIC, `regional-plan` is ADVANCED.
pub const RUBRIC: &str = "seeded";

/// Builds a country and puts it in a store. Each municipality is a square of
/// 1 km in a row from west to east, in the order of their mention.
#[derive(Default)]
pub struct Seed {
    /// Code, name, and the editions from and up to which it is there.
    municipalities: Vec<(MunicipalityCode, String, Option<Date>, Option<Date>)>,
    editions: Vec<Date>,
    successions: Vec<Succession>,
    regions: BTreeMap<String, Vec<(String, Vec<MunicipalityCode>)>>,
    population: Vec<(MunicipalityCode, u32)>,
    arrangements: Vec<Arrangement>,
    documents: Vec<PolicyDocument>,
    verdicts: Vec<NewVerdict>,
}

impl Seed {
    /// A country whose first boundaries begin on 2020-01-01.
    pub fn new() -> Self {
        Self {
            editions: vec![day("2020-01-01")],
            ..Self::default()
        }
    }

    /// A municipality that is always there, named after its code.
    pub fn municipality(self, code: &str) -> Self {
        self.named(code, code)
    }

    /// A municipality that is always there.
    pub fn named(mut self, code: &str, name: &str) -> Self {
        self.municipalities
            .push((gm(code), name.to_owned(), None, None));
        self
    }

    /// On the date, `from` goes wholly into `to`, which begins then unless it
    /// is there already.
    pub fn merger(mut self, date: &str, from: &[&str], to: &str) -> Self {
        let date = day(date);
        if !self.editions.contains(&date) {
            self.editions.push(date);
            self.editions.sort_unstable();
        }
        if self.municipalities.iter().all(|(code, ..)| *code != gm(to)) {
            self.municipalities
                .push((gm(to), to.to_owned(), Some(date), None));
        }
        for from in from {
            let ended = self
                .municipalities
                .iter_mut()
                .find(|(code, ..)| *code == gm(from))
                .unwrap();
            ended.3 = Some(date);
            self.successions.push(Succession {
                date,
                from: gm(from),
                from_name: ended.1.as_str().into(),
                to: gm(to),
                to_name: to.into(),
                area_share: 1.0,
            });
        }
        self
    }

    /// A region and its members, from the first boundaries on.
    pub fn region(mut self, set: &str, code: &str, members: &[&str]) -> Self {
        let members = members.iter().map(|code| gm(code)).collect();
        self.regions
            .entry(set.to_owned())
            .or_default()
            .push((code.to_owned(), members));
        self
    }

    /// Inhabitants in the first edition.
    pub fn population(mut self, code: &str, inhabitants: u32) -> Self {
        self.population.push((gm(code), inhabitants));
        self
    }

    /// An arrangement in force from a date on, for municipalities of the first
    /// edition.
    pub fn arrangement(
        mut self,
        id: &str,
        status: CoordinationStatus,
        from: &str,
        covers: &[&str],
    ) -> Self {
        self.arrangements.push(Arrangement {
            id: id.into(),
            status,
            mode: ArrangementMode::Unknown,
            organisation: None,
            commissioned_by: None,
            age_from: None,
            age_to: None,
            forms: Vec::new(),
            fte: None,
            period: Period {
                from: day(from),
                to: None,
            },
            source: Source::default(),
            note: None,
            contact: None,
            covers: self.first(covers),
        });
        self
    }

    /// A document in force from a date on, for municipalities of the first
    /// edition.
    pub fn document(mut self, id: &str, scope: DocumentScope, from: &str, covers: &[&str]) -> Self {
        self.documents.push(PolicyDocument {
            id: id.into(),
            title: id.to_owned(),
            scope,
            identifier: None,
            period: Some(Period {
                from: day(from),
                to: None,
            }),
            source: Source::default(),
            themes_mentioned: None,
            note: None,
            covers: self.first(covers),
        });
        self
    }

    /// A verdict that somebody recorded after a conversation.
    pub fn verdict(mut self, code: &str, block: &str, verdict: Verdict, from: &str) -> Self {
        self.verdicts.push(new_verdict(code, block, verdict, from));
        self
    }

    /// Puts everything into an empty store, in one change by `seed`.
    pub async fn plant(self, store: &Store) {
        let mut change = store
            .begin("seed", super::clock().now(), AuditAction::RecordVerdicts)
            .await
            .unwrap();
        for date in &self.editions {
            change.record_edition(&self.edition(*date)).await.unwrap();
        }
        for of_one_date in self.successions.chunk_by(|a, b| a.date == b.date) {
            change
                .record_successions(of_one_date[0].date, of_one_date)
                .await
                .unwrap();
        }
        let sets: Vec<_> = self.regions.keys().map(|set| region_set(set)).collect();
        change.record_region_sets(&sets).await.unwrap();
        for (set, regions) in &self.regions {
            for (code, members) in regions {
                let id = RegionRef::new(set, code);
                let region = Region {
                    id: id.clone(),
                    name: code.clone(),
                    status: "seeded".to_owned(),
                };
                change.record_region(&region).await.unwrap();
                let period = Period {
                    from: self.editions[0],
                    to: None,
                };
                let members: Vec<_> = members
                    .iter()
                    .map(|code| Membership {
                        region: id.clone(),
                        code: *code,
                        period,
                    })
                    .collect();
                change.record_memberships(&members).await.unwrap();
            }
        }
        let figures = self
            .population
            .iter()
            .map(|(code, inhabitants)| PopulationFigure {
                boundary_date: self.editions[0],
                code: *code,
                inhabitants: *inhabitants,
                reference_date: self.editions[0],
                source: "seeded".into(),
            });
        change
            .record_population(&figures.collect::<Vec<_>>())
            .await
            .unwrap();
        change.record_rubric(&rubric()).await.unwrap();
        for arrangement in &self.arrangements {
            change.record_arrangement(arrangement).await.unwrap();
        }
        for document in &self.documents {
            change.record_document(document).await.unwrap();
        }
        change.record_verdicts(&self.verdicts).await.unwrap();
        change
            .commit(&SummaryMessage::named("a small country").into())
            .await
            .unwrap();
    }

    fn first(&self, covers: &[&str]) -> Vec<NamedMunicipality> {
        let boundary_date = self.editions[0];
        let mut named: Vec<_> = covers
            .iter()
            .map(|code| NamedMunicipality {
                code: gm(code),
                boundary_date,
            })
            .collect();
        named.sort_unstable();
        named
    }

    fn edition(&self, date: Date) -> Edition {
        let there = |from: Option<Date>, to: Option<Date>| {
            from.is_none_or(|from| from <= date) && to.is_none_or(|to| date < to)
        };
        let squares = self.municipalities.iter().enumerate();
        let areas = squares.filter(|(_, (_, _, from, to))| there(*from, *to)).map(|(place, (code, name, ..))| {
            let west = 100_000 + 1_000 * place;
            let east = west + 1_000;
            let geometry = format!(
                r#"{{"type":"Polygon","coordinates":[[[{west},450000],[{east},450000],[{east},451000],[{west},451000],[{west},450000]]]}}"#
            );
            Area { code: *code, name: name.as_str().into(), geometry }
        });
        let mut areas: Vec<_> = areas.collect();
        areas.sort_by_key(|area| area.code);
        Edition {
            date,
            crs: Crs::RdNew,
            source: "seeded".to_owned(),
            areas,
        }
    }
}

/// A verdict on the seeded rubric, known from a conversation.
pub fn new_verdict(code: &str, block: &str, verdict: Verdict, from: &str) -> NewVerdict {
    NewVerdict {
        code: gm(code),
        rubric: RUBRIC.into(),
        block: block.into(),
        verdict,
        valid_from: day(from),
        established: Established::Conversation,
        source: Source::default(),
        note: None,
    }
}

fn region_set(id: &str) -> RegionSet {
    RegionSet {
        id: id.into(),
        title_nl: id.to_owned(),
        title_en: id.to_owned(),
        provisional: false,
    }
}

fn rubric() -> Rubric {
    let theme = Theme {
        id: "policy-basis".into(),
        dimension: Dimension::Policy,
        title_nl: "Beleid".to_owned(),
        title_en: "Policy".to_owned(),
        guidance_url: "https://example.org/".to_owned(),
    };
    let block = |id: &str, level| BuildingBlock {
        id: id.into(),
        theme: 0,
        level,
        weight: 1.0,
        title_nl: id.to_owned(),
        title_en: id.to_owned(),
        source_url: "https://example.org/".to_owned(),
        from: Vec::new(),
    };
    Rubric {
        id: RUBRIC.into(),
        title_nl: "Proef".to_owned(),
        title_en: "Test".to_owned(),
        provisional: false,
        valid_from: day("2020-01-01"),
        themes: vec![theme],
        blocks: vec![
            block("adopted-policy", Level::Basic),
            block("care-coordination", Level::Basic),
            block("regional-plan", Level::Advanced),
        ],
    }
}

/// A municipality code.
pub fn gm(code: &str) -> MunicipalityCode {
    code.parse().unwrap()
}

/// A date.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}
