//! A table of municipalities: which of them, which columns, and each value.

use std::sync::Arc;

use super::campaign::{CampaignTable, TargetState};
use super::cell::{Cell, Word};
use super::columns::{Column, End};
use atlas::{RankingKey, View};
use domain::care::arrangement::Arrangement;
use domain::facts::Region;
use domain::people::permissions::Audience;
use domain::policy::completeness::Completeness;
use domain::vocabulary::{Dimension, Verdict};
use domain::words::Language;
use rendering::picture::{fill_of_class, fill_of_status, fill_of_verdict};

/// Municipalities of a view in an order, with columns.
#[derive(Debug, Clone)]
pub struct MunicipalityTable {
    pub(super) view: Arc<View>,
    pub(super) positions: Vec<usize>,
    pub(super) columns: Vec<Column>,
    pub(super) language: Language,
    audience: Audience,
    pub(super) campaign: Option<CampaignTable>,
}

impl MunicipalityTable {
    /// The table with these columns, and the code. What is invented says so.
    /// Whether who asks may read the columns is decided before.
    #[must_use]
    pub fn new(
        (view, positions): (Arc<View>, Vec<usize>),
        mut columns: Vec<Column>,
        language: Language,
        audience: Audience,
    ) -> Self {
        if !columns.contains(&Column::Code) {
            columns.insert(0, Column::Code);
        }
        if view.index().demonstration() {
            columns.push(Column::Invented);
        }
        Self {
            view,
            positions,
            columns,
            language,
            audience,
            campaign: None,
        }
    }

    /// The table of the targets of a campaign.
    #[must_use]
    pub fn of_campaign(self, campaign: Option<CampaignTable>) -> Self {
        Self { campaign, ..self }
    }

    /// The view that it is about.
    #[must_use]
    pub fn view(&self) -> &Arc<View> {
        &self.view
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// The number of cells.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.positions.len() * self.columns.len()
    }

    /// The number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| column.id(&self.view))
    }

    pub(super) fn titles(&self) -> impl Iterator<Item = String> {
        let columns = self.columns.iter();
        columns.map(|column| column.title(&self.view, self.language))
    }

    pub(super) fn row(&self, position: usize) -> impl Iterator<Item = Cell> {
        let columns = self.columns.iter();
        columns.map(move |column| self.value(*column, position))
    }

    /// The values of a municipality as JSON, by the ids of their columns.
    pub fn properties(&self, position: usize) -> impl Iterator<Item = (String, serde_json::Value)> {
        self.ids().zip(self.row(position).map(|cell| cell.json()))
    }

    fn value(&self, column: Column, position: usize) -> Cell {
        let (view, language) = (&self.view, self.language);
        let state = &view.municipalities()[position];
        let Some(edition) = view.edition() else {
            return Cell::Empty;
        };
        match column {
            Column::Code => Cell::Text(edition.codes()[position].to_string()),
            Column::Name => Cell::Text(edition.name(position).to_string()),
            Column::ValidFrom => Cell::Date(state.shape.from),
            Column::Population => Cell::of(state.population.as_ref(), |figure| {
                Cell::Whole(figure.inhabitants.into())
            }),
            Column::PopulationDate => Cell::of(state.population.as_ref(), |figure| {
                Cell::Date(figure.reference_date)
            }),
            Column::Area => Cell::Number(edition.boundaries().area_km2(position)),
            Column::Region(set) => self.regions(set, position, |region| region.name.clone()),
            Column::RegionCode(set) => {
                self.regions(set, position, |region| region.id.code.to_string())
            }
            Column::Status => {
                let status = state.coordination.status;
                Cell::Word(Word {
                    code: status.code(),
                    label: language.coordination(status),
                    fill: fill_of_status(status),
                })
            }
            Column::StatusSince => Cell::of(state.coordination.since, Cell::Date),
            Column::Modes => {
                let modes = self
                    .arrangements(position)
                    .map(|arrangement| arrangement.mode);
                let words = once(modes).into_iter();
                let words: Vec<_> = words
                    .map(|mode| (mode.code(), language.mode(mode)))
                    .collect();
                if words.is_empty() {
                    Cell::Empty
                } else {
                    Cell::Words(words)
                }
            }
            Column::Organisations => {
                let arrangements = self.arrangements(position);
                let names = arrangements.filter_map(|arrangement| arrangement.organisation.clone());
                Cell::list(&once(names))
            }
            Column::Class => {
                let class = state.policy.class;
                Cell::Word(Word {
                    code: class.code(),
                    label: language.policy_class(class),
                    fill: fill_of_class(class),
                })
            }
            Column::Completeness(end) => share(&state.policy.completeness, end),
            Column::Dimension(dimension, end) => {
                let place = Dimension::ALL.iter().position(|other| *other == dimension);
                share(&state.policy.dimensions[place.unwrap_or_default()], end)
            }
            Column::LastAssessed => Cell::of(state.policy.last_assessed, Cell::Date),
            Column::Inherited => {
                Cell::Flag(state.coordination.inherited() || state.policy.inherited())
            }
            Column::Documents => Cell::Whole(count(state.documents.len())),
            Column::Block(block) => Cell::of(state.policy.blocks.get(block), |block| {
                verdict(block.verdict, language)
            }),
            Column::Rank(purpose) => {
                let audience = self.audience;
                let ranking = view.ranking(RankingKey { purpose, audience });
                Cell::Whole(count(ranking.rank(position)))
            }
            Column::LastBriefed => Cell::of(view.last_briefed(position), Cell::Date),
            Column::Stage => Cell::of(self.target(position), |target| {
                Cell::Words(vec![(target.stage.code(), language.stage(target.stage))])
            }),
            Column::Owner => {
                let target = self.target(position);
                Cell::of(target.and_then(|target| target.owner.clone()), Cell::Text)
            }
            Column::Briefing => {
                let target = self.target(position);
                Cell::of(target.and_then(|target| target.briefing), Cell::Date)
            }
            Column::Invented => Cell::Text(language.invented().to_owned()),
        }
    }

    fn target(&self, position: usize) -> Option<&TargetState> {
        let campaign = self.campaign.as_ref()?;
        campaign.state(self.view.code(position)?)
    }

    fn regions(&self, set: usize, position: usize, text: impl Fn(&Region) -> String) -> Cell {
        let facts = self.view.index().facts();
        let set = &facts.region_sets[set].id;
        let places = self.view.municipalities()[position].regions.iter();
        let regions = places.map(|place| &facts.regions[self.view.regions()[*place].region]);
        let of_set = regions.filter(|region| region.id.set == *set);
        Cell::list(&of_set.map(text).collect::<Vec<_>>())
    }

    fn arrangements(&self, position: usize) -> impl Iterator<Item = &Arrangement> {
        let in_force = &self.view.municipalities()[position]
            .coordination
            .arrangements;
        let index = self.view.index();
        in_force
            .iter()
            .map(|arrangement| &index.arrangement(arrangement.arrangement).fact)
    }
}

/// Each of them once, in the order in which they come.
fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for each in all {
        if !seen.contains(&each) {
            seen.push(each);
        }
    }
    seen
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn share(interval: &Completeness, end: End) -> Cell {
    Cell::Share(match end {
        End::Low => interval.low,
        End::High => interval.high,
    })
}

fn verdict(verdict: Verdict, language: Language) -> Cell {
    Cell::Word(Word {
        code: verdict.code(),
        label: language.verdict_title(verdict),
        fill: fill_of_verdict(verdict),
    })
}
