//! As what a list is exported.

use geodata::{Crs, Detail};

use super::parameters::Parameters;
use domain::message::PublishMessage;
use domain::words::Language;
use export::municipalities::{CsvDialect, Wording};

/// The parameters beside those of the list.
pub(super) const OF_EXPORT: [&str; 7] = [
    "campaign",
    "columns",
    "separator",
    "decimal",
    "values",
    "detail",
    "crs",
];

/// A kind of file, with what it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportFormat {
    Csv(CsvDialect),
    Xlsx(Wording),
    OpenDocument(Wording),
    GeoJson(Detail),
    GeoPackage(Detail, Crs),
}

impl ExportFormat {
    /// The kind of file with this extension.
    pub(super) fn new(
        extension: &str,
        parameters: &Parameters,
        language: Language,
    ) -> Result<Self, PublishMessage> {
        let wording = parameters.choice(
            "values",
            &[("labels", Wording::Labels), ("codes", Wording::Codes)],
        )?;
        let wording = wording.unwrap_or(Wording::Labels);
        let detail = parameters.choice(
            "detail",
            &[
                ("national", Detail::National),
                ("regional", Detail::Regional),
                ("full", Detail::Full),
            ],
        )?;
        let detail = detail.unwrap_or(Detail::Full);
        let crs = parameters.choice("crs", &[("28992", Crs::RdNew), ("4326", Crs::Crs84)])?;
        Ok(match extension {
            "csv" => Self::Csv(dialect(parameters, language, wording)?),
            "xlsx" => Self::Xlsx(wording),
            "ods" => Self::OpenDocument(wording),
            "geojson" if crs == Some(Crs::RdNew) => {
                // RFC 7946 knows no other system.
                return Err(PublishMessage::ParameterValue {
                    parameter: "crs".to_owned(),
                    given: "28992".to_owned(),
                    choices: ["4326"].into_iter().collect(),
                });
            }
            "geojson" => Self::GeoJson(detail),
            "gpkg" => Self::GeoPackage(detail, crs.unwrap_or(Crs::RdNew)),
            _ => return Err(PublishMessage::ExportUnknown),
        })
    }

    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Xlsx(_) => "xlsx",
            Self::OpenDocument(_) => "ods",
            Self::GeoJson(_) => "geojson",
            Self::GeoPackage(..) => "gpkg",
        }
    }

    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Csv(_) => "text/csv; charset=utf-8; header=present",
            Self::Xlsx(_) => WORKBOOK,
            Self::OpenDocument(_) => "application/vnd.oasis.opendocument.spreadsheet",
            Self::GeoJson(_) => "application/geo+json",
            Self::GeoPackage(..) => "application/geopackage+sqlite3",
        }
    }

    /// What it costs for a municipality, in points, and how many bytes of it are
    /// held before they are sent.
    pub(super) fn cost(self) -> (u64, u64) {
        match self {
            Self::Csv(_) | Self::GeoJson(Detail::National | Detail::Regional) => (60, 0),
            Self::Xlsx(_) => (400, 2 * 1024),
            Self::OpenDocument(_) => (800, 32 * 1024),
            Self::GeoJson(Detail::Full) => (200, 0),
            Self::GeoPackage(Detail::Full, _) => (300, 24 * 1024),
            Self::GeoPackage(..) => (150, 8 * 1024),
        }
    }
}

/// The media type of a workbook.
pub(in crate::http) const WORKBOOK: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What Excel reads in the language, unless it is asked otherwise.
fn dialect(
    parameters: &Parameters,
    language: Language,
    wording: Wording,
) -> Result<CsvDialect, PublishMessage> {
    let separators = [("semicolon", b';'), ("comma", b','), ("tab", b'\t')];
    let separator = parameters.choice("separator", &separators)?;
    let decimal = parameters.choice("decimal", &[("comma", ','), ("point", '.')])?;
    Ok(CsvDialect {
        separator: separator.unwrap_or(language.choose(b';', b',')),
        decimal: decimal.unwrap_or(language.choose(',', '.')),
        wording,
    })
}
