//! Everything on record, read at one revision.

use super::care::{arrangement, practice};
use super::outreach::{briefing, campaign};
use super::people::token;
use super::places::{indicator, municipality, region};
use super::policy::{confirmation, document, rubric, verdict};
use super::record::change_log::{ChangeIndex, revision};
use super::sql::dialect::{Tx, fetch_all, rows};
use super::text::read_number;
use super::{Change, Store, StoreError};
use domain::facts::Facts;

rows! {
    struct PartRow { part: String, touched: i64 }
}

impl Store {
    /// Reads everything on record, as of one revision.
    pub async fn facts(&self) -> Result<Facts, StoreError> {
        let mut facts = Facts::default();
        self.catch_up(&mut facts).await?;
        Ok(facts)
    }

    /// Brings facts that this store gave earlier up to the last revision, by
    /// reading only the parts that were touched since; of the verdicts only
    /// those that are new or superseded. Tells whether anything changed. On an
    /// error the facts are as they were.
    pub async fn catch_up(&self, facts: &mut Facts) -> Result<bool, StoreError> {
        let mut tx = self.snapshot().await?;
        let is_newer = catch_up(&mut tx, facts).await?;
        self.known_changes.keep(&facts.changes);
        Ok(is_newer)
    }
}

impl Change {
    /// Everything on record, with what this change wrote so far.
    pub async fn facts(&mut self) -> Result<Facts, StoreError> {
        let mut facts = Facts::default();
        self.catch_up(&mut facts).await?;
        Ok(facts)
    }

    /// Brings facts that this store gave up to what this change wrote so far.
    pub async fn catch_up(&mut self, facts: &mut Facts) -> Result<(), StoreError> {
        catch_up(&mut self.tx, facts).await?;
        Ok(())
    }
}

async fn catch_up(tx: &mut Tx, facts: &mut Facts) -> Result<bool, StoreError> {
    let now = read_number("server_state", revision(tx).await?)?;
    if facts.revision == now {
        return Ok(false);
    }
    let since = i64::try_from(facts.revision).unwrap_or(i64::MAX);
    let ledger = ChangeIndex::read(tx, &facts.changes).await?;
    let touched = touched_parts(tx, since).await?;
    let touched = |part: &str| {
        touched
            .iter()
            .any(|row| row.part == part && row.touched > 0)
    };

    let mut fresh = Facts {
        revision: now,
        ..Facts::default()
    };
    macro_rules! refresh {
        ($part:literal, $field:ident, $read:expr) => {
            if touched($part) {
                fresh.$field = $read.await?.into();
            }
        };
    }
    refresh!(
        "boundary_edition",
        editions,
        municipality::shared_editions(tx)
    );
    refresh!("succession", successions, municipality::successions(tx));
    refresh!("alias", aliases, municipality::aliases(tx));
    refresh!(
        "population_figure",
        population,
        municipality::population(tx)
    );
    refresh!("region_set", region_sets, region::sets(tx));
    refresh!("region", regions, region::regions(tx));
    refresh!(
        "region_membership",
        memberships,
        region::memberships(tx, &ledger)
    );
    refresh!("rubric", rubrics, rubric::rubrics(tx));
    refresh!(
        "arrangement",
        arrangements,
        arrangement::arrangements(tx, &ledger)
    );
    refresh!(
        "policy_document",
        documents,
        document::documents(tx, &ledger)
    );
    refresh!("national_indicator", indicators, indicator::indicators(tx));
    refresh!("api_token", tokens, token::tokens(tx, &ledger));
    refresh!("campaign", campaigns, campaign::campaigns(tx, &ledger));
    refresh!("campaign_target", targets, campaign::targets(tx, &ledger));
    refresh!("briefing", briefings, briefing::briefings(tx, &ledger));
    refresh!(
        "bottleneck",
        bottlenecks,
        practice::bottlenecks(tx, &ledger)
    );
    refresh!(
        "good_practice",
        good_practices,
        practice::good_practices(tx, &ledger)
    );
    refresh!(
        "confirmation",
        confirmations,
        confirmation::confirmations(tx, &ledger)
    );
    let rubrics = if touched("rubric") {
        &fresh.rubrics
    } else {
        &facts.rubrics
    };
    let news = verdict::since(tx, since, &ledger, rubrics).await?;

    // Nothing below can fail: the facts change as a whole or not at all.
    macro_rules! keep {
        ($($part:literal: $field:ident),+) => {
            $(if !touched($part) { std::mem::swap(&mut fresh.$field, &mut facts.$field); })+
        };
    }
    keep!(
        "boundary_edition": editions, "succession": successions, "alias": aliases,
        "population_figure": population, "region_set": region_sets, "region": regions,
        "region_membership": memberships, "rubric": rubrics, "arrangement": arrangements,
        "policy_document": documents, "national_indicator": indicators, "api_token": tokens,
        "campaign": campaigns, "campaign_target": targets, "briefing": briefings,
        "bottleneck": bottlenecks, "good_practice": good_practices,
        "confirmation": confirmations
    );
    fresh.verdicts = std::mem::take(&mut facts.verdicts);
    news.add_to(&mut fresh.verdicts);
    fresh.changes = ledger.0;
    *facts = fresh;
    Ok(true)
}

async fn touched_parts(tx: &mut Tx, since: i64) -> Result<Vec<PartRow>, StoreError> {
    Ok(fetch_all!(
        tx,
        PartRow,
        "select 'boundary_edition' as part, count(*) as touched
         from boundary_edition where recorded_in > $1 or superseded_in > $1
         union all
         select 'succession', count(*) from succession where recorded_in > $1 or superseded_in > $1
         union all
         select 'alias', count(*) from alias where recorded_in > $1 or superseded_in > $1
         union all
         select 'population_figure', count(*) from population_figure where recorded_in > $1 or superseded_in > $1
         union all
         select 'region_set', count(*) from region_set where recorded_in > $1 or superseded_in > $1
         union all
         select 'region', count(*) from region where recorded_in > $1 or superseded_in > $1
         union all
         select 'region_membership', count(*) from region_membership where recorded_in > $1 or superseded_in > $1
         union all
         select 'rubric', count(*) from rubric where recorded_in > $1 or superseded_in > $1
         union all
         select 'arrangement', count(*) from arrangement where recorded_in > $1 or superseded_in > $1
         union all
         select 'policy_document', count(*) from policy_document where recorded_in > $1 or superseded_in > $1
         union all
         select 'national_indicator', count(*) from national_indicator where recorded_in > $1 or superseded_in > $1
         union all
         select 'api_token', count(*) from api_token where recorded_in > $1 or superseded_in > $1
         union all
         select 'campaign', count(*) from campaign where recorded_in > $1 or superseded_in > $1
         union all
         select 'campaign_target', count(*) from campaign_target where recorded_in > $1 or superseded_in > $1
         union all
         select 'briefing', count(*) from briefing where recorded_in > $1 or superseded_in > $1
         union all
         select 'bottleneck', count(*) from bottleneck where recorded_in > $1 or superseded_in > $1
         union all
         select 'good_practice', count(*) from good_practice where recorded_in > $1 or superseded_in > $1
         union all
         select 'confirmation', count(*) from confirmation where recorded_in > $1 or superseded_in > $1",
        since,
    )?)
}
