//! The part of the schema that the questions ask for, by plain resolvers over
//! data that stays in memory for good.

use async_graphql::{
    EmptyMutation, EmptySubscription, Enum, InputObject, Json, Object, Schema, SimpleObject,
};
use serde::Deserialize;
use serde_json::value::RawValue;

pub type FloorSchema = Schema<Query, EmptyMutation, EmptySubscription>;

#[derive(Deserialize)]
struct Data {
    municipalities: Vec<Municipality>,
    coverage: Vec<CoverageRow>,
}

#[derive(Deserialize, SimpleObject)]
struct Municipality {
    code: String,
    name: String,
    geometry: Json<Box<RawValue>>,
    population: Option<Population>,
    regions: Vec<Region>,
    coordination: Coordination,
    policy: Policy,
}

impl Municipality {
    fn inhabitants(&self) -> Option<i32> {
        self.population.as_ref().map(|told| told.inhabitants)
    }
}

#[derive(Deserialize, SimpleObject)]
struct Population {
    inhabitants: i32,
}

#[derive(Deserialize, SimpleObject)]
struct Region {
    set: String,
    code: String,
    name: String,
}

#[derive(Deserialize, SimpleObject)]
struct Coordination {
    status: String,
}

#[derive(Deserialize, SimpleObject)]
struct Policy {
    class: PolicyClass,
    completeness: Completeness,
    verdicts: Vec<Verdict>,
}

#[derive(Deserialize, SimpleObject)]
struct Completeness {
    low: f64,
    high: f64,
}

#[derive(Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
struct Verdict {
    block: Block,
    verdict: String,
    valid_from: Option<String>,
    established: Option<String>,
    source: Option<Source>,
}

#[derive(Deserialize, SimpleObject)]
struct Block {
    id: String,
}

#[derive(Deserialize, SimpleObject)]
struct Source {
    url: Option<String>,
}

#[derive(Deserialize, SimpleObject)]
struct CoverageRow {
    key: String,
    label: String,
    coverage: Coverage,
}

#[derive(Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
struct Coverage {
    by_status: Vec<StatusCount>,
}

#[derive(Deserialize, SimpleObject)]
struct StatusCount {
    status: String,
    count: i32,
}

#[derive(SimpleObject)]
struct Municipalities {
    total_count: usize,
    nodes: Vec<&'static Municipality>,
}

#[derive(Clone, Copy, Deserialize, Enum, Eq, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum PolicyClass {
    NotAssessed,
    Uncertain,
    None,
    Partial,
    Complete,
    Advanced,
}

#[derive(Clone, Copy, Enum, Eq, PartialEq)]
enum OrderBy {
    Name,
    Population,
}

#[derive(Clone, Copy, Enum, Eq, PartialEq)]
enum Direction {
    Asc,
    Desc,
}

#[derive(InputObject)]
struct Order {
    by: OrderBy,
    direction: Option<Direction>,
}

#[derive(InputObject)]
struct RegionInput {
    set: String,
    code: String,
}

#[derive(InputObject)]
struct Filter {
    region: Option<RegionInput>,
    policy_class: Option<Vec<PolicyClass>>,
}

impl Filter {
    fn lets_through(&self, one: &Municipality) -> bool {
        let lies_in = |wanted: &RegionInput| {
            let is = |region: &Region| region.set == wanted.set && region.code == wanted.code;
            one.regions.iter().any(is)
        };
        self.region.as_ref().is_none_or(lies_in)
            && self
                .policy_class
                .as_ref()
                .is_none_or(|classes| classes.contains(&one.policy.class))
    }
}

#[derive(InputObject)]
struct Group {
    region_set: Option<String>,
}

pub struct Query {
    data: &'static Data,
}

#[Object]
impl Query {
    async fn municipality(
        &self,
        code: String,
        #[graphql(name = "asOf")] _as_of: Option<String>,
    ) -> Option<&Municipality> {
        self.data.municipalities.iter().find(|one| one.code == code)
    }

    async fn municipalities(
        &self,
        #[graphql(name = "asOf")] _as_of: Option<String>,
        first: Option<usize>,
        order_by: Option<Vec<Order>>,
        #[graphql(name = "where")] filter: Option<Filter>,
    ) -> Municipalities {
        let all = self.data.municipalities.iter();
        let mut nodes: Vec<_> = match &filter {
            Some(filter) => all.filter(|one| filter.lets_through(one)).collect(),
            None => all.collect(),
        };
        if let Some(Order { by, direction }) = order_by.iter().flatten().next() {
            // Where two are equal, the order of the data stays.
            nodes.sort_by(|a, b| {
                let order = match by {
                    OrderBy::Name => a.name.cmp(&b.name),
                    OrderBy::Population => a.inhabitants().cmp(&b.inhabitants()),
                };
                match direction {
                    Some(Direction::Desc) => order.reverse(),
                    _ => order,
                }
            });
        }
        let total_count = nodes.len();
        nodes.truncate(first.unwrap_or(usize::MAX));
        Municipalities { total_count, nodes }
    }

    async fn coverage_by(
        &self,
        #[graphql(name = "group")] _group: Group,
        #[graphql(name = "asOf")] _as_of: Option<String>,
    ) -> &[CoverageRow] {
        &self.data.coverage
    }
}

/// The schema over the data that every contestant of the benchmark gets.
pub fn load(text: &str) -> Result<FloorSchema, serde_json::Error> {
    let data: &'static Data = Box::leak(Box::new(serde_json::from_str(text)?));
    let query = Query { data };
    Ok(Schema::new(query, EmptyMutation, EmptySubscription))
}
