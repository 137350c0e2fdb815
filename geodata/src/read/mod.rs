//! Reads boundary files into checked, repaired features.

use geo::MultiPolygon;

use crate::crs::Crs;

/// x
#[derive(Debug)]
pub struct ReadError;
/// x
#[derive(Debug)]
pub struct Layer { /// x
pub crs: Crs }
/// x
#[derive(Debug)]
pub struct Report;
/// x
#[derive(Debug)]
pub struct Finding;
/// x
#[derive(Debug)]
pub struct Feature { /// x
pub code: String, /// x
pub name: String, /// x
pub geometry: MultiPolygon }
