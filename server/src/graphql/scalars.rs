//! Scalars of the schema.

use async_graphql::{Description, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use geo::MultiPolygon;

use crate::domain::dates::parse_date;
use crate::domain::places::code::MunicipalityCode;

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
        let bad = || {
            format!(
                "`{}` is not an instant; write 2021-12-31T12:00:00Z",
                excerpt(&text)
            )
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
    Text(String),
    /// An area that was given: WGS84, degrees.
    Area(MultiPolygon<f64>),
}

#[Scalar(name = "GeoJSON", use_type_description)]
impl ScalarType for GeoJson {
    fn parse(value: Value) -> InputValueResult<Self> {
        let json = match value {
            Value::String(text) => text,
            other => other
                .to_string_json()
                .map_err(|error| refused(error, "BAD_GEOMETRY"))?,
        };
        super::places::geometry_input::read_area(&json)
            .map(Self::Area)
            .map_err(|error| refused(error, "BAD_GEOMETRY"))
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Text(text) => raw(text.clone()),
            Self::Area(area) => raw(geodata::geometry_to_geojson(area)),
        }
    }
}

/// A value that is written into the answer as the JSON text that it is.
fn raw(text: String) -> Value {
    // The feature `raw_value` recognises an object of this one member.
    const RAW: &str = "$serde_json::private::RawValue";
    Value::Object(std::iter::once((async_graphql::Name::new(RAW), Value::String(text))).collect())
}

trait ToJson {
    fn to_string_json(&self) -> Result<String, serde_json::Error>;
}

impl ToJson for Value {
    fn to_string_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

fn string<T: ScalarType + async_graphql::InputType>(
    value: Value,
    code: &str,
) -> Result<String, InputValueError<T>> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(refused(
            format!(
                "`{}` is not text; put it in quotes",
                excerpt(&other.to_string())
            ),
            code,
        )),
    }
}

fn refused<T: ScalarType + async_graphql::InputType>(
    error: impl std::fmt::Display,
    code: &str,
) -> InputValueError<T> {
    InputValueError::custom(error).with_extension("code", code)
}

fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}
