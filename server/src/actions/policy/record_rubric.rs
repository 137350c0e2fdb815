//! Recording another version of the rubric.

use std::collections::HashSet;
use std::sync::Arc;

use crate::actions::checks::Checks;
use crate::actions::places::record_regions::is_id;
use crate::actions::{ActionError, Outcome, RowOutcome, Writer, refuse};
use crate::domain::policy::rubric::{ADOPTED_POLICY, CARE_COORDINATION, REGIONAL_PLAN, Rubric};

/// The most blocks of a version.
const MOST_BLOCKS: usize = 200;
/// The largest weight of a block.
const LARGEST_WEIGHT: f64 = 100.0;

/// Records another version of the rubric, in force from a date later than that
/// of the last one. A block goes by blocks of the last one where it says so.
pub async fn record_rubric(writer: &Writer<'_>, rubric: &Rubric) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_rubric").await?;
    let known = change.rubrics().await?;
    let mut checks = Checks::default();
    check_id(&mut checks, "id", None, &rubric.id);
    if change.has_rubric(&rubric.id).await? {
        let what = format_args!("there is or was a rubric `{}`; give another id", rubric.id);
        checks.refuse("id", what);
    }
    checks.written(None, rubric);
    checks.date("validFrom", rubric.valid_from);
    let before = known.last();
    if let Some(before) = before.filter(|before| rubric.valid_from <= before.valid_from) {
        let what = format_args!(
            "give a date later than {}, from which `{}` holds",
            before.valid_from, before.id
        );
        checks.refuse("validFrom", what);
    }
    check_themes(&mut checks, rubric);
    check_blocks(&mut checks, rubric, before.map(|before| &**before));
    refuse(checks.0)?;
    change.record_rubric(rubric).await?;
    let mut outcome: Outcome = vec![RowOutcome::New].into();
    for id in [ADOPTED_POLICY, REGIONAL_PLAN, CARE_COORDINATION] {
        if rubric.find_block(id).is_none() {
            outcome.notices.push(format!(
                "there is no block `{id}`: from {} on nothing is derived for it",
                rubric.valid_from
            ));
        }
    }
    let summary = format!("{} from {}", rubric.id, rubric.valid_from);
    writer.finish(change, &summary, outcome).await
}

fn check_id(checks: &mut Checks, field: &'static str, item: Option<usize>, id: &str) {
    if is_id(id) {
        return;
    }
    let what = "is no id; write small letters, digits and hyphens, such as focal-point";
    checks.refuse_at(item, field, what);
}

fn check_themes(checks: &mut Checks, rubric: &Rubric) {
    if rubric.themes.is_empty() {
        checks.refuse("themes", "give at least one theme");
    }
    let mut seen = HashSet::new();
    for (item, theme) in rubric.themes.iter().enumerate() {
        check_id(checks, "themes.id", Some(item), &theme.id);
        if !seen.insert(&theme.id) {
            checks.refuse_item(item, "themes.id", "is given twice");
        }
        checks.written(Some(item), theme);
    }
}

fn check_blocks(checks: &mut Checks, rubric: &Rubric, before: Option<&Rubric>) {
    if !(1..=MOST_BLOCKS).contains(&rubric.blocks.len()) {
        checks.refuse("blocks", format_args!("give 1 to {MOST_BLOCKS} blocks"));
    }
    let mut seen: HashSet<&Arc<str>> = HashSet::new();
    for (item, block) in rubric.blocks.iter().enumerate() {
        check_id(checks, "blocks.id", Some(item), &block.id);
        if !seen.insert(&block.id) {
            checks.refuse_item(item, "blocks.id", "is given twice");
        }
        checks.written(Some(item), block);
        if !(block.weight > 0.0 && block.weight <= LARGEST_WEIGHT) {
            let what = format_args!("give a weight above 0, at most {LARGEST_WEIGHT}");
            checks.refuse_item(item, "blocks.weight", what);
        }
        for origin in &block.from {
            if before
                .and_then(|before| before.find_block(origin))
                .is_none()
            {
                let what = format_args!("the version before has no block `{origin}`");
                checks.refuse_item(item, "blocks.from", what);
            }
        }
    }
}
