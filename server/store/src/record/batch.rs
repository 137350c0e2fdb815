//! Files that people hand in, and what would become of their rows.

mod lines;

use serde::Serialize;

use crate::sql::dialect::{Tx, execute, fetch_all, fetch_one, insert_all, rows};
use crate::text::{instant_text, one_more_than, read_number, read_word, unreadable};
use crate::{Change, Store, StoreError};
use domain::id::Id;
use domain::page::Page;
use domain::record::batch::{Batch, BatchRow, RowCounts, RowRepair};
use domain::vocabulary::{ImportState, RowOutcome};

const TABLE: &str = "import_batch";
const ROWS: &str = "import_row";

rows! {
    struct BatchLine {
        id: String, file: String, kind: String, boundary_date: Option<String>, layer: Option<String>,
        state: String, created_at: String, created_by: String, looked_at_in: i64,
        committed_in: Option<i64>, columns: String, notices: String, kept: String,
    }
    struct RowLine {
        line: i64, outcome: String, municipality: Option<String>, left_out: i64,
        remarks: String, fields: String, cells: String,
    }
    struct CountLine { outcome: String, number: i64 }
    struct NumberLine { number: i64 }
    struct ContentLine { content: Option<Vec<u8>> }
    struct RepairLine { line: i64, field: String, value: String }
}

/// Which rows of a batch, by line.
#[derive(Debug, Clone, Copy, Default)]
pub struct RowQuery {
    /// Only those with this outcome.
    pub outcome: Option<RowOutcome>,
    /// How many are passed over.
    pub skip: u32,
    /// How many at most.
    pub first: Option<u32>,
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| unreadable(TABLE, error))
}

fn number(value: impl TryInto<i64>) -> i64 {
    value.try_into().unwrap_or(i64::MAX)
}

async fn commit(tx: Tx) -> Result<(), StoreError> {
    match tx {
        Tx::Sqlite(tx) => tx.commit().await?,
        Tx::Postgres(tx) => tx.commit().await?,
    }
    Ok(())
}

/// Puts rows in the place of those that a batch has.
async fn write_rows(tx: &mut Tx, id: &Id<Batch>, rows: &[BatchRow]) -> Result<(), StoreError> {
    execute!(
        &mut *tx,
        "delete from import_row where batch_id = $1",
        id.as_str()
    )?;
    let lines = rows.iter().map(|row| {
        Ok((
            row,
            json(&row.remarks)?,
            json(&row.fields)?,
            json(&row.cells)?,
        ))
    });
    let lines = lines.collect::<Result<Vec<_>, StoreError>>()?;
    insert_all!(
        tx,
        "insert into import_row
             (batch_id, line, outcome, municipality, left_out, remarks, fields, cells)",
        lines,
        |line| [
            id.to_string(),
            number(line.0.line),
            line.0.outcome.code(),
            line.0.municipality.map(|code| code.to_string()),
            i64::from(line.0.left_out),
            line.1.clone(),
            line.2.clone(),
            line.3.clone()
        ]
    )?;
    Ok(())
}

impl Store {
    /// Keeps a file that was handed in, with what would become of its rows.
    pub async fn record_batch(
        &self,
        batch: &Batch,
        rows: &[BatchRow],
        content: &[u8],
    ) -> Result<(), StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        execute!(
            &mut tx,
            "insert into import_batch
                 (id, file, kind, boundary_date, layer, state, created_at, created_by, looked_at_in,
                 columns, notices, kept, content)
             values ($1, $2, $3, $4, $5, 'PREVIEW', $6, $7, $8, $9, $10, '[]', $11)",
            batch.id.as_str(),
            batch.file.as_str(),
            batch.kind.as_str(),
            batch.date.map(|date| date.to_string()),
            batch.layer.as_deref(),
            instant_text(batch.created_at),
            batch.created_by.as_str(),
            number(batch.looked_at_in),
            json(&batch.columns)?,
            json(&batch.notices)?,
            content,
        )?;
        write_rows(&mut tx, &batch.id, rows).await?;
        commit(tx).await
    }

    /// Puts another look in the place of the last one, with the repairs that it
    /// was taken with. Tells whether the batch could still be looked at.
    pub async fn record_look(
        &self,
        batch: &Batch,
        rows: &[BatchRow],
        repairs: &[RowRepair],
    ) -> Result<bool, StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        let touched = execute!(
            &mut tx,
            "update import_batch
             set looked_at_in = $2, columns = $3, notices = $4
             where id = $1 and state = 'PREVIEW'",
            batch.id.as_str(),
            number(batch.looked_at_in),
            json(&batch.columns)?,
            json(&batch.notices)?,
        )?;
        if touched == 0 {
            return Ok(false);
        }
        write_rows(&mut tx, &batch.id, rows).await?;
        execute!(
            &mut tx,
            "delete from import_repair where batch_id = $1",
            batch.id.as_str(),
        )?;
        insert_all!(
            &mut tx,
            "insert into import_repair (batch_id, line, field, value)",
            repairs,
            |repair| [
                batch.id.to_string(),
                number(repair.line),
                repair.field.clone(),
                repair.value.clone()
            ]
        )?;
        commit(tx).await?;
        Ok(true)
    }

    /// Ends a batch that made no revision of its own. Tells whether it was in
    /// the state that it was thought to be in.
    pub async fn close_batch(
        &self,
        id: &Id<Batch>,
        from: ImportState,
        to: ImportState,
        kept: &[String],
    ) -> Result<bool, StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        let touched = execute!(
            &mut tx,
            "update import_batch
             set state = $3, content = null, kept = $4
             where id = $1 and state = $2",
            id.as_str(),
            from.code(),
            to.code(),
            json(&kept)?,
        )?;
        commit(tx).await?;
        Ok(touched > 0)
    }

    /// A batch. One whose change was undone is undone with it, whoever did that.
    pub async fn find_batch(&self, id: &Id<Batch>) -> Result<Option<Batch>, StoreError> {
        let mut tx = self.snapshot().await?;
        let lines = fetch_all!(
            &mut tx,
            BatchLine,
            "select id, file, kind, boundary_date, layer,
                 case
                     when state = 'COMMITTED'
                         and exists (select 1 from change where undoes = committed_in) then 'UNDONE'
                     else state
                 end as state,
                 created_at, created_by, looked_at_in, committed_in, columns, notices, kept
             from import_batch
             where id = $1",
            id.as_str(),
        )?;
        lines.into_iter().next().map(Batch::try_from).transpose()
    }

    /// The batches, the last first; those of one person when `by` is given.
    /// `after` is the id of the one before the page.
    pub async fn batches(
        &self,
        by: Option<&str>,
        after: Option<&str>,
        first: usize,
    ) -> Result<Page<Batch>, StoreError> {
        let mut tx = self.snapshot().await?;
        // Ids grow with time.
        let lines = fetch_all!(
            &mut tx,
            BatchLine,
            "select id, file, kind, boundary_date, layer,
                 case
                     when state = 'COMMITTED'
                         and exists (select 1 from change where undoes = committed_in) then 'UNDONE'
                     else state
                 end as state,
                 created_at, created_by, looked_at_in, committed_in, columns, notices, kept
             from import_batch
             where ($1 = '' or created_by = $1) and ($2 = '' or id < $2)
             order by id desc
             limit $3",
            by.unwrap_or_default(),
            after.unwrap_or_default(),
            one_more_than(first),
        )?;
        let all = fetch_one!(
            &mut tx,
            NumberLine,
            "select count(*) as number
             from import_batch
             where ($1 = '' or created_by = $1)",
            by.unwrap_or_default(),
        )?;
        let batches = lines.into_iter().map(Batch::try_from);
        Ok(Page::first_of(
            batches.collect::<Result<_, _>>()?,
            first,
            read_number(TABLE, all.number)?,
            after.is_some(),
        ))
    }

    /// The file of a batch that can still be looked at, and its repairs.
    pub async fn batch_file(
        &self,
        id: &Id<Batch>,
    ) -> Result<Option<(Vec<u8>, Vec<RowRepair>)>, StoreError> {
        let mut tx = self.snapshot().await?;
        let lines = fetch_all!(
            &mut tx,
            ContentLine,
            "select content
             from import_batch
             where id = $1",
            id.as_str(),
        )?;
        let repairs = fetch_all!(
            &mut tx,
            RepairLine,
            "select line, field, value
             from import_repair
             where batch_id = $1
             order by line, field",
            id.as_str(),
        )?;
        let repairs = repairs.into_iter().map(|repair| {
            Ok(RowRepair {
                line: read_number("import_repair", repair.line)?,
                field: repair.field,
                value: repair.value,
            })
        });
        let repairs = repairs.collect::<Result<_, StoreError>>()?;
        let content = lines.into_iter().next().and_then(|line| line.content);
        Ok(content.map(|content| (content, repairs)))
    }

    /// The rows of a batch, by line.
    pub async fn batch_rows(
        &self,
        id: &Id<Batch>,
        query: RowQuery,
    ) -> Result<Vec<BatchRow>, StoreError> {
        let mut tx = self.snapshot().await?;
        let lines = fetch_all!(
            &mut tx,
            RowLine,
            "select line, outcome, municipality, left_out, remarks, fields, cells
             from import_row
             where batch_id = $1 and ($2 = '' or outcome = $2)
             order by line
             limit $3 offset $4",
            id.as_str(),
            query.outcome.map_or("", RowOutcome::code),
            query.first.map_or(i64::MAX, i64::from),
            i64::from(query.skip),
        )?;
        lines.into_iter().map(BatchRow::try_from).collect()
    }

    /// How many rows a batch has by outcome, without those left out.
    pub async fn batch_counts(&self, id: &Id<Batch>) -> Result<RowCounts, StoreError> {
        let mut tx = self.snapshot().await?;
        let lines = fetch_all!(
            &mut tx,
            CountLine,
            "select outcome, count(*) as number
             from import_row
             where batch_id = $1 and left_out = 0
             group by outcome
             order by outcome",
            id.as_str(),
        )?;
        let mut counts = RowCounts::default();
        for line in lines {
            let number = read_number(ROWS, line.number)?;
            match read_word(ROWS, &line.outcome)? {
                RowOutcome::New => counts.new = number,
                RowOutcome::Changed => counts.changed = number,
                RowOutcome::Same => counts.same = number,
                RowOutcome::Error => counts.errors = number,
            }
        }
        Ok(counts)
    }

    /// Keeps what became of the rows of a batch, where that is not what was
    /// seen before.
    pub async fn record_rows(&self, id: &Id<Batch>, rows: &[BatchRow]) -> Result<(), StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        write_rows(&mut tx, id, rows).await?;
        commit(tx).await
    }
}

async fn leave_out(tx: &mut Tx, id: &Id<Batch>, lines: &[u64]) -> Result<(), StoreError> {
    for line in lines {
        execute!(
            &mut *tx,
            "update import_row
             set left_out = 1
             where batch_id = $1 and line = $2",
            id.as_str(),
            number(*line),
        )?;
    }
    Ok(())
}

impl Change {
    /// Lets a batch be on record with this change. Tells whether it was still
    /// waiting for that.
    pub async fn commit_batch(
        &mut self,
        id: &Id<Batch>,
        left_out: &[u64],
    ) -> Result<bool, StoreError> {
        let touched = execute!(
            &mut self.tx,
            "update import_batch
             set state = 'COMMITTED', committed_in = $2, content = null
             where id = $1 and state = 'PREVIEW'",
            id.as_str(),
            self.revision,
        )?;
        leave_out(&mut self.tx, id, left_out).await?;
        Ok(touched > 0)
    }
}
