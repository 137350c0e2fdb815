//! Rubrics: themes and building blocks.

use std::sync::Arc;

use crate::sql::dialect::{Tx, execute, fetch_all, fetch_one, insert_all, rows};
use crate::sql::read_cache::{NO_CHANGE, ReadCache};
use crate::text::{read_date, read_word, unreadable};
use crate::{Change, Store, StoreError};
use domain::policy::rubric::{BuildingBlock, Rubric, Theme};

rows! {
    struct MarkRow { revision: i64 }
    struct RubricRow { id: String, title_nl: String, title_en: String, provisional: i64, valid_from: String }
    struct ThemeRow {
        rubric: String, id: String, dimension: String, title_nl: String, title_en: String, guidance_url: String,
    }
    struct OriginRow { rubric: String, block: String, from_block: String }
    struct CountRow { number: i64 }
    struct BlockRow {
        rubric: String, id: String, theme: String, level: String, weight: f64,
        title_nl: String, title_en: String, source_url: String,
    }
}

pub(crate) async fn rubrics(tx: &mut Tx) -> Result<Vec<Arc<Rubric>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        RubricRow,
        "select id, title_nl, title_en, provisional, valid_from
         from rubric
         where superseded_in is null
         order by valid_from, id",
    )?;
    let mut rubrics = rows
        .into_iter()
        .map(Rubric::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let themes = fetch_all!(
        &mut *tx,
        ThemeRow,
        "select rubric, id, dimension, title_nl, title_en, guidance_url
         from theme
         order by rubric, position",
    )?;
    for row in themes {
        if let Some(rubric) = rubrics.iter_mut().find(|rubric| *rubric.id == *row.rubric) {
            rubric.themes.push(row.try_into()?);
        }
    }
    let blocks = fetch_all!(
        &mut *tx,
        BlockRow,
        "select rubric, id, theme, level, weight, title_nl, title_en, source_url
         from building_block
         order by rubric, position",
    )?;
    let origins = fetch_all!(
        tx,
        OriginRow,
        "select rubric, block, from_block
         from block_origin
         order by rubric, block, from_block",
    )?;
    for row in blocks {
        if let Some(rubric) = rubrics.iter_mut().find(|rubric| *rubric.id == *row.rubric) {
            let theme = rubric
                .find_theme(&row.theme)
                .ok_or_else(|| unreadable("building_block", format!("no theme `{}`", row.theme)))?;
            rubric.blocks.push(row.into_block(theme)?);
        }
    }
    for row in origins {
        let rubric = rubrics.iter_mut().find(|rubric| *rubric.id == *row.rubric);
        if let Some(rubric) = rubric
            && let Some(block) = rubric.find_block(&row.block)
        {
            rubric.blocks[block].from.push(row.from_block.into());
        }
    }
    Ok(rubrics.into_iter().map(Arc::new).collect())
}

impl TryFrom<RubricRow> for Rubric {
    type Error = StoreError;

    fn try_from(row: RubricRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id.into(),
            title_nl: row.title_nl,
            title_en: row.title_en,
            provisional: row.provisional != 0,
            valid_from: read_date("rubric", &row.valid_from)?,
            themes: Vec::new(),
            blocks: Vec::new(),
        })
    }
}

impl TryFrom<ThemeRow> for Theme {
    type Error = StoreError;

    fn try_from(row: ThemeRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id.into(),
            dimension: read_word("theme", &row.dimension)?,
            title_nl: row.title_nl,
            title_en: row.title_en,
            guidance_url: row.guidance_url,
        })
    }
}

impl BlockRow {
    fn into_block(self, theme: usize) -> Result<BuildingBlock, StoreError> {
        Ok(BuildingBlock {
            id: self.id.into(),
            theme,
            level: read_word("building_block", &self.level)?,
            weight: self.weight,
            title_nl: self.title_nl,
            title_en: self.title_en,
            source_url: self.source_url,
            from: Vec::new(),
        })
    }
}

/// The rubrics as they stand in the change that makes `revision`.
async fn current(
    tx: &mut Tx,
    kept: &ReadCache<Vec<Arc<Rubric>>>,
    revision: i64,
) -> Result<Vec<Arc<Rubric>>, StoreError> {
    let mark = fetch_one!(
        &mut *tx,
        MarkRow,
        "select coalesce(max(revision), 0) as revision
         from (
             select max(recorded_in) as revision from rubric
             union all
             select max(superseded_in) from rubric
         ) as parts",
    )?
    .revision;
    kept.get_or_read(mark, revision, rubrics(tx)).await
}

impl Store {
    /// The rubrics as they stand, by the date from which they hold.
    pub async fn rubrics(&self) -> Result<Vec<Arc<Rubric>>, StoreError> {
        current(&mut self.snapshot().await?, &self.rubrics, NO_CHANGE).await
    }
}

impl Change {
    /// The rubrics on record, by the date from which they hold. Kept between
    /// changes that leave them alone.
    pub async fn rubrics(&mut self) -> Result<Vec<Arc<Rubric>>, StoreError> {
        current(&mut self.tx, &self.store.rubrics, self.revision).await
    }

    /// Whether a rubric has this id, or had it before it was taken back.
    pub async fn has_rubric(&mut self, id: &str) -> Result<bool, StoreError> {
        let count = fetch_one!(
            &mut self.tx,
            CountRow,
            "select count(*) as number from rubric where id = $1",
            id,
        )?;
        Ok(count.number > 0)
    }

    /// Records a rubric with its themes and blocks.
    pub async fn record_rubric(&mut self, rubric: &Rubric) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into rubric (id, title_nl, title_en, provisional, valid_from, recorded_in)
             values ($1, $2, $3, $4, $5, $6)",
            rubric.id.to_string(),
            rubric.title_nl.as_str(),
            rubric.title_en.as_str(),
            i64::from(rubric.provisional),
            rubric.valid_from.to_string(),
            self.revision,
        )?;
        let themes: Vec<_> = (0_i64..).zip(&rubric.themes).collect();
        insert_all!(
            &mut self.tx,
            "insert into theme (rubric, id, position, dimension, title_nl, title_en, guidance_url)",
            themes,
            |entry| [
                rubric.id.to_string(),
                entry.1.id.to_string(),
                entry.0,
                entry.1.dimension.code(),
                entry.1.title_nl.clone(),
                entry.1.title_en.clone(),
                entry.1.guidance_url.clone()
            ]
        )?;
        let blocks: Vec<_> = (0_i64..).zip(&rubric.blocks).collect();
        insert_all!(
            &mut self.tx,
            "insert into building_block
                 (rubric, id, position, theme, level, weight, title_nl, title_en, source_url)",
            blocks,
            |entry| [
                rubric.id.to_string(),
                entry.1.id.to_string(),
                entry.0,
                rubric.themes[entry.1.theme].id.to_string(),
                entry.1.level.code(),
                entry.1.weight,
                entry.1.title_nl.clone(),
                entry.1.title_en.clone(),
                entry.1.source_url.clone()
            ]
        )?;
        let blocks = rubric.blocks.iter();
        let origins = blocks.flat_map(|block| block.from.iter().map(|from| (&block.id, from)));
        let origins: Vec<_> = origins.collect();
        insert_all!(
            &mut self.tx,
            "insert into block_origin (rubric, block, from_block)",
            origins,
            |origin| [
                rubric.id.to_string(),
                origin.0.to_string(),
                origin.1.to_string()
            ]
        )?;
        Ok(())
    }
}
