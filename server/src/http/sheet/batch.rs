//! The sheets of many municipalities as one ZIP, sent as they are made.

use std::collections::{HashSet, VecDeque};
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{self, Sender};
use tokio::task::JoinHandle;
use tokio_stream::wrappers::ReceiverStream;

use super::order::{Made, Order, presses};
use super::refusal::Refusal;
use crate::domain::code::MunicipalityCode;
use crate::http::App;
use crate::http::asking::Asking;
use crate::picture::{Archive, ArchiveError, Format, Packed, Sheet};

/// The most sheets of one batch.
pub(super) const MOST_SHEETS: usize = 1000;
/// How many batches are under way at once.
static BATCHES: Semaphore = Semaphore::const_new(8);
/// Who does not take the next sheet within this time gets no more.
const PATIENCE: Duration = Duration::from_mins(1);
/// How many sheets are coming, for who shows how far it is.
const COUNT: HeaderName = HeaderName::from_static("x-sheet-count");

/// `/sheet/batch.zip?code=GM0344&code=GM0363&date=2024-06-30&format=docx`.
pub(in crate::http) async fn of_municipalities(
    State(app): State<Arc<App>>,
    Query(asked): Query<Vec<(String, String)>>,
    Asking(viewer): Asking,
) -> Result<Response, Refusal> {
    let asked = Asked::read(asked)?;
    let order = Order::new(&app, &viewer, asked.date.as_deref(), asked.format)?;
    check_present(&order, &asked.codes)?;
    stream(order, asked.codes)
}

/// What an address asks for.
struct Asked {
    codes: Vec<MunicipalityCode>,
    date: Option<String>,
    format: Format,
}

impl Asked {
    fn read(parameters: Vec<(String, String)>) -> Result<Self, Refusal> {
        let (mut codes, mut date, mut format) = (Vec::new(), None, None);
        for (name, value) in parameters {
            match name.as_str() {
                "code" => codes.push(value),
                "date" if date.is_none() => date = Some(value),
                "format" if format.is_none() => {
                    format = Some(Format::find(&value).ok_or(Refusal::Format(short(&value)))?);
                }
                _ => return Err(Refusal::Parameter(short(&name))),
            }
        }
        Ok(Self {
            codes: read_codes(&codes)?,
            date,
            format: format.unwrap_or(Format::Pdf),
        })
    }
}

/// Enough of what was given to know it again.
fn short(given: &str) -> String {
    given.chars().take(40).collect()
}

fn read_codes(given: &[String]) -> Result<Vec<MunicipalityCode>, Refusal> {
    if given.is_empty() {
        return Err(Refusal::NoCodes);
    }
    if given.len() > MOST_SHEETS {
        return Err(Refusal::TooMany(given.len()));
    }
    let codes = given
        .iter()
        .map(|code| code.parse())
        .collect::<Result<Vec<MunicipalityCode>, _>>()?;
    let mut seen = HashSet::new();
    let twice = codes.iter().filter(|code| !seen.insert(**code));
    match listed(twice) {
        Some(twice) => Err(Refusal::Twice(twice)),
        None => Ok(codes),
    }
}

fn check_present(order: &Order, codes: &[MunicipalityCode]) -> Result<(), Refusal> {
    let view = order.view();
    let absent = codes.iter().filter(|code| view.find(**code).is_none());
    listed(absent).map_or(Ok(()), |absent| Err(Refusal::AllAbsent(absent)))
}

/// Codes in a row; nothing when there are none.
fn listed<'a>(codes: impl Iterator<Item = &'a MunicipalityCode>) -> Option<String> {
    let codes: Vec<_> = codes.map(ToString::to_string).collect();
    (!codes.is_empty()).then(|| codes.join(", "))
}

/// Sends the sheets of these municipalities, all of which are there.
fn stream(order: Order, codes: Vec<MunicipalityCode>) -> Result<Response, Refusal> {
    let place = BATCHES.try_acquire().map_err(|_| Refusal::Busy)?;
    let (to, from) = mpsc::channel(1);
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CACHE_CONTROL, "private, no-store".to_owned()),
        (COUNT, codes.len().to_string()),
        (
            CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"voorlichtingsbladen-{}.zip\"",
                order.date()
            ),
        ),
    ];
    tokio::spawn(async move {
        let _place = place;
        if let Err(Broken::Here) = write(&order, codes, &to).await {
            tracing::error!("a batch of sheets broke off");
            // The client sees that the archive is not whole.
            let _ = to.send(Err(io::Error::other("a sheet failed"))).await;
        }
    });
    Ok((headers, Body::from_stream(ReceiverStream::new(from))).into_response())
}

/// Why a batch ends early.
enum Broken {
    /// Who asked is gone, or takes nothing any more.
    There,
    /// A sheet failed, which is in the log, or is one too many.
    Here,
}

impl From<ArchiveError> for Broken {
    fn from(_: ArchiveError) -> Self {
        Self::Here
    }
}

impl From<Refusal> for Broken {
    fn from(_: Refusal) -> Self {
        Self::Here
    }
}

type Answer = io::Result<Bytes>;

/// Makes the next sheets while one is sent.
async fn write(
    order: &Order,
    codes: Vec<MunicipalityCode>,
    to: &Sender<Answer>,
) -> Result<(), Broken> {
    let mut archive = Archive::new(order.date());
    let mut rest = codes.into_iter();
    let mut under_way: VecDeque<_> = rest
        .by_ref()
        .take(presses())
        .map(|code| begin(order, code))
        .collect();
    while let Some(next) = under_way.pop_front() {
        let Made { name, content } = next.await.unwrap_or(Err(Refusal::Failed))?;
        under_way.extend(rest.next().map(|code| begin(order, code)));
        send(to, archive.entry(&name, Packed::stored(content))?).await?;
    }
    send(to, archive.end()?).await
}

/// Begins to make a sheet, which goes on whether it is waited for or not.
fn begin(order: &Order, code: MunicipalityCode) -> JoinHandle<Result<Made, Refusal>> {
    let order = order.clone();
    tokio::spawn(async move {
        let find = move |view: &_, stamp: &_| Sheet::of_municipality(view, code, stamp);
        order.make(find).await
    })
}

async fn send(to: &Sender<Answer>, bytes: Vec<u8>) -> Result<(), Broken> {
    let sent = to.send_timeout(Ok(bytes.into()), PATIENCE).await;
    sent.map_err(|_| Broken::There)
}
