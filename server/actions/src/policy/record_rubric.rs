//! Recording another version of the rubric.

use std::collections::HashSet;
use std::sync::Arc;

use crate::checks::Checks;
use crate::places::record_regions::is_id;
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::message::{RecordMessage, SummaryMessage};
use domain::policy::rubric::{ADOPTED_POLICY, CARE_COORDINATION, REGIONAL_PLAN, Rubric};
use domain::vocabulary::AuditAction;

/// The most blocks of a version.
const MOST_BLOCKS: usize = 200;
/// The largest weight of a block.
const LARGEST_WEIGHT: u32 = 100;

/// Records another version of the rubric, in force from a date later than that
/// of the last one. A block goes by blocks of the last one where it says so.
pub async fn record_rubric(writer: &Writer<'_>, rubric: &Rubric) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::RecordRubric).await?;
    let known = change.rubrics().await?;
    let mut checks = Checks::default();
    check_id(&mut checks, "id", None, &rubric.id);
    if change.has_rubric(&rubric.id).await? {
        let id = rubric.id.to_string();
        checks.refuse("id", RecordMessage::RubricIdUsed { id });
    }
    checks.written(None, rubric);
    checks.date("validFrom", rubric.valid_from);
    let before = known.last();
    if let Some(before) = before.filter(|before| rubric.valid_from <= before.valid_from) {
        let later = RecordMessage::RubricDate {
            last: before.valid_from,
            rubric: before.id.to_string(),
        };
        checks.refuse("validFrom", later);
    }
    check_themes(&mut checks, rubric);
    check_blocks(&mut checks, rubric, before.map(|before| &**before));
    refuse(checks.0)?;
    change.record_rubric(rubric).await?;
    let mut outcome: Outcome = vec![WriteOutcome::New].into();
    for id in [ADOPTED_POLICY, REGIONAL_PLAN, CARE_COORDINATION] {
        if rubric.find_block(id).is_none() {
            let underived = RecordMessage::BlockUnderived {
                block: id.to_owned(),
                from: rubric.valid_from,
            };
            outcome.notices.push(underived.into());
        }
    }
    let summary = SummaryMessage::RubricFrom {
        id: rubric.id.to_string(),
        date: rubric.valid_from,
    };
    writer.finish(change, summary, outcome).await
}

fn check_id(checks: &mut Checks, field: &'static str, item: Option<usize>, id: &str) {
    if is_id(id) {
        return;
    }
    checks.refuse_at(item, field, RecordMessage::BadId);
}

fn check_themes(checks: &mut Checks, rubric: &Rubric) {
    if rubric.themes.is_empty() {
        checks.refuse("themes", RecordMessage::NoThemes);
    }
    let mut seen = HashSet::new();
    for (item, theme) in rubric.themes.iter().enumerate() {
        check_id(checks, "themes.id", Some(item), &theme.id);
        if !seen.insert(&theme.id) {
            checks.refuse_item(item, "themes.id", RecordMessage::IdTwice);
        }
        checks.written(Some(item), theme);
    }
}

fn check_blocks(checks: &mut Checks, rubric: &Rubric, before: Option<&Rubric>) {
    if !(1..=MOST_BLOCKS).contains(&rubric.blocks.len()) {
        checks.refuse("blocks", RecordMessage::BlocksCount { most: MOST_BLOCKS });
    }
    let mut seen: HashSet<&Arc<str>> = HashSet::new();
    for (item, block) in rubric.blocks.iter().enumerate() {
        check_id(checks, "blocks.id", Some(item), &block.id);
        if !seen.insert(&block.id) {
            checks.refuse_item(item, "blocks.id", RecordMessage::IdTwice);
        }
        checks.written(Some(item), block);
        if !(block.weight > 0.0 && block.weight <= f64::from(LARGEST_WEIGHT)) {
            let most = LARGEST_WEIGHT.into();
            checks.refuse_item(item, "blocks.weight", RecordMessage::BadWeight { most });
        }
        for origin in &block.from {
            if before
                .and_then(|before| before.find_block(origin))
                .is_none()
            {
                let block = origin.to_string();
                checks.refuse_item(item, "blocks.from", RecordMessage::NoOrigin { block });
            }
        }
    }
}
