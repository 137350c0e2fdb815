//! Small countries for tests: municipalities are squares in a row, in RD New.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Atlas, View};
use domain::care::arrangement::{Arrangement, NamedMunicipality};
use domain::dates::{AsOf, Period};
use domain::facts::{Area, Crs, Edition, Facts, Membership, PopulationFigure, Region, RegionSet};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::lineage::Succession;
use domain::policy::document::PolicyDocument;
use domain::policy::rubric::{BuildingBlock, Rubric, Theme};
use domain::policy::verdict::{Confirmation, VerdictRecord};
use domain::recorded::Recorded;
use domain::source::Source;
use domain::vocabulary::{
    ArrangementMode, CoordinationStatus, Dimension, DocumentScope, Established, Level, Verdict,
};

/// When everything in a country is recorded, unless a test says otherwise.
pub(crate) const RECORDED: &str = "2024-01-01T00:00:00Z";

/// A country under construction.
#[derive(Debug, Clone)]
pub(crate) struct Country {
    facts: Facts,
    recorded_at: Timestamp,
}

pub(crate) fn code(number: u16) -> MunicipalityCode {
    format!("GM{number:04}").parse().unwrap()
}

pub(crate) fn on(date: &str) -> Date {
    date.parse().unwrap()
}

impl Country {
    /// No municipalities yet, and a rubric of four blocks: `adopted-policy`,
    /// `care-coordination` and `focal-point` (basic) and `regional-plan`
    /// (advanced).
    pub(crate) fn new() -> Self {
        let facts = Facts {
            revision: 1,
            rubrics: vec![Arc::new(rubric())].into(),
            ..Facts::default()
        };
        Self {
            facts,
            recorded_at: RECORDED.parse().unwrap(),
        }
    }

    /// The municipalities from a date on, with their inhabitants.
    pub(crate) fn edition(mut self, date: &str, numbers: &[u16]) -> Self {
        self = self.boundaries(date, numbers);
        self.facts
            .population
            .extend(numbers.iter().map(|number| PopulationFigure {
                boundary_date: on(date),
                code: code(*number),
                inhabitants: u32::from(*number) * 1000,
                reference_date: on(date),
                source: "test".into(),
            }));
        self
    }

    /// The municipalities from a date on.
    pub(crate) fn boundaries(mut self, date: &str, numbers: &[u16]) -> Self {
        let areas = numbers.iter().map(|number| Area {
            code: code(*number),
            name: format!("Plaats {number}").into(),
            geometry: square(*number),
        });
        self.facts.editions.push(Arc::new(Edition {
            date: on(date),
            crs: Crs::RdNew,
            source: "test".to_owned(),
            areas: areas.collect(),
        }));
        self
    }

    pub(crate) fn goes(mut self, date: &str, from: u16, to: u16, area_share: f64) -> Self {
        self.facts.successions.push(Succession {
            date: on(date),
            from: code(from),
            from_name: format!("Plaats {from}").into(),
            to: code(to),
            to_name: format!("Plaats {to}").into(),
            area_share,
        });
        self
    }

    /// Puts everything that follows on record at this instant.
    pub(crate) fn recorded(mut self, at: &str) -> Self {
        self.recorded_at = at.parse().unwrap();
        self
    }

    pub(crate) fn verdict(
        mut self,
        number: u16,
        block: &str,
        verdict: Verdict,
        from: &str,
    ) -> Self {
        let id = format!("v{}", self.facts.verdicts.len());
        let fact = VerdictRecord {
            id,
            code: code(number),
            rubric: "test".into(),
            block: block.into(),
            verdict,
            valid_from: on(from),
            established: Established::Survey,
            source: Source::default(),
            note: None,
        };
        let recorded = self.record(fact);
        self.facts.verdicts.push(recorded);
        self
    }

    /// A verdict as demonstrations invent them.
    pub(crate) fn invented(mut self, number: u16, block: &str, from: &str) -> Self {
        let known = self.facts.verdicts.len();
        self = self.verdict(number, block, Verdict::Present, from);
        let mut invented = self.facts.verdicts[known].clone();
        invented.fact.established = Established::Demonstration;
        let before = self.facts.verdicts.iter().take(known).cloned();
        self.facts.verdicts = before.chain([invented]).collect();
        self
    }

    /// Everything that is on record.
    pub(crate) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Takes back the verdict that was recorded last of those that stand.
    pub(crate) fn withdrawal(mut self) -> Self {
        let verdicts = &mut self.facts.verdicts;
        let last = verdicts.iter().rev().find(|it| it.superseded_at.is_none());
        if let Some(last) = last.cloned() {
            verdicts.supersede(last.recorded_at, &last.fact.id, self.recorded_at);
        }
        self
    }

    /// Puts another verdict in the place of those on the same block from the
    /// same date.
    pub(crate) fn correction(
        mut self,
        number: u16,
        block: &str,
        verdict: Verdict,
        from: &str,
    ) -> Self {
        let is_same = |known: &&Recorded<VerdictRecord>| {
            known.fact.code == code(number)
                && *known.fact.block == *block
                && known.fact.valid_from == on(from)
                && known.superseded_at.is_none()
        };
        let known = self.facts.verdicts.iter().filter(is_same).cloned();
        for known in known.collect::<Vec<_>>() {
            let verdicts = &mut self.facts.verdicts;
            verdicts.supersede(known.recorded_at, &known.fact.id, self.recorded_at);
        }
        self.verdict(number, block, verdict, from)
    }

    pub(crate) fn arrangement(
        self,
        id: &str,
        status: CoordinationStatus,
        period: (&str, Option<&str>),
        named: &[(u16, &str)],
    ) -> Self {
        self.arrangement_by(None, id, status, period, named)
    }

    /// An arrangement of an organisation.
    pub(crate) fn arrangement_by(
        mut self,
        organisation: Option<&str>,
        id: &str,
        status: CoordinationStatus,
        period: (&str, Option<&str>),
        named: &[(u16, &str)],
    ) -> Self {
        let fact = Arrangement {
            id: id.into(),
            status,
            mode: ArrangementMode::OwnStaff,
            organisation: organisation.map(str::to_owned),
            commissioned_by: None,
            age_from: None,
            age_to: None,
            forms: Vec::new(),
            fte: None,
            period: Period::new(on(period.0), period.1.map(on)).unwrap(),
            source: Source::default(),
            note: None,
            contact: None,
            covers: names(named),
        };
        let recorded = self.record(fact);
        self.facts.arrangements.push(recorded);
        self
    }

    /// A document in force from a date on, or without one.
    pub(crate) fn document(
        self,
        scope: DocumentScope,
        from: Option<&str>,
        named: &[(u16, &str)],
    ) -> Self {
        self.document_until(scope, from, None, named)
    }

    pub(crate) fn document_until(
        mut self,
        scope: DocumentScope,
        from: Option<&str>,
        to: Option<&str>,
        named: &[(u16, &str)],
    ) -> Self {
        let fact = PolicyDocument {
            id: format!("d{}", self.facts.documents.len()).into(),
            title: "Beleid".to_owned(),
            scope,
            identifier: None,
            period: from.map(|from| Period {
                from: on(from),
                to: to.map(on),
            }),
            source: Source::default(),
            themes_mentioned: None,
            note: None,
            covers: names(named),
        };
        let recorded = self.record(fact);
        self.facts.documents.push(recorded);
        self
    }

    /// A region of the set `vng-platform`.
    pub(crate) fn platform(mut self, region: &str, numbers: &[u16]) -> Self {
        if self.facts.region_sets.is_empty() {
            self.facts.region_sets.push(RegionSet {
                id: "vng-platform".into(),
                title_nl: String::new(),
                title_en: String::new(),
                provisional: true,
            });
        }
        let id = RegionRef::new("vng-platform", region);
        self.facts.regions.push(Region {
            id,
            name: region.to_owned(),
            status: String::new(),
        });
        for number in numbers {
            self = self.member(region, *number);
        }
        self
    }

    /// A municipality in a region of the set `vng-platform`.
    pub(crate) fn member(mut self, region: &str, number: u16) -> Self {
        let recorded = self.record(Membership {
            region: RegionRef::new("vng-platform", region),
            code: code(number),
            period: Period {
                from: on("2020-01-01"),
                to: None,
            },
        });
        self.facts.memberships.push(recorded);
        self
    }

    /// That a person confirmed what the municipality inherited.
    pub(crate) fn confirmation(mut self, number: u16, from: &str) -> Self {
        let recorded = self.record(Confirmation {
            code: code(number),
            valid_from: on(from),
        });
        self.facts.confirmations.push(recorded);
        self
    }

    /// Another figure of inhabitants, of the edition of a date.
    pub(crate) fn inhabitants(mut self, number: u16, edition: &str, inhabitants: u32) -> Self {
        self.facts.population.push(PopulationFigure {
            boundary_date: on(edition),
            code: code(number),
            inhabitants,
            reference_date: on(edition),
            source: "test".into(),
        });
        self
    }

    /// A version of the rubric in which a block counts for more.
    pub(crate) fn weighted(mut self, from: &str, weight: f64) -> Self {
        let mut rubric = rubric();
        rubric.id = format!("test-{}", self.facts.rubrics.len()).into();
        rubric.valid_from = on(from);
        rubric.blocks[0].weight = weight;
        for block in &mut rubric.blocks {
            block.from = vec![block.id.clone()];
        }
        self.facts.rubrics.push(Arc::new(rubric));
        self
    }

    pub(crate) fn atlas(self) -> Atlas {
        Atlas::build(self.facts, None).unwrap()
    }

    pub(crate) fn view(self, date: &str) -> Arc<View> {
        self.atlas().at(AsOf::new(on(date), None).unwrap())
    }

    fn record<T>(&self, fact: T) -> Recorded<T> {
        Recorded {
            fact,
            recorded_at: self.recorded_at,
            recorded_by: "test".into(),
            superseded_at: None,
        }
    }
}

fn names(named: &[(u16, &str)]) -> Vec<NamedMunicipality> {
    named
        .iter()
        .map(|(number, date)| NamedMunicipality {
            code: code(*number),
            boundary_date: on(date),
        })
        .collect()
}

fn square(number: u16) -> String {
    let (west, south) = (20_000 + u32::from(number) * 1000, 400_000);
    let (east, north) = (west + 1000, south + 1000);
    format!(
        r#"{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"#
    )
}

fn rubric() -> Rubric {
    let theme = |id: &str, dimension| Theme {
        id: id.into(),
        dimension,
        title_nl: String::new(),
        title_en: String::new(),
        guidance_url: String::new(),
    };
    let block = |id: &str, theme, level| BuildingBlock {
        id: id.into(),
        theme,
        level,
        weight: 1.0,
        title_nl: String::new(),
        title_en: String::new(),
        source_url: String::new(),
        from: Vec::new(),
    };
    Rubric {
        id: "test".into(),
        title_nl: String::new(),
        title_en: String::new(),
        provisional: true,
        valid_from: on("2020-01-01"),
        themes: vec![
            theme("awareness", Dimension::Awareness),
            theme("policy", Dimension::Policy),
            theme("approach", Dimension::Approach),
        ],
        blocks: vec![
            block("adopted-policy", 1, Level::Basic),
            block("care-coordination", 2, Level::Basic),
            block("focal-point", 0, Level::Basic),
            block("regional-plan", 2, Level::Advanced),
        ],
    }
}
