//! Scalars of the schema.

use std::sync::Arc;

use async_graphql::{Description, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use geo::MultiPolygon;

use super::direct::raw;
use super::places::geometry_input::{BadGeometry, read_area};
use super::refusal::in_extensions;
use atlas::TextPart;
use domain::dates::parse_date;
use domain::message::{Message, PublishMessage, ValueMessage};
use domain::places::code::MunicipalityCode;

/// A calendar date, ISO 8601: 2021-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Description)]
pub struct Date(pub jiff::civil::Date);

#[Scalar(use_type_description)]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = string(value, "BAD_DATE")?;
        parse_date(&text)
            .map(Self)
            .map_err(|error| refused(error, "BAD_DATE"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// An instant, RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Description)]
pub struct DateTime(pub jiff::Timestamp);

#[Scalar(use_type_description)]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = string(value, "BAD_DATE")?;
        let bad = || PublishMessage::InstantUnread {
            given: excerpt(&text),
        };
        text.parse()
            .map(Self)
            .map_err(|_| refused(bad(), "BAD_DATE"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A CBS municipality code: GM and four digits, GM0363.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Description)]
pub struct Code(pub MunicipalityCode);

#[Scalar(name = "MunicipalityCode", use_type_description)]
impl ScalarType for Code {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = string(value, "BAD_CODE")?;
        text.parse()
            .map(Self)
            .map_err(|error| refused(error, "BAD_CODE"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A GeoJSON object, RFC 7946. With crs `RD_NEW` its positions are metres in
/// EPSG:28992 and it carries a crs member.
#[derive(Debug, Clone, Description)]
pub enum GeoJson {
    /// Serialised once, and spliced into answers as it is.
    Kept(Arc<str>),
    /// Serialised in parts.
    Parts(Vec<TextPart>),
    /// An area that was given: WGS84, degrees.
    Area(MultiPolygon<f64>),
}

#[Scalar(name = "GeoJSON", use_type_description)]
impl ScalarType for GeoJson {
    fn parse(value: Value) -> InputValueResult<Self> {
        let json = match value {
            Value::String(text) => text,
            other => serde_json::to_string(&other)
                .map_err(|_| refused(BadGeometry::Malformed, "BAD_GEOMETRY"))?,
        };
        read_area(&json)
            .map(Self::Area)
            .map_err(|error| refused(error, "BAD_GEOMETRY"))
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Kept(text) => raw(text.to_string()),
            Self::Parts(parts) => raw(parts.iter().map(TextPart::text).collect()),
            Self::Area(area) => raw(geodata::geometry_to_geojson(area)),
        }
    }
}

fn string<T: ScalarType + async_graphql::InputType>(
    value: Value,
    code: &str,
) -> Result<String, InputValueError<T>> {
    match value {
        Value::String(text) => Ok(text),
        other => {
            let given = excerpt(&other.to_string());
            Err(refused(ValueMessage::ValueIsNoText { given }, code))
        }
    }
}

fn refused<T: ScalarType + async_graphql::InputType>(
    error: impl Into<Message>,
    code: &str,
) -> InputValueError<T> {
    let message = error.into();
    InputValueError::custom(&message)
        .with_extension("code", code)
        .with_extension("message", Value::Object(in_extensions(&message)))
}

fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}
