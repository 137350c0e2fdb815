//! Enums of the schema that the domain does not have.

use async_graphql::Enum;

pub use domain::words::Language;

/// How finely borders are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "geodata::Detail")]
pub enum Detail {
    /// For a map of the country.
    National,
    /// For a map of a province.
    Regional,
    /// As loaded.
    Full,
}

/// The coordinate reference system of a geometry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Crs {
    /// WGS84 longitude and latitude, in degrees.
    #[graphql(name = "CRS84")]
    Crs84,
    /// EPSG:28992, Amersfoort / RD New, in metres.
    RdNew,
}

impl From<Crs> for geodata::Crs {
    fn from(crs: Crs) -> Self {
        match crs {
            Crs::Crs84 => Self::Crs84,
            Crs::RdNew => Self::RdNew,
        }
    }
}

/// The direction of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Direction {
    /// From low to high.
    Asc,
    /// From high to low.
    Desc,
}

/// Over what a share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Denominator {
    /// Each municipality counts for one.
    Municipalities,
    /// Each inhabitant counts for one.
    Inhabitants,
}
