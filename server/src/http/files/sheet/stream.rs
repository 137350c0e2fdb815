//! Many sheets as one ZIP, sent as they are made.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::{StreamExt, future, stream};
use tokio::sync::mpsc::{self, Sender};
use tokio::task::JoinHandle;
use tokio_stream::wrappers::ReceiverStream;

use super::order::{SheetFile, SheetJob, presses};
use super::places::{StreamSlot, StreamSlots};
use crate::http::errors::FileError;
use atlas::View;
use domain::message::SheetMessage;
use domain::places::code::MunicipalityCode;
use rendering::sheet::{Archive, ArchiveError, ArchiveMember, Sheet};

/// How many batches are under way at once.
static BATCHES: StreamSlots = StreamSlots::new(8);
/// Who does not take the next sheet within this time gets no more.
const PATIENCE: Duration = Duration::from_mins(1);
/// How many sheets are coming, for who shows how far it is.
const COUNT: HeaderName = HeaderName::from_static("x-sheet-count");

/// A sheet to make: of whom, as they are in a view.
pub(super) type SheetRequest = (Arc<View>, MunicipalityCode);

/// Sends these sheets, all of which are there.
pub(super) fn stream(order: SheetJob, sheets: Vec<SheetRequest>) -> Result<Response, FileError> {
    let place = BATCHES.take().ok_or(SheetMessage::SheetsBusy)?;
    let whole = Arc::new(AtomicBool::new(false));
    let (to, from) = mpsc::channel(1);
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CACHE_CONTROL, "private, no-store".to_owned()),
        (COUNT, sheets.len().to_string()),
        (
            CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"voorlichtingsbladen-{}.zip\"",
                order.date()
            ),
        ),
    ];
    let sent = Arc::clone(&whole);
    tokio::spawn(async move {
        let written = tokio::select! {
            written = write(&order, sheets, &to, &place) => written,
            () = place.given_up() => Err(StreamEnd::There),
        };
        sent.store(written.is_ok(), Ordering::Release);
        if let Err(StreamEnd::Here) = written {
            tracing::error!("a batch of sheets broke off");
        }
    });
    // The client sees when the archive is not whole.
    let end = stream::once(async move {
        (!whole.load(Ordering::Acquire)).then(|| Err(io::Error::other("the batch broke off")))
    });
    let content = ReceiverStream::new(from).chain(end.filter_map(future::ready));
    Ok((headers, Body::from_stream(content)).into_response())
}

/// Why a batch ends early.
enum StreamEnd {
    /// Who asked is gone, or takes nothing any more.
    There,
    /// A sheet failed, which is in the log, or is one too many.
    Here,
}

impl From<ArchiveError> for StreamEnd {
    fn from(_: ArchiveError) -> Self {
        Self::Here
    }
}

impl From<FileError> for StreamEnd {
    fn from(_: FileError) -> Self {
        Self::Here
    }
}

type Answer = io::Result<Bytes>;

/// Makes the next sheets while one is sent.
async fn write(
    order: &SheetJob,
    sheets: Vec<SheetRequest>,
    to: &Sender<Answer>,
    place: &StreamSlot,
) -> Result<(), StreamEnd> {
    let mut archive = Archive::new(order.date());
    let mut rest = sheets.into_iter();
    let mut under_way: VecDeque<_> = rest
        .by_ref()
        .take(presses())
        .map(|wanted| begin(order, wanted))
        .collect();
    while let Some(next) = under_way.pop_front() {
        let SheetFile { name, content } = next
            .await
            .unwrap_or(Err(SheetMessage::SheetFailed.into()))?;
        under_way.extend(rest.next().map(|wanted| begin(order, wanted)));
        send(
            to,
            archive.entry(&name, ArchiveMember::stored(content))?,
            place,
        )
        .await?;
    }
    send(to, archive.end()?, place).await
}

/// Begins to make a sheet, which goes on whether it is waited for or not.
fn begin(order: &SheetJob, (view, code): SheetRequest) -> JoinHandle<Result<SheetFile, FileError>> {
    let order = order.clone();
    tokio::spawn(async move {
        let find = move |_: &_, stamp: &_| Sheet::of_municipality(&view, code, stamp);
        order.make(find).await
    })
}

async fn send(to: &Sender<Answer>, bytes: Vec<u8>, place: &StreamSlot) -> Result<(), StreamEnd> {
    let sent = place.waiting(to.send_timeout(Ok(bytes.into()), PATIENCE));
    let sent = sent.await;
    sent.map_err(|_| StreamEnd::There)
}
