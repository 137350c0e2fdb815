//! Making sheets, not more at a time than there are processors.

use std::sync::{Arc, LazyLock};
use std::thread::available_parallelism;

use tokio::sync::Semaphore;

use crate::http::App;
use crate::http::errors::FileError;
use atlas::{Atlas, View};
use domain::dates::{AsOf, parse_date};
use domain::message::SheetMessage;
use domain::people::viewer::Viewer;
use rendering::sheet::{Format, Provenance, Sheet};

/// Each sheet keeps a processor busy.
static PRESSES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(presses()));

/// How many sheets are made at once.
pub(super) fn presses() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// From what sheets are made, and as what.
#[derive(Clone)]
pub(super) struct SheetJob {
    atlas: Arc<Atlas>,
    as_of: AsOf,
    stamp: Provenance,
    format: Format,
}

/// A sheet as a file.
pub(super) struct SheetFile {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

impl SheetJob {
    /// Sheets for a viewer of a date, today when none is given.
    pub(super) fn new(
        app: &App,
        viewer: &Viewer,
        date: Option<&str>,
        format: Format,
    ) -> Result<Self, FileError> {
        if app.api().is_closed_to(viewer) {
            return Err(SheetMessage::SheetsClosed.into());
        }
        let date = date.map_or_else(|| Ok(app.clock().today()), parse_date)?;
        Ok(Self::of(app, app.atlas(), AsOf::new(date, None)?, format))
    }

    /// Sheets from an atlas.
    pub(super) fn of(app: &App, atlas: Arc<Atlas>, as_of: AsOf, format: Format) -> Self {
        let stamp = Provenance {
            revision: atlas.index().facts().revision,
            demonstration: atlas.index().demonstration(),
            address: app.address().map(str::to_owned),
        };
        Self {
            atlas,
            as_of,
            stamp,
            format,
        }
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn date(&self) -> jiff::civil::Date {
        self.as_of.date()
    }

    pub(super) fn view(&self) -> Arc<View> {
        self.atlas.at(self.as_of)
    }

    /// What a sheet of an address is made from.
    pub(super) fn etag(&self) -> String {
        let Provenance { revision, .. } = self.stamp;
        format!(
            "\"{revision}-{}-{}\"",
            self.date(),
            env!("CARGO_PKG_VERSION")
        )
    }

    /// Makes the sheet that is found.
    pub(super) async fn make(
        &self,
        find: impl FnOnce(&View, &Provenance) -> Option<Sheet> + Send + 'static,
    ) -> Result<SheetFile, FileError> {
        let press = PRESSES
            .acquire()
            .await
            .map_err(|_| FileError::from(SheetMessage::SheetFailed))?;
        let order = self.clone();
        let made = tokio::task::spawn_blocking(move || {
            // Who asked may be gone before the press is.
            let _press = press;
            let sheet = find(&order.view(), &order.stamp).ok_or(SheetMessage::SheetAbsent)?;
            let name = sheet.file_name(order.format);
            let content = sheet.set(order.format).map_err(|error| {
                tracing::error!(%error, name, "a sheet could not be made");
                FileError::from(SheetMessage::SheetFailed)
            })?;
            Ok(SheetFile { name, content })
        });
        made.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a sheet could not be made");
            Err(FileError::from(SheetMessage::SheetFailed))
        })
    }
}
