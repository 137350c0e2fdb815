//! Files that were handed in, and what would become of their rows.
//!
//! They are read from the database, not from the atlas: nothing of them is on
//! record yet, they are large, and few people look at them.

use async_graphql::{
    ComplexObject, Context, Description, ID, InputObject, Object, Result, SimpleObject,
};

use crate::arguments::{atlas, clock, int, rows, store_beside};
use crate::enums::Language;
use crate::message::Message;
use crate::page::PageInfo;
use crate::permissions;
use crate::scalars::DateTime;
use actions::ActionError;
use domain::notes;
use domain::page::Cursor;
use domain::people::permissions::{check_import, reads_only_of, reads_work_of};
use domain::record::batch::{Batch, BatchRow, RowCounts, RowRepair};
use domain::vocabulary::{ImportState, RowOutcome};
use import::{ImportService, scope_of};
use store::RowQuery;

/// The most rows that are given at once.
const MOST_ROWS: i32 = 1_000;

/// The imports of who asks.
pub(crate) fn import_service(ctx: &Context<'_>) -> Result<ImportService> {
    permissions::signed_in(ctx)?;
    let viewer = permissions::viewer(ctx);
    let name = viewer.name.as_deref().unwrap_or_default();
    let scope = scope_of(viewer, &atlas(ctx)?);
    Ok(ImportService::new(
        store_beside(ctx)?,
        name,
        clock(ctx)?,
        scope,
    ))
}

/// A batch that who asks may read.
pub(crate) async fn find(ctx: &Context<'_>, id: &str) -> Result<Option<Batch>> {
    let found = find_any(ctx, id).await?;
    Ok(found.filter(|batch| is_readable(ctx, batch)))
}

async fn find_any(ctx: &Context<'_>, id: &str) -> Result<Option<Batch>> {
    permissions::signed_in(ctx)?;
    let found = store_beside(ctx)?.find_batch(&id.into()).await;
    Ok(found.map_err(ActionError::from)?)
}

fn is_readable(ctx: &Context<'_>, batch: &Batch) -> bool {
    reads_work_of(permissions::viewer(ctx), &batch.created_by)
}

/// A batch that who asks may commit, discard and undo.
pub(crate) async fn get(ctx: &Context<'_>, id: &str) -> Result<Batch> {
    let found = find_any(ctx, id).await?;
    let is_own = found.as_ref().is_some_and(|batch| is_readable(ctx, batch));
    permissions::own(ctx, is_own)?;
    let batch = found.ok_or_else(|| ActionError::unknown("import", id))?;
    check_import(permissions::viewer(ctx), &batch.kind)?;
    Ok(batch)
}

/// A file that somebody handed in. For who has an account; a PLATFORM reads
/// those that it handed in itself.
#[derive(Description)]
pub struct ImportBatch(pub Batch);

#[Object(use_type_description)]
impl ImportBatch {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.0.id.to_string())
    }

    /// What the file is called.
    async fn file(&self) -> &str {
        &self.0.file
    }

    /// What it holds, as on the command line: verdicts, boundaries, ...
    async fn kind(&self) -> &str {
        &self.0.kind
    }

    /// How far it has come.
    async fn state(&self) -> ImportState {
        self.0.state
    }

    /// When it was handed in.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Who handed it in.
    async fn created_by(&self) -> &str {
        &self.0.created_by
    }

    /// The revision that it made; null unless it was committed, and when all of
    /// it was on record already.
    async fn revision(&self) -> Option<i32> {
        self.0.committed_in.map(int)
    }

    /// How many rows would, or did, become what; without those left out.
    async fn counts(&self, ctx: &Context<'_>) -> Result<ImportCounts> {
        let counts = store_beside(ctx)?.batch_counts(&self.0.id).await;
        Ok(counts.map_err(ActionError::from)?.into())
    }

    /// The rows, by line: all of them unless `first` is given.
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those with this outcome.")] outcome: Option<RowOutcome>,
        #[graphql(desc = "At most so many, up to 1,000; all when absent.")] first: Option<i32>,
        #[graphql(desc = "How many are passed over.", default = 0)] skip: i32,
    ) -> Result<Vec<ImportRow>> {
        let first = first
            .map(|first| rows("first", first, MOST_ROWS))
            .transpose()?;
        let query = RowQuery {
            outcome,
            skip: u32::try_from(skip).unwrap_or_default(),
            first: first.and_then(|first| u32::try_from(first).ok()),
        };
        let rows = store_beside(ctx)?.batch_rows(&self.0.id, query).await;
        let rows = rows.map_err(ActionError::from)?.into_iter();
        Ok(rows.map(ImportRow).collect())
    }

    /// The columns of the file that are used.
    async fn columns(&self) -> Vec<ImportColumn> {
        let columns = self.0.columns.iter().map(|column| ImportColumn {
            field: column.field.clone(),
            title: column.title.clone(),
        });
        columns.collect()
    }

    /// What is to be known of the file as a whole.
    async fn notices(&self) -> Vec<String> {
        self.0.notices.iter().map(ToString::to_string).collect()
    }

    /// The same as data.
    async fn messages(&self) -> Vec<Message> {
        Message::all(&self.0.notices)
    }

    /// What an undo left as it was, since it was changed after the import.
    async fn kept(&self) -> &[String] {
        &self.0.kept
    }
}

/// A column of a file.
#[derive(SimpleObject)]
pub struct ImportColumn {
    /// The field, by the name of the column in the shipped files.
    field: String,
    /// What the file calls it.
    title: String,
}

/// How many rows would, or did, become what.
#[derive(SimpleObject)]
pub struct ImportCounts {
    /// Rows of which nothing was on record.
    new: i32,
    /// Rows that take the place of what was on record.
    changed: i32,
    /// Rows that were on record already.
    same: i32,
    /// Rows with something wrong.
    errors: i32,
}

impl From<RowCounts> for ImportCounts {
    fn from(counts: RowCounts) -> Self {
        Self {
            new: int(counts.new),
            changed: int(counts.changed),
            same: int(counts.same),
            errors: int(counts.errors),
        }
    }
}

/// A row of a file.
#[derive(Description)]
pub struct ImportRow(BatchRow);

#[Object(use_type_description)]
impl ImportRow {
    /// The line, counted from 1 with the header; of outlines the feature.
    async fn line(&self) -> i32 {
        int(self.0.line)
    }

    /// What would, or did, become of it.
    async fn outcome(&self) -> RowOutcome {
        self.0.outcome
    }

    /// The code of the municipality that it is about.
    async fn municipality(&self) -> Option<String> {
        self.0.municipality.map(|code| code.to_string())
    }

    /// What is wrong with it, or was understood in it.
    async fn message(&self) -> Option<String> {
        let remarks = self.0.remarks.iter();
        let remarks: Vec<_> = remarks.map(|remark| remark.message.to_string()).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// A better value for the first field that has one: see `remarks` for which
    /// field that is, and for others.
    async fn proposal(&self) -> Option<&str> {
        let mut remarks = self.0.remarks.iter();
        remarks.find_map(|remark| remark.proposal.as_deref())
    }

    /// What differs from the record of before: of a new row all that it says.
    async fn fields(&self) -> Vec<FieldDiff> {
        let fields = self.0.fields.iter().map(|diff| FieldDiff {
            field: diff.field.clone(),
            before: diff.before.clone(),
            after: diff.after.clone(),
        });
        fields.collect()
    }

    /// What is wrong with it or was understood in it, one by one.
    async fn remarks(&self) -> Vec<ImportRemark> {
        let remarks = self.0.remarks.iter().map(|remark| ImportRemark {
            field: remark.field.clone(),
            message: remark.message.to_string(),
            content: Message(remark.message.clone()),
            proposal: remark.proposal.clone(),
            understood: remark.understood,
        });
        remarks.collect()
    }

    /// Its cells of the columns that are used, repairs included.
    async fn cells(&self) -> Vec<ImportCell> {
        let cells = self.0.cells.iter().map(|cell| ImportCell {
            field: cell.field.clone(),
            value: cell.value.clone(),
        });
        cells.collect()
    }

    /// Whether the import was committed without it.
    async fn left_out(&self) -> bool {
        self.0.left_out
    }
}

/// A field that says something else than the record of before.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct FieldDiff {
    /// The field, by the name of its column in the shipped files.
    field: String,
    #[graphql(skip)]
    before: Option<String>,
    #[graphql(skip)]
    after: Option<String>,
}

#[ComplexObject]
impl FieldDiff {
    /// What it says on record; null when nothing.
    async fn before(
        &self,
        #[graphql(
            desc = "The language of the words of this program.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        self.shown(self.before.as_deref(), language)
    }

    /// What it would say, or says now; null when nothing.
    async fn after(
        &self,
        #[graphql(
            desc = "The language of the words of this program.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        self.shown(self.after.as_deref(), language)
    }
}

impl FieldDiff {
    /// Notes and certainties as they are shown elsewhere.
    fn shown<'a>(&self, value: Option<&'a str>, language: Language) -> Option<&'a str> {
        match self.field.as_str() {
            "note" | "date_certainty" | "date_kind" => {
                value.map(|value| notes::shown(value, language))
            }
            _ => value,
        }
    }
}

/// Something that is wrong with a row, or was understood in it.
#[derive(SimpleObject)]
pub struct ImportRemark {
    /// The field; null when it is about the row as a whole.
    field: Option<String>,
    /// What it is and what to do.
    message: String,
    /// The same as data.
    content: Message,
    /// A better value for the field.
    proposal: Option<String>,
    /// Whether it is nothing wrong, but what was understood: a row with such
    /// remarks alone needs no repair.
    understood: bool,
}

/// A cell of a row.
#[derive(SimpleObject)]
pub struct ImportCell {
    /// The field, by the name of its column in the shipped files.
    field: String,
    /// What the cell says.
    value: String,
}

/// A better value for a cell of a file.
#[derive(InputObject)]
pub struct ImportRepairInput {
    /// The line of the row.
    line: i32,
    /// The field, by the name of its column in the shipped files, as in
    /// `ImportRemark.field`.
    field: String,
    /// The value; empty to leave the cell empty.
    value: String,
}

impl From<ImportRepairInput> for RowRepair {
    fn from(input: ImportRepairInput) -> Self {
        Self {
            line: u64::try_from(input.line).unwrap_or_default(),
            field: input.field,
            value: input.value,
        }
    }
}

/// A page of the files that were handed in.
#[derive(SimpleObject)]
pub struct ImportBatchConnection {
    /// How many there are.
    total_count: i32,
    /// Those of the page, the last one first.
    nodes: Vec<ImportBatch>,
    /// What lies before and after the page.
    page_info: PageInfo,
}

impl ImportBatchConnection {
    pub(crate) async fn page(ctx: &Context<'_>, first: i32, after: Option<&str>) -> Result<Self> {
        permissions::signed_in(ctx)?;
        let first = rows("first", first, MOST_ROWS)?;
        let of = reads_only_of(permissions::viewer(ctx));
        let page = store_beside(ctx)?.batches(of, after, first).await;
        let page = page.map_err(ActionError::from)?;
        Ok(Self {
            total_count: int(page.total),
            page_info: PageInfo::of(&page, |batch| Cursor(batch.id.to_string()).to_string()),
            nodes: page.map(ImportBatch).items,
        })
    }
}
